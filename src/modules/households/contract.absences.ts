import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { Period } from '#kernel/period.ts';
import { PlainDate } from '#kernel/plain-date.ts';
import { procedure } from '#kernel/procedure.ts';
import { AreaName, AreaRef } from '#modules/areas/contract.ts';
import { HouseholdClass } from '#modules/standards/contract.ts';
import { Because } from './contract.events.ts';

const day = PlainDate.describe('The day on which it happened');
const note = z.string().trim().max(500).nullable().describe('Why, or on what paper it rests');

/** What became of a household that a new list does not name. */
export const AbsenceAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('left_out'), note }).describe('The list forgot it: members and last class stay, it was not reviewed'),
  z.strictObject({ kind: z.literal('moved'), to: AreaRef.describe('A village, or a commune where the village is not known'), day, note }),
  z.strictObject({ kind: z.literal('ended'), because: Because, day, note }),
  z.strictObject({ kind: z.literal('merged'), into: Id.describe('The household that goes on'), day, note }),
  z
    .strictObject({ kind: z.literal('left_poverty'), decision: z.strictObject({ number: z.string().trim().min(1).max(60), day: PlainDate.nullable() }).nullable(), note })
    .describe('Neither poor nor near-poor any more; a decision makes that official, without one the basis is insufficient'),
]);
export type AbsenceAnswer = z.infer<typeof AbsenceAnswer>;

/** A household that the last list had and a new one does not name, while nobody has said yet what became of it. */
export const Absence = z.strictObject({
  id: Id,
  household: Id,
  head: z.string(),
  village: AreaName,
  period: Period.describe('Of the list that does not name it'),
  asOf: PlainDate,
  last: z.strictObject({ class: HouseholdClass, period: Period }).describe('What the register said of it last'),
  source: z.string().describe('The list that does not name it'),
  askedAt: z.iso.datetime(),
  namesExits: z.boolean().describe('The list names those that left poverty too, so that an unnamed one did not'),
});
export type Absence = z.infer<typeof Absence>;

/** That a list did not name a household, and what was said of it. */
export const FileAbsence = z.strictObject({
  id: Id,
  period: Period.describe('Of the list that does not name it'),
  source: z.string(),
  askedAt: z.iso.datetime(),
  answer: z.enum(['left_out', 'moved', 'ended', 'merged', 'left_poverty']).nullable().describe('None while nobody has said'),
  day: PlainDate.nullable(),
  note: z.string().nullable(),
  act: Id.nullable().describe('What came of the answer'),
  answeredBy: z.string().nullable(),
  answeredAt: z.iso.datetime().nullable(),
  undone: z.boolean().describe('The import was undone that did not name it'),
});
export type FileAbsence = z.infer<typeof FileAbsence>;

const absences = procedure({ permission: 'household.write', personal: true, method: 'GET', path: '/household-absences', summary: 'Households of an area that a list does not name and of which nobody has said yet what became, the first asked first' })
  .input(z.object({ area: AreaRef }))
  .output(z.strictObject({ total: z.int(), absences: z.array(Absence) }));

const answerAbsences = procedure({ permission: 'household.write', access: 'write', personal: true, method: 'POST', path: '/household-absences/answer', summary: 'Says what became of households that a list does not name, of one or of many alike' })
  .input(z.object({ ids: z.array(Id).min(1).max(500), answer: AbsenceAnswer }))
  .output(z.strictObject({ answered: z.int() }));

export const absenceProcedures = { absences, answerAbsences };
