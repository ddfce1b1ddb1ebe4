/** Forms of the standard of 2022 for made-up households: what they lack, the sums of B1 and B2, groups and causes. */
import type { HouseholdIntake, MemberIntake } from '#modules/households/contract.intake.ts';
import type { HouseholdClass } from '#modules/standards/contract.ts';
import { MemberFacts, type Facts } from '#modules/standards/contract.facts.ts';
import { answers, pickCodes, type Lines } from './facts.ts';
import { ageAt } from './people.ts';
import { seeded, type Random } from './random.ts';

/** How often poor households here lack what. */
const deprivationWeights = [
  ['VL1', 30], ['VL2', 30], ['YT1', 15], ['YT2', 20], ['GD1', 20], ['GD2', 5], ['NO1', 30], ['NO2', 24], ['NS1', 30], ['NS2', 40], ['TT1', 40], ['TT2', 28],
] as const;
export const codes2022: readonly string[] = deprivationWeights.map(([code]) => code);

const hasAged = (members: readonly MemberIntake[], year: number, from: number, upTo: number): boolean =>
  members.some((one) => ageAt(one, year) >= from && ageAt(one, year) <= upTo);

/** Whether the people of a household allow a deprivation. */
function mayLack(code: string, members: readonly MemberIntake[], year: number): boolean {
  if (code === 'VL1') return hasAged(members, year, 18, 59);
  if (code === 'VL2') return members.filter((one) => ageAt(one, year) < 16 || ageAt(one, year) >= 60).length * 2 > members.length;
  if (code === 'YT1') return hasAged(members, year, 0, 15);
  if (code === 'GD1') return hasAged(members, year, 17, 29);
  if (code === 'GD2') return hasAged(members, year, 3, 15);
  return true;
}

/** How many indicators a household of a class lacks. */
function countFor(random: Random, stated: HouseholdClass, { minDeprived }: Lines): number {
  if (stated === 'poor') return minDeprived + random.weighted([[0, 52], [1, 29], [2, 14], [3, 5]] as const);
  return random.int(0, minDeprived - 1);
}

/** What a household lacks: first of what it lacked before, then anew. */
export function deprivationsOf(
  random: Random,
  stated: HouseholdClass,
  lines: Lines,
  members: readonly MemberIntake[],
  year: number,
  before: ReadonlySet<string> = new Set(),
): Set<string> {
  const able = deprivationWeights.filter(([code]) => mayLack(code, members, year));
  const weights = able.map(([code, weight]) => [code, before.has(code) ? weight * 20 : weight] as const);
  return pickCodes(random, weights, countFor(random, stated, lines));
}

/** Sums as a workbook carries them: B1 in steps of five, below the cut for the poor and near-poor. */
export function sums(
  random: Random,
  stated: HouseholdClass,
  { b1Criterion, pointsEach }: Lines,
  deprived: ReadonlySet<string>,
): Pick<Facts, 'copiedB1' | 'copiedB2'> {
  const steps = Math.floor(b1Criterion / 5);
  const isUnder = stated === 'poor' || stated === 'near_poor';
  const b1 = (isUnder ? Math.max(random.int(steps - 16, steps), random.int(steps - 16, steps)) : steps + random.int(1, 14)) * 5;
  return { copiedB1: b1, copiedB2: deprived.size * pointsEach };
}

/** What was seen of house, water, latrine and information, in keeping with what the household lacks. Clear of every threshold. */
export function dwelling(random: Random, deprived: ReadonlySet<string>, people: number): Partial<Facts> {
  const frail = random.shuffle([false, false, random.chance(0.4)]) as [boolean, boolean, boolean];
  const sound = random.shuffle([true, true, random.chance(0.7)]) as [boolean, boolean, boolean];
  const [wallsDurable, columnsDurable, roofDurable] = deprived.has('NO1') ? frail : sound;
  const means = random.weighted([[['television', 'smartphone'], 50], [['television', 'telephone'], 20], [['television'], 15], [['smartphone'], 15]] as const);
  const floorArea = people * (deprived.has('NO2') ? random.int(4, 7) : random.int(10, 22));
  const goodWater = random.weighted([['protected_spring', 30], ['drilled_well', 34], ['protected_dug_well', 24], ['piped', 12]] as const);
  const goodLatrine = random.weighted([['septic', 60], ['double_vault', 22], ['pour_flush', 18]] as const);
  return {
    house: { grade: null, wallsDurable, columnsDurable, roofDurable, floorArea },
    waterSource: deprived.has('NS1') ? 'other' : goodWater,
    latrine: deprived.has('NS2') ? random.weighted([['other', 65], ['none', 35]] as const) : goodLatrine,
    usesInternet: !deprived.has('TT1'),
    informationMeans: deprived.has('TT2') ? [] : [...means],
  };
}

/**
 * What the form says of each member, in keeping with what the household lacks: births, health insurance, and of children nutrition and school.
 * Work and the schooling of grown-ups are left blank. `random` is one of its own, so that all else stays as it was without members.
 */
function memberFacts(random: Random, members: readonly MemberIntake[], year: number, { schoolBands }: Lines, deprived: ReadonlySet<string>): Facts['members'] {
  const ages = members.map((one) => ageAt(one, year));
  // A family with so many children lacks VL2 by its births alone: where its form does not say so, its members are not told of.
  if (ages.filter((age) => age < 16).length * 2 > ages.length && !deprived.has('VL2')) return null;
  /** Of those who may, one at least where the household is deprived. */
  const drawn = (code: string, may: (age: number) => boolean): Set<number> => {
    const able = random.shuffle(ages.flatMap((age, place) => (may(age) ? [place] : [])));
    return new Set(deprived.has(code) ? able.filter((_, index) => index === 0 || random.chance(0.3)) : []);
  };
  const bandOf = (age: number) => schoolBands.find(({ from_age, below_age }) => age >= from_age && age < below_age);
  const uninsured = drawn('YT2', (age) => age >= 6);
  const undernourished = drawn('YT1', (age) => age < 16);
  const outOfSchool = drawn('GD2', (age) => bandOf(age) !== undefined);
  return members.map(({ birth }, place) => {
    const age = ages[place]!;
    const isChild = age < 16;
    const attending = outOfSchool.has(place) ? 'none' : (bandOf(age)?.levels[0] ?? (isChild ? 'none' : null));
    const nutrition = isChild ? { lowHeightForAge: undernourished.has(place), lowWeightForAge: false } : {};
    return MemberFacts.parse({ birth, attending, healthInsurance: !uninsured.has(place), ...nutrition });
  });
}

/** All that a form says of a household of a class. `key` names the form, so that its members are told of alike each time. */
export function form(random: Random, key: string, stated: HouseholdClass, lines: Lines, members: readonly MemberIntake[], year: number, deprived: ReadonlySet<string>): Partial<Facts> {
  const told = memberFacts(seeded(`members/${key}/${year}`), members, year, lines, deprived);
  return { indicators: answers(codes2022, deprived), ...sums(random, stated, lines, deprived), ...dwelling(random, deprived, members.length), members: told };
}

export function groupsOf(random: Random, members: readonly MemberIntake[], year: number): HouseholdIntake['groups'] {
  return {
    minority: members.find(({ head }) => head)!.ethnicity !== 'Kinh',
    noLabour: !hasAged(members, year, 16, 59),
    merit: random.chance(0.05),
  };
}

/** Seven of the eight causes of the official table; the eighth, want of labour, follows from who lives in the household. */
const causes = [
  ['Không có đất sản xuất', 10], ['Thiếu vốn sản xuất, kinh doanh', 26], ['Thiếu công cụ, phương tiện sản xuất', 12],
  ['Thiếu kiến thức sản xuất', 16], ['Thiếu kỹ năng lao động, sản xuất', 16], ['Ốm đau, bệnh nặng, tai nạn', 16], ['Khác', 4],
] as const;

export function causesOf(random: Random, { noLabour }: HouseholdIntake['groups']): string[] {
  const drawn = [...pickCodes(random, causes, random.weighted([[1, 50], [2, 38], [3, 12]] as const))];
  return noLabour ? ['Thiếu lao động', ...drawn.slice(1)] : drawn;
}
