import type { ImportCheck } from '../contract.ts';
import type { ListChoice, SheetLayout } from '../contract.parts.ts';

/** How a sheet is to be read, while somebody chooses it: what is not chosen is the empty text. */
export interface Draft {
  /** First and last row of the head. */
  first: number;
  last: number;
  list: ListChoice;
  fields: Readonly<Record<number, string>>;
  words: Readonly<Record<string, string>>;
}

/** The fields without which the list cannot be read; of those named together one is enough. */
export function missingFields({ list, fields }: Pick<Draft, 'list' | 'fields'>): string[][] {
  if (list === 'skip') return [];
  const chosen = new Set(Object.values(fields));
  const needed = [['head', 'name'], ['head', 'relation'], ...(list === 'current' ? [['class']] : [])];
  return needed.filter((names) => !names.some((name) => chosen.has(name)));
}

const arrangeable = /^(column\.(missing|one-of|twice)|value\.class(-unclear)?|sheet\.(no-head|twice))$/;

/** Whether something about a sheet is best answered by saying how it is read. */
export const wantsArranging = ({ list, sheet }: SheetLayout, { issues, sheets }: ImportCheck): boolean =>
  (list === null && sheets.length === 0) || issues.some((issue) => issue.sheet === sheet && arrangeable.test(issue.code));
