/** Gives a workbook back to who brought it, with cells coloured and commented: the same sheets, values and looks, no formula and no macro. */
import { readXlsx, writeXlsx, type Cell as LibraryCell, type Sheet, type WriteSheet } from 'hucre/xlsx';
import { inspectXlsx } from './inspect-xlsx.ts';
import { readWorkbook, usualLimits, type Cell, type ReadLimits } from './read-workbook.ts';
import { placedSheet, safeText, textFormat, type PlacedSheet } from './write-workbook.ts';

export interface CellMark {
  sheet: string;
  /** Number of the row in the file, from 1; column from 0. */
  row: number;
  column: number;
  severity: 'error' | 'warning';
  text: string;
}

/** A workbook is held whole to be marked; one with more cells than this is not. */
export const mostMarkedCells = 400_000;

const fills = { error: 'FFC7CE', warning: 'FFE699' } as const;
const author = 'Chung Tay';
/** Excel shows no more of a comment. */
const longestComment = 2_000;

/**
 * The workbook with its marks, behind `front`, a sheet that lists them. Null where it is too large to be held; a CSV comes back as a workbook of one
 * sheet. `bytes` are those of a file that was read before.
 */
export async function markWorkbook(bytes: Uint8Array, marks: readonly CellMark[], front: PlacedSheet, limits: ReadLimits = usualLimits): Promise<Uint8Array | null> {
  const { kind, sheets } = await readWorkbook(bytes, limits);
  let cells = 0;
  for (const sheet of sheets) for await (const row of sheet.rows()) if ((cells += row.cells.length) > mostMarkedCells) return null;
  const bySheet = Map.groupBy(marks, ({ sheet }) => sheet);
  const own = kind === 'xlsx' ? await sheetsOfXlsx(bytes, limits) : [await sheetOfRows(sheets[0]!)];
  const name = freeName(front.name, own.map((sheet) => sheet.name));
  return writeXlsx({ sheets: [placedSheet({ ...front, name }), ...own.map((sheet) => marked(sheet, bySheet.get(sheet.name) ?? []))] });
}

/** The sheets of an .xlsx with what hangs on their cells; what could run or reach out (formulas, macros, links) stays behind. */
async function sheetsOfXlsx(bytes: Uint8Array, limits: ReadLimits): Promise<WriteSheet[]> {
  await inspectXlsx(bytes, limits.unpacked);
  const workbook = await readXlsx(bytes, { readStyles: true });
  return workbook.sheets.map((sheet) => {
    const rows = sheet.rows.map((row) => row.map((value) => (typeof value === 'string' ? safeText(value) : value)));
    const cells = new Map([...(sheet.cells ?? [])].map(([key, cell]) => [key, plainCell(cell)]));
    rows.forEach((row, at) => row.forEach((value, column) => typeof value === 'string' && textFormat(value, undefined) && cells.set(`${at},${column}`, textCell(value, cells.get(`${at},${column}`)))));
    return { name: sheet.name, rows, cells, ...kept(sheet) };
  });
}

const textCell = (value: string, before: Partial<LibraryCell> | undefined): Partial<LibraryCell> => ({ ...before, value, type: 'string', style: textFormat(value, before?.style)! });

/** Of what belongs to a sheet: what only shows or arranges. */
function kept({ columns, rowDefs, merges, freezePane, hidden, veryHidden, pageSetup, autoFilter }: Sheet): Partial<WriteSheet> {
  const widths = columns?.map(({ width, hidden: isHidden, style }) => ({ ...(width !== undefined && { width }), ...(isHidden && { hidden: isHidden }), ...(style && { style }) }));
  const all = { columns: widths, rowDefs, merges, freezePane, pageSetup, autoFilter, ...((hidden || veryHidden) && { hidden: true }) };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

function plainCell({ value, type, style, richText, formulaResult, formula }: LibraryCell): Partial<LibraryCell> {
  const shown = formula === undefined ? value : (formulaResult ?? value);
  const text = typeof shown === 'string' ? safeText(shown) : shown;
  return { value: text, type: formula === undefined ? type : typeOf(text), ...(style && { style }), ...(richText && formula === undefined && { richText }) };
}

function typeOf(value: LibraryCell['value']): LibraryCell['type'] {
  if (value === null) return 'empty';
  if (value instanceof Date) return 'date';
  return typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : 'string';
}

async function sheetOfRows(sheet: { name: string; rows: () => AsyncIterable<{ row: number; cells: Cell[] }> }): Promise<WriteSheet> {
  const rows: (string | number | boolean | null)[][] = [];
  const cells = new Map<string, Partial<LibraryCell>>();
  for await (const { row, cells: values } of sheet.rows()) {
    while (rows.length < row) rows.push([]);
    rows[row - 1] = values.map((value) => (value !== null && typeof value === 'object' ? null : typeof value === 'string' ? safeText(value) : value));
    rows[row - 1]!.forEach((value, column) => {
      if (typeof value === 'string') cells.set(`${row - 1},${column}`, { value, type: 'string', style: { numFmt: '@' } });
    });
  }
  return { name: sheet.name, rows, cells };
}

function marked(sheet: WriteSheet, marks: readonly CellMark[]): WriteSheet {
  const cells = new Map(sheet.cells);
  for (const [key, own] of Map.groupBy(marks, ({ row, column }) => `${row - 1},${column}`)) {
    const [row, column] = key.split(',').map(Number) as [number, number];
    const before = cells.get(key);
    const value = before?.value ?? sheet.rows?.[row]?.[column] ?? null;
    const rgb = fills[own.some(({ severity }) => severity === 'error') ? 'error' : 'warning'];
    const text = [...new Set(own.map((mark) => mark.text))].join('\n\n').slice(0, longestComment);
    cells.set(key, { ...before, value, type: before?.type ?? typeOf(value), style: { ...before?.style, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb } } }, comment: { author, text: safeText(text) } });
  }
  const rows = sheet.rows ?? [];
  const last = Math.max(0, ...marks.map(({ row }) => row));
  return { ...sheet, rows: [...rows, ...Array.from({ length: Math.max(0, last - rows.length) }, () => [])], cells };
}

/** A name that no other sheet has, of the length that Excel bears. */
function freeName(wished: string, taken: readonly string[]): string {
  const isTaken = (name: string): boolean => taken.some((other) => other.toLowerCase() === name.toLowerCase());
  for (let number = 1; ; number++) {
    const name = number === 1 ? wished : `${wished} ${number}`;
    if (!isTaken(name)) return name;
  }
}
