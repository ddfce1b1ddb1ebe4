/** A report as on official paper: office and national motto, title, head with numbered columns, rows, total, notes, signatures. */
import type { Format, PlacedCell, PlacedRow, PlacedSheet } from './write-workbook.ts';

export interface OfficialHead {
  text: string;
  across?: number;
  down?: number;
}

export interface OfficialColumn {
  /** Number or letter of the column as the form gives it: `A`, `1`, `2=3/1`. */
  number: string;
  /** In characters. */
  width: number;
  format?: Format;
}

export interface OfficialPaper {
  name: string;
  /** Lines at the top left: the superior office, then the one that reports. */
  office: readonly string[];
  /** The number of the form, above the right corner; and the lines under it: motto, place and day. */
  form: string | null;
  motto: readonly string[];
  title: string;
  subtitles: readonly string[];
  columns: readonly OfficialColumn[];
  /** The head, row by row, filling the columns from the left as in HTML. */
  head: readonly (readonly OfficialHead[])[];
  rows: readonly { cells: readonly (string | number | null)[]; strong?: boolean }[];
  total: readonly (string | number | null)[] | null;
  notes: readonly string[];
  /** Below the table, side by side. */
  signatures: readonly string[];
  /** Shown for what is not known. */
  unknown: string;
}

/** The printed motto, under every office of the country. */
export const motto = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'] as const;

const lineHeight = 16;

export function officialSheet(paper: OfficialPaper): PlacedSheet {
  const width = paper.columns.length;
  const left = halfOf(paper.columns);
  const both = (a: string, b: string, look: 'strong' | 'italic' | 'plain'): PlacedRow => ({
    cells: [{ value: a || null, look, align: 'center', across: left }, { value: b || null, look, align: 'center', across: width - left }],
    height: lineHeight + 2,
  });
  const whole = (value: string, look: PlacedCell['look'], height: number): PlacedRow => ({ cells: [{ value, ...(look && { look }), across: width }], height });

  const top: PlacedRow[] = [
    ...(paper.form ? [{ cells: [{ value: paper.form, look: 'italic' as const, align: 'right' as const, across: width }], height: lineHeight }] : []),
    ...Array.from({ length: Math.max(paper.office.length, paper.motto.length) }, (_, place) => both(paper.office[place] ?? '', paper.motto[place] ?? '', place < 2 ? 'strong' : 'italic')),
    { cells: [] },
    whole(paper.title, 'title', 24),
    ...paper.subtitles.map((text) => whole(text, 'subtitle', lineHeight + 2)),
    { cells: [] },
  ];
  const head: PlacedRow[] = [
    ...paper.head.map((cells) => ({ cells: cells.map(({ text, ...span }) => ({ value: text, look: 'head' as const, ...span })), height: headHeight(cells, paper.columns) })),
    { cells: paper.columns.map(({ number }) => ({ value: number, look: 'number-of-column' as const })), height: lineHeight },
  ];
  const line = (cells: readonly (string | number | null)[], look: 'cell' | 'total'): PlacedRow => ({
    cells: paper.columns.map(({ format }, place) => figure(cells[place] ?? null, look, format, place, paper.unknown)),
    height: lineHeight + 4,
  });
  const signatures = paper.signatures.length;
  const share = Math.floor(width / Math.max(signatures, 1));
  return {
    name: paper.name,
    widths: paper.columns.map((column) => column.width),
    rows: [
      ...top,
      ...head,
      ...paper.rows.map(({ cells, strong }) => line(cells, strong ? 'total' : 'cell')),
      ...(paper.total ? [line(paper.total, 'total')] : []),
      { cells: [] },
      ...paper.notes.map((text) => whole(text, 'note', lineHeight * Math.ceil(text.length / 110))),
      { cells: [] },
      {
        cells: paper.signatures.map((text, place) => ({ value: text, look: 'strong' as const, align: 'center' as const, across: place === signatures - 1 ? width - share * place : share })),
        height: lineHeight * 2,
      },
    ],
    freeze: { rows: top.length + head.length, columns: Math.min(2, width) },
    print: { orientation: 'landscape', repeat: [top.length + 1, top.length + head.length] },
  };
}

/** As high as the longest label of one row needs when it breaks in its column; labels over several rows have room enough. */
function headHeight(cells: readonly OfficialHead[], columns: readonly OfficialColumn[]): number {
  const narrowest = Math.min(...columns.slice(1).map(({ width }) => width));
  const linesOf = ({ text, across = 1, down = 1 }: OfficialHead): number => (down > 1 ? 1 : Math.ceil((text.length * 1.4) / (narrowest * across)));
  return lineHeight * Math.max(...cells.map(linesOf)) + 8;
}

/** Text stands left, figures right; what is not known is written so, in the middle. The first column is the number of the row. */
function figure(value: string | number | null, look: 'cell' | 'total', format: Format | undefined, place: number, unknown: string): PlacedCell {
  if (value === null && format) return { value: unknown, look, align: 'center' };
  if (typeof value === 'number') return { value, look, align: place === 0 ? 'center' : 'right', ...(format && { format }) };
  return { value, look, align: place === 0 ? 'center' : 'left' };
}

/** How many columns from the left come nearest to half of the width, so that office and motto stand side by side. */
function halfOf(columns: readonly OfficialColumn[]): number {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  let sum = 0;
  const place = columns.findIndex(({ width }) => (sum += width) >= whole * 0.4);
  return Math.min(Math.max(place + 1, 1), columns.length - 1);
}
