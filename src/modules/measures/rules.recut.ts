import type { AreaName, AreaRef } from '#modules/areas/contract.ts';
import type { Piece, Strand } from '#modules/areas/rules.strands.ts';

/** A unit of the day of the data whose figures are carried over to the map of another day. */
export interface Source {
  area: AreaName;
  /** Where its people are on the map; `null` for what is not shown. */
  pieces: readonly { to: AreaRef | null; share: number | null }[];
  /** Some of its land lies outside the reader’s post: no part of its figure may be read off. */
  outside: boolean;
  /** Villages with figures whose own place on the map is not known. */
  villages: number;
  /** What those villages have by measure; what the others have is counted where they lie. */
  rest: ReadonlyMap<string, number>;
}

/** A source as a unit of the map meets it: those of its pieces that lie there. */
export type Touched = ReadonlyMap<number, readonly number[]>;

export interface Recut {
  sources: readonly Source[];
  /** By unit of the map. */
  touched: ReadonlyMap<string, Touched>;
  /** Units that hold only a part of what a list of their households would show. */
  partial: ReadonlySet<string>;
  /** Units that stood on the day of the data too: their lists show what their figures count. */
  standing: ReadonlySet<string>;
  /** The map is that of an earlier day than the data: a village that came later is in no list of an old unit. */
  isBack: boolean;
}

/** What of the sources a unit holds: a number, or why it is not known. */
export interface Carried {
  value: number;
  /** The sources that have something here, and how much of their land. */
  from: { source: number; share: number }[];
  estimated: boolean;
  unknown: { code: 'not_placed' | 'outside_post'; villages: number } | null;
}

/**
 * Shares out a whole number by weights that add up to 1. The pieces are whole numbers that add up to it again: each is rounded down, and what
 * is left goes one by one to those that lost most, the first of equals first.
 */
export function shareOut(value: number, shares: readonly number[]): number[] {
  const exact = shares.map((share) => value * share);
  const pieces = exact.map(Math.floor);
  const left = value - pieces.reduce((sum, piece) => sum + piece, 0);
  const byLoss = exact.map((piece, place) => ({ place, loss: piece - pieces[place]! })).sort((a, b) => b.loss - a.loss || a.place - b.place);
  for (const { place } of byLoss.slice(0, left)) pieces[place]! += 1;
  return pieces;
}

/** Which pieces of which sources each unit holds. */
export function touchedBy(sources: readonly Source[]): Map<string, Touched> {
  const units = new Map<string, Map<number, number[]>>();
  sources.forEach(({ pieces }, source) =>
    pieces.forEach(({ to }, place) => {
      if (to === null) return;
      const own = units.get(to) ?? new Map<number, number[]>();
      units.set(to, own.set(source, [...(own.get(source) ?? []), place]));
    }),
  );
  return units;
}

/** What several units hold together. */
export function together(parts: readonly Touched[]): Touched {
  const all = new Map<number, readonly number[]>();
  for (const part of parts) for (const [source, places] of part) all.set(source, [...(all.get(source) ?? []), ...places]);
  return all;
}

/**
 * What comes over from the sources: the whole amount of one that lies here with all its pieces, and a part by land of one that was split. Where
 * no land tells, or where the part would give away a figure from outside the post, it is not known.
 */
export function carry(sources: readonly Source[], touched: Touched, amountOf: (source: Source) => number): Carried {
  const sum: Carried = { value: 0, from: [], estimated: false, unknown: null };
  for (const [index, places] of touched) {
    const source = sources[index]!;
    const { pieces, outside, villages } = source;
    const amount = amountOf(source);
    if (amount === 0) continue;
    if (places.length === pieces.length) {
      sum.value += amount;
      sum.from.push({ source: index, share: 1 });
      continue;
    }
    const shares = pieces.map(({ share }) => share);
    if (shares.includes(null)) sum.unknown ??= { code: 'not_placed', villages };
    else if (outside) sum.unknown ??= { code: 'outside_post', villages };
    else {
      const parts = shareOut(amount, shares as number[]);
      sum.value += places.reduce((all, place) => all + parts[place]!, 0);
      sum.from.push({ source: index, share: places.reduce((all, place) => all + shares[place]!, 0) });
      sum.estimated = true;
    }
  }
  return sum;
}

/** The pieces of a unit that lie in units of a map, with all others as one. */
export function piecesIn(pieces: readonly Piece[], units: ReadonlySet<string>): Source['pieces'] {
  const elsewhere = pieces.filter(({ to }) => !units.has(to)).map(({ share }) => share);
  const shown = pieces.filter(({ to }) => units.has(to));
  if (elsewhere.length === 0) return shown;
  const share = elsewhere.reduce<number | null>((sum, part) => (sum === null || part === null ? null : sum + part), 0);
  return [...shown, { to: null, share }];
}

/**
 * Where the people of a unit are who lived in an area that has ended: first on the area’s own last map (`toPast`), from there on the map shown
 * (`onwards`), and only in units to which the unit itself leads (`toMap`). Whoever did not live in the area is elsewhere.
 */
export function piecesThrough(toPast: Strand, onwards: ReadonlyMap<string, Strand>, toMap: Strand): Source['pieces'] {
  const possible = new Set<string>(toMap.pieces.map(({ to }) => to));
  const cells: { to: AreaRef | null; share: number | null }[] = [];
  const add = (to: AreaRef | null, share: number | null): void => {
    const same = cells.find((cell) => cell.to === to);
    if (!same) cells.push({ to, share });
    else same.share = same.share === null || share === null ? null : same.share + share;
  };
  for (const { to: past, share } of toPast.pieces) {
    const own = onwards.get(past);
    if (!own) {
      add(null, share);
      continue;
    }
    const leads = own.pieces.filter(({ to }) => possible.has(to));
    if (leads.length <= 1) {
      add(leads[0]?.to ?? null, share);
      continue;
    }
    const all = leads.reduce<number | null>((sum, piece) => (sum === null || piece.share === null ? null : sum + piece.share), 0);
    for (const piece of leads) add(piece.to, share === null || all === null || all === 0 ? null : (share * piece.share!) / all);
  }
  return cells;
}
