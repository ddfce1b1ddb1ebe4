/** Finds the probable pairs among many households without comparing each with each. */
import { compareHouseholds, type Grouped, type HouseholdMatch } from './rules.matching.households.ts';
import type { Name } from './rules.matching.names.ts';
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

/** What two records must share to be compared, as a number; null where a record has not got it. Each way finds what another misses. */
const keys: readonly ((record: Prepared, place: Grouped, idOf: (text: string) => number) => number | null)[] = [
  ({ person }, _, idOf) => person.idNumber === null ? null : mix(idOf(person.idNumber)),
  ({ name, year }, _, idOf) => year === null ? null : mix(idOf(name.sorted), year),
  ({ name }, { villageId }, idOf) => mix(idOf(villageId), idOf(given(name))),
  ({ year, monthDay }, { communeId }, idOf) => monthDay === null ? null : mix(idOf(communeId), year!, Number(monthDay)),
  ({ year, monthDay, name }, _, idOf) => monthDay === null ? null : mix(year!, Number(monthDay), idOf(given(name))),
  ({ name, year }, { communeId }, idOf) => year === null ? null : mix(idOf(communeId), family(name).charCodeAt(0), idOf(given(name)), year),
  ({ name }, { communeId }, idOf) => mix(idOf(communeId), idOf(name.sorted)),
  ({ name, year }, { villageId }, idOf) => year === null ? null : mix(idOf(villageId), idOf(family(name)), year),
];

const family = ({ syllables }: Name): string => syllables[0] ?? '';
const given = ({ syllables }: Name): string => syllables.at(-1) ?? '';

/** FNV-1a over whole numbers: two keys that fall together only cost a comparison. */
function mix(...parts: number[]): number {
  let value = 0x811c9dc5;
  for (const part of parts) value = Math.imul(value ^ (part & 0xffff), 0x01000193) ^ (part >>> 16);
  return Math.imul(value ^ (value >>> 15), 0x01000193) >>> 0;
}

/** Numbers texts as they come. */
function numbering(): (text: string) => number {
  const known = new Map<string, number>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    known.set(text, known.size);
    return known.size - 1;
  };
}

/** More than this share one thing only when it says nothing. */
const largestBlock = 120;
/** Below this a pair of records is not worth looking at their households, in bits. */
const usualLeast = -7;

/** Between so many comparisons the caller may let others have their turn. */
const comparedAtOnce = 20_000;

/**
 * Yields the pairs of households that are or may be one, or share a person; between them it yields `null` so that the caller can let others
 * have their turn. Work grows with the records, not with their square; memory with the records and the pairs of households looked at.
 */
export function* findPairs(households: readonly Grouped[], shares: NameShares, state: SearchState, leastBits = usualLeast): Generator<FoundPair | null> {
  const records: Prepared[] = [];
  const owner: number[] = [];
  households.forEach(({ members }, index) => members.forEach((member) => (records.push(member), owner.push(index))));
  // A key and a place in the list share the bits of a double.
  const span = 2 ** Math.ceil(Math.log2(records.length + 1));
  const room = 2 ** 53 / span;
  const seen = new Set<number>();
  const idOf = numbering();
  let pause = comparedAtOnce;
  for (const [way, keyOf] of keys.entries()) {
    const sorted = new Float64Array(records.length);
    let filled = 0;
    records.forEach((record, index) => {
      const key = keyOf(record, households[owner[index]!]!, idOf);
      if (key !== null) sorted[filled++] = (key % room) * span + index;
    });
    const used = sorted.subarray(0, filled).sort();
    for (let start = 0, end = 0; start < filled; start = end) {
      const block = Math.floor(used[start]! / span);
      while (end < filled && Math.floor(used[end]! / span) === block) end++;
      if (end - start > largestBlock) state.skipped++;
      else if (end - start > 1) yield* found(Array.from(used.subarray(start, end), (value) => value % span));
      state.done = (way + end / filled) / keys.length;
      if (state.compared < pause) continue;
      pause += comparedAtOnce;
      yield null;
    }
    yield null;
  }

  function* found(block: readonly number[]): Generator<FoundPair> {
    for (const [first, second] of reaching(block)) {
      const [one, other] = [Math.min(owner[first]!, owner[second]!), Math.max(owner[first]!, owner[second]!)];
      const pair = one * households.length + other;
      if (seen.has(pair)) continue;
      seen.add(pair);
      const match = compareHouseholds(households[one]!, households[other]!, shares);
      if (match.pairs.length > 0) yield { one, other, match };
    }
  }

  /** The records of a block, two and two, that say enough for their households to be looked at. */
  function reaching(block: readonly number[]): [number, number][] {
    const pairs: [number, number][] = [];
    for (let a = 0; a < block.length; a++) {
      const first = block[a]!;
      for (let b = a + 1; b < block.length; b++) {
        const second = block[b]!;
        if (owner[first] === owner[second]) continue;
        state.compared++;
        if (reaches(records[first]!, records[second]!, shares, leastBits)) pairs.push([first, second]);
      }
    }
    return pairs;
  }
}
