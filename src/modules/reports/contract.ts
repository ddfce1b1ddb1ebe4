import { z } from 'zod';
import { Period } from '#kernel/period.ts';
import { PlainDate } from '#kernel/plain-date.ts';
import { procedure } from '#kernel/procedure.ts';
import { Text } from '#kernel/text.ts';
import { AreaName, AreaRef, Level } from '#modules/areas/contract.ts';
import { Change } from '#modules/households/contract.changes.ts';
import { CarriedOver, Measure, MeasureId, Reason, StatisticSource } from '#modules/measures/contract.ts';
import { HouseholdClass } from '#modules/standards/contract.ts';
import { IndicatorCode, Provision } from '#modules/standards/contract.packs.ts';

/** Number of a form: `1.1`. */
export const FormId = z.string().regex(/^\d+(\.\d+)*$/, '1.1');
export type FormId = z.infer<typeof FormId>;

export const FormSummary = z.strictObject({ form: FormId, title: Text, basis: Provision });
export type FormSummary = z.infer<typeof FormSummary>;

/** A column of a form; the columns of indicators are already those of the round's standard. */
export const ReportColumn = z.strictObject({
  key: z.string(),
  number: z.int().describe('As printed below the head'),
  label: Text,
  groups: z.array(Text).describe('Heads above the label, the topmost first'),
  measure: MeasureId,
  unit: Measure.shape.unit,
  formula: z.string().nullable().describe('As printed: 3/1×100'),
  drill: z
    .strictObject({ class: HouseholdClass, deprived: IndicatorCode.nullable(), change: z.array(Change).nullable().describe('Into or out of the class; empty for who was in it at the start') })
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
  notes: z.array(Text),
  sources: z.array(StatisticSource),
  origins: z.array(AreaName).describe('Units of the day of the data from which cells were carried over'),
  signatures: z.array(Text),
});
export type Report = z.infer<typeof Report>;

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

export const reportsContract = { forms, report };
