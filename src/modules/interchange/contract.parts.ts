import { z } from 'zod';
import { PlainDate } from '#kernel/plain-date.ts';
import { Text } from '#kernel/text.ts';
import { HouseholdIntake, Sex } from '#modules/households/contract.intake.ts';
import { Mark } from '#modules/standards/contract.packs.ts';
import { HouseholdClass } from '#modules/standards/contract.ts';

/**
 * A cell of a sheet: a day comes from a cell formatted as one, `fault` is the error that the cell shows, or `formula` for a formula saved
 * without its value. The reader of documents gives rows of this shape.
 */
export type Cell = string | number | boolean | null | { day: PlainDate } | { fault: string };

/** A row that holds something, by its number in the file from 1. */
export interface SheetRow {
  row: number;
  cells: readonly Cell[];
}

export interface Sheet {
  name: string;
  hidden: boolean;
  /** Numbers of the rows that are hidden from view. */
  hiddenRows: readonly number[];
  rows: () => Iterable<SheetRow> | AsyncIterable<SheetRow>;
}

/** A file as it was opened. `unicode` is false where its letters could only be guessed. */
export interface SheetFile {
  macros: boolean;
  unicode: boolean;
  sheets: readonly Sheet[];
}

/** A decision that is given for a whole file: it counts for the rows that have none of their own. */
export const FileDecision = z.strictObject({ number: z.string().trim().min(1).max(60), day: PlainDate.optional() });
export type FileDecision = z.infer<typeof FileDecision>;

/**
 * Something about the file that its owner should know. With one `error` nothing is loaded; a `warning` does not hinder. One that has a row
 * has a column, what was found and what is expected as well.
 */
export const Issue = z.strictObject({
  severity: z.enum(['error', 'warning']),
  code: z.string(),
  sheet: z.string().nullable(),
  row: z.int().nullable().describe('Number of the row in the file, from 1'),
  column: z.string().nullable().describe('The head of the column, as the file words it'),
  found: Text.nullable().describe('What stands there, as the file has it; figures as each language writes them'),
  expected: Text.nullable().describe('What should stand there, or what a figure should be'),
  message: Text,
});
export type Issue = z.infer<typeof Issue>;

const words = z.array(z.string().min(1)).min(1);
const SheetId = z.enum(['current', 'escaped_poverty', 'escaped_near_poverty']);
export type SheetId = z.infer<typeof SheetId>;

export const CommuneColumnId = z.enum([
  'ordinal', 'number', 'head', 'name', 'relation', 'birth', 'birth_male', 'birth_female', 'sex', 'id_number', 'province', 'province_code', 'district', 'district_code', 'commune',
  'commune_code', 'village', 'ethnicity', 'class', 'decision_number', 'decision_day', 'b1', 'b2', 'minority', 'no_labour', 'merit', 'causes', 'age', 'size', 'history', 'history_new', 'history_again', 'history_still', 'note',
]);
export type CommuneColumnId = z.infer<typeof CommuneColumnId>;

const CommuneColumn = z.strictObject({
  id: CommuneColumnId,
  kind: z.enum(['ignored', 'text', 'place', 'birth', 'day', 'sex', 'id_number', 'class', 'flag', 'score', 'size', 'age', 'causes', 'history']),
  per: z.enum(['household', 'person']),
  sex: Sex.optional().describe('Of a column of births that only persons of this sex fill in'),
  label: Text,
  aliases: words,
  width: z.int().positive().describe('Of the template, in characters'),
  template: z.array(SheetId),
  required: z.array(SheetId).default([]),
});
export type CommuneColumn = z.infer<typeof CommuneColumn>;

/** packs/vn/interchange/commune-workbook.yaml: the sheets and columns of the commune workbook and how their values are written. */
export const CommuneForm = z.strictObject({
  id: z.literal('commune-workbook'),
  mark: Mark,
  checked_on: PlainDate,
  source: Text,
  sheets: z.array(z.strictObject({ id: SheetId, name: Text, title: Text, aliases: words, stated: HouseholdClass.nullable() })).length(3),
  ignored_sheets: words,
  columns: z.array(CommuneColumn).min(1),
  one_of: z.array(z.array(CommuneColumnId).min(1)),
  values: z.strictObject({
    class: z.strictObject({ poor: words, near_poor: words, average: words, not_poor: words }),
    class_unclear: words,
    sex: z.strictObject({ male: words, female: words }),
    history: z.strictObject({ new: words, again: words, still: words }),
    yes: words,
    no: words,
    head: words,
  }),
  rows: z.strictObject({ total: words, signature: words, village: words }),
});
export type CommuneForm = z.infer<typeof CommuneForm>;

export const MeasureUnit = z.enum(['count', 'rate']);

const MeasureId = z.enum(['households', 'poor', 'poor_rate', 'near_poor', 'near_poor_rate', 'poor_reduction', 'poor_expected', 'poor_rate_expected']);
export type MeasureId = z.infer<typeof MeasureId>;

/** packs/vn/interchange/aggregate-table.yaml: the columns of a table of figures by unit and how they hang together. */
export const AggregateForm = z.strictObject({
  id: z.literal('aggregate-table'),
  mark: Mark,
  checked_on: PlainDate,
  source: Text,
  unit: words,
  ordinal: words,
  total: words,
  measures: z.array(z.strictObject({ id: MeasureId, unit: MeasureUnit, label: Text, aliases: words })).min(1),
  rates: z.array(z.strictObject({ rate: MeasureId, part: MeasureId, whole: MeasureId })),
  differences: z.array(z.strictObject({ result: MeasureId, from: MeasureId, less: MeasureId })),
});
export type AggregateForm = z.infer<typeof AggregateForm>;

/** Texts of a file in an old encoding, as they are and as they would be read. */
export const OldLetters = z.strictObject({
  encoding: z.enum(['tcvn3', 'vni']),
  samples: z.array(z.strictObject({ before: z.string(), after: z.string() })),
});
export type OldLetters = z.infer<typeof OldLetters>;

/** Which list a sheet is: with a class column, of poor or near-poor households alone, of those that escaped, or not to be read. */
export const ListChoice = z.enum(['current', 'poor', 'near_poor', 'escaped_poverty', 'escaped_near_poverty', 'skip']);
export type ListChoice = z.infer<typeof ListChoice>;

/** A column that somebody says is a column of the form, or an indicator by its code. */
export const ArrangedColumn = z.strictObject({ index: z.int().min(0), field: z.string().min(1).max(30) });
export type ArrangedColumn = z.infer<typeof ArrangedColumn>;

/** A sheet with its columns, for its user to say what they are. */
export const SheetLayout = z.strictObject({
  sheet: z.string(),
  heads: z.string().describe('What sheets of the same layout have in common'),
  found: z.int().describe('The last row of the head that was found by itself: rows of a chosen one are counted from it'),
  headFirst: z.int().describe('The first row of its head'),
  headRow: z.int().describe('The last row of its head'),
  top: z.array(z.strictObject({ row: z.int(), text: z.string() })).describe('Its first rows, for its user to say which are the head'),
  list: ListChoice.nullable().describe('What it is taken for; null when that could not be told'),
  columns: z.array(z.strictObject({ index: z.int(), label: z.string(), field: z.string().nullable(), samples: z.array(z.string()) })),
  words: z.array(z.strictObject({ word: z.string(), count: z.int(), class: HouseholdClass.nullable() })).describe('Of its class column'),
  saved: z.strictObject({ by: z.string().nullable(), at: z.iso.datetime() }).nullable().describe('When it is read as somebody said earlier'),
});
export type SheetLayout = z.infer<typeof SheetLayout>;

/** A sheet of the commune workbook as it was understood. */
export const ReadSheet = z.strictObject({
  id: SheetId,
  name: z.string(),
  columns: z.array(z.strictObject({ id: z.string().describe('Of the form, or the code of an indicator'), label: z.string() })),
  unknownColumns: z.array(z.string()),
  rows: z.int(),
  households: z.int(),
});
export type ReadSheet = z.infer<typeof ReadSheet>;

export const ReadHousehold = z.strictObject({
  list: SheetId,
  sheet: z.string(),
  row: z.int().describe('Its first row'),
  memberRows: z.array(z.int()).describe('The row of each member, in their order'),
  escaped: z.boolean().describe('Also on the list of those that escaped poverty: near-poor now'),
  intake: HouseholdIntake,
});
export type ReadHousehold = z.infer<typeof ReadHousehold>;

export const CommuneReading = z.strictObject({
  households: z.array(ReadHousehold),
  sheets: z.array(ReadSheet),
  indicators: z.array(z.string()).describe('Codes that have a column in every sheet of poor and near-poor households; of the others nothing is known'),
  layouts: z.array(SheetLayout).describe('Every sheet that holds a table'),
  places: z.record(z.string(), z.array(z.string())).describe('What the columns of places say, by column'),
  issues: z.array(Issue).describe('The first of them, errors before warnings'),
  counts: z.strictObject({ errors: z.int(), warnings: z.int() }),
});
export type CommuneReading = z.infer<typeof CommuneReading>;

export const AggregateReading = z.strictObject({
  sheet: z.string(),
  head: z.strictObject({ row: z.int().describe('Its last row, from 1'), columns: z.array(z.strictObject({ index: z.int(), label: z.string() })) }),
  unitColumn: z.string().describe('The head of the column of units'),
  columns: z.array(z.strictObject({ measure: MeasureId, unit: MeasureUnit, year: z.int().nullable(), label: z.string() })),
  rows: z.array(z.strictObject({ source: Text.describe('The row in words'), row: z.int(), unit: z.string(), values: z.array(z.number().nullable()) })),
  total: z
    .strictObject({ row: z.int(), printed: z.array(z.number().nullable()), summed: z.array(z.number().nullable()) })
    .nullable()
    .describe('By column; a rate is not summed'),
  issues: z.array(Issue),
  counts: z.strictObject({ errors: z.int(), warnings: z.int() }),
});
export type AggregateReading = z.infer<typeof AggregateReading>;
