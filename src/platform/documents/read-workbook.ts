/** Reads workbooks (.xlsx) and CSV row by row, under limits: the only place that knows the spreadsheet library for reading. */
import { parse as parseCsv } from 'csv-parse';
import { streamXlsxRows } from 'hucre/xlsx';
import { Problem } from '#kernel/problem.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { inspectXlsx, type InspectedSheet } from './inspect-xlsx.ts';
import { problem } from './problems.ts';

/**
 * The value of a cell. A day comes from a cell that is formatted as one; formulas come as the value they were saved with. `fault` is the
 * error that the cell shows (`#REF!`), or `formula` for a formula saved without a value.
 */
export type Cell = string | number | boolean | null | { day: PlainDate } | { fault: string };

/** A row that holds something, by its number in the file from 1. Nothing follows the last filled cell. */
export interface Row {
  row: number;
  cells: Cell[];
}

export interface ReadSheet {
  name: string;
  hidden: boolean;
  /** Numbers of the rows that are hidden from view, from 1; they are read like the others. */
  hiddenRows: readonly number[];
  /** May be gone through once or again; refuses more rows than the limit as it goes. */
  rows(): AsyncGenerator<Row>;
}

export interface ReadWorkbook {
  kind: 'xlsx' | 'csv';
  /** The file carries macros; they are not read, let alone run. */
  macros: boolean;
  /** False for a text file in an older encoding: its letters are those of Western Europe until somebody tells better. */
  unicode: boolean;
  sheets: ReadSheet[];
}

/** What is known of a file before its rows are read: plain data, which may be sent to a thread. */
export interface InspectedFile extends Pick<ReadWorkbook, 'kind' | 'macros' | 'unicode'> {
  sheets: InspectedSheet[];
}

export interface ReadLimits {
  /** Bytes of the file, and of its content unpacked. */
  bytes: number;
  unpacked: number;
  /** Rows that hold something, a sheet; columns beyond `columns` are left out. */
  rows: number;
  columns: number;
}

const megabyte = 1024 * 1024;
/** 200,000 rows of a list, and what stands above and below it. */
export const usualLimits: ReadLimits = { bytes: 64 * megabyte, unpacked: 600 * megabyte, rows: 200_100, columns: 400 };

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean => start.every((byte, place) => bytes[place] === byte);

/** Opens a workbook or CSV by what it contains, whatever its name says. Refuses, with a Problem, what it cannot read. */
export async function readWorkbook(bytes: Uint8Array, limits: ReadLimits = usualLimits): Promise<ReadWorkbook> {
  const file = await inspectFile(bytes, limits);
  return opened(file, (sheet) => rowsOf(bytes, file, sheet, limits));
}

/** An inspected file with the way to read the rows of its sheets. */
export const opened = ({ sheets, ...file }: InspectedFile, rows: (sheet: InspectedSheet) => AsyncGenerator<Row>): ReadWorkbook => ({
  ...file,
  sheets: sheets.map((sheet) => ({ name: sheet.name, hidden: sheet.hidden, hiddenRows: [...sheet.hiddenRows], rows: () => rows(sheet) })),
});

/** Looks through a file without keeping it. Refuses, with a Problem, what cannot be read. */
export async function inspectFile(bytes: Uint8Array, limits: ReadLimits = usualLimits): Promise<InspectedFile> {
  if (bytes.length > limits.bytes) throw problem('document.too-large', { found: Math.ceil(bytes.length / megabyte), most: Math.floor(limits.bytes / megabyte) });
  if (bytes.length === 0) throw problem('document.empty', {});
  if (!startsWith(bytes, 0x50, 0x4b)) {
    refuseOthers(bytes);
    return { kind: 'csv', macros: false, unicode: decode(bytes).unicode, sheets: [{ name: 'CSV', index: 0, hidden: false, hiddenRows: new Set(), emptyFormulas: new Map() }] };
  }
  const { sheets, macros } = await inspectXlsx(bytes, limits.unpacked);
  if (sheets.length === 0) throw problem('document.empty', {});
  return { kind: 'xlsx', macros, unicode: true, sheets };
}

/** The rows of a sheet of an inspected file. */
export const rowsOf = (bytes: Uint8Array, { kind }: Pick<InspectedFile, 'kind'>, sheet: InspectedSheet, limits: ReadLimits = usualLimits): AsyncGenerator<Row> =>
  kind === 'xlsx' ? xlsxRows(bytes, sheet, limits) : csvRows(decode(bytes).text, limits);

async function* xlsxRows(bytes: Uint8Array, sheet: InspectedSheet, limits: ReadLimits): AsyncGenerator<Row> {
  let count = 0;
  try {
    for await (const { index, values } of streamXlsxRows(bytes, { sheet: sheet.index })) {
      const cells = values.slice(0, limits.columns).map(cellOf);
      for (const column of sheet.emptyFormulas.get(index + 1) ?? []) if (column < limits.columns) cells[column] = { fault: 'formula' };
      const row = trimmed(index + 1, cells);
      if (!row) continue;
      if (++count > limits.rows) throw problem('document.too-many-rows', { sheet: sheet.name, most: limits.rows });
      yield row;
    }
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw problem('document.damaged', { reason: error instanceof Error ? error.message : String(error) });
  }
}

const errorValue = /^#(REF!|DIV\/0!|VALUE!|NAME\?|NULL!|NUM!|N\/A|SPILL!|CALC!|GETTING_DATA)$/;

function cellOf(value: string | number | boolean | Date | null | undefined): Cell {
  if (value === null || value === undefined || value === '') return null;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? { fault: '#NUM!' } : { day: value.toISOString().slice(0, 10) as PlainDate };
  if (typeof value !== 'string') return value;
  return errorValue.test(value) ? { fault: value } : alone(value);
}

/** From so many characters on a part of a text keeps the whole text in memory: a name the piece of the file that it was read from. */
const shortestPart = 13;

/** The same text, holding nothing but itself. */
const alone = (text: string): string => (text.length < shortestPart ? text : Buffer.from(text, 'utf16le').toString('utf16le'));

function trimmed(row: number, cells: Cell[]): Row | null {
  let length = cells.length;
  while (length > 0 && isBlank(cells[length - 1])) length--;
  return length === 0 ? null : { row, cells: Array.from(cells.slice(0, length), (cell) => cell ?? null) };
}

const isBlank = (cell: Cell | undefined): boolean => cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

function refuseOthers(bytes: Uint8Array): void {
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    const encrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'));
    throw encrypted ? problem('document.encrypted', {}) : problem('document.old-excel', {});
  }
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) throw problem('document.not-a-spreadsheet', { kind: 'PDF' });
  const start = Buffer.from(bytes.subarray(0, 512)).toString('latin1').replace(/^\W*?</, '<').toLowerCase();
  if (/^<(!doctype html|html|table|head|meta|\?xml)/.test(start)) throw problem('document.web-page', {});
  if (start.includes('\0') && !startsWith(bytes, 0xff, 0xfe) && !startsWith(bytes, 0xfe, 0xff)) throw problem('document.damaged', { reason: '?' });
}

function decode(bytes: Uint8Array): { text: string; unicode: boolean } {
  if (startsWith(bytes, 0xff, 0xfe)) return { text: new TextDecoder('utf-16le').decode(bytes), unicode: true };
  if (startsWith(bytes, 0xfe, 0xff)) return { text: new TextDecoder('utf-16be').decode(bytes), unicode: true };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), unicode: true };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), unicode: false };
  }
}

async function* csvRows(text: string, limits: ReadLimits): AsyncGenerator<Row> {
  const parser = parseCsv({ delimiter: delimiterOf(text), relax_column_count: true, relax_quotes: true, bom: true, info: true, skip_empty_lines: false });
  parser.end(text);
  let row = 0;
  let count = 0;
  try {
    for await (const { record } of parser as AsyncIterable<{ record: string[] }>) {
      const found = trimmed(++row, record.slice(0, limits.columns).map((value) => (value === '' ? null : alone(value))));
      if (!found) continue;
      if (++count > limits.rows) throw problem('document.too-many-rows', { sheet: 'CSV', most: limits.rows });
      yield found;
    }
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw problem('document.damaged', { reason: error instanceof Error ? error.message : String(error) });
  }
}

/** The one of comma, semicolon and tab that the first lines hold most of. */
function delimiterOf(text: string): string {
  const lines = text.slice(0, 20_000).split('\n', 20).join('\n');
  const count = (mark: string): number => lines.split(mark).length;
  return ['\t', ';', ','].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ',');
}
