import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { procedure } from '#kernel/procedure.ts';
import { Language } from '#kernel/text.ts';
import { HouseholdFilter, HouseholdSort } from '#modules/households/contract.ts';
import { UnitSort } from '#modules/measures/rules.units.ts';
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

export const householdFile = procedure({ permission: 'household.read', personal: true, figures: true, method: 'GET', path: '/files/households', summary: 'The register of an area in a period as Excel: all households of a filter, in the order of the list' })
  .input(HouseholdFilter.extend({ sort: HouseholdSort.default('name'), language }))
  .output(z.file());

export const nameFile = procedure({ permission: 'household.read', personal: true, figures: true, method: 'GET', path: '/files/name-lists/{form}', summary: 'An official list of households and their members by name as Excel, whole' })
  .input(ReportPlace.omit({ level: true }).extend({ form: FormId, language }))
  .output(z.file());

export const unitFile = procedure({ permission: 'measure.read', figures: true, method: 'GET', path: '/files/units', summary: 'Poor and near-poor households and rates of the units below an area as Excel' })
  .input(ReportPlace.omit({ level: true }).extend({ sort: UnitSort.default('-households.poor'), language }))
  .output(z.file());

export const markedFile = procedure({ permission: 'household.import', personal: true, method: 'GET', path: '/imports/{id}/marked', summary: 'The file of an import as it came, with the cells coloured that something was said of, and a list of all messages; made when asked for and not kept' })
  .input(z.object({ id: Id, language }))
  .output(z.file());
