import { Problem } from '#kernel/problem.ts';
import type { Language, Text } from '#kernel/text.ts';
import { inLanguage } from '#modules/areas/rules.names.ts';
import type { Report } from '#modules/reports/contract.ts';
import { forms, report, type ReportRequest } from '#modules/reports/service.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { OfficialPaper } from '#platform/documents/official-paper.ts';
import { officialSheet } from '#platform/documents/official-sheet.ts';
import { printPapers } from '#platform/documents/print-papers.ts';
import { writeWorkbook } from '#platform/documents/write-workbook.ts';
import type { PaperFormat } from './contract.files.ts';
import { contentsPaper, paperOfReport } from './service.papers.ts';

/** Papers that are ready to be made into a file: gathered inside the transaction, made after it, since that takes long. */
export interface PapersToMake {
  /** Of the file, without its ending. */
  name: string;
  title: string;
  format: PaperFormat;
  papers: OfficialPaper[];
}

type Wish = { format: PaperFormat; language: Language };

export async function gatherReport(ctx: Ctx, { format, language, ...request }: ReportRequest & Wish): Promise<PapersToMake> {
  const table = inLanguage(await report(ctx, request), language);
  return { name: fileName(`bieu-${table.form}`, table), title: table.title[language], format, papers: [paperOfReport(table, language)] };
}

/**
 * All official tables of an area and a period, behind a list of them. A form that cannot be filled there (`report.mixed-standards`) is named in the
 * list with the reason; when none can, its problem is thrown.
 */
export async function gatherSet(ctx: Ctx, { format, language, ...place }: Omit<ReportRequest, 'form'> & Wish): Promise<PapersToMake> {
  const tables: Report[] = [];
  const unmade: { form: string; title: Text; why: Text; cause: Problem }[] = [];
  for (const { form, title, kind } of await forms()) {
    // Who may read tables may not read names.
    if (kind === 'list') continue;
    try {
      tables.push(inLanguage(await report(ctx, { ...place, form }), language));
    } catch (error) {
      if (!(error instanceof Problem) || !error.code.startsWith('report.')) throw error;
      unmade.push({ form, title, why: { vi: error.sentence('vi'), en: error.sentence('en') }, cause: error });
    }
  }
  const [first, ...others] = tables;
  if (first === undefined) throw unmade[0]!.cause;
  const contents = contentsPaper([first, ...others], unmade, language);
  return { name: fileName('bo-bieu', first), title: contents.title, format, papers: [contents, ...tables.map((table) => paperOfReport(table, language))] };
}

const fileName = (what: string, { area, period }: Pick<Report, 'area' | 'period'>): string => `${what}-${area.code ?? area.id}-${period}`;

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const satisfies Record<PaperFormat, string>;

/** Makes the file. Takes its time and needs no database. */
export async function makePapers({ name, title, format, papers }: PapersToMake): Promise<File> {
  const bytes = await (format === 'xlsx' ? writeWorkbook({ title, sheets: papers.map(officialSheet) }) : printPapers({ format, title, papers }));
  return new File([bytes as Uint8Array<ArrayBuffer>], `${name}.${format}`, { type: types[format] });
}
