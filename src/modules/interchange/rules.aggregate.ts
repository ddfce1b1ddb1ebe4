/** Reads a table of figures by unit, such as plans annex, and says where its sums, rates and differences contradict each other. */
import { divideRounded } from '#kernel/rate.ts';
import { showNumber } from '#kernel/show.ts';
import type { Text } from '#kernel/text.ts';
import { sortKey, tidy } from '#kernel/vietnamese.ts';
import type { AggregateForm, AggregateReading, Cell, MeasureId, Sheet, SheetFile, SheetRow } from './contract.parts.ts';
import { EncodingWatch } from './rules.encoding.ts';
import { findHead, numbersColumns, type Head } from './rules.head.ts';
import { Issues, rowInWords, type CellPlace } from './rules.issues.ts';
import { readNumber } from './rules.values.ts';
import { dictionary, plainWords, textOf, withoutBrackets } from './rules.words.ts';

type Meaning = 'unit' | 'ordinal' | { measure: MeasureId };

interface Column {
  index: number;
  measure: MeasureId;
  isRate: boolean;
  year: number | null;
  label: string;
}

/** A figure as printed: `value` is a count, or a rate in percent; `decimals` are those that it was printed with. */
interface Figure {
  value: number;
  decimals: number;
}

interface FigureRow {
  row: number;
  unit: string;
  figures: (Figure | null)[];
}

const mostDecimals = 6;
/** A rate that is worked out is given with two, also where the file prints fewer. */
const fewestDecimals = 2;
const yearInHead = /\b(?:19|20)\d\d\b/g;
/** „Hộ nghèo năm 2017“ is „hộ nghèo“; „cuối năm 2018“ stays „cuối năm“. */
const withoutYears = (words: string): string => words.replace(/(?:\b(cuoi|dau) nam|\bnam)? ?\b(?:19|20)\d\d\b/g, (_, edge?: string) => (edge ? ` ${edge} nam` : ' ')).replace(/ +/g, ' ').trim();

/** The first table of the file, row by row. Contradictions are warnings: a printed table is kept as it is printed. */
export async function readAggregate(file: SheetFile, form: AggregateForm): Promise<AggregateReading> {
  const issues = new Issues();
  const meaning = headDictionary(form);
  for (const sheet of file.sheets) {
    const rows = await rowsOf(sheet, issues);
    const head = rows && findHead(rows, meaning, { alone: false });
    const unit = head?.columns.find(({ id }) => id === 'unit');
    const columns = head ? columnsOf(head, form) : [];
    if (!rows || !head || !unit || columns.length < 2) continue;
    for (const { id, label } of head.columns) if (id === null) issues.add('column.unknown', { sheet: sheet.name, column: label }, {});
    return readTable(sheet.name, head, rows.filter(({ row }) => row > head.lastRow), unit, columns, form, issues);
  }
  if (issues.counts.errors === 0) issues.add(file.unicode ? 'file.no-table' : 'file.no-unicode', { sheet: null }, {});
  return { sheet: '', head: { row: 0, columns: [] }, unitColumn: '', columns: [], rows: [], total: null, issues: issues.list(), counts: issues.counts };
}

function headDictionary(form: AggregateForm): (words: string) => Meaning | undefined {
  const known = dictionary<Meaning>([
    [form.unit, 'unit'],
    [form.ordinal, 'ordinal'],
    ...form.measures.map(({ id, label, aliases }) => [[label.vi, label.en, ...aliases], { measure: id }] as const),
  ]);
  return (words) => known.get(words) ?? known.get(withoutYears(words));
}

function columnsOf(head: Head<Meaning>, form: AggregateForm): Column[] {
  return head.columns.flatMap(({ index, label, id }) => {
    if (id === null || typeof id === 'string') return [];
    const year = label.match(yearInHead)?.at(-1) ?? plainWords(label).match(yearInHead)?.at(-1);
    const isRate = form.measures.find((measure) => measure.id === id.measure)!.unit === 'rate';
    return [{ index, label, measure: id.measure, isRate, year: year === undefined ? null : Number(year) }];
  });
}

/** All rows of a sheet, or null when it is in an old encoding. A table of units is short. */
async function rowsOf(sheet: Sheet, issues: Issues): Promise<SheetRow[] | null> {
  const watch = new EncodingWatch();
  const rows: SheetRow[] = [];
  for await (const row of sheet.rows()) {
    for (const cell of row.cells) {
      const seen = typeof cell === 'string' ? watch.see(cell) : null;
      if (!seen) continue;
      issues.add(`encoding.${seen.encoding}`, { sheet: sheet.name }, { sample: seen.sample });
      return null;
    }
    rows.push(row);
  }
  return rows;
}

function readTable(sheet: string, head: Head<Meaning>, below: readonly SheetRow[], unitColumn: Pick<Column, 'index' | 'label'>, columns: readonly Column[], form: AggregateForm, issues: Issues): AggregateReading {
  const totals = dictionary([[form.total, true]]);
  const rows: FigureRow[] = [];
  let total: FigureRow | null = null;
  const seen = new Map<string, number>();
  for (const row of below) {
    if (row === below[0] && numbersColumns(row)) continue;
    const figures = columns.map((column) => figureOf(row.cells[column.index], column, { sheet, row: row.row, column: column.label }, issues));
    const unit = tidy(textOf(row.cells[unitColumn.index]));
    const label = unit || tidy(textOf(row.cells.find((cell) => typeof cell === 'string')));
    if (label === '' || figures.every((figure) => figure === null)) continue;
    const read = { row: row.row, unit: label, figures };
    if (totals.has(plainWords(label)) || totals.has(withoutBrackets(label))) {
      total ??= read;
      continue;
    }
    // Neighbours may differ in a mark alone: Nga Thanh and Nga Thành.
    const other = seen.get(sortKey(label));
    if (other !== undefined) issues.add('unit.twice', { sheet, row: row.row, column: unitColumn.label }, { found: label, otherRow: other });
    seen.set(sortKey(label), row.row);
    rows.push(read);
  }
  const summed = columns.map(({ isRate }, place) => (isRate ? null : sumOf(rows.map(({ figures }) => figures[place]!))));
  if (total) checkTotal(total, summed, sheet, columns, issues);
  for (const row of total ? [...rows, total] : rows) checkRow(row, sheet, columns, form, issues);
  return {
    sheet,
    head: { row: head.lastRow, columns: head.columns.map(({ index, label }) => ({ index, label })) },
    unitColumn: unitColumn.label,
    columns: columns.map(({ measure, isRate, year, label }) => ({ measure, unit: isRate ? 'rate' : 'count', year, label })),
    rows: rows.map(({ row, unit, figures }) => ({ source: rowInWords(sheet, row), row, unit, values: figures.map((figure, place) => stored(figure, columns[place]!)) })),
    total: total && { row: total.row, printed: total.figures.map((figure, place) => stored(figure, columns[place]!)), summed },
    issues: issues.list(),
    counts: issues.counts,
  };
}

const shown = (count: number): Text => ({ vi: showNumber(count, 'vi'), en: showNumber(count, 'en') });
const shownRate = (percent: number, decimals: number): Text => ({ vi: `${percent.toFixed(decimals).replace('.', ',')} %`, en: `${percent.toFixed(decimals)} %` });

/** What a cell of figures should hold. */
const wanted = {
  count: { vi: 'số nguyên từ 0, hoặc để trống nếu chưa rõ', en: 'a whole number from 0, or blank where it is not known' },
  rate: { vi: 'tỷ lệ từ 0 đến 100 %, hoặc để trống nếu chưa rõ', en: 'a rate from 0 to 100 %, or blank where it is not known' },
} satisfies Record<string, Text>;

/** A rate worked out of its counts. */
const rateOf = (part: number, whole: number, decimals: number): Text => shownRate(divideRounded(part * 100 * 10 ** decimals, whole) / 10 ** decimals, decimals);

/** Counts as they are, rates in hundredths of a percent. */
const stored = (figure: Figure | null, { isRate }: Column): number | null => (figure === null ? null : isRate ? Math.round(figure.value * 100) : figure.value);

const sumOf = (figures: readonly (Figure | null)[]): number | null =>
  figures.reduce<number | null>((sum, figure) => (sum === null || figure === null ? null : sum + figure.value), 0);

function figureOf(cell: Cell | undefined, { isRate }: Column, place: CellPlace, issues: Issues): Figure | null {
  const expected = isRate ? wanted.rate : wanted.count;
  if (cell !== null && typeof cell === 'object' && 'fault' in cell) {
    if (cell.fault === 'formula') issues.add('value.formula', place, { expected });
    else issues.add('value.error', place, { found: cell.fault, expected });
    return null;
  }
  const text = tidy(textOf(cell));
  if (text === '' || text === '-' || text === '–') return null;
  // In a rate a dot is a decimal point; in a count it parts the thousands.
  const plain = text.replace(/[\s%]/g, '');
  const value = typeof cell === 'number' ? cell : isRate && /^\d+[.,]\d+$/.test(plain) ? Number(plain.replace(',', '.')) : readNumber(text);
  if (value === null || value < 0) {
    issues.add('value.number', place, { found: text, expected });
    return null;
  }
  if (!isRate && !Number.isInteger(value)) {
    issues.add('value.whole-number', place, { found: text, expected });
    return null;
  }
  const decimals = Math.min(/[.,](\d+)$/.exec(plain)?.[1]?.length ?? 0, mostDecimals);
  if (isRate && value > 100) issues.add('rate.over-hundred', place, { found: shownRate(value, decimals) });
  return { value, decimals };
}

function checkTotal(total: FigureRow, summed: readonly (number | null)[], sheet: string, columns: readonly Column[], issues: Issues): void {
  columns.forEach(({ label }, place) => {
    const [printed, sum] = [total.figures[place], summed[place]];
    if (printed && sum !== null && sum !== undefined && printed.value !== sum) issues.add('total.contradicts', { sheet, row: total.row, column: label }, { found: shown(printed.value), summed: shown(sum) });
  });
}

/** Compares a row with itself: rates with their counts, up to one in the last decimal printed, and differences. */
function checkRow({ row, unit, figures }: FigureRow, sheet: string, columns: readonly Column[], form: AggregateForm, issues: Issues): void {
  /** The figure of a measure for the year of a column; one without a year serves every year, and a single one serves all. */
  function figure(measure: MeasureId, year: number | null): Figure | null {
    const candidates = columns.flatMap((column, place) => (column.measure === measure ? [{ column, figure: figures[place]! }] : []));
    const fitting = candidates.find(({ column }) => column.year === year) ?? (candidates.length === 1 ? candidates[0] : undefined);
    return fitting?.figure ?? null;
  }
  columns.forEach((column, place) => {
    const printed = figures[place];
    if (!printed) return;
    const where = { sheet, row, column: column.label };
    const rule = form.rates.find(({ rate }) => rate === column.measure);
    const [part, whole] = rule ? [figure(rule.part, column.year), figure(rule.whole, column.year)] : [null, null];
    if (part && whole && whole.value > 0) {
      const scale = 10 ** printed.decimals;
      const computed = divideRounded(part.value * 100 * scale, whole.value);
      if (Math.abs(computed - Math.round(printed.value * scale)) > 1) {
        issues.add('rate.contradicts', where, {
          unit,
          found: shownRate(printed.value, printed.decimals),
          part: shown(part.value),
          whole: shown(whole.value),
          computed: rateOf(part.value, whole.value, Math.max(printed.decimals, fewestDecimals)),
        });
      }
    }
    const difference = form.differences.find(({ result }) => result === column.measure);
    const [from, less] = difference ? [figure(difference.from, null), figure(difference.less, column.year)] : [null, null];
    if (from && less && from.value - less.value !== printed.value) {
      issues.add('difference.contradicts', where, { unit, found: shown(printed.value), from: shown(from.value), less: shown(less.value), computed: shown(from.value - less.value) });
    }
  });
}
