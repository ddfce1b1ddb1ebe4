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
