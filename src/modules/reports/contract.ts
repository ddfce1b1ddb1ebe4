import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { Cursor, PageSize } from '#kernel/page.ts';
import { Period } from '#kernel/period.ts';
import { PlainDate } from '#kernel/plain-date.ts';
import { procedure } from '#kernel/procedure.ts';
import { Text } from '#kernel/text.ts';
import { AreaName, AreaRef, Level } from '#modules/areas/contract.ts';
import { Change } from '#modules/households/contract.changes.ts';
import { HouseholdPart, PartCode } from '#modules/households/contract.parts.ts';
import { CarriedOver, Measure, MeasureId, Reason, StatisticSource } from '#modules/measures/contract.ts';
import { HouseholdClass } from '#modules/standards/contract.ts';
import { IndicatorCode, Mark, Provision } from '#modules/standards/contract.packs.ts';

/** Number of a form: `1.1`. */
export const FormId = z.string().regex(/^\d+(\.\d+)*$/, '1.1');
export type FormId = z.infer<typeof FormId>;

/** Under which head a form is listed. */
export const FormSection = z.enum(['results', 'deprivations', 'groups', 'lists']);
export type FormSection = z.infer<typeof FormSection>;

export const FormSummary = z.strictObject({
  form: FormId,
  title: Text,
  basis: Provision,
  section: FormSection,
  kind: z.enum(['table', 'list']).describe('A table of figures, or a list of households by name'),
});
export type FormSummary = z.infer<typeof FormSummary>;

/** A column of a form; the columns of indicators are already those of the round's standard. */
export const ReportColumn = z.strictObject({
  key: z.string(),
  number: z.union([z.int(), z.string()]).describe('As printed below the head: 3, 1.2.1'),
  label: Text,
  groups: z.array(Text).describe('Heads above the label, the topmost first'),
  measure: MeasureId,
  less: z.array(MeasureId).describe('What is taken off the measure: what is left of a whole after the parts that have a column'),
  unit: Measure.shape.unit,
  formula: z.string().nullable().describe('As printed: 3/1×100'),
  drill: z
    .strictObject({
      class: HouseholdClass,
      deprived: IndicatorCode.nullable(),
      part: HouseholdPart.nullable(),
      change: z.array(Change).nullable().describe('Into or out of the class; empty for who was in it at the start'),
    })
    .nullable()
    .describe('Finds the households behind a cell in the register; none for what was published'),
});
export type ReportColumn = z.infer<typeof ReportColumn>;

/** The figures of a row by column key. What is not known has a reason; what was published has a place in `sources`. */
const cells = {
  cells: z.record(z.string(), z.int().nullable()),
  reasons: z.record(z.string(), Reason),
  published: z.record(z.string(), z.int()),
  carried: z.record(z.string(), CarriedOver).describe('Cells that came over from another map; estimates are marked'),
};
export const ReportRow = z.strictObject({
  no: z.string().describe('1, 2 … or I, I.1 …'),
  area: AreaName,
  level: Level,
  split: z.string().nullable().describe('Key of its line in `splits`; the lines of a unit follow each other'),
  ...cells,
});
export type ReportRow = z.infer<typeof ReportRow>;

/** A line that each unit has in a table with several (phân tổ): its columns have measures of their own. */
export const ReportSplit = z.strictObject({ key: z.string(), label: Text, columns: z.array(ReportColumn), total: z.strictObject(cells) });
export type ReportSplit = z.infer<typeof ReportSplit>;

export const Report = z.strictObject({
  form: FormId,
  title: Text,
  basis: Provision,
  area: AreaName,
  period: Period,
  asOf: PlainDate,
  mapDate: PlainDate,
  standard: z.string().nullable().describe('Official standard of the round; none where there is no round'),
  since: Period.nullable().describe('Of the list with which changes are compared; none where there are no changes, or several such lists'),
  simulated: z.boolean(),
  columns: z.array(ReportColumn).describe('Of the only line of a unit, or of its first'),
  splits: z.array(ReportSplit).describe('Empty where a unit has one line'),
  rows: z.array(ReportRow),
  total: z.strictObject(cells).describe('Of the only line, or of the first'),
  setting: z.enum(['ethnic_columns']).nullable().describe('What of the table a province may choose'),
  notes: z.array(Text),
  sources: z.array(StatisticSource),
  origins: z.array(AreaName).describe('Units of the day of the data from which cells were carried over'),
  signatures: z.array(Text),
});
export type Report = z.infer<typeof Report>;

/** A column of a list by name. */
export const ListColumn = ReportColumn.pick({ key: true, number: true, label: true, groups: true }).extend({
  unrecorded: Text.nullable().describe('Why nothing stands in it: the program does not record it yet'),
});
export type ListColumn = z.infer<typeof ListColumn>;

/** A line for each member. A cell is null where it is not known, empty where there is nothing to say. */
export const ListRow = z.strictObject({ household: Id, first: z.boolean().describe('The line of the head, with the marks of the household'), cells: z.record(z.string(), z.string().nullable()) });
export type ListRow = z.infer<typeof ListRow>;

/** A list of households by name, a page at a time. */
export const NameList = Report.pick({ form: true, title: true, basis: true, area: true, period: true, asOf: true, mapDate: true, standard: true, simulated: true, notes: true, signatures: true }).extend({
  columns: z.array(ListColumn),
  rows: z.array(ListRow),
  next: Cursor.nullable(),
  total: z.int().min(0).describe('Households'),
});
export type NameList = z.infer<typeof NameList>;

/** Which ethnic groups have a column in the tables of a province. */
export const EthnicColumns = z.strictObject({
  province: AreaName.nullable().describe('Of today’s map; none for the country'),
  codes: z.array(PartCode),
  chosen: z.strictObject({ by: z.string().nullable(), at: z.iso.datetime() }).nullable().describe('None where the columns are those that are shipped'),
  shipped: z.strictObject({ codes: z.array(PartCode), source: Text, mark: Mark }),
});
export type EthnicColumns = z.infer<typeof EthnicColumns>;

/** Whose table, for what time, on what map, how deep. */
export const ReportPlace = z.object({
  area: AreaRef,
  period: Period,
  map: PlainDate.optional().describe('Day of the map; the day of the data when left out'),
  level: Level.optional().describe('Lowest level of the rows; one below the area when left out'),
});

export const forms = procedure({ permission: 'report.read', method: 'GET', path: '/reports', summary: 'The official forms on record' })
  .output(z.array(FormSummary));

export const report = procedure({ permission: 'report.read', figures: true, method: 'GET', path: '/reports/{form}', summary: 'An official table of an area for a period' })
  .input(ReportPlace.extend({ form: FormId }))
  .output(Report);

export const nameList = procedure({ permission: 'household.read', personal: true, method: 'GET', path: '/reports/{form}/households', summary: 'An official list of households and their members by name, a page of households at a time' })
  .input(ReportPlace.omit({ level: true }).extend({ form: FormId, after: Cursor.optional(), limit: PageSize }))
  .output(NameList);

export const ethnicColumns = procedure({ permission: 'report.read', method: 'GET', path: '/report-settings/ethnic-columns', summary: 'The ethnic groups that have a column in the tables of the province of an area' })
  .input(z.object({ area: AreaRef, day: PlainDate.optional() }))
  .output(EthnicColumns);

export const setEthnicColumns = procedure({ permission: 'report.settings', access: 'write', method: 'PUT', path: '/report-settings/ethnic-columns', summary: 'Chooses the ethnic groups that have a column in the tables of a province' })
  .input(z.object({ area: AreaRef, codes: z.array(PartCode).min(1).max(20) }))
  .output(EthnicColumns);

export const reportsContract = { forms, report, nameList, ethnicColumns, setEthnicColumns };
