import type { Id } from '#kernel/ids.ts';
import { endOf, Period } from '#kernel/period.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { nameSortKey } from '#kernel/vietnamese.ts';
import { canonicalJson } from '#modules/standards/rules.canonical.ts';
import type { Amendment, LedgerContent, LedgerLine, Month } from './contract.ledger.ts';

/** The last day of a month: the book shows the situation on it. */
export const lastDay = (month: Month): PlainDate => endOf(Period.parse(month));

/** What a line says, without whose it is. */
export const contentOf = ({ household: _, number: __, ...content }: LedgerLine): LedgerContent => content;

/** The lines in the order of the book: by number, then those without one by name. */
export const inOrder = (lines: readonly LedgerLine[]): LedgerLine[] =>
  [...lines].sort((one, two) => {
    if (one.number !== null || two.number !== null) return (one.number ?? Infinity) - (two.number ?? Infinity);
    const [mine, theirs] = [nameSortKey(one.head), nameSortKey(two.head)];
    return mine < theirs ? -1 : mine > theirs ? 1 : one.household < two.household ? -1 : 1;
  });

/** Gives the next numbers, in the order of the book, to those that have none. A number is never given twice. */
export function numbered(lines: readonly LedgerLine[], highest: number): LedgerLine[] {
  let next = highest + 1;
  return inOrder(lines).map((line) => (line.number === null ? { ...line, number: next++ } : line));
}

/** What the fingerprint of a closing is taken of. */
export const sealed = (lines: readonly LedgerLine[]): string => canonicalJson(inOrder(lines));

/** How the register differs now from what was closed; `corrected` are those with an identity corrected after the closing. */
export function amendmentsOf(closed: readonly LedgerLine[], now: readonly LedgerLine[], corrected: ReadonlySet<Id>): Amendment[] {
  const then = new Map(closed.map((line) => [line.household, line]));
  const still = new Set(now.map(({ household }) => household));
  const amendment = (kind: Amendment['kind'], { household, number, head }: LedgerLine): Amendment => ({ household, number, head, kind });
  return [
    ...closed.filter(({ household }) => corrected.has(household)).map((line) => amendment('corrected', line)),
    ...now.flatMap((line) => {
      const before = then.get(line.household);
      if (!before) return [amendment('added', line)];
      return canonicalJson(contentOf(before)) === canonicalJson(contentOf(line)) ? [] : [amendment('changed', before)];
    }),
    ...closed.filter(({ household }) => !still.has(household)).map((line) => amendment('removed', line)),
  ];
}
