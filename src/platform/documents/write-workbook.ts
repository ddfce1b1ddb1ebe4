/** Writes workbooks (.xlsx): papers with a head as in print, forms to fill in, long lists. The only place that knows the spreadsheet library for writing. */
import { writeXlsx, writeXlsxStream, type Cell as WrittenCell, type CellStyle, type DataValidation, type MergeRange, type WriteSheet } from 'hucre/xlsx';
import type { PlainDate } from '#kernel/plain-date.ts';
import { margins } from './official-paper.ts';

/** How a cell looks; what is not said is plain. */
export type Look =
  | 'plain' | 'strong' | 'underlined' | 'italic' // text without lines
  | 'title' | 'subtitle' // centred, large
  | 'head' | 'number-of-column' // the head of a table
  | 'cell' | 'centre' | 'total' | 'reason' // the body of a table; `reason` stands where there is no figure
  | 'input' | 'required' | 'note'; // a form to fill in

/** `integer` and `rate` are shown with the separators of the reader's Excel: 39.822 and 13,70 where it is Vietnamese. */
export type Format = 'integer' | 'rate' | 'date' | 'text' | 'aboutInteger' | 'aboutRate';

export interface PlacedCell {
  value: string | number | { day: PlainDate } | null;
  look?: Look;
  format?: Format;
  align?: 'left' | 'center' | 'right';
  /** How far a text stands in. */
  indent?: number;
  /** Shown after a number that stays a number: the mark of its source. */
  mark?: string;
  /** Columns and rows that the cell covers; 1 when not said. */
  across?: number;
  down?: number;
}

/** Cells fill a row from the left and step over those that reach down from above, as in HTML. A bare value is a plain cell. */
export interface PlacedRow {
  cells: readonly (PlacedCell | string | number | null)[];
  /** In points; without it, as high as the text needs in one line. */
  height?: number;
}

export interface Choice {
  /** Column from 0; rows from 1, both ends counted. */
  column: number;
  from: number;
  to: number;
  /** Either the allowed texts, or whole numbers of a range; `message` is shown when another is typed. */
  values: readonly string[] | { least: number; most: number };
  message: string;
}

export interface PlacedSheet {
  name: string;
  /** Widths in characters, from the left. */
  widths: readonly number[];
  rows: readonly PlacedRow[];
  /** Rows and columns that stay in view. */
  freeze?: { rows: number; columns: number };
  /** As wide as the page; `repeat` are the first and last row (from 1) of the head, and `mark` a line, both printed on every page. */
  print?: { sheet: 'a4' | 'a3'; orientation: 'portrait' | 'landscape'; repeat?: readonly [number, number]; mark?: string };
  choices?: readonly Choice[];
}

const font = 'Times New Roman';
const thin = { style: 'thin' } as const;
const lines = { top: thin, right: thin, bottom: thin, left: thin };
const inMiddle = { vertical: 'center', wrapText: true } as const;
const tint = (rgb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } }) as const;

const looks: Readonly<Record<Look, CellStyle>> = {
  plain: { font: { name: font, size: 12 }, alignment: { vertical: 'center' } },
  strong: { font: { name: font, size: 12, bold: true }, alignment: inMiddle },
  underlined: { font: { name: font, size: 12, bold: true, underline: true }, alignment: inMiddle },
  italic: { font: { name: font, size: 12, italic: true }, alignment: inMiddle },
  title: { font: { name: font, size: 14, bold: true }, alignment: { ...inMiddle, horizontal: 'center' } },
  subtitle: { font: { name: font, size: 12, italic: true }, alignment: { ...inMiddle, horizontal: 'center' } },
  head: { font: { name: font, size: 11, bold: true }, alignment: { ...inMiddle, horizontal: 'center' }, border: lines, fill: tint('EEF3F2') },
  'number-of-column': { font: { name: font, size: 10, italic: true }, alignment: { ...inMiddle, horizontal: 'center' }, border: lines },
  cell: { font: { name: font, size: 12 }, alignment: inMiddle, border: lines },
  centre: { font: { name: font, size: 12 }, alignment: { ...inMiddle, horizontal: 'center' }, border: lines },
  total: { font: { name: font, size: 12, bold: true }, alignment: inMiddle, border: lines },
  reason: { font: { name: font, size: 10 }, alignment: inMiddle, border: lines },
  input: { font: { name: font, size: 11 }, alignment: inMiddle, border: lines },
  required: { font: { name: font, size: 11, bold: true }, alignment: { ...inMiddle, horizontal: 'center' }, border: lines, fill: tint('FCE8C8') },
  note: { font: { name: font, size: 11 }, alignment: { vertical: 'top', wrapText: true } },
};

const formats: Readonly<Record<Format, string>> = { integer: '#,##0', rate: '#,##0.00', aboutInteger: '"≈ "#,##0', aboutRate: '"≈ "#,##0.00', date: 'dd/mm/yyyy', text: '@' };

/** Characters that an XML file cannot hold. */
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
/** A text that would be a formula if it were typed. Its cell is formatted as text, so that it stays one when it is edited too. */
const looksLikeFormula = /^[=+\-@\t\r]/;

/** A text as an XML file can hold it. */
export const safeText = (text: string): string => text.replace(unwritable, '');

/** The look of a text: one that would be a formula if it were typed is formatted as text. */
export const textFormat = (text: string, style: CellStyle | undefined): CellStyle | undefined => (looksLikeFormula.test(text) ? { ...style, numFmt: formats.text } : style);

/** A workbook of one or more sheets, as the bytes of an .xlsx file. Texts are written as texts whatever they begin with; no formula is ever written. */
export async function writeWorkbook({ title, sheets }: { title: string; sheets: readonly PlacedSheet[] }): Promise<Uint8Array> {
  return writeXlsx({ sheets: sheets.map(placedSheet), namedRanges: sheets.flatMap(repeatedRows), properties: { title }, defaultFont: { name: font, size: 12 } });
}

/** A sheet as the library writes it. */
export function placedSheet(sheet: PlacedSheet): WriteSheet {
  const { cells, merges } = place(sheet.rows);
  const heights = sheet.rows.flatMap(({ height }, row) => (height === undefined ? [] : [[row, { height }] as const]));
  return {
    name: sheet.name,
    columns: sheet.widths.map((width) => ({ width })),
    rows: sheet.rows.map(() => []),
    cells,
    merges,
    rowDefs: new Map(heights),
    dataValidations: (sheet.choices ?? []).map(validation),
    ...(sheet.freeze && { freezePane: sheet.freeze }),
    ...(sheet.print && {
      pageSetup: {
        paperSize: sheet.print.sheet,
        orientation: sheet.print.orientation,
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        margins: pageMargins,
      },
      headerFooter: pageEdges(sheet.print.mark),
    }),
  };
}

/** The rows that are printed on every page. The library's own setting leaves the name of the sheet unquoted, so that a name of two words makes a broken reference. */
function repeatedRows({ name, print }: PlacedSheet): { name: string; scope: string; range: string }[] {
  if (!print?.repeat) return [];
  const [first, last] = print.repeat;
  return [{ name: '_xlnm.Print_Titles', scope: name, range: `'${name.replaceAll("'", "''")}'!$${first}:$${last}` }];
}

/** In inches. */
const pageMargins = { left: margins.left / 25.4, right: margins.right / 25.4, top: margins.top / 25.4, bottom: margins.bottom / 25.4, header: 0.4, footer: 0.4 };

/** The number of the page stands above it in the middle, from the second page on, as on official paper. */
function pageEdges(mark: string | undefined): NonNullable<WriteSheet['headerFooter']> {
  const footer = mark === undefined ? '' : `&C&"${font},Bold"&10${mark.replaceAll('&', '&&')}`;
  return { differentFirst: true, firstHeader: '', oddHeader: `&C&"${font},Regular"&13&P`, firstFooter: footer, oddFooter: footer };
}

/** Lays the cells out on the grid; what a cell covers gets its look too, so that the lines close. */
function place(rows: readonly PlacedRow[]): { cells: Map<string, Partial<WrittenCell>>; merges: MergeRange[] } {
  const cells = new Map<string, Partial<WrittenCell>>();
  const merges: MergeRange[] = [];
  rows.forEach(({ cells: given }, row) => {
    let column = 0;
    for (const one of given) {
      while (cells.has(`${row},${column}`)) column++;
      const cell: PlacedCell = one !== null && typeof one === 'object' ? one : { value: one };
      const [across, down] = [cell.across ?? 1, cell.down ?? 1];
      for (let below = 0; below < down; below++) {
        for (let beside = 0; beside < across; beside++) cells.set(`${row + below},${column + beside}`, { value: null, type: 'empty', style: styleOf(cell) });
      }
      cells.set(`${row},${column}`, written(cell));
      if (across > 1 || down > 1) merges.push({ startRow: row, startCol: column, endRow: row + down - 1, endCol: column + across - 1 });
      column += across;
    }
  });
  return { cells, merges };
}

function written(cell: PlacedCell): Partial<WrittenCell> {
  const style = styleOf(cell);
  if (cell.value === null) return { value: null, type: 'empty', style };
  if (typeof cell.value === 'number') return { value: cell.value, type: 'number', style };
  if (typeof cell.value === 'object') return { value: new Date(`${cell.value.day}T00:00:00Z`), type: 'date', style: { ...style, numFmt: formats.date } };
  const text = safeText(cell.value);
  return { value: text, type: 'string', style: textFormat(text, style)! };
}

function styleOf({ look = 'plain', format, align, indent, mark }: PlacedCell): CellStyle {
  const style = looks[look];
  return {
    ...style,
    ...((align || indent) && { alignment: { ...style.alignment, ...(align && { horizontal: align }), ...(indent && { indent }) } }),
    ...(format && { numFmt: mark === undefined ? formats[format] : `${formats[format]}" ${mark.replaceAll('"', '')}"` }),
  };
}

function validation({ column, from, to, values, message }: Choice): DataValidation {
  const letter = columnLetters(column);
  const common = { range: `${letter}${from}:${letter}${to}`, allowBlank: true, showErrorMessage: true, errorTitle: 'Chưa đúng', errorMessage: message };
  return 'least' in values
    ? { ...common, type: 'whole', operator: 'between', formula1: String(values.least), formula2: String(values.most) }
    : { ...common, type: 'list', values: [...values] };
}

/** `A` for 0, `AA` for 26. */
export function columnLetters(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26));
  return column < 26 ? rest : columnLetters(Math.floor(column / 26) - 1) + rest;
}

export interface ListedSheet {
  name: string;
  /** Lines over the list that say what it is: of where and when, how chosen. */
  above: readonly string[];
  columns: readonly { header: string; width: number; format?: Format }[];
}

/**
 * A long list with a head of one row, written while its rows come. Texts are written as texts whatever they begin with, in cells of the format text,
 * so that they stay so when they are edited.
 */
export function writeList({ name, above, columns }: ListedSheet, rows: AsyncIterable<(string | number | null)[]>): ReadableStream<Uint8Array> {
  async function* all(): AsyncGenerator<(string | number | null)[]> {
    for (const line of above) yield [line];
    yield columns.map(({ header }) => header);
    for await (const row of rows) yield row.map((cell) => (typeof cell === 'string' ? safeText(cell) : cell));
  }
  return writeXlsxStream(all(), {
    name,
    columns: columns.map(({ width, format = 'text' }) => ({ width, style: { numFmt: formats[format], font: { name: font, size: 12 } } })),
    freezePane: { rows: above.length + 1 },
  });
}
