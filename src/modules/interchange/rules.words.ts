import { fold } from '#kernel/vietnamese.ts';
import type { Cell } from './contract.parts.ts';

/** A text as heads and values are compared: no case, diacritics, punctuation, line breaks or double spaces. */
export const plainWords = (text: string): string => fold(text).replace(/[^\p{L}\p{N}✓✔]+/gu, ' ').trim();

/** The same without what stands in brackets: `Ngày sinh (dd/mm/yyyy)` is `ngay sinh`. */
export const withoutBrackets = (text: string): string => plainWords(text.replace(/\([^)]*\)|\[[^\]]*\]/g, ' '));

/** A table from the ways to write something to what it is. The first entry wins where two are written alike. */
export function dictionary<Meaning>(entries: Iterable<readonly [readonly string[], Meaning]>): ReadonlyMap<string, Meaning> {
  const table = new Map<string, Meaning>();
  for (const [ways, meaning] of entries) {
    for (const way of ways) if (!table.has(plainWords(way))) table.set(plainWords(way), meaning);
  }
  return table;
}

/** A cell as a person sees it, spaces and line breaks as they are; empty for an empty cell. */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'object') return typeof cell === 'boolean' ? (cell ? '1' : '0') : String(cell);
  return 'day' in cell ? cell.day.split('-').reverse().join('/') : cell.fault;
}
