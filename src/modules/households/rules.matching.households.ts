/** Whether two households are one: told by their persons, each paired with at most one of the other side. */
import { areAlike, comparePersons, mightBeOne, verdictOf, type Around, type Comparison, type Finding, type NameShares, type Prepared, type Verdict } from './rules.matching.ts';

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

/** How many on each side, but for one, have somebody alike on the other. */
function othersAlike(alike: readonly (readonly boolean[])[], one: number, other: number): Around['others'] {
  const [sizeA, sizeB] = [alike.length, alike[0]!.length];
  if (sizeA < 2 || sizeB < 2) return 'unknown';
  const [seenA, seenB] = [new Set<number>(), new Set<number>()];
  alike.forEach((row, a) => row.forEach((is, b) => is && a !== one && b !== other && (seenA.add(a), seenB.add(b))));
  const count = Math.min(seenA.size, seenB.size);
  return count >= 2 ? 'several' : count === 1 ? 'one' : 'none';
}

/** The most that can be alike around any two of them. */
function mostAround(alike: readonly (readonly boolean[])[]): Around['others'] {
  if (alike.length < 2 || alike[0]!.length < 2) return 'unknown';
  return alike.some((row) => row.some((is) => is)) ? 'several' : 'none';
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
  const alike = a.members.map((one) => b.members.map((other) => areAlike(one, other)));
  const most = mostAround(alike);
  const all: PersonPair[] = [];
  for (const [one, mine] of a.members.entries()) {
    for (const [other, theirs] of b.members.entries()) {
      if (!mightBeOne(mine, theirs, { place, others: most }, shares)) continue;
      all.push({ one, other, comparison: comparePersons(mine, theirs, { place, others: othersAlike(alike, one, other) }, shares) });
    }
  }
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
