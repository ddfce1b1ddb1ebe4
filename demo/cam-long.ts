import { plainDate } from '#kernel/plain-date.ts';
import type { HouseholdIntake } from '#modules/households/contract.intake.ts';
import { answers, household, linesOf, type StandardOf } from './facts.ts';
import { causesOf, codes2022, deprivationsOf, groupsOf, sums } from './forms-2022.ts';
import { kinhCamThuy, muongCamThuy, type Naming } from './names.ts';
import { makeFamily, type Register } from './people.ts';
import type { Place, Statistic, VillageName } from './place.ts';
import { areaOn, camLongVillages } from './published.ts';
import { seeded, type Random } from './random.ts';

const year = 2022;
const asOf = plainDate('2022-12-31');
const commune = areaOn('15172', asOf);

const sizes = [[1, 16], [2, 16], [3, 17], [4, 22], [5, 16], [6, 9], [7, 3], [8, 1]] as const;

/** Most people of Cẩm Long are Mường; the plan gives 85 %. */
export const namingIn = (random: Random, muong: number): Naming => (random.chance(muong) ? muongCamThuy : kinhCamThuy);
export const muongInCamLong = 0.85;

/** A family of Cẩm Thủy of a size as usual there. */
export const familyOf = (register: Register, muong: number): HouseholdIntake['members'] =>
  makeFamily(register, namingIn(register.random, muong), register.random.weighted(sizes));

const source = {
  vi: 'Kế hoạch giảm nghèo năm 2023 của UBND xã Cẩm Long, bảng ở mục V',
  en: 'Poverty reduction plan for 2023 of the People’s Committee of Cẩm Long commune, table in part V',
};

/** What the places that follow need of Cẩm Long: its households, and the people that were made up so far. */
export interface CamLong {
  place: Place;
  households: HouseholdIntake[];
  taken: Set<string>;
  serial: { next: number };
}

/** Cẩm Long commune at the end of 2022: the poor households of six villages, exactly as many as published. */
export function camLong2022(standardOf: StandardOf): CamLong {
  const random = seeded('cam-long-2022');
  const lines = linesOf(standardOf('P2022'), 'rural', asOf);
  const taken = new Set<string>();
  const serial = { next: 300_000 };
  const register: Register = { random, year, idShare: 0.6, taken, serial };
  const villages = camLongVillages();
  let next = 1;
  const poor = (village: string): HouseholdIntake => {
    const members = familyOf(register, muongInCamLong);
    const deprived = deprivationsOf(random, 'poor', lines, members, year);
    const groups = groupsOf(random, members, year);
    const facts = { indicators: answers(codes2022, deprived), ...sums(random, 'poor', lines, deprived) };
    return household(`CL-${String(next++).padStart(3, '0')}`, members, 'poor', facts, { village, groups, causes: causesOf(random, groups) });
  };
  const households = villages.flatMap(({ village, poor: count }) => Array.from({ length: count }, () => poor(village)));
  const document = 'cam-long-KH-2023';
  const statistic = (village: VillageName, value: number): Statistic => ({ area: commune, village, asOf, measure: 'households.all', value, source, document });
  const all = villages.reduce((sum, { households: own }) => sum + own, 0);
  const place: Place = {
    key: 'cam-long-2022',
    series: 'cam-long',
    title: { vi: 'Xã Cẩm Long, cuối năm 2022', en: 'Cẩm Long commune, end of 2022' },
    round: { year, asOf, standardId: 'P2022', area: commune, running: false },
    communes: [{ area: commune, households }],
    statistics: [...villages.map(({ village, households: own }) => statistic(village, own)), statistic(null, all)],
    coverage: [{ area: commune, village: null, classes: ['poor'], indicators: true }],
    simulatedNote: {
      vi: 'Mô phỏng: số hộ và số hộ nghèo từng thôn đúng như bảng của kế hoạch; từng hộ, từng người, điểm số và chỉ số thiếu hụt là giả định.',
      en: 'Simulated: the numbers of all and of poor households of each village are those of the plan; each household and person, the scores and the deprivations are made up.',
    },
  };
  return { place, households, taken, serial };
}
