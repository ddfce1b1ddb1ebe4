/** Whether two households are one: told by their persons, each paired with at most one of the other side. */
import { areAlike, comparePersons, isNear, mightBeOne, mightFarBeOne, verdictOf, type Around, type Comparison, type Finding, type NameShares, type Prepared, type Verdict } from './rules.matching.ts';

/** A household made ready for comparison; its persons in the order of the list. */
export interface Grouped {
  villageId: string;
  communeId: string;
  members: readonly Prepared[];
}

export interface PersonPair {
  /** Places in the lists of members. */
  one: number;
  other: number;
  comparison: Comparison;
}

export interface HouseholdMatch {
  score: number;
  verdict: Verdict;
  /** Those that are or may be one person, the surest first. */
  pairs: PersonPair[];
}

const placeOf = (a: Grouped, b: Grouped): Around['place'] => (a.villageId === b.villageId ? 'village' : a.communeId === b.communeId ? 'commune' : 'elsewhere');

/** Places of a member of one household and of one of the other. */
type Places = readonly [one: number, other: number];

/** The pairs of members of two households that `holds` is true of. */
function placesWhere({ members: mine }: Grouped, { members: theirs }: Grouped, holds: (one: Prepared, other: Prepared) => boolean): Places[] {
  const found: Places[] = [];
  for (let one = 0; one < mine.length; one++) for (let other = 0; other < theirs.length; other++) if (holds(mine[one]!, theirs[other]!)) found.push([one, other]);
  return found;
}

const isAnyone = (): boolean => true;
const areSingle = (a: Grouped, b: Grouped): boolean => a.members.length < 2 || b.members.length < 2;

/** How many on each side, but for one, have somebody alike on the other. */
function othersAlike(a: Grouped, b: Grouped, alike: readonly Places[], one: number, other: number): Around['others'] {
  if (areSingle(a, b)) return 'unknown';
  const others = alike.filter((pair) => pair[0] !== one && pair[1] !== other);
  const count = Math.min(new Set(others.map(([mine]) => mine)).size, new Set(others.map(([, theirs]) => theirs)).size);
  return count >= 2 ? 'several' : count === 1 ? 'one' : 'none';
}

/** Whether a likeness is enough to ask of one person alone, when the households are not one: a likely name is not, without the number or the day of birth. */
export const isTelling = ({ verdict, findings }: Comparison): boolean => {
  const has = (feature: Finding['feature'], ...levels: readonly string[]): boolean => findings.some((finding) => finding.feature === feature && levels.includes(finding.level));
  return verdict === 'same' || (verdict === 'perhaps' && (has('number', 'same') || has('birth', 'day')));
};

/** Pairs the persons of two households, the surest first, nobody twice: of twins each finds the right one. */
export function pairPersons(a: Grouped, b: Grouped, shares: NameShares): PersonPair[] {
  if (a.members.length === 0 || b.members.length === 0) return [];
  const place = placeOf(a, b);
  const near = placesWhere(a, b, isNear);
  const alike = near.filter(([one, other]) => areAlike(a.members[one]!, b.members[other]!));
  const atMost: Around = { place, others: areSingle(a, b) ? 'unknown' : alike.length > 0 ? 'several' : 'none' };
  const all: PersonPair[] = [];
  for (const [one, other] of mightFarBeOne(atMost, shares) ? placesWhere(a, b, isAnyone) : near) {
    const [mine, theirs] = [a.members[one]!, b.members[other]!];
    if (!mightBeOne(mine, theirs, atMost, shares)) continue;
    all.push({ one, other, comparison: comparePersons(mine, theirs, { place, others: othersAlike(a, b, alike, one, other) }, shares) });
  }
  if (all.length === 0) return [];
  const bits = ({ comparison }: PersonPair): number => comparison.findings.reduce((sum, finding) => sum + finding.bits, 0);
  const ranked = all.filter(({ comparison }) => comparison.verdict !== 'different').sort((x, y) => y.comparison.score - x.comparison.score || bits(y) - bits(x));
  const [takenA, takenB] = [new Set<number>(), new Set<number>()];
  return ranked.filter(({ one, other }) => {
    if (takenA.has(one) || takenB.has(other)) return false;
    takenA.add(one);
    takenB.add(other);
    return true;
  });
}

/**
 * Whether two households are one: their heads are one person, or most of the smaller one's persons are found in the other, at least two of
 * them. One person alone in two households, who is not head of both, is a matter of that person.
 */
export function compareHouseholds(a: Grouped, b: Grouped, shares: NameShares): HouseholdMatch {
  const pairs = pairPersons(a, b, shares);
  const heads = pairs.find(({ one, other }) => a.members[one]!.person.head && b.members[other]!.person.head);
  const smaller = Math.min(a.members.length, b.members.length);
  const covered = pairs.length >= 2 ? pairs.reduce((sum, { comparison }) => sum + comparison.score, 0) / smaller : 0;
  const score = Math.max(heads?.comparison.score ?? 0, covered >= 0.5 ? Math.min(...pairs.slice(0, 2).map(({ comparison }) => comparison.score)) : 0);
  return { score, verdict: verdictOf(score), pairs };
}
