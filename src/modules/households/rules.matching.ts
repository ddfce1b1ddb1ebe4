/** Whether two records are one person's: findings, what they weigh together, and the verdict. Nothing is looked up, nothing is by chance. */
import { Sex, type Birth, type MemberIntake } from './contract.intake.ts';
import type { NumberForm } from './contract.matching.ts';
import { compareNames, isOneSlip, readName, type Name, type NameLevel } from './rules.matching.names.ts';
import { before, frequencyReach, ordinaryRegister, ordinaryShare, thresholds, weights, type Feature } from './rules.matching.weights.ts';

/** A record of a person as far as it is compared. */
export type Person = Pick<MemberIntake, 'name' | 'head' | 'sex' | 'birth' | 'ethnicity' | 'idNumber'>;

/** A record made ready for many comparisons. */
export interface Prepared {
  person: Person;
  name: Name;
  year: number | null;
  /** Month and day, `0517`; null where only the year is known. 1 January is what papers put for that. */
  monthDay: string | null;
  /** What the digits of the number tell. */
  told: { sex: Sex; year: number } | null;
  /** As stated, else by the number. */
  sex: Sex | null;
}

/** How often a name is borne among those compared. */
export interface NameShares {
  families: Readonly<Record<string, number>>;
  /** Middle and given names together, since they go by sex and age. */
  rests: Readonly<Record<string, number>>;
  /** Share of a name that is in neither. */
  least: number;
  /** How many records were counted. */
  records: number;
}

/** What is known around two records: whether they are of one place, and whether others of their households are alike too. */
export interface Around {
  place: keyof typeof weights.place;
  others: keyof typeof weights.around;
}

export type Verdict = 'same' | 'perhaps' | 'different';

/** One finding and what it weighs in bits; the name's weight holds its frequency. */
export type Finding = { [One in Feature]: { feature: One; level: keyof (typeof weights)[One]; bits: number } }[Feature];

export interface Comparison {
  /** Probability of being one person, 0 to 1. */
  score: number;
  verdict: Verdict;
  findings: Finding[];
}

/** What the digits of a personal number tell of its holder; null for another kind of number, or digits of no known meaning. */
export function readNumber(idNumber: string | null, form: NumberForm): { sex: Sex; year: number } | null {
  if (idNumber?.length !== form.length) return null;
  const century = form.centuries.find(({ digit }) => digit === idNumber[form.century_at]);
  return century ? { sex: century.sex, year: century.from + Number(idNumber.slice(form.year_at, form.year_at + 2)) } : null;
}

/** A birth as precise as it is known. The first day of a year stands for the year alone, as papers of the old have it. */
function readBirth(birth: Birth | null): Pick<Prepared, 'year' | 'monthDay'> {
  if (birth === null) return { year: null, monthDay: null };
  const monthDay = birth.length === 10 ? birth.slice(5, 7) + birth.slice(8) : null;
  return { year: Number(birth.slice(0, 4)), monthDay: monthDay === '0101' ? null : monthDay };
}

export function prepare(person: Person, form: NumberForm): Prepared {
  const { year, monthDay } = readBirth(person.birth);
  const told = readNumber(person.idNumber, form);
  return { person, name: readName(person.name), year, monthDay, told, sex: person.sex ?? told?.sex ?? null };
}

/** How often each name is borne among the records. */
export function nameShares(records: readonly Pick<Prepared, 'name'>[]): NameShares {
  const [families, rests] = [new Map<string, number>(), new Map<string, number>()];
  const add = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { name } of records) {
    add(families, name.syllables[0] ?? '');
    add(rests, name.rest);
  }
  // What only few bear says nothing and would name them.
  const shares = (counts: Map<string, number>): Record<string, number> => Object.fromEntries([...counts].filter(([, count]) => count >= 5).map(([key, count]) => [key, count / records.length]));
  return { families: shares(families), rests: shares(rests), least: 2 / Math.max(records.length, 1000), records: records.length };
}

export const noShares: NameShares = { families: {}, rests: {}, least: ordinaryShare ** 0.5, records: 0 };

/** Share of those who bear a name. */
function shareOf({ syllables, rest }: Name, { families, rests, least }: NameShares): number {
  return (families[syllables[0] ?? ''] ?? least) * (rests[rest] ?? least);
}

/** The levels of names that stand for one and the same name. */
const alikeNames: ReadonlySet<NameLevel> = new Set<NameLevel>(['same', 'typed', 'unmarked', 'marks', 'spaced', 'order']);

function weighName(a: Name, b: Name, level: NameLevel, shares: NameShares): number {
  if (!alikeNames.has(level)) return weights.name[level];
  const rarity = Math.log2(ordinaryShare) - (Math.log2(shareOf(a, shares)) + Math.log2(shareOf(b, shares))) / 2;
  return weights.name[level] + Math.min(frequencyReach.up, Math.max(-frequencyReach.down, rarity));
}

const swap = (monthDay: string): string => monthDay.slice(2) + monthDay.slice(0, 2);
const sharesHalf = (a: string, b: string): boolean => a.slice(0, 2) === b.slice(0, 2) || a.slice(2) === b.slice(2);

export function compareBirths(a: Prepared, b: Prepared): keyof typeof weights.birth {
  if (a.year === null || b.year === null) return 'unknown';
  const apart = Math.abs(a.year - b.year);
  // The many: years apart, and no day that is the same.
  if (apart > 1 && (a.monthDay === null || a.monthDay !== b.monthDay)) return 'other';
  const known = a.monthDay !== null && b.monthDay !== null;
  if (apart === 0) {
    if (!known) return 'year';
    if (a.monthDay === b.monthDay) return 'day';
    if (a.monthDay === swap(b.monthDay!)) return 'swapped';
    return sharesHalf(a.monthDay!, b.monthDay!) ? 'part' : 'same_year';
  }
  if (known && a.monthDay === b.monthDay && (apart === 1 || isOneSlip(String(a.year), String(b.year)))) return 'slip';
  return apart === 1 && !known ? 'next_year' : 'other';
}

function compareNumbers(a: Prepared, b: Prepared): keyof typeof weights.number {
  const one = a.person.idNumber;
  const other = b.person.idNumber;
  if (one === null || other === null) return one === other ? 'unknown' : implies(a, b) || implies(b, a) ? 'implies' : 'unknown';
  if (one === other) return 'same';
  if (one.length !== other.length) return 'kinds';
  return isOneSlip(one, other) ? 'slip' : 'other';
}

/** Whether a number settles a year that the papers have differently or not at all. */
const implies = (number: Prepared, birth: Prepared): boolean => number.told !== null && number.year !== number.told.year && number.told.year === birth.year;

const compareKnown = <Value>(one: Value | null, other: Value | null): 'same' | 'other' | 'unknown' => (one === null || other === null ? 'unknown' : one === other ? 'same' : 'other');

/**
 * Whether years, days or numbers of two records come near each other. Of the many that do not it is known without looking further that they are not
 * alike, and that they are one person only where much around them says so (`mostOfFar`).
 */
export function isNear(a: Prepared, b: Prepared): boolean {
  if (a.year === null || b.year === null || Math.abs(a.year - b.year) <= 1) return true;
  if (a.monthDay !== null && a.monthDay === b.monthDay) return true;
  const number = compareNumbers(a, b);
  return number === 'same' || number === 'slip' || number === 'implies';
}

/** Whether two records may be one person's at first sight: what counts as "others of the household are alike". */
export function areAlike(a: Prepared, b: Prepared): boolean {
  const number = compareNumbers(a, b);
  if (number === 'same' || number === 'other') return number === 'same';
  const birth = compareBirths(a, b);
  if (birth === 'other' || birth === 'same_year' || compareKnown(a.sex, b.sex) === 'other') return false;
  const level = compareNames(a.name, b.name);
  return alikeNames.has(level) || level === 'spelling' || level === 'middle' || level === 'initials';
}

/** Bits of all that a record says but the name. */
const bitsBesideName = (a: Prepared, b: Prepared): number =>
  before + weights.birth[compareBirths(a, b)] + weights.number[compareNumbers(a, b)] + weights.sex[compareKnown(a.sex, b.sex)] + weights.ethnicity[compareKnown(a.person.ethnicity, b.person.ethnicity)];

/** The most that a name can weigh. */
const mostOfName = Math.max(...Object.values(weights.name)) + frequencyReach.up;

/** The most bits, without what is around them, that two records have which are not near. */
const mostOfFar = before + weights.birth.other + Math.max(weights.number.other, weights.number.kinds, weights.number.unknown) + Math.max(...Object.values(weights.sex)) + Math.max(...Object.values(weights.ethnicity)) + mostOfName;

/** Whether two records have so many bits for being one person, without what is around them. Names are compared last, since they take longest. */
export function reaches(a: Prepared, b: Prepared, shares: NameShares, least: number): boolean {
  if (mostOfFar < least && !isNear(a, b)) return false;
  const bits = bitsBesideName(a, b);
  return bits + mostOfName >= least && bits + weighName(a.name, b.name, compareNames(a.name, b.name), shares) >= least;
}

/** The bits below which a comparison finds two records to be different persons: those of the probability `perhaps`, a little less for the sake of rounding. */
const leastPerhaps = Math.log2(thresholds.perhaps / (1 - thresholds.perhaps)) - 1e-6;

const roleOf = (a: Prepared, b: Prepared): keyof typeof weights.role => (a.person.head && b.person.head ? 'heads' : a.person.head || b.person.head ? 'one_head' : 'members');
const mostOfRole = Math.max(...Object.values(weights.role));
const crowdAt = (place: Around['place'], { records }: NameShares): number => (place === 'elsewhere' ? Math.max(0, Math.log2(records / ordinaryRegister)) : 0);

/** The bits that two records must have, without what is around them, for a comparison to find that they may be one person's. */
const leastWithin = (role: number, { place, others }: Around, shares: NameShares): number =>
  leastPerhaps - (weights.place[place] - crowdAt(place, shares) + role + weights.around[others]);

/** Whether a comparison might find them to be one person, where at most this is known around them: quick, for the many that it would not. */
export const mightBeOne = (a: Prepared, b: Prepared, around: Around, shares: NameShares): boolean => reaches(a, b, shares, leastWithin(weights.role[roleOf(a, b)], around, shares));

/** Whether two that are not near might be found to be one person, where at most this is known around them. */
export const mightFarBeOne = (around: Around, shares: NameShares): boolean => mostOfFar >= leastWithin(mostOfRole, around, shares);

/**
 * Holds two records side by side. The same whichever comes first. Two different numbers of full length are never `same`; nor is a name alone
 * where neither birth, number nor others of the household stand behind it.
 */
export function comparePersons(a: Prepared, b: Prepared, around: Around, shares: NameShares): Comparison {
  const name = compareNames(a.name, b.name);
  const birth = compareBirths(a, b);
  const number = compareNumbers(a, b);
  const sex = compareKnown(a.sex, b.sex);
  const ethnicity = compareKnown(a.person.ethnicity, b.person.ethnicity);
  const role = roleOf(a, b);
  const findings: Finding[] = [
    { feature: 'name', level: name, bits: weighName(a.name, b.name, name, shares) },
    { feature: 'birth', level: birth, bits: weights.birth[birth] },
    { feature: 'sex', level: sex, bits: weights.sex[sex] },
    { feature: 'number', level: number, bits: weights.number[number] },
    { feature: 'ethnicity', level: ethnicity, bits: weights.ethnicity[ethnicity] },
    { feature: 'place', level: around.place, bits: weights.place[around.place] - crowdAt(around.place, shares) },
    { feature: 'role', level: role, bits: weights.role[role] },
    { feature: 'around', level: around.others, bits: weights.around[around.others] },
  ];
  const bits = findings.reduce((sum, finding) => sum + finding.bits, before);
  const probability = 1 / (1 + 2 ** -bits);
  const stands = number === 'same' || birth !== 'unknown' || around.others === 'several' || around.others === 'one';
  const mayBeSame = stands && number !== 'other' && number !== 'slip';
  const score = mayBeSame ? probability : Math.min(probability, thresholds.same - 0.01);
  return { score, verdict: verdictOf(score), findings };
}

export const verdictOf = (score: number): Verdict => (score >= thresholds.same ? 'same' : score >= thresholds.perhaps ? 'perhaps' : 'different');
