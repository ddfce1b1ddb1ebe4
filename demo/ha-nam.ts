import { plainDate } from '#kernel/plain-date.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import type { HouseholdIntake, MemberIntake } from '#modules/households/contract.intake.ts';
import { ageAt, makeFamily, type Register } from './people.ts';
import { answers, household, incomeBetween, linesOf, pickCodes, type Lines, type StandardOf } from './facts.ts';
import { haNam } from './names.ts';
import type { Place } from './place.ts';
import { areaOn, censusCommunes, haNamFigures } from './published.ts';
import { seeded, type Random } from './random.ts';

const year = 2015;
const asOf = plainDate('2015-12-31');
const province = '35';

/** The rows of the published table that count deprivations, by the indicator of the standard of 2016. */
export const deprivationRows: Readonly<Record<string, string>> = {
  YT3: 'poor households deprived: access to health services',
  YT2: 'poor households deprived: health insurance',
  GD1: 'poor households deprived: adult education',
  GD2: 'poor households deprived: child school attendance',
  NO1: 'poor households deprived: housing quality',
  NO2: 'poor households deprived: housing area under 8 m2 per person',
  NS1: 'poor households deprived: water source',
  NS2: 'poor households deprived: hygienic latrine',
  TT1: 'poor households deprived: telecommunication use',
  TT2: 'poor households deprived: information assets',
};

/** A household while it is being made: what it lacks is drawn for the whole province at once. */
interface Draft {
  urban: boolean;
  area: AreaRef;
  number: string;
  members: MemberIntake[];
  deprived: Set<string>;
}

type Weights = readonly (readonly [number, number])[];
const poorSizes: Weights = [[1, 43], [2, 29], [3, 14], [4, 9], [5, 3], [6, 2]];
const nearPoorSizes: Weights = [[1, 17], [2, 28], [3, 26], [4, 19], [5, 8], [6, 2]];

/** So many sizes with exactly so many people in all. */
function sizesFor(random: Random, households: number, people: number, weights: Weights): number[] {
  const sizes = Array.from({ length: households }, () => random.weighted(weights));
  for (let over = sizes.reduce((sum, size) => sum + size, 0) - people; over !== 0; ) {
    const at = random.int(0, households - 1);
    const step = over > 0 ? -1 : 1;
    const size = sizes[at]! + step;
    if (size < 1 || size > 6) continue;
    sizes[at] = size;
    over += step;
  }
  return sizes;
}

/** Parts a number by weights; the parts add up to it. */
function spread(total: number, weights: readonly number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let seen = 0;
  let given = 0;
  return weights.map((weight) => {
    seen += weight;
    const upTo = Math.round((total * seen) / whole);
    const part = upTo - given;
    given = upTo;
    return part;
  });
}

/** Whether the people of a household allow a deprivation: only of school and of schooling is that asked. */
function mayLack(code: string, members: readonly MemberIntake[]): boolean {
  if (code === 'GD2') return members.some((one) => ageAt(one, year) >= 6 && ageAt(one, year) < 15);
  if (code === 'GD1') return members.some((one) => ageAt(one, year) >= 16 && ageAt(one, year) <= 29);
  return true;
}

/** Gives each deprivation to exactly as many households as published, rather to those that lack much already. */
function drawDeprivations(random: Random, drafts: readonly Draft[], countOf: (code: string) => number): void {
  const hardship = drafts.map(() => 0.3 + random.next());
  for (const code of Object.keys(deprivationRows)) {
    const able = drafts.flatMap((draft, index) => (mayLack(code, draft.members) ? [{ draft, key: random.next() * hardship[index]! }] : []));
    const count = countOf(code);
    if (able.length < count) throw new Error(`too few households that can lack ${code}`);
    for (const { draft } of able.sort((one, two) => two.key - one.key).slice(0, count)) draft.deprived.add(code);
  }
}

/** One poor household in so many with enough deprivations has an income above the poverty line. */
const shareByDeprivations = 0.1;

/** Mostly poor by income; a few by deprivations alone. */
function poorIncome(random: Random, { poorAlone, criterion, minDeprived }: Lines, deprived: number): number {
  if (deprived >= minDeprived && random.chance(shareByDeprivations)) return incomeBetween(random, poorAlone!, criterion);
  return incomeBetween(random, Math.round(poorAlone! / 20_000) * 10_000, poorAlone!);
}

/** Poor and near-poor households of the province by commune, before incomes and deprivations. */
function draftHouseholds(random: Random, figure: (row: string) => number): Record<'poor' | 'nearPoor', Draft[]> {
  const communes = censusCommunes(province);
  const weights = communes.map(({ urban }) => (urban ? 0.45 : 1) * (0.5 + random.next()));
  const draw = (households: string, people: string, sizeWeights: Weights) => ({
    counts: spread(figure(households), weights),
    sizes: sizesFor(random, figure(households), figure(people), sizeWeights),
  });
  const poor = draw('poor households', 'persons in poor households', poorSizes);
  const nearPoor = draw('near-poor households', 'persons in near-poor households', nearPoorSizes);
  const drafts: Record<'poor' | 'nearPoor', Draft[]> = { poor: [], nearPoor: [] };
  const serial = { next: 500_000 };
  communes.forEach(({ code, urban }, index) => {
    const register: Register = { random, year, idShare: 0.12, taken: new Set(), serial };
    let number = 1;
    const make = (into: Draft[], sizes: number[], count: number): void => {
      for (const size of sizes.splice(0, count)) {
        const name = `HN-${code}-${String(number++).padStart(3, '0')}`;
        into.push({ urban, area: areaOn(code, asOf), number: name, members: makeFamily(register, haNam, size), deprived: new Set() });
      }
    };
    make(drafts.poor, poor.sizes, poor.counts[index]!);
    make(drafts.nearPoor, nearPoor.sizes, nearPoor.counts[index]!);
  });
  return drafts;
}

/** The households of Hà Nam at the end of 2015: persons and each deprivation of the poor exactly as published, all else made up. */
export function haNam2015(standardOf: StandardOf): Place {
  const random = seeded('ha-nam-2015');
  const figure = haNamFigures();
  const standard = standardOf('P2016');
  const lines = { rural: linesOf(standard, 'rural', asOf), urban: linesOf(standard, 'urban', asOf) };
  const linesFor = ({ urban }: Draft): Lines => lines[urban ? 'urban' : 'rural'];
  const codes = standard.indicators.map(({ code }) => code);
  const { poor, nearPoor } = draftHouseholds(random, figure);
  drawDeprivations(random, poor, (code) => figure(deprivationRows[code]!));

  const byArea = new Map<AreaRef, HouseholdIntake[]>();
  const put = (draft: Draft, stated: 'poor' | 'near_poor', income: number): void => {
    const facts = { income, indicators: answers(codes, draft.deprived) };
    const list = byArea.get(draft.area) ?? [];
    byArea.set(draft.area, list);
    list.push(household(draft.number, draft.members, stated, facts));
  };
  for (const draft of poor) put(draft, 'poor', poorIncome(random, linesFor(draft), draft.deprived.size));
  for (const draft of nearPoor) {
    const { poorAlone, criterion, minDeprived } = linesFor(draft);
    const able = codes.filter((code) => mayLack(code, draft.members)).map((code) => [code, figure(deprivationRows[code]!)] as const);
    draft.deprived = pickCodes(random, able, random.int(0, minDeprived - 1));
    put(draft, 'near_poor', incomeBetween(random, poorAlone!, criterion));
  }

  const source = {
    vi: 'Kế hoạch giảm nghèo của tỉnh Hà Nam, số liệu cuối năm 2015',
    en: 'Poverty reduction plan of Hà Nam province, figures of the end of 2015',
  };
  const rate = (measure: 'rate.poor' | 'rate.near_poor', row: string) =>
    ({ area: areaOn(province, asOf), village: null, asOf, measure, value: Math.round(figure(row) * 100), source, document: 'ha-nam-baseline' }) as const;
  return {
    key: 'ha-nam-2015',
    series: 'ha-nam',
    title: { vi: 'Tỉnh Hà Nam, cuối năm 2015', en: 'Hà Nam province, end of 2015' },
    round: { year, asOf, standardId: 'P2016', area: areaOn(province, asOf), running: false },
    communes: [...byArea].map(([area, households]) => ({ area, households })),
    statistics: [rate('rate.poor', 'poor household rate'), rate('rate.near_poor', 'near-poor household rate')],
    coverage: [...byArea.keys()].map((area) => ({ area, village: null, classes: ['poor', 'near_poor'], indicators: true })),
    simulatedNote: {
      vi: 'Mô phỏng: số hộ, số nhân khẩu và số hộ nghèo thiếu hụt theo từng chỉ số của toàn tỉnh đúng như công bố; từng hộ, từng người, thu nhập và phân bố theo xã là giả định.',
      en: 'Simulated: the province’s numbers of households, of persons and of poor households deprived by indicator are as published; each household and person, the incomes and the spread over communes are made up.',
    },
  };
}
