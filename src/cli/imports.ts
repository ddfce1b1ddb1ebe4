import { basename } from 'node:path';
import { endOf, Period, type Period as PeriodKey } from '#kernel/period.ts';
import { PlainDate } from '#kernel/plain-date.ts';
import type { Language } from '#kernel/text.ts';
import { AreaRef } from '#modules/areas/contract.ts';
import { ImportKind, type Import, type ImportCheck } from '#modules/interchange/contract.ts';
import { FileDecision, type Issue } from '#modules/interchange/contract.parts.ts';
import { problem as importProblem } from '#modules/interchange/problems.ts';
import type { Layout } from '#modules/interchange/rules.layouts.ts';
import { LayoutFile, layoutsFor, layoutsSaid } from '#modules/interchange/service.layouts.ts';
import { checkImport, destinationOf, loadImport, readImport, requireFitting } from '#modules/interchange/service.ts';
import type { Call, Command } from './command.ts';
import { readBytes } from './files.ts';
import { problem } from './problems.ts';
import { asSystem, withProgram } from './with-program.ts';

export const importFile: Command = {
  name: 'import',
  summary: { vi: 'kiểm tra và nạp sổ rà soát cấp xã hoặc bảng tổng hợp; nạp trọn tệp hoặc không nạp gì', en: 'check and load a commune workbook or a table of figures; whole or not at all' },
  operands: [{ name: 'FILE', about: { vi: 'tệp .xlsx hoặc .csv', en: '.xlsx or .csv file' } }],
  options: {
    area: { value: 'CODE', required: true, about: { vi: 'mã địa bàn vào ngày chốt số liệu, hoặc MÃ@NGÀY', en: 'code of the area on the day of the data, or CODE@DAY' } },
    date: { value: 'D', required: true, about: { vi: 'ngày chốt số liệu: ngày cuối năm hoặc cuối tháng (YYYY-MM-DD)', en: 'day of the data: the last of a year or month (YYYY-MM-DD)' } },
    kind: { value: 'KIND', about: { vi: 'commune: sổ rà soát; aggregate: bảng tổng hợp; nếu bỏ qua: commune với cấp xã, aggregate với cấp trên', en: 'commune or aggregate; when left out, commune for a commune and aggregate above' } },
    layout: { value: 'FILE', about: { vi: 'tệp JSON nói cách đọc từng trang tính: [{ sheet, list, head, columns, classes }]; nếu bỏ qua: cách đọc đã được ghi nhớ cho địa bàn', en: 'JSON file that says how sheets are read: [{ sheet, list, head, columns, classes }]; when left out, as was remembered for the area' } },
    decision: { value: 'NUMBER', about: { vi: 'số quyết định chung cho cả tệp: dùng cho hộ không có quyết định riêng, phân loại ghi trong tệp khi đó là chính thức', en: 'number of the decision of the whole file: counts for households that have none of their own and makes their stated class official' } },
    'decision-date': { value: 'D', about: { vi: 'ngày của quyết định chung (YYYY-MM-DD)', en: 'day of that decision (YYYY-MM-DD)' } },
    'dry-run': { about: { vi: 'chỉ kiểm tra, không ghi gì', en: 'check only, write nothing' } },
  },
  database: true,
  async run(call) {
    const file = call.operand('FILE');
    const area = call.read(AreaRef, '--area', call.option('area')!, '15178, 16126@2018-12-31');
    const period = readPeriod(call);
    const asked = call.option('kind');
    const decision = readDecision(call);
    const bytes = await readBytes(file);
    const layoutFile = call.option('layout');
    const said = layoutFile === undefined ? null : call.read(LayoutFile, '--layout', jsonOf(await readBytes(layoutFile)), '[{ "sheet": "…", "list": "current", "columns": [{ "index": 0, "field": "head" }], "classes": [] }]');
    await withProgram(call, async (runtime) => {
      const destination = await asSystem(runtime, (ctx) => destinationOf(ctx, area, period));
      const usual = destination.area.level === 'commune' ? 'commune' : 'aggregate';
      const kind = asked === undefined ? usual : call.read(ImportKind, '--kind', asked, ImportKind.options.join(', '));
      await asSystem(runtime, (ctx) => requireFitting(ctx, kind, destination, decision));
      const readBy = (layouts: ReadonlyMap<string, Layout>) => readImport(kind, bytes, destination, { progress: () => {}, signal: new AbortController().signal, layouts, decision, convert: null });
      const remembered = await readBy(await asSystem(runtime, (ctx) => layoutsFor(ctx, destination)));
      const read = said === null || remembered.kind !== 'commune' ? remembered : await readBy(layoutsSaid(said, remembered.content.reading.layouts, basename(file), runtime.clock()));
      const check = await asSystem(runtime, (ctx) => checkImport(ctx, read));
      tellIssues(check, call);
      const loads = check.counts.errors === 0 && !call.has('dry-run');
      const result = loads ? await asSystem(runtime, (ctx) => loadImport(ctx, read, basename(file))) : null;
      const place = { id: destination.area.id, name: destination.area.name };
      call.answer({ file, kind, area: place, period, check, result }, () => show(check, result, call));
      if (check.counts.errors > 0) throw importProblem('import.has-errors', { errors: check.counts.errors });
    });
  },
};

/** What a file of JSON says; its text where it is none, which no schema takes. */
function jsonOf(bytes: Uint8Array): unknown {
  const text = new TextDecoder().decode(bytes);
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The decision of the whole file; throws `usage.bad-value` for a day without a number. */
function readDecision(call: Call): FileDecision | null {
  const [number, day] = [call.option('decision'), call.option('decision-date')];
  if (number === undefined && day !== undefined) throw problem('usage.bad-value', { option: '--decision-date', value: day, expected: '--decision NUMBER' });
  if (number === undefined) return null;
  return { number: call.read(FileDecision.shape.number, '--decision', number, '12/QĐ-UBND'), ...(day !== undefined && { day: call.read(PlainDate, '--decision-date', day, 'YYYY-MM-DD') }) };
}

/** The period whose last day is `--date`; throws `usage.bad-value` for a day on which no round stands. */
function readPeriod(call: Call): PeriodKey {
  const text = call.option('date')!;
  const day = call.read(PlainDate, '--date', text, 'YYYY-MM-DD');
  const periods = [day.slice(0, 4), day.slice(0, 7)].map((key) => Period.parse(key));
  const period = periods.find((key) => endOf(key) === day);
  if (!period) throw problem('usage.bad-value', { option: '--date', value: text, expected: [...new Set(periods.map(endOf))].join(', ') });
  return period;
}

const words = {
  vi: { error: 'Lỗi', warning: 'Lưu ý', sheet: 'trang tính', row: 'dòng', column: 'cột', found: 'tìm thấy', expected: 'cần' },
  en: { error: 'Error', warning: 'Warning', sheet: 'sheet', row: 'row', column: 'column', found: 'found', expected: 'expected' },
} as const;

function tellIssues({ issues, counts }: ImportCheck, call: Call): void {
  for (const issue of issues) call.terminal.tell(sentence(issue, call.language));
  const left = counts.errors + counts.warnings - issues.length;
  if (left > 0) call.terminal.tell(call.say({ vi: `… và ${left} lỗi, lưu ý khác.`, en: `… and ${left} further errors and warnings.` }));
}

/** `Lỗi, trang tính “Hộ nghèo”, dòng 7, cột “Ngày sinh”: … (tìm thấy: …; cần: …)`. */
function sentence({ severity, sheet, row, column, found, expected, message }: Issue, language: Language): string {
  const word = words[language];
  const where = [word[severity], sheet === null ? null : `${word.sheet} “${sheet}”`, row === null ? null : `${word.row} ${row}`, column === null ? null : `${word.column} “${column}”`];
  const detail = [found === null ? null : `${word.found}: ${found[language]}`, expected === null ? null : `${word.expected}: ${expected[language]}`].filter((part) => part !== null);
  return `${where.filter((part) => part !== null).join(', ')}: ${message[language]}${detail.length > 0 ? ` (${detail.join('; ')})` : ''}`;
}

function show({ counts, sheets, decision, added, changed, same, absent, differs, newVillages, figures }: ImportCheck, result: Import['result'], { say }: Call): string {
  const lines = [
    ...sheets.map(({ name, rows, households }) => say({ vi: `Trang “${name}”: ${rows} dòng, ${households} hộ`, en: `Sheet “${name}”: ${rows} rows, ${households} households` })),
    say({ vi: `${counts.errors} lỗi, ${counts.warnings} lưu ý`, en: `${counts.errors} errors, ${counts.warnings} warnings` }),
  ];
  if (figures.length > 0) lines.push(say({ vi: `${figures.length} đơn vị có số liệu`, en: `${figures.length} units with figures` }));
  else {
    lines.push(
      say({ vi: `Hộ thêm mới ${added}, thay đổi ${changed}, giữ nguyên ${same}; có trong danh sách trước nhưng không có trong tệp ${absent.total}`, en: `Households added ${added}, changed ${changed}, the same ${same}; on the last list but not in the file ${absent.total}` }),
      say({ vi: `Phân loại ghi trong tệp khác kết quả tính: ${differs} hộ`, en: `Stated class differs from the computed one: ${differs} households` }),
    );
  }
  if (decision) lines.push(say({ vi: `Quyết định chung ${decision.number}: dùng cho ${decision.households} hộ`, en: `Decision ${decision.number} of the whole file: counts for ${decision.households} households` }));
  if (newVillages.length > 0) lines.push(say({ vi: `Thôn mới: ${newVillages.join(', ')}`, en: `New villages: ${newVillages.join(', ')}` }));
  lines.push(result === null ? say({ vi: 'Chưa ghi gì.', en: 'Nothing was written.' }) : say({ vi: 'Đã nạp xong.', en: 'Loaded.' }));
  return lines.join('\n');
}
