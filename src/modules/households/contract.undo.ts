import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { PlainDate } from '#kernel/plain-date.ts';

/** What can be built on an import: a later class in the same round, a class in another round, an event, a person, a correction that was asked for, the place or a photograph of the house. */
export const BuiltKind = z.enum(['revision', 'round', 'event', 'member', 'correction', 'house']);
export type BuiltKind = z.infer<typeof BuiltKind>;

/** What undoing an import would do, or what was written of its households since, which hinders it. */
export const IntakeUndo = z.strictObject({
  added: z.int().describe('Households that would be withdrawn from the register'),
  changed: z.int().describe('Households that would be again as they were before'),
  acts: z.int().describe('Acts that the import told of households that it does not name, which would be undone with it'),
  built: z.strictObject({ revision: z.int(), round: z.int(), event: z.int(), member: z.int(), correction: z.int(), house: z.int() }).describe('Without any the import can be undone'),
  first: z
    .array(
      z.strictObject({
        household: Id,
        head: z.string(),
        kind: BuiltKind,
        day: PlainDate,
        source: z.string(),
        enteredBy: z.string().nullable(),
        enteredAt: z.iso.datetime(),
      }),
    )
    .describe('The newest of what was built on it'),
});
export type IntakeUndo = z.infer<typeof IntakeUndo>;
