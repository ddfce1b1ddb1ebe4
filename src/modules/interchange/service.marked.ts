import type { Id } from '#kernel/ids.ts';
import type { Language } from '#kernel/text.ts';
import type { Ctx } from '#platform/ctx.ts';
import { markWorkbook, mostMarkedCells } from '#platform/documents/mark-workbook.ts';
import { writeWorkbook, type PlacedRow, type PlacedSheet } from '#platform/documents/write-workbook.ts';
import type { Issue } from './contract.parts.ts';
import { headOfTable, headsOfLayouts, marksOf } from './rules.marks.ts';
import { checkedSource, readImport } from './service.ts';

type Asked = Awaited<ReturnType<typeof checkedSource>> & { language: Language };

/** Excel has more rows, but nobody mends more at once. */
const mostListed = 100_000;

const words = {
  vi: {
    sheet: 'Thông báo',
    title: 'Những điều cần sửa và xem lại trong tệp {file}',
    how: 'Ô đỏ là lỗi phải sửa, ô vàng là điều cần xem lại; lời nhắc nằm trong chú thích của ô. Trang này không được đọc khi nạp lại tệp.',
    large: 'Tệp có hơn {most} ô nên không tô màu được trong tệp; dưới đây là danh sách đầy đủ.',
    heads: ['STT', 'Mức độ', 'Trang tính', 'Dòng', 'Cột', 'Điều cần biết', 'Đang ghi', 'Cần ghi'],
    severity: { error: 'Lỗi', warning: 'Xem lại' },
    whole: 'Cả tệp',
    marked: 'da-danh-dau',
  },
  en: {
    sheet: 'Messages',
    title: 'What is to be mended and looked at in {file}',
    how: 'Red cells are errors to be mended, amber ones are to be looked at; what is said of a cell stands in its comment. This sheet is not read when the file is loaded again.',
    large: 'The file has more than {most} cells, so they cannot be coloured in it; the whole list stands below.',
    heads: ['No.', 'Severity', 'Sheet', 'Row', 'Column', 'What to know', 'Found', 'Expected'],
    severity: { error: 'Error', warning: 'Look at' },
    whole: 'Whole file',
    marked: 'marked',
  },
} as const;

export async function gatherMarked(ctx: Ctx, { id, language }: { id: Id; language: Language }): Promise<Asked> {
  const source = await checkedSource(ctx, id);
  ctx.record({ action: 'import.marked-file', subject: id, areaPath: ctx.actor.areaPath, details: { file: source.file, errors: source.check.counts.errors, warnings: source.check.counts.warnings } });
  return { ...source, language };
}

/** The file as it came, with its cells marked. It is read once more where not every message was kept; nothing of it stays. */
export async function makeMarked(asked: Asked): Promise<File> {
  const { bytes, file, language, read } = asked;
  const issues = await allIssues(asked);
  const heads = read.kind === 'commune' ? headsOfLayouts(read.content.reading.layouts) : headOfTable(read.content.reading);
  const front = (note: string): PlacedSheet => noticeSheet(issues, file, note, language);
  const { how, large, marked } = words[language];
  const made =
    (await markWorkbook(bytes, marksOf(issues, heads, language), front(how))) ?? (await writeWorkbook({ title: file, sheets: [front(large.replace('{most}', mostMarkedCells.toLocaleString(language)))] }));
  return new File([made as Uint8Array<ArrayBuffer>], `${file.replace(/\.[^.]*$/, '')}-${marked}.xlsx`, { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' });
}

async function allIssues({ kind, bytes, destination, decision, check, layouts, convert }: Asked): Promise<readonly Issue[]> {
  if (kind !== 'commune' || check.counts.errors + check.counts.warnings === check.issues.length) return check.issues;
  const again = await readImport(kind, bytes, destination, { progress: () => {}, signal: new AbortController().signal, layouts, decision, convert, issues: mostListed });
  return again.content.reading.issues;
}

/** As many lines as the longest of its texts needs in its column. */
function heightOf({ message, found, expected, column }: Issue, language: Language): number {
  const lines = [message[language].length / 56, (found?.[language] ?? '').length / 22, (expected?.[language] ?? '').length / 30, (column ?? '').length / 22].map(Math.ceil);
  return 4 + 16 * Math.max(1, ...lines);
}

function noticeSheet(issues: readonly Issue[], file: string, note: string, language: Language): PlacedSheet {
  const { sheet, title, heads, severity, whole } = words[language];
  const line = (issue: Issue, index: number): PlacedRow => ({
    height: heightOf(issue, language),
    cells: [
      { value: index + 1, look: 'centre' },
      { value: severity[issue.severity], look: 'cell' },
      { value: issue.sheet ?? whole, look: 'cell' },
      { value: issue.row, look: 'centre' },
      { value: issue.column, look: 'cell' },
      { value: issue.message[language], look: 'cell' },
      { value: issue.found?.[language] ?? null, look: 'cell' },
      { value: issue.expected?.[language] ?? null, look: 'cell' },
    ],
  });
  return {
    name: sheet,
    widths: [6, 10, 24, 8, 24, 60, 24, 32],
    rows: [
      { cells: [{ value: title.replace('{file}', file), look: 'strong', across: 8 }], height: 22 },
      { cells: [{ value: note, look: 'italic', across: 8 }], height: 34 },
      { cells: heads.map((value) => ({ value, look: 'head' as const })), height: 22 },
      ...issues.map(line),
    ],
    freeze: { rows: 3, columns: 0 },
    print: { sheet: 'a4', orientation: 'landscape', repeat: [3, 3] },
  };
}
