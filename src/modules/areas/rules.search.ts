import type { PlainDate } from '#kernel/plain-date.ts';
import { fold, words } from '#kernel/vietnamese.ts';
import type { AreaHit, AreaRef, Level } from './contract.ts';
import { properName } from './rules.catalogue.ts';

/** An area with all that it was called and lay in, oldest first: at least one name. */
export interface NamedArea {
  id: AreaRef;
  code: string | null;
  level: Level;
  /** Its place on today's map; none for what has ended. */
  areaPath: string | null;
  names: readonly { name: string; kind: string; parentId: AreaRef | null; from: PlainDate; to: PlainDate | null; sortKey: string }[];
}

export interface Search {
  text: string;
  today: PlainDate;
  level?: Level | undefined;
  limit: number;
  /** Paths on today's map that come first among equals: those of the post. */
  near: { low: string; high: string } | null;
}

/** Every area by its id, so that an index can say what its own lie in. */
export type AreasById = ReadonlyMap<AreaRef, NamedArea>;

const levels: readonly Level[] = ['country', 'province', 'district', 'commune', 'village'];
const forEver = 99_999_999;
const dayNumber = (day: PlainDate): number => Number(day.replaceAll('-', ''));
const last = <Item>(list: ArrayLike<Item>): Item => list[list.length - 1]!;
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A name as it is compared with what is typed: folded, words with one space between. */
const phrase = (text: string): string => fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean).join(' ');

/** The place of the first text that is not below `text`. */
function placeOf(texts: readonly string[], text: string): number {
  let low = 0;
  let high = texts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (texts[middle]! < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Texts in order, and for each the areas (by their place in the index, with a mark in the lowest bit) that bear it. */
class Postings {
  readonly #texts: readonly string[];
  readonly #starts: Int32Array;
  readonly #entries: Int32Array;

  constructor(entries: ReadonlyMap<string, readonly number[]>) {
    this.#texts = [...entries.keys()].sort(byText);
    this.#starts = new Int32Array(this.#texts.length + 1);
    for (const [at, text] of this.#texts.entries()) this.#starts[at + 1] = this.#starts[at]! + entries.get(text)!.length;
    this.#entries = new Int32Array(last(this.#starts));
    for (const [at, text] of this.#texts.entries()) this.#entries.set(entries.get(text)!, this.#starts[at]!);
  }

  /** Adds `bits(marked, whole)` to the mask of each area that bears a text that begins with `begin`; `whole`: that is the text. */
  mark(masks: Int32Array, begin: string, bits: (marked: boolean, whole: boolean) => number): void {
    for (let at = placeOf(this.#texts, begin); at < this.#texts.length && this.#texts[at]!.startsWith(begin); at++) {
      const whole = this.#texts[at] === begin;
      const plain = bits(false, whole);
      const marked = bits(true, whole);
      const end = this.#starts[at + 1]!;
      for (let entry = this.#starts[at]!; entry < end; entry++) {
        const value = this.#entries[entry]!;
        masks[value >> 1]! |= value & 1 ? marked : plain;
      }
    }
  }
}

/** Words beyond these do not count: a mask holds three bits for each, and two for the whole name. */
const mostWords = 9;
const begins = 1 << 27;
const equals = 1 << 28;
const bitsOf = (mask: number): number => {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
};

interface Ranked {
  /** Smaller comes first. */
  rank: number;
  area: NamedArea;
}

const compare = (a: Ranked, b: Ranked): number =>
  a.rank - b.rank || byText(last(a.area.names).sortKey, last(b.area.names).sortKey) || byText(last(b.area.names).from, last(a.area.names).from) || byText(a.area.id, b.area.id);

/** Areas in the order in which equals are shown, with the words that each is found by. Does not change once made. */
export class AreaIndex {
  readonly areas: readonly NamedArea[];
  readonly #words: Postings;
  readonly #titles: Postings;
  readonly #levels: Uint8Array;
  readonly #ends: Int32Array;
  /** Place of each area's path among `#paths`, -1 for what has ended. */
  readonly #places: Int32Array;
  readonly #paths: readonly string[];
  readonly #masks: Int32Array;

  /** `all` holds these areas and what they lie in; `aliases` are the codes by which an area is known besides its own. */
  constructor(areas: readonly NamedArea[], all: AreasById, aliases: ReadonlyMap<string, string>) {
    this.areas = areas.map((area) => ({ rank: 0, area })).sort(compare).map(({ area }) => area);
    this.#levels = Uint8Array.from(this.areas, ({ level }) => levels.indexOf(level));
    this.#ends = Int32Array.from(this.areas, ({ names }) => (last(names).to === null ? forEver : dayNumber(last(names).to!)));
    this.#paths = this.areas.flatMap(({ areaPath }) => areaPath ?? []).sort(byText);
    this.#places = Int32Array.from(this.areas, ({ areaPath }) => (areaPath === null ? -1 : placeOf(this.#paths, areaPath)));
    this.#masks = new Int32Array(this.areas.length);
    const { words: found, titles } = postingsOf(this.areas, all, aliases);
    this.#words = new Postings(found);
    this.#titles = new Postings(titles);
  }

  /** The first areas that match, best first: see `findIn`. */
  find({ text, today, level, limit, near }: Search): Ranked[] {
    const asked = words(text).slice(0, mostWords);
    if (asked.length === 0) return [];
    const masks = this.#masks.fill(0);
    for (const [at, word] of asked.entries()) this.#words.mark(masks, word, (own, whole) => (1 << at) | (own ? 1 << (mostWords + at) : 0) | (own && whole ? 1 << (2 * mostWords + at) : 0));
    this.#titles.mark(masks, phrase(text), (_, whole) => begins | (whole ? equals : 0));

    const every = (1 << asked.length) - 1;
    const onlyLevel = level === undefined ? -1 : levels.indexOf(level);
    const day = dayNumber(today);
    const [low, high] = near === null ? [0, 0] : [placeOf(this.#paths, near.low), placeOf(this.#paths, near.high)];
    const best = new Map<number, NamedArea[]>();
    for (let place = 0; place < masks.length; place++) {
      const mask = masks[place]!;
      const own = (mask >> mostWords) & every;
      if ((mask & every) !== every || own === 0 || (onlyLevel !== -1 && this.#levels[place] !== onlyLevel)) continue;
      const path = this.#places[place]!;
      // One digit for each question, the weightiest first.
      let rank = mask & equals ? 0 : 1;
      rank = rank * 10 + (this.#ends[place]! >= day ? 0 : 1);
      rank = rank * 10 + mostWords - bitsOf((mask >> (2 * mostWords)) & every);
      rank = rank * 10 + (mask & begins ? 0 : 1);
      rank = rank * 10 + mostWords - bitsOf(own);
      rank = rank * 10 + this.#levels[place]!;
      rank = rank * 10 + (path >= low && path < high ? 0 : 1);
      const equal = best.get(rank);
      if (equal === undefined) best.set(rank, [this.areas[place]!]);
      else if (equal.length < limit) equal.push(this.areas[place]!);
    }
    return [...best].flatMap(([rank, equal]) => equal.map((area) => ({ rank, area }))).sort((a, b) => a.rank - b.rank).slice(0, limit);
  }
}

/**
 * The words by which each area is found, marked where they are its own (of its names and code) and not of what it lies in; and its whole names,
 * with and without their type.
 */
function postingsOf(areas: readonly NamedArea[], all: AreasById, aliases: ReadonlyMap<string, string>) {
  const found = new Map<string, number[]>();
  const titles = new Map<string, number[]>();
  const add = (to: Map<string, number[]>, text: string, entry: number): void => {
    const list = to.get(text);
    if (list === undefined) to.set(text, [entry]);
    else list.push(entry);
  };
  // Names recur by the thousand: each is read once.
  const known = new Map<string, { words: string[]; titles: string[] }>();
  const readName = (name: string) => {
    const read = known.get(name) ?? { words: words(name), titles: [...new Set([phrase(name), phrase(properName(name))])] };
    known.set(name, read);
    return read;
  };
  const around = new Map<AreaRef, string[]>();
  const wordsAround = (id: AreaRef | null): string[] => {
    const area = id === null ? undefined : all.get(id);
    if (area === undefined || area.level === 'country') return [];
    const read = around.get(area.id) ?? [...new Set(area.names.flatMap(({ name, parentId }) => [...words(properName(name)), ...wordsAround(parentId)]))];
    around.set(area.id, read);
    return read;
  };
  for (const [place, { code, names }] of areas.entries()) {
    const codes = code === null ? [] : [code.toLowerCase(), aliases.get(code) ?? []].flat();
    const own = new Set([...names.flatMap(({ name }) => readName(name).words), ...codes]);
    for (const word of own) add(found, word, (place << 1) | 1);
    for (const word of new Set(names.flatMap(({ parentId }) => wordsAround(parentId)))) if (!own.has(word)) add(found, word, place << 1);
    for (const title of new Set([...names.flatMap(({ name }) => readName(name).titles), ...codes])) add(titles, title, place << 1);
  }
  return { words: found, titles };
}

/** What an area lies in on the first day of its last name, lowest first, without the country. */
function withinOf({ names }: NamedArea, all: AreasById): string {
  const { from, parentId } = last(names);
  const above: string[] = [];
  for (let id = parentId; id !== null; ) {
    const name = all.get(id)?.names.find((called) => called.from <= from && (called.to === null || called.to >= from));
    if (name === undefined || name.parentId === null) break;
    above.push(name.name);
    id = name.parentId;
  }
  return above.join(', ');
}

/**
 * Areas of any time whose words begin with the words of the text, without diacritics; words of what an area lies in count too, but one must be
 * its own. First those whose whole name or code was typed; then those that stand today, those with more words typed in full, those whose name begins
 * as typed, those with more words of their own; then higher levels before lower ones, and among equals those inside `near`, in the order of the
 * dictionary.
 */
export function findIn(indexes: readonly AreaIndex[], all: AreasById, search: Search): AreaHit[] {
  return indexes
    .flatMap((index) => index.find(search))
    .sort(compare)
    .slice(0, search.limit)
    .map(({ area }) => {
      const { name, kind, from, to } = last(area.names);
      return { id: area.id, code: area.code, level: area.level, name, kind, within: withinOf(area, all), from, to };
    });
}
