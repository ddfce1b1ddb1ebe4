/**
 * A table as it stands on official paper: whose it is and the national motto, title, head with numbered columns, rows, remarks, who signs.
 * Excel (`official-sheet.ts`), Word (`write-docx.ts`) and PDF (`write-pdf.ts`) are made of this one description; `print-papers.ts` does so off the main thread.
 */
import { showNumber, showRate } from '#kernel/show.ts';
import type { Language } from '#kernel/text.ts';

/** A cell of the head; cells fill their row from the left and step over those that reach down from above, as in HTML. */
export interface OfficialHead {
  text: string;
  across?: number;
  down?: number;
}

/** `no` holds the number of the row, `text` a name; figures are whole numbers, or rates in hundredths of a percent. */
export interface OfficialColumn {
  /** Number or letter of the column as the form gives it: `A`, `1`, `4=3/1×100`. */
  number: string;
  kind: 'no' | 'text' | 'integer' | 'rate';
}

/** A figure may carry the mark of its source, and be an estimate. A text in the place of a figure says why there is none. Null: the cell above reaches down over this one. */
export type OfficialCell = string | number | { figure: number; mark: string | null; estimated: boolean } | null;

/** Stands before a figure that is an estimate. */
export const estimateSign = '≈';

export interface OfficialRow {
  cells: readonly OfficialCell[];
  /** A row that holds others, or all of them. */
  strong?: boolean;
  /** How deep its name stands in. */
  depth?: number;
}

export interface OfficialPaper {
  /** In a word or two, as the tab of a workbook shows it. */
  name: string;
  language: Language;
  /** Lines at the top left: who reports, the number of the form. */
  office: readonly string[];
  /** Lines at the top right, under every office of the country. */
  motto: readonly [string, string];
  title: string;
  subtitles: readonly string[];
  /** Stands under the title and on every page: that the data are simulated. */
  mark: string | null;
  /** Above the right corner of the table: the units it is measured in. */
  measured: string | null;
  head: readonly (readonly OfficialHead[])[];
  columns: readonly OfficialColumn[];
  rows: readonly OfficialRow[];
  remarks: readonly { title: string; lines: readonly string[] }[];
  /** Day and posts, side by side; a list of contents has none. */
  signing: { day: string; posts: readonly string[]; hint: string } | null;
}

/** What is printed in a cell, and how. */
export interface ShownCell {
  text: string;
  mark: string | null;
  align: 'left' | 'center' | 'right';
  /** Says why there is no figure. */
  small: boolean;
}

/** The cells of a row that are its own, with their columns, and how many rows each reaches down. */
export function cellsOfRow({ columns, rows }: OfficialPaper, row: number): { cell: NonNullable<OfficialCell>; column: OfficialColumn; place: number; down: number }[] {
  const isCovered = (at: number, place: number): boolean => at < rows.length && rows[at]!.cells[place] === null;
  return columns.flatMap((column, place) => {
    const cell = rows[row]!.cells[place] ?? null;
    if (cell === null) return [];
    let down = 1;
    while (isCovered(row + down, place)) down++;
    return [{ cell, column, place, down }];
  });
}

export function shownCell(cell: NonNullable<OfficialCell>, { kind }: OfficialColumn, language: Language): ShownCell {
  const isFigure = kind === 'integer' || kind === 'rate';
  if (typeof cell === 'string') return { text: cell, mark: null, align: kind === 'text' ? 'left' : 'center', small: isFigure };
  const { figure, mark, estimated } = typeof cell === 'number' ? { figure: cell, mark: null, estimated: false } : cell;
  const text = kind === 'rate' ? showRate(figure, language) : showNumber(figure, language);
  return { text: estimated ? `${estimateSign} ${text}` : text, mark, align: isFigure ? 'right' : 'center', small: false };
}

/** Margins in millimetres, within those of Annex I of Decree 30/2020/NĐ-CP (20–25 above and below, 30–35 left, 15–20 right; from secondary sources). */
export const margins = { top: 20, right: 15, bottom: 20, left: 30 } as const;

/** A sheet lying on its long side, in millimetres. */
export const sheets = { a4: { width: 297, height: 210 }, a3: { width: 420, height: 297 } } as const;

export interface PageLayout {
  sheet: keyof typeof sheets;
  /** Of the table; what stands around it keeps the sizes of an official letter. */
  points: number;
  /** Of the columns, in millimetres; together as wide as the page between its margins. */
  widths: number[];
}

/** From the best to read to what still holds the widest table. */
const layouts = [['a4', 11], ['a4', 10], ['a4', 9], ['a3', 11], ['a3', 10], ['a3', 9], ['a3', 8]] as const satisfies readonly (readonly [PageLayout['sheet'], number])[];

/** A digit of a Times face is half as wide as the type is high; space stands on both sides. */
const millimetres = (characters: number, points: number): number => characters * points * 0.5 * 0.353 + 2.4;

/** The sheet, type and columns on which a table is printed: the smallest sheet that holds it without breaking a word or a figure. */
export function layOutPage(paper: OfficialPaper): PageLayout {
  const characters = characterWidths(paper);
  const printable = (sheet: PageLayout['sheet']): number => sheets[sheet].width - margins.left - margins.right;
  const needed = (points: number): number[] => characters.map((count) => millimetres(count, points));
  const sum = (widths: readonly number[]): number => widths.reduce((whole, width) => whole + width, 0);
  const [sheet, points] = layouts.find(([one, size]) => sum(needed(size)) <= printable(one)) ?? layouts.at(-1)!;
  const widths = needed(points);
  const stretch = printable(sheet) / sum(widths);
  return { sheet, points, widths: widths.map((width) => width * stretch) };
}

const least = { no: 4, text: 16, integer: 7, rate: 7 } as const;
/** Longer names break. */
const longestName = 32;

/** How many characters each column needs side by side: those of its figures and of the longest word above them. */
export function characterWidths({ columns, head, rows, language }: OfficialPaper): number[] {
  const labels = placeHead(head);
  return columns.map((column, place) => {
    const above = labels.filter(({ from, cell }) => from === place && (cell.across ?? 1) === 1).map(({ cell }) => longestWord(cell.text) + 1);
    const below = rows.map(({ cells, depth = 0 }) => {
      const { text, mark, small } = shownCell(cells[place] ?? '', column, language);
      if (column.kind === 'text') return Math.max(Math.min(text.length, longestName) * 0.95 + depth, longestWord(text));
      return small ? longestWord(text) : text.length + (mark === null ? 0 : mark.length * 0.6);
    });
    return Math.max(least[column.kind], longestWord(breakable(column.number)) * 0.8, ...above, below.reduce((most, one) => Math.max(most, one), 0));
  });
}

/** A formula may break behind its sign of equality: `4=`, `3/1×100`. */
export const breakable = (number: string): string => number.replace('=', '=\u200b');

const longestWord = (text: string): number => Math.max(...text.split(/[\s\u200b]+/).map((word) => word.length));

/** The cells of a head with their first columns, row by row. */
export function placeHead(head: OfficialPaper['head']): { row: number; from: number; cell: OfficialHead }[] {
  const taken = new Set<string>();
  return head.flatMap((cells, row) => {
    let from = 0;
    return cells.map((cell) => {
      while (taken.has(`${row},${from}`)) from++;
      const { across = 1, down = 1 } = cell;
      for (let below = 0; below < down; below++) for (let beside = 0; beside < across; beside++) taken.add(`${row + below},${from + beside}`);
      return { row, from, cell };
    });
  });
}
