import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { Period } from '#kernel/period.ts';
import { PlainDate } from '#kernel/plain-date.ts';
import { Text } from '#kernel/text.ts';
import { AreaName } from '#modules/areas/contract.ts';
import { AbsenceAnswer } from '#modules/households/contract.absences.ts';
import { StandingInClass } from '#modules/households/contract.intake.ts';
import { Reason } from '#modules/households/contract.matching.ts';
import { HouseholdClass } from '#modules/standards/contract.ts';
import { FileDecision, Issue, MeasureUnit, OldLetters, ReadSheet, SheetLayout } from './contract.parts.ts';

/** The commune workbook of three lists, or a table of figures by unit. */
export const ImportKind = z.enum(['commune', 'aggregate']);
export type ImportKind = z.infer<typeof ImportKind>;

/**
 * `refused`: the file has errors, nothing can be loaded. `checked`: it waits for its person to load it or leave it. `cancelled`: its person
 * stopped it before anything was written. `undone`: it was loaded and taken back.
 */
export const ImportState = z.enum(['reading', 'refused', 'checked', 'loading', 'done', 'failed', 'cancelled', 'undone']);
export type ImportState = z.infer<typeof ImportState>;

/** What becomes of a household of the file. */
export const ImportEntry = z.strictObject({
  source: Text.describe('Its first row in words'),
  head: z.string(),
  village: z.string().nullable(),
  change: z.enum(['added', 'changed', 'same']),
  class: HouseholdClass.describe('The one that will be official'),
  computed: HouseholdClass,
  stated: HouseholdClass.nullable(),
  standing: z.strictObject({ stated: StandingInClass, computed: StandingInClass.nullable() }).nullable().describe('New, again or still in its class: as the file says, and by the earlier lists'),
  before: HouseholdClass.nullable().describe('Its official class in this round until now'),
});
export type ImportEntry = z.infer<typeof ImportEntry>;

/** A household of the file and one of the register that it may be, though no exact key says so. */
export const ImportMatch = z.strictObject({
  source: z.string().describe('Names the household of the file when a question is answered'),
  place: Text.describe('Where it stands in the file'),
  head: z.string(),
  village: z.string().nullable(),
  known: z.strictObject({ id: Id, head: z.string(), village: z.string() }),
  score: z.number(),
  verdict: z.enum(['same', 'perhaps']).describe('What the comparison says; `perhaps` is a question'),
  reasons: z.array(Reason),
  answer: z.enum(['same', 'different']).nullable().describe('What the officer said'),
  taken: z.boolean().describe('Whether loading writes to the household of the register; otherwise one is added'),
});
export type ImportMatch = z.infer<typeof ImportMatch>;

/** Two households of the file that are probably one; both are loaded as they stand. */
export const ImportDouble = z.strictObject({ place: Text, head: z.string(), otherPlace: Text, otherHead: z.string(), reasons: z.array(Reason) });
export type ImportDouble = z.infer<typeof ImportDouble>;

/** A household that the list before had, or an earlier list of the same round, and the file does not name. */
export const ImportAbsence = z.strictObject({
  household: Id,
  head: z.string(),
  size: z.int().describe('Members on record'),
  village: z.string(),
  villageNamed: z.boolean().describe('The file names some household of its village'),
  last: z.strictObject({ class: HouseholdClass, period: Period }).describe('What the register said of it last'),
  since: PlainDate.nullable().describe('Day of the list before, after which it went; null where an earlier list of this round named it'),
  answer: AbsenceAnswer.nullable().describe('What became of it; null is asked later'),
  named: z.string().nullable().describe('The place or the household that the answer names'),
});
export type ImportAbsence = z.infer<typeof ImportAbsence>;

/** The dry run: what was understood, what is wrong, what would follow. */
export const ImportCheck = z.strictObject({
  counts: z.strictObject({ errors: z.int(), warnings: z.int() }),
  issues: z.array(Issue).describe('The first of them, errors before warnings'),
  sheets: z.array(ReadSheet),
  oldLetters: OldLetters.nullable().describe('When the file is in an encoding of before Unicode: it can be converted once its person agrees'),
  decision: FileDecision.extend({ households: z.int().describe('Those that it counts for') }).nullable().describe('Given for the whole file'),
  layouts: z.array(SheetLayout),
  fields: z.array(z.strictObject({ id: z.string(), label: Text })).describe('What a column may be: columns of the form, then indicators by their codes'),
  added: z.int(),
  changed: z.int(),
  same: z.int(),
  absent: z.strictObject({ total: z.int(), answered: z.int() }).describe('Households of the last list that the file does not name'),
  absences: z.array(ImportAbsence).describe('The first of them, by village; who is not answered is asked later'),
  namesExits: z.boolean().describe('The file lists households that left poverty, so that an unnamed one did not'),
  differs: z.int().describe('Households whose stated class is not ours'),
  standingDiffers: z.int().describe('Households that the file says to be new, again or still, and that are not by the earlier lists'),
  newVillages: z.array(z.string()),
  entries: z.array(ImportEntry).describe('The first of them; those that differ or change come first'),
  matches: z.array(ImportMatch).describe('Questions first'),
  doubles: z.array(ImportDouble),
  figures: z.array(
    z.strictObject({
      row: z.int().describe('Number of the row in the file, from 1: the issues of a figure have this row and its label as their column'),
      unit: z.string(),
      area: AreaName.nullable(),
      figures: z.array(
        z.strictObject({
          label: z.string(),
          unit: MeasureUnit.describe('A rate is in hundredths of a percent'),
          value: z.number().nullable(),
          kept: z.boolean().describe('Recorded as a published figure when loaded'),
        }),
      ),
    }),
  ),
});
export type ImportCheck = z.infer<typeof ImportCheck>;

/** Who did something, and when. */
const Deed = z.strictObject({ by: z.string().nullable(), at: z.iso.datetime() });

export const Import = z.strictObject({
  id: Id,
  kind: ImportKind,
  file: z.string(),
  area: AreaName,
  period: Period,
  state: ImportState,
  progress: z.strictObject({ step: z.enum(['read', 'compared']), done: z.int() }).describe('Rows read so far; then the households, read and classed, that are being compared with the register'),
  startedAt: z.iso.datetime(),
  failure: Text.extend({ code: z.string() }).nullable(),
  check: ImportCheck.nullable().describe('Kept while the program runs, for the one who began the import'),
  result: z.strictObject({ added: z.int(), changed: z.int(), same: z.int(), figures: z.int() }).nullable(),
  loaded: Deed.nullable(),
  undone: Deed.nullable(),
});
export type Import = z.infer<typeof Import>;
