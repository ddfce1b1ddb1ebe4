/** Finds the probable pairs among many households without comparing each with each. */
import { compareHouseholds, type Grouped, type HouseholdMatch } from './rules.matching.households.ts';
import { reaches, type NameShares, type Prepared } from './rules.matching.ts';

/** Two households of a set, by their places in it, and how they stand to each other. */
export interface FoundPair {
  one: number;
  other: number;
  match: HouseholdMatch;
}

export interface SearchState {
  /** Pairs of persons compared so far. */
  compared: number;
  /** Blocks that were too large to be compared, for example everybody of a name in a town. */
  skipped: number;
  /** Share of the work that is done, 0 to 1. */
  done: number;
}

/** What two records must share to be compared; null where a record has not got it. Each way finds what another misses. */
const keys: readonly ((record: Prepared, place: Grouped) => string | null)[] = [
  ({ person }) => person.idNumber,
  ({ name, year }) => year === null ? null : `${name.sorted} ${year}`,
  ({ name }, { villageId }) => `${villageId} ${name.syllables.at(-1)}`,
  ({ year, monthDay }, { communeId }) => monthDay === null ? null : `${communeId} ${year} ${monthDay}`,
  ({ year, monthDay, name }) => monthDay === null ? null : `${year} ${monthDay} ${name.syllables.at(-1)}`,
  ({ name, year }, { communeId }) => year === null ? null : `${communeId} ${name.syllables[0]?.[0]} ${name.syllables.at(-1)} ${year}`,
  ({ name }, { communeId }) => `${communeId} ${name.sorted}`,
  ({ name, year }, { villageId }) => year === null ? null : `${villageId} ${name.syllables[0]} ${year}`,
];

/** More than this share one thing only when it says nothing. */
const largestBlock = 120;
/** Below this a pair of records is not worth looking at their households, in bits. */
const usualLeast = -7;

/** FNV-1a, then the bits that are left of a double beside a place in the list: two keys that fall together only cost a comparison. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

/**
 * Yields the pairs of households that are or may be one, or share a person; between them it yields `null` so that the caller can let others
 * have their turn. Work grows with the records, not with their square; memory with the records and the pairs of households looked at.
 */
export function* findPairs(households: readonly Grouped[], shares: NameShares, state: SearchState, leastBits = usualLeast): Generator<FoundPair | null> {
  const records: Prepared[] = [];
  const owner: number[] = [];
  households.forEach(({ members }, index) => members.forEach((member) => (records.push(member), owner.push(index))));
  const span = 2 ** Math.ceil(Math.log2(records.length + 1));
  const room = 2 ** 53 / span;
  const seen = new Set<number>();
  for (const [way, keyOf] of keys.entries()) {
    const sorted = new Float64Array(records.length);
    let filled = 0;
    records.forEach((record, index) => {
      const key = keyOf(record, households[owner[index]!]!);
      if (key !== null) sorted[filled++] = (hash(key) % room) * span + index;
    });
    const used = sorted.subarray(0, filled).sort();
    for (let start = 0, end = 0; start < filled; start = end) {
      const block = Math.floor(used[start]! / span);
      while (end < filled && Math.floor(used[end]! / span) === block) end++;
      if (end - start > largestBlock) state.skipped++;
      else if (end - start > 1) yield* pairsOf([...used.subarray(start, end)].map((value) => value % span));
      state.done = (way + end / filled) / keys.length;
    }
    yield null;
  }

  function* pairsOf(block: readonly number[]): Generator<FoundPair | null> {
    for (let a = 0; a < block.length; a++) {
      for (let b = a + 1; b < block.length; b++) {
        const [first, second] = [block[a]!, block[b]!];
        const [one, other] = [Math.min(owner[first]!, owner[second]!), Math.max(owner[first]!, owner[second]!)];
        if (one === other) continue;
        if (++state.compared % 20_000 === 0) yield null;
        if (!reaches(records[first]!, records[second]!, shares, leastBits)) continue;
        const pair = one * households.length + other;
        if (seen.has(pair)) continue;
        seen.add(pair);
        const match = compareHouseholds(households[one]!, households[other]!, shares);
        if (match.pairs.length > 0) yield { one, other, match };
      }
    }
  }
}
