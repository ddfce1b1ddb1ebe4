import type { ListChoice } from '../contract.parts.ts';

/** How a sheet is to be read, while somebody chooses it: what is not chosen is the empty text. */
export interface Draft {
  list: ListChoice;
  fields: Readonly<Record<number, string>>;
  words: Readonly<Record<string, string>>;
}

/** The fields without which the list cannot be read; of those named together one is enough. */
export function missingFields({ list, fields }: Draft): string[][] {
  if (list === 'skip') return [];
  const chosen = new Set(Object.values(fields));
  const needed = [['head', 'name'], ['head', 'relation'], ...(list === 'current' ? [['class']] : [])];
  return needed.filter((names) => !names.some((name) => chosen.has(name)));
}
