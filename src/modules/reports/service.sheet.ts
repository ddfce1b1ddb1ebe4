import { showDate } from '#kernel/plain-date.ts';
import type { Language, Text } from '#kernel/text.ts';
import { cellText } from '#modules/measures/rules.reasons.ts';
import type { PlacedCell, PlacedRow, PlacedSheet } from '#platform/documents/write-workbook.ts';
import type { Report, ReportColumn, ReportRow } from './contract.ts';
import { periodText } from './rules.forms.ts';

const words = {
  unit: { vi: 'Đơn vị báo cáo', en: 'Reporting unit' },
  form: { vi: 'Biểu số', en: 'Form' },
  country: { vi: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', en: 'SOCIALIST REPUBLIC OF VIET NAM' },
  motto: { vi: 'Độc lập - Tự do - Hạnh phúc', en: 'Independence - Freedom - Happiness' },
  asOf: { vi: 'số liệu đến ngày', en: 'as of' },
  simulated: { vi: 'DỮ LIỆU MÔ PHỎNG', en: 'SIMULATED DATA' },
  number: { vi: 'STT', en: 'No.' },
  area: { vi: 'Đơn vị', en: 'Unit' },
  split: { vi: 'Phân tổ', en: 'Counted' },
  total: { vi: 'Tổng cộng', en: 'Total' },
  notes: { vi: 'Ghi chú', en: 'Notes' },
  sources: { vi: 'Nguồn của số công bố', en: 'Sources of published figures' },
  unverified: { vi: 'chưa đối chiếu', en: 'not verified' },
  day: { vi: '………, ngày …… tháng …… năm ………', en: '………, …… / …… / ………' },
  sign: { vi: '(Ký, ghi rõ họ tên)', en: '(Signature and full name)' },
} satisfies Record<string, Text>;

/** The sheet of a table in the layout of the paper: whose it is, title, head with merged cells, column numbers, rows, total, notes, signatures. */
export function sheetOf(report: Report, language: Language): PlacedSheet {
  const say = (text: Text): string => text[language];
  const { columns, notes, sources } = report;
  const { splits } = report;
  const width = columns.length + (splits.length > 0 ? 3 : 2);
  const left = Math.ceil(width / 2);
  const line = (value: string, look: PlacedCell['look'], height?: number): PlacedRow => ({ cells: [{ value, look: look ?? 'plain', across: width }], ...(height && { height }) });
  const halves = (one: string, other: string, look: PlacedCell['look']): PlacedRow => ({
    cells: [one, other].map((value, place) => ({ value, look: look ?? 'plain', across: place === 0 ? left : width - left, align: 'center' as const })),
  });

  const above: PlacedRow[] = [
    halves(`${say(words.unit)}: ${report.area.name}`, say(words.country), 'strong'),
    halves(`${say(words.form)} ${report.form}`, say(words.motto), 'strong'),
    { cells: [] },
    line(say(report.title), 'title', 40),
    line(`${report.area.name}, ${say(periodText(report.period))} (${say(words.asOf)} ${showDate(report.asOf)})`, 'subtitle'),
    ...(report.simulated ? [line(say(words.simulated), 'subtitle')] : []),
    { cells: [] },
  ];
  const head = headRows(columns, splits.length > 0 ? [words.number, words.area, words.split] : [words.number, words.area], language);
  const body = [
    ...report.rows.map((row) => bodyRow(row.no, row.area.name, row, splits, columns, row.no.includes('.') || /^\d/.test(row.no) ? 'cell' : 'total', language)),
    ...(splits.length > 0 ? splits.map(({ key, total }) => ({ ...total, split: key })) : [{ ...report.total, split: null }]).map((row) => bodyRow('', say(words.total), row, splits, columns, 'total', language)),
  ];
  const below: PlacedRow[] = [
    { cells: [] },
    ...(notes.length > 0 ? [line(`${say(words.notes)}:`, 'strong')] : []),
    ...notes.map((note) => line(`- ${say(note)}`, 'italic', heightOf(say(note), width))),
    ...(sources.length > 0 ? [line(`${say(words.sources)}:`, 'strong')] : []),
    ...sources.map(({ text, document, mark }, place) => {
      const about = [document, mark === 'unverified' ? say(words.unverified) : null].filter((part) => part !== null);
      return line(`[${place + 1}] ${say(text)}${about.length > 0 ? ` (${about.join('; ')})` : ''}`, 'italic');
    }),
    { cells: [] },
    halves('', say(words.day), 'italic'),
    signatureRow(report.signatures.map((text) => say(text).toLocaleUpperCase('vi')), width, 'strong'),
    signatureRow(report.signatures.map(() => say(words.sign)), width, 'italic'),
  ];
  const firstOfHead = above.length + 1;
  return {
    name: `${say(words.form)} ${report.form}`,
    widths: [6, 26, ...(splits.length > 0 ? [12] : []), ...columns.map(() => 13)],
    rows: [...above, ...head, ...body, ...below],
    freeze: { rows: above.length + head.length, columns: width - columns.length },
    print: { orientation: 'landscape', repeat: [firstOfHead, above.length + head.length] },
  };
}

/** As high as a text of 12 points needs when it runs over the whole width. */
const heightOf = (text: string, columns: number): number => 17 * Math.ceil(text.length / (columns * 11));

/** As high as the longest text of a row of the head needs in its columns. Texts that reach down have room below. */
const headHeight = (cells: readonly PlacedCell[]): number => 14 + 15 * Math.max(...cells.map(({ value, across = 1, down = 1 }) => Math.ceil(String(value).length / (across * 10) / down)));

const pathOf = ({ groups }: ReportColumn, level: number): string => groups.slice(0, level + 1).map(({ vi }) => vi).join('\n');

/** The head: a row for each depth of groups, one for the labels, and one for the numbers with their formulas. */
function headRows(columns: readonly ReportColumn[], first: readonly Text[], language: Language): PlacedRow[] {
  const depth = Math.max(...columns.map(({ groups }) => groups.length)) + 1;
  const rows: PlacedCell[][] = Array.from({ length: depth }, () => []);
  rows[0]!.push(...first.map((text): PlacedCell => ({ value: text[language], look: 'head', down: depth })));
  columns.forEach((column, place) => {
    column.groups.forEach((group, level) => {
      const isSame = (other: ReportColumn | undefined): boolean => other !== undefined && pathOf(other, level) === pathOf(column, level);
      if (isSame(columns[place - 1])) return;
      const after = columns.slice(place).findIndex((other) => !isSame(other));
      rows[level]!.push({ value: group[language], look: 'head', across: after === -1 ? columns.length - place : after });
    });
    rows[column.groups.length]!.push({ value: column.label[language], look: 'head', down: depth - column.groups.length });
  });
  const numbers = columns.map(({ number, formula }): PlacedCell => ({ value: formula === null ? String(number) : `${number}=${formula}`, look: 'number-of-column' }));
  return [
    ...rows.map((cells) => ({ cells, height: headHeight(cells) })),
    { cells: [...first.map((_, place): PlacedCell => ({ value: 'ABC'.charAt(place), look: 'number-of-column' })), ...numbers] },
  ];
}

function bodyRow(
  no: string,
  name: string,
  row: Pick<ReportRow, 'cells' | 'reasons' | 'split'>,
  splits: Report['splits'],
  columns: readonly ReportColumn[],
  look: 'cell' | 'total',
  language: Language,
): PlacedRow {
  const split = splits.find(({ key }) => key === row.split);
  const figures = (split?.columns ?? columns).map(({ key, unit }): PlacedCell => {
    const [value, reason] = [row.cells[key] ?? null, row.reasons[key]];
    if (value === null) return { value: reason ? cellText(reason)[language] : '–', look, align: 'center' };
    return unit === 'hundredth_percent' ? { value: value / 100, look, format: 'rate', align: 'right' } : { value, look, format: 'integer', align: 'right' };
  });
  // The number and the name of a unit stand before the first of its lines and reach over the others.
  const down = Math.max(1, splits.length);
  const unit: PlacedCell[] = split !== undefined && split !== splits[0] ? [] : [{ value: no, look, align: 'center', down }, { value: name, look, down }];
  return { cells: [...unit, ...(split === undefined ? [] : [{ value: split.label[language], look }]), ...figures], height: 19 };
}

function signatureRow(texts: readonly string[], width: number, look: 'strong' | 'italic'): PlacedRow {
  const each = Math.floor(width / texts.length);
  return { cells: texts.map((value, place) => ({ value, look, align: 'center', across: place === texts.length - 1 ? width - each * (texts.length - 1) : each })) };
}
