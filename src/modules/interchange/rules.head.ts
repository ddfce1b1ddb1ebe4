import { tidy } from '#kernel/vietnamese.ts';
import type { SheetRow } from './contract.parts.ts';
import { plainWords, textOf, withoutBrackets } from './rules.words.ts';

/** How far down a head may begin, and how many rows it may have. */
const deepest = 30;
const tallest = 3;
/** Fewer known columns than this are no head: a title or a line of data may hold one by chance. */
const fewest = 3;

export interface HeadColumn<Id> {
  index: number;
  label: string;
  /** The lowest part of the label. */
  own: string;
  /** What the column is, and what the head above it is by itself; null for what nobody knows. */
  id: Id | null;
  over: Id | null;
}

export interface Head<Id> {
  columns: HeadColumn<Id>[];
  /** Number of the first row of the head. */
  firstRow: number;
  /** Number of the last row of the head. */
  lastRow: number;
}

export interface HeadOptions<Id> {
  /** A lower label that says enough („B1“ under „Điểm“) may be known without the one above it. */
  alone: boolean;
  /** What is known to spread over columns of any label, as causes do. */
  spreads?: (id: Id) => boolean;
}

/** How many rows must be at hand before a head can be looked for. */
export const rowsForHead = deepest + tallest;

/**
 * Finds the head of a sheet: the one to three rows in which most columns are known to `meaning`. A merged head lies in its first cell only,
 * so a label is read together with the label above it. Null when no rows look like a head.
 */
export function findHead<Id>(rows: readonly SheetRow[], meaning: (words: string) => Id | undefined, { alone, spreads }: HeadOptions<Id>): Head<Id> | null {
  let best: Head<Id> | null = null;
  let most = fewest - 1;
  for (let height = 1; height <= tallest; height++) {
    for (let start = 0; start < Math.min(rows.length - height + 1, deepest); start++) {
      const head = readHead(rows.slice(start, start + height), meaning, alone);
      const known = new Set(head.columns.flatMap(({ id }) => (id === null ? [] : [id]))).size;
      const spread = head.columns.filter(({ id, over }) => id === null && over !== null && spreads?.(over)).length;
      if (known + spread > most) [best, most] = [head, known + spread];
    }
  }
  return best;
}

/** The columns of a head of these rows. */
export function readHead<Id>(rows: readonly SheetRow[], meaning: (words: string) => Id | undefined, alone: boolean): Head<Id> {
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const columns: HeadColumn<Id>[] = [];
  let over = '';
  for (let index = 0; index < width; index++) {
    const labels = rows.map(({ cells }) => tidy(textOf(cells[index])));
    const own = labels.filter((label) => label !== '');
    if (own.length === 0) {
      over = '';
      continue;
    }
    if (labels[0] !== '') over = labels[0]!;
    const label = own.at(-1)!;
    const above = label === over ? null : over || null;
    const tries = [own.join(' '), ...(above ? [`${above} ${label}`] : []), ...(alone || !above ? [label] : [])];
    columns.push({ index, label: above ? `${above} – ${label}` : label, own: label, id: firstMeaning(tries, meaning), over: above ? firstMeaning([above], meaning) : null });
  }
  return { columns, firstRow: rows[0]!.row, lastRow: rows.at(-1)!.row };
}

function firstMeaning<Id>(tries: readonly string[], meaning: (words: string) => Id | undefined): Id | null {
  for (const text of tries) {
    const id = meaning(plainWords(text)) ?? meaning(withoutBrackets(text));
    if (id !== undefined) return id;
  }
  return null;
}

/** Whether a row under the head only numbers the columns: A, B, 1, 2, 3 … */
export function numbersColumns({ cells }: SheetRow): boolean {
  const marks = cells.map((cell) => tidy(textOf(cell))).filter((mark) => mark !== '');
  const numbers = marks.map((mark) => /^\(?(\d{1,2})\)?\s*(=.*)?$/.exec(mark)?.[1]).filter((mark) => mark !== undefined).map(Number);
  const rest = marks.filter((mark) => !/^\(?(\d{1,2}|[A-Za-z])\)?\s*(=.*)?$/.test(mark));
  return rest.length === 0 && numbers.length >= 3 && numbers.every((number, place) => place === 0 || number === numbers[place - 1]! + 1);
}
