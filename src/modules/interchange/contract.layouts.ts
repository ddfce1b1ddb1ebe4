import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { procedure } from '#kernel/procedure.ts';
import { HouseholdClass } from '#modules/standards/contract.ts';
import { Import } from './contract.import.ts';
import { ArrangedColumn, ListChoice, OldLetters } from './contract.parts.ts';

/** How a sheet is to be read. */
export const Arranging = z.object({
  id: Id,
  sheet: z.string().max(100),
  list: ListChoice,
  head: z.strictObject({ first: z.int().min(1), last: z.int().min(1) }).nullable().default(null).describe('First and last row of the head; null leaves it where it was found'),
  columns: z.array(ArrangedColumn).max(400).nullable().describe('Those that are read, and no other; null tells them by their heads'),
  classes: z
    .array(z.strictObject({ word: z.string().min(1).max(120), class: HouseholdClass.exclude(['insufficient']) }))
    .max(50)
    .describe('What words of the class column mean that the form does not know'),
});
export type Arranging = z.infer<typeof Arranging>;

export const arrange = procedure({ permission: 'household.import', access: 'write', method: 'POST', path: '/imports/{id}/layout', summary: 'Says how a sheet of a checked file is read, remembers it for sheets with the same heads, and checks the file anew' })
  .input(Arranging)
  .output(Import);

export const convert = procedure({ permission: 'household.import', access: 'write', method: 'POST', path: '/imports/{id}/convert', summary: 'Agrees that a file in an old encoding is read in Unicode, and checks it anew' })
  .input(z.object({ id: Id, encoding: OldLetters.shape.encoding }))
  .output(Import);
