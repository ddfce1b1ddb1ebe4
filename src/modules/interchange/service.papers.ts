import { showDate } from '#kernel/plain-date.ts';
import type { Language, Text } from '#kernel/text.ts';
import { cellText, reasonText } from '#modules/measures/rules.reasons.ts';
import type { Report, ReportColumn, ReportRow } from '#modules/reports/contract.ts';
import { missingReasons, periodText } from '#modules/reports/rules.forms.ts';
import { headRows } from '#modules/reports/rules.head.ts';
import type { OfficialCell, OfficialColumn, OfficialHead, OfficialPaper, OfficialRow } from '#platform/documents/official-paper.ts';

const words = {
  unit: { vi: 'Đơn vị báo cáo', en: 'Reporting unit' },
  form: { vi: 'Biểu số', en: 'Form' },
  tab: { vi: 'Biểu', en: 'Form' },
  country: { vi: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', en: 'SOCIALIST REPUBLIC OF VIET NAM' },
  motto: { vi: 'Độc lập - Tự do - Hạnh phúc', en: 'Independence - Freedom - Happiness' },
  asOf: { vi: 'số liệu đến ngày', en: 'as of' },
  measured: { vi: 'Đơn vị tính', en: 'Measured in' },
  simulated: { vi: 'DỮ LIỆU MÔ PHỎNG', en: 'SIMULATED DATA' },
  number: { vi: 'STT', en: 'No.' },
  area: { vi: 'Đơn vị', en: 'Unit' },
  split: { vi: 'Phân tổ', en: 'Counted' },
  total: { vi: 'Tổng cộng', en: 'Total' },
  missing: { vi: 'Vì sao chưa có số', en: 'Why figures are missing' },
  notes: { vi: 'Ghi chú', en: 'Notes' },
  sources: { vi: 'Nguồn của số công bố', en: 'Sources of published figures' },
  basis: { vi: 'Căn cứ của biểu', en: 'Basis of the form' },
  unverified: { vi: 'chưa đối chiếu', en: 'not verified' },
  day: { vi: '………, ngày …… tháng …… năm ………', en: '………, …… / …… / ………' },
  sign: { vi: '(Ký, ghi rõ họ tên)', en: '(Signature and full name)' },
  contents: { vi: 'Mục lục', en: 'Contents' },
  list: { vi: 'Danh mục biểu', en: 'List of forms' },
  title: { vi: 'Tên biểu', en: 'Title' },
  rows: { vi: 'Số dòng', en: 'Rows' },
  unmade: { vi: 'Biểu không lập được', en: 'Forms that could not be made' },
} satisfies Record<string, Text>;

const units = {
  household: { vi: 'hộ', en: 'households' },
  person: { vi: 'người', en: 'persons' },
  deprivation: { vi: 'thiếu hụt', en: 'deprivations' },
  hundredth_percent: { vi: '%', en: '%' },
} as const satisfies Record<ReportColumn['unit'], Text>;

type Line = Pick<ReportRow, 'cells' | 'reasons' | 'published' | 'carried'>;

/** A table as official paper. */
export function paperOfReport(report: Report, language: Language): OfficialPaper {
  const say = (text: Text): string => text[language];
  const { columns, rows, total, area, splits } = report;
  const allColumns = splits.length === 0 ? columns : splits.flatMap((split) => split.columns);
  const heads = headRows(columns).map((cells) => cells.map(({ text, across, down }): OfficialHead => ({ text: say(text), across, down })));
  const isNested = rows.some(({ no }) => no.includes('.'));
  const leading = splits.length === 0 ? [words.number, words.area] : [words.number, words.area, words.split];
  // The number and the name of a unit stand before the first of its lines and reach down over the others.
  const line = (no: string, name: string, row: Line & Pick<ReportRow, 'split'>): OfficialCell[] => {
    const split = splits.find(({ key }) => key === row.split);
    const unit = split !== undefined && split !== splits[0] ? [null, null] : [no, name];
    return [...unit, ...(split === undefined ? [] : [say(split.label)]), ...(split?.columns ?? columns).map((column) => cellOf(column, row, language))];
  };
  const totals = splits.length === 0 ? [{ ...total, split: null }] : splits.map(({ key, total: own }) => ({ ...own, split: key }));
  return {
    ...frameOf(report, language),
    name: `${say(words.tab)} ${report.form}`,
    office: [`${say(words.unit)}: ${area.name}`, `${say(words.form)} ${report.form}`],
    title: say(report.title),
    measured: `${say(words.measured)}: ${[...new Set(allColumns.map(({ unit }) => say(units[unit])))].join(', ')}`,
    head: heads.map((cells, level) => (level === 0 ? [...leading.map((text) => ({ text: say(text), down: heads.length })), ...cells] : cells)),
    columns: [...leading.map((_, place): OfficialColumn => ({ number: 'ABC'.charAt(place), kind: place === 0 ? 'no' : 'text' })), ...columns.map(columnOf)],
    rows: [
      ...rows.map((row): OfficialRow => ({ cells: line(row.no, row.area.name, row), strong: isNested && !row.no.includes('.'), depth: row.no.split('.').length - 1 })),
      ...totals.map((row): OfficialRow => ({ cells: line('', say(words.total), row), strong: true })),
    ],
    remarks: remarksOf(report, language),
    signing: { day: say(words.day), posts: report.signatures.map((text) => say(text).toLocaleUpperCase('vi')), hint: say(words.sign) },
  };
}

/** The first paper of a set: which forms it holds, and why a form is not among them. `unmade` may be empty. */
export function contentsPaper(reports: readonly [Report, ...Report[]], unmade: readonly { form: string; title: Text; why: Text }[], language: Language): OfficialPaper {
  const say = (text: Text): string => text[language];
  const labels = [words.number, words.form, words.title, words.rows];
  return {
    ...frameOf(reports[0], language),
    name: say(words.contents),
    office: [`${say(words.unit)}: ${reports[0].area.name}`, ''],
    title: say(words.list),
    measured: null,
    head: [labels.map((text) => ({ text: say(text) }))],
    columns: [{ number: 'A', kind: 'no' }, { number: 'B', kind: 'no' }, { number: 'C', kind: 'text' }, { number: '1', kind: 'integer' }],
    rows: reports.map(({ form, title, rows }, place) => ({ cells: [String(place + 1), form, say(title), rows.length] })),
    remarks: unmade.length === 0 ? [] : [{ title: say(words.unmade), lines: unmade.map(({ form, title, why }) => `${say(words.tab)} ${form}. ${say(title)}: ${say(why)}`) }],
    signing: null,
  };
}

/** What every paper of an area and a period says. */
function frameOf({ area, period, asOf, simulated }: Report, language: Language): Pick<OfficialPaper, 'language' | 'motto' | 'subtitles' | 'mark'> {
  return {
    language,
    motto: [words.country[language], words.motto[language]],
    subtitles: [`${area.name}, ${periodText(period)[language]} (${words.asOf[language]} ${showDate(asOf)})`],
    mark: simulated ? words.simulated[language] : null,
  };
}

const columnOf = ({ number, formula, unit }: ReportColumn): OfficialColumn => ({
  number: formula === null ? String(number) : `${number}=${formula}`,
  kind: unit === 'hundredth_percent' ? 'rate' : 'integer',
});

/** A figure, with the number of its source where it was published and a sign where it is an estimate; or why there is none. */
function cellOf({ key }: ReportColumn, { cells, reasons, published, carried }: Line, language: Language): OfficialCell {
  const [value, reason, source] = [cells[key] ?? null, reasons[key], published[key]];
  const estimated = carried[key]?.estimated ?? false;
  if (value === null) return reason ? cellText(reason)[language] : '–';
  return source === undefined && !estimated ? value : { figure: value, mark: source === undefined ? null : `[${source + 1}]`, estimated };
}

function remarksOf(report: Report, language: Language): OfficialPaper['remarks'] {
  const say = (text: Text): string => text[language];
  const { notes, sources, basis } = report;
  const inBrackets = (...parts: readonly (string | null)[]): string => {
    const said = parts.filter((part) => part !== null);
    return said.length === 0 ? '' : ` (${said.join('; ')})`;
  };
  const unverified = (mark: string): string | null => (mark === 'unverified' ? say(words.unverified) : null);
  const lists: [Text, string[]][] = [
    [words.missing, missingReasons(report).map((reason) => `- ${say(reasonText(reason))}`)],
    [words.notes, notes.map((note) => `- ${say(note)}`)],
    [words.sources, sources.map(({ text, document, mark }, place) => `[${place + 1}] ${say(text)}${inBrackets(document, unverified(mark))}`)],
    [words.basis, [`${basis.article ? say(basis.article) : (basis.document ?? '')}${inBrackets(unverified(basis.mark))}`]],
  ];
  return lists.filter(([, lines]) => lines.length > 0).map(([title, lines]) => ({ title: say(title), lines }));
}
