/** A table of official paper as a sheet of a workbook. */
import { cellsOfRow, characterWidths, layOutPage, placeHead, type OfficialCell, type OfficialColumn, type OfficialPaper } from './official-paper.ts';
import type { Look, PlacedCell, PlacedRow, PlacedSheet } from './write-workbook.ts';

const lineHeight = 16;
const half = 0.5;

export function officialSheet(paper: OfficialPaper): PlacedSheet {
  const { columns, head, rows, remarks, signing } = paper;
  const count = columns.length;
  const widths = characterWidths(paper).map((characters) => characters * 1.15 + 2);
  const [left, whole] = [columnsUpTo(widths, half), sum(widths)];
  const line = (value: string, look: Look, align?: PlacedCell['align']): PlacedRow => ({ cells: [{ value, look, across: count, ...(align && { align }) }], height: heightOf(value, whole) });
  const halves = (one: string, other: string, looks: readonly [Look, Look]): PlacedRow => ({
    cells: [one, other].map((value, place) => ({ value, look: looks[place]!, align: 'center' as const, across: place === 0 ? left : count - left })),
    height: lineHeight + 2,
  });

  const above: PlacedRow[] = [
    halves(paper.office[0] ?? '', paper.motto[0], ['strong', 'strong']),
    halves(paper.office[1] ?? '', paper.motto[1], ['strong', 'underlined']),
    { cells: [] },
    { ...line(paper.title, 'title'), height: heightOf(paper.title, whole * 0.75) + 6 },
    ...paper.subtitles.map((text) => line(text, 'subtitle')),
    ...(paper.mark === null ? [] : [line(paper.mark, 'strong', 'center')]),
    paper.measured === null ? { cells: [] } : line(paper.measured, 'italic', 'right'),
  ];
  const heights = headHeights(paper, widths);
  const heading: PlacedRow[] = [
    ...head.map((cells, row) => ({ cells: cells.map(({ text, ...span }) => ({ value: text, look: 'head' as const, ...span })), height: heights[row]! })),
    { cells: columns.map(({ number }) => ({ value: number, look: 'number-of-column' as const })), height: lineHeight },
  ];
  const below: PlacedRow[] = [
    ...remarks.flatMap(({ title, lines }) => [{ cells: [] }, line(`${title}:`, 'strong'), ...lines.map((text) => line(text, 'note'))]),
    ...(signing === null ? [] : [{ cells: [] }, ...signatures(signing, widths)]),
  ];
  return {
    name: paper.name,
    widths,
    rows: [...above, ...heading, ...rows.map((_, row) => bodyRow(paper, row, widths)), ...below],
    freeze: { rows: above.length + heading.length, columns: columns.filter(({ kind }) => kind === 'no' || kind === 'text').length },
    print: {
      sheet: layOutPage(paper).sheet,
      orientation: 'landscape',
      repeat: [above.length + 1, above.length + heading.length],
      ...(paper.mark !== null && { mark: paper.mark }),
    },
  };
}

const sum = (widths: readonly number[]): number => widths.reduce((all, width) => all + width, 0);

/** As high as a text needs that breaks at its words in a width of so many characters. */
function heightOf(text: string, characters: number): number {
  let [rows, filled] = [1, 0];
  for (const { length } of text.split(' ')) {
    if (filled > 0 && filled + 1 + length > characters) [rows, filled] = [rows + 1, length];
    else filled += (filled > 0 ? 1 : 0) + length;
  }
  return lineHeight * rows + 2;
}

/** How many columns from the left come nearest to a share of the width; each side keeps at least one. */
function columnsUpTo(widths: readonly number[], share: number): number {
  const wanted = sum(widths) * share;
  const off = (count: number): number => Math.abs(sum(widths.slice(0, count)) - wanted);
  const counts = widths.slice(1).map((_, place) => place + 1);
  return counts.reduce((best, count) => (off(count) < off(best) ? count : best), 1);
}

/** As high as the labels of each row need in their columns; what reaches down over several rows may use them all. */
function headHeights({ head }: OfficialPaper, widths: readonly number[]): number[] {
  const heights = head.map(() => lineHeight);
  const wanted = placeHead(head).map(({ row, from, cell: { text, across = 1, down = 1 } }) => ({ last: row + down - 1, down, height: heightOf(text, sum(widths.slice(from, from + across)) - 1) + 4 }));
  for (const { last, down, height } of wanted.sort((a, b) => a.down - b.down)) {
    const others = sum(heights.slice(last - down + 1, last));
    heights[last] = Math.max(heights[last]!, height - others);
  }
  return heights;
}

function bodyRow(paper: OfficialPaper, row: number, widths: readonly number[]): PlacedRow {
  const { strong = false, depth = 0 } = paper.rows[row]!;
  const own = cellsOfRow(paper, row);
  const placed = own.map(({ cell, column, down }) => ({ ...bodyCell(cell, column, strong ? 'total' : 'cell', depth), down }));
  // A reason is set smaller than a figure.
  const heights = placed.map(({ value, look, down }, at) => (typeof value === 'string' ? heightOf(value, widths[own[at]!.place]! * (look === 'reason' ? 1.25 : 1)) / down : 0));
  return { cells: placed, height: Math.max(lineHeight + 3, ...heights) };
}

function bodyCell(cell: NonNullable<OfficialCell>, { kind }: OfficialColumn, look: 'cell' | 'total', depth: number): PlacedCell {
  if (typeof cell === 'string') {
    if (kind === 'text') return { value: cell, look, align: 'left', ...(depth > 0 && { indent: depth }) };
    return { value: cell, look: kind === 'no' ? look : 'reason', align: 'center' };
  }
  const { figure, mark, estimated } = typeof cell === 'number' ? { figure: cell, mark: null, estimated: false } : cell;
  if (kind !== 'integer' && kind !== 'rate') return { value: figure, look, align: 'center' };
  return { value: kind === 'rate' ? figure / 100 : figure, look, format: estimated ? (kind === 'rate' ? 'aboutRate' : 'aboutInteger') : kind, align: 'right', ...(mark !== null && { mark }) };
}

function signatures({ day, posts, hint }: NonNullable<OfficialPaper['signing']>, widths: readonly number[]): PlacedRow[] {
  const ends = posts.map((_, place) => (place === posts.length - 1 ? widths.length : Math.max(columnsUpTo(widths, (place + 1) / posts.length), place + 1)));
  const row = (texts: readonly string[], look: Look): PlacedRow => ({
    cells: texts.map((value, place) => ({ value, look, align: 'center', across: ends[place]! - (ends[place - 1] ?? 0) })),
    height: lineHeight + 2,
  });
  return [row(posts.map((_, place) => (place === posts.length - 1 ? day : '')), 'italic'), row(posts, 'strong'), row(posts.map(() => hint), 'italic')];
}
