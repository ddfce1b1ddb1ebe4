import { Period } from '#kernel/period.ts';
import { PlainDate, showDate } from '#kernel/plain-date.ts';
import { showNumber, showRate } from '#kernel/show.ts';
import type { Language } from '#kernel/text.ts';
import { AreaRef, Level } from '#modules/areas/contract.ts';
import { PaperFormat } from '#modules/interchange/contract.files.ts';
import { gatherReport, makePapers } from '#modules/interchange/service.files.ts';
import { cellText } from '#modules/measures/rules.reasons.ts';
import { refreshFigures } from '#modules/measures/service.ts';
import { FormId, type Report, type ReportColumn, type ReportRow } from '#modules/reports/contract.ts';
import { report } from '#modules/reports/service.ts';
import type { Call, Command } from './command.ts';
import { writeBytes } from './files.ts';
import { columns as layOut } from './layout.ts';
import { asSystem, withProgram } from './with-program.ts';

export const reportTable: Command = {
  name: 'report',
  summary: { vi: 'lập một biểu báo cáo của một địa bàn, một kỳ', en: 'an official table of an area for a period' },
  operands: [{ name: 'FORM', about: { vi: 'số hiệu biểu, ví dụ 1.1 hoặc 1.4', en: 'number of the form, such as 1.1 or 1.4' } }],
  options: {
    area: { value: 'CODE', required: true, about: { vi: 'mã địa bàn, hoặc MÃ@NGÀY', en: 'code of the area, or CODE@DAY' } },
    period: { value: 'Y', required: true, about: { vi: 'kỳ báo cáo: 2017, 2017-Q3 hoặc 2017-09', en: 'period: 2017, 2017-Q3 or 2017-09' } },
    level: { value: 'LEVEL', about: { vi: 'cấp thấp nhất của các dòng; nếu bỏ qua là cấp ngay dưới địa bàn', en: 'lowest level of the rows; one below the area when left out' } },
    map: { value: 'D', about: { vi: 'ngày của bản đồ hành chính; nếu bỏ qua là ngày chốt số liệu', en: 'day of the map; the day of the data when left out' } },
    xlsx: { value: 'OUT', about: { vi: 'ghi biểu vào tệp Excel này', en: 'write the table into this Excel file' } },
    docx: { value: 'OUT', about: { vi: 'ghi biểu vào tệp Word này', en: 'write the table into this Word file' } },
    pdf: { value: 'OUT', about: { vi: 'ghi biểu vào tệp PDF này', en: 'write the table into this PDF file' } },
  },
  database: true,
  async run(call) {
    const request = readRequest(call);
    const outs = PaperFormat.options.flatMap((format) => {
      const out = call.option(format);
      return out === undefined ? [] : [{ format, out }];
    });
    await withProgram(call, async (runtime) => {
      await refreshFigures(runtime);
      const table = await asSystem(runtime, (ctx) => report(ctx, request));
      for (const { format, out } of outs) {
        const file = await makePapers(await asSystem(runtime, (ctx) => gatherReport(ctx, { ...request, format, language: call.language })));
        await writeBytes(out, new Uint8Array(await file.arrayBuffer()));
      }
      const written = outs.map(({ out }) => out).join(', ');
      call.answer(table, () => (outs.length === 0 ? show(table, call.language) : call.say({ vi: `Đã ghi biểu ${table.form} vào ${written}.`, en: `Form ${table.form} is written to ${written}.` })));
    });
  },
};

function readRequest(call: Call) {
  const [level, map] = [call.option('level'), call.option('map')];
  return {
    form: call.read(FormId, 'FORM', call.operand('FORM'), '1.1, 1.4'),
    area: call.read(AreaRef, '--area', call.option('area')!, '15178, 16126@2018-12-31, VN'),
    period: call.read(Period, '--period', call.option('period')!, '2017, 2017-Q3, 2017-09'),
    level: level === undefined ? undefined : call.read(Level, '--level', level, Level.options.join(', ')),
    map: map === undefined ? undefined : call.read(PlainDate, '--map', map, 'YYYY-MM-DD'),
  };
}

const titles = {
  vi: { total: 'Tổng cộng', notes: 'Ghi chú', map: 'bản đồ ngày' },
  en: { total: 'Total', notes: 'Notes', map: 'map of' },
} as const;

/** The table under the numbers of its columns, as printed on the paper, and what each number stands for. */
function show(table: Report, language: Language): string {
  const words = titles[language];
  const { columns, splits, rows, notes } = table;
  const totals = splits.length > 0 ? splits.map(({ key, total }) => ({ ...total, split: key })) : [{ ...table.total, split: null }];
  const named = (name: string, split: string | null): string => [name, splits.find(({ key }) => key === split)?.label[language]].filter((part) => part !== undefined).join(' – ');
  const line = (no: string, name: string, row: Pick<ReportRow, 'cells' | 'reasons' | 'carried'>): string[] => [no, name, ...columns.map((column) => cell(column, row, language))];
  const keys = columns.map(({ number, groups, label, formula }) => [`  ${number}`, [...groups, label].map((text) => text[language]).join(' – ') + (formula === null ? '' : ` (${formula})`)]);
  return [
    `${table.form}. ${table.title[language]}`,
    `${table.area.name}, ${table.period} (${showDate(table.asOf)}; ${words.map} ${showDate(table.mapDate)})`,
    '',
    layOut(keys),
    '',
    layOut([['A', 'B', ...columns.map(({ number }) => String(number))], ...rows.map((row) => line(row.no, named(row.area.name, row.split), row)), ...totals.map((row) => line('', named(words.total, row.split), row))], 2),
    ...(notes.length > 0 ? ['', `${words.notes}:`, ...notes.map((note) => `  - ${note[language]}`)] : []),
  ].join('\n');
}

function cell({ key, unit }: ReportColumn, { cells, reasons, carried }: Pick<ReportRow, 'cells' | 'reasons' | 'carried'>, language: Language): string {
  const value = cells[key] ?? null;
  if (value === null) return reasons[key] ? cellText(reasons[key])[language] : '–';
  const sign = carried[key]?.estimated ? '≈ ' : '';
  return `${sign}${unit === 'hundredth_percent' ? showRate(value, language) : showNumber(value, language)}`;
}
