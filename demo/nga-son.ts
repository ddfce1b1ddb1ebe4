import { plainDate, type PlainDate } from '#kernel/plain-date.ts';
import type { HouseholdIntake } from '#modules/households/contract.intake.ts';
import { household, incomeBetween, linesOf, type Lines, type StandardOf } from './facts.ts';
import { kinhNgaSon } from './names.ts';
import { makeFamily, type Register } from './people.ts';
import type { Place, Statistic } from './place.ts';
import { areaOn, ngaSonUnits, type NgaSonUnit } from './published.ts';
import { seeded, type Random } from './random.ts';

const district = '401';
const town = '16093';
const ends = { 2017: plainDate('2017-12-31'), 2018: plainDate('2018-12-31') };

const sizes = [[1, 34], [2, 24], [3, 16], [4, 15], [5, 8], [6, 3]] as const;

/** One household in so many of a unit’s poor is new on the list of 2018. */
const newShare = 0.09;

interface Lists {
  before: HouseholdIntake[];
  after: HouseholdIntake[];
}

const poorIncome = (random: Random, { poorAlone }: Lines): number => incomeBetween(random, Math.round(poorAlone! / 20_000) * 10_000, poorAlone!);

/** What became of a household that escaped: near-poor with a sum copied from its form, average, or better off. */
function escaped(random: Random, { number, members }: HouseholdIntake, lines: Lines): HouseholdIntake {
  const stated = random.weighted([['near_poor', 60], ['average', 26], ['not_poor', 14]] as const);
  if (stated === 'near_poor') {
    const copiedB2 = random.int(0, lines.minDeprived - 1) * lines.pointsEach;
    return household(number!, members, stated, { income: incomeBetween(random, lines.poorAlone!, lines.criterion), copiedB2 });
  }
  const [over, upTo] = stated === 'average' ? [lines.criterion, lines.average] : [lines.average, lines.average + 600_000];
  return household(number!, members, stated, { income: incomeBetween(random, over, upTo) });
}

/** The poor of a unit at the end of 2017, and its list of 2018: those who stay, those who escape, and a few new ones. */
function listsOf(unit: NgaSonUnit, lines: Lines, serial: { next: number }): Lists {
  const random = seeded(`nga-son/${unit.code}`);
  const register: Register = { random, year: 2017, idShare: 0.25, taken: new Set(), serial };
  let next = 1;
  const poor = (): HouseholdIntake => {
    const number = `NS-${unit.code}-${String(next++).padStart(3, '0')}`;
    return household(number, makeFamily(register, kinhNgaSon, random.weighted(sizes)), 'poor', { income: poorIncome(random, lines) });
  };
  const before = Array.from({ length: unit.poor }, poor);
  const entries = Math.round(unit.poorExpected * newShare);
  const leaving = new Set(random.shuffle(before.map(({ number }) => number)).slice(0, unit.poor + entries - unit.poorExpected));
  const after = before.map((one) =>
    leaving.has(one.number) ? escaped(random, one, lines) : household(one.number!, one.members, 'poor', { income: poorIncome(random, lines) }),
  );
  register.year = 2018;
  return { before, after: [...after, ...Array.from({ length: entries }, poor)] };
}

const source = {
  vi: 'Kế hoạch số 16/KH-UBND ngày 05/03/2018 của UBND huyện Nga Sơn, Phụ lục số 01',
  en: 'Plan 16/KH-UBND of 05/03/2018 of the People’s Committee of Nga Sơn district, annex 1',
};
const document = 'nga-son-16-KH-UBND-2018';

const simulatedNote = {
  vi: 'Mô phỏng: số hộ nghèo từng xã đúng như Phụ lục số 01 của kế hoạch; từng hộ, từng người và thu nhập là giả định.',
  en: 'Simulated: the number of poor households of each unit is that of annex 1 of the plan; each household and person, and the incomes, are made up.',
};

function place(
  year: 2017 | 2018,
  units: readonly { code: string; households: HouseholdIntake[] }[],
  rest: Pick<Place, 'title' | 'statistics' | 'simulatedNote'>,
): Place {
  const asOf = ends[year];
  return {
    key: `nga-son-${year}`,
    series: 'nga-son',
    round: { year, asOf, standardId: 'P2016', area: areaOn(district, asOf), running: false },
    communes: units.map(({ code, households }) => ({ area: areaOn(code, asOf), households })),
    coverage: units.map(({ code }) => ({ area: areaOn(code, asOf), village: null, classes: ['poor'], indicators: false })),
    ...rest,
  };
}

/** Nga Sơn district at the end of 2017 as annexed to its plan, and at the end of 2018 as if the plan had been met. */
export function ngaSon(standardOf: StandardOf): Place[] {
  const standard = standardOf('P2016');
  const lines = { urban: linesOf(standard, 'urban', ends[2017]), rural: linesOf(standard, 'rural', ends[2017]) };
  const serial = { next: 100_000 };
  const units = ngaSonUnits();
  const lists = units.map((unit) => ({ code: unit.code, ...listsOf(unit, lines[unit.code === town ? 'urban' : 'rural'], serial) }));
  const statistic = (code: string, asOf: PlainDate, measure: Statistic['measure'], value: number): Statistic => ({
    area: areaOn(code, asOf),
    village: null,
    asOf,
    measure,
    value,
    source,
    document,
  });
  const ofUnits = units.map(({ code, households }) => statistic(code, ends[2017], 'households.all', households));
  const all = units.reduce((sum, { households }) => sum + households, 0);
  return [
    place(2017, lists.map(({ code, before }) => ({ code, households: before })), {
      title: { vi: 'Huyện Nga Sơn, cuối năm 2017', en: 'Nga Sơn district, end of 2017' },
      statistics: [...ofUnits, statistic(district, ends[2017], 'households.all', all)],
      simulatedNote,
    }),
    place(2018, lists.map(({ code, after }) => ({ code, households: after })), {
      title: { vi: 'Huyện Nga Sơn, cuối năm 2018 (giả định đạt kế hoạch)', en: 'Nga Sơn district, end of 2018 (as if the plan had been met)' },
      statistics: units.map(({ code, poorExpected }) => statistic(code, ends[2018], 'households.poor.target', poorExpected)),
      simulatedNote: {
        vi: 'Mô phỏng: danh sách giả định mỗi xã đạt đúng chỉ tiêu của kế hoạch; kết quả thật của năm 2018 không có ở đây.',
        en: 'Simulated: the list assumes that each unit met the goal of the plan; the true results of 2018 are not here.',
      },
    }),
  ];
}
