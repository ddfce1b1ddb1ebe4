import { words } from '#kernel/vietnamese.ts';

/** How near a name is to what is sought, the nearest first: made of these words and no others, of them and others, only begun by them. */
export const Likeness = { same: 0, within: 1, begun: 2 } as const;
export type Likeness = (typeof Likeness)[keyof typeof Likeness];

/** How near a name is to sought words in whatever order; both folded. Null where one of them begins no word of the name. */
export function likeness(sought: readonly string[], name: readonly string[]): Likeness | null {
  if (!sought.every((word) => name.some((part) => part.startsWith(word)))) return null;
  if (!sought.every((word) => name.includes(word))) return Likeness.begun;
  return sought.length === name.length ? Likeness.same : Likeness.within;
}

/** A name as it stands in the index by which it is found: its folded words, each once. Empty where nothing of it is a letter or a digit. */
export const foldedName = (name: string): string => words(name).join(' ');

/** Of more words there are more orders than it is worth looking for, and few names. */
const mostOrdered = 4;

/** The names that are made of just these words, which are given folded and each once; none of more than four words. */
export function inAnyOrder(sought: readonly string[]): string[] {
  if (sought.length > mostOrdered) return [];
  if (sought.length <= 1) return [...sought];
  return sought.flatMap((first) => inAnyOrder(sought.filter((word) => word !== first)).map((rest) => `${first} ${rest}`));
}
