import { z } from 'zod';
import { procedure } from '#kernel/procedure.ts';
import { Language } from '#kernel/text.ts';
import { FormId, ReportPlace } from '#modules/reports/contract.ts';

/** What official tables go out as. */
export const PaperFormat = z.enum(['xlsx', 'docx', 'pdf']);
export type PaperFormat = z.infer<typeof PaperFormat>;

const language = Language.default('vi').describe('Of what is printed');

export const reportFile = procedure({ permission: 'report.read', figures: true, method: 'GET', path: '/files/reports/{form}', summary: 'An official table as a file, laid out as on paper' })
  .input(ReportPlace.extend({ form: FormId, format: PaperFormat.default('xlsx'), language }))
  .output(z.file());

export const reportSet = procedure({ permission: 'report.read', figures: true, method: 'GET', path: '/files/report-set', summary: 'All official tables of an area for a period in one file, behind a list of them' })
  .input(ReportPlace.extend({ format: PaperFormat.default('xlsx'), language }))
  .output(z.file());
