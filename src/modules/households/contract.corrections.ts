import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { procedure } from '#kernel/procedure.ts';
import { AreaName, AreaRef } from '#modules/areas/contract.ts';

/** What identifies a person and is corrected only by two: one asks, another decides. */
export const IdentityField = z.enum(['name', 'birth', 'sex', 'id_number', 'ethnicity', 'relation']);
export type IdentityField = z.infer<typeof IdentityField>;

export const Correction = z.strictObject({
  id: Id,
  household: Id,
  head: z.string(),
  village: AreaName,
  person: Id,
  name: z.string().describe('Of the person, as the register has it'),
  field: IdentityField,
  old: z.string().nullable(),
  new: z.string().nullable(),
  reason: z.string(),
  paper: z.string().nullable(),
  askedBy: z.string().nullable(),
  askedAt: z.iso.datetime(),
  own: z.boolean().describe('The reader asked for it and cannot decide'),
  accepted: z.boolean().nullable(),
  note: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
});
export type Correction = z.infer<typeof Correction>;

const ask = procedure({ permission: 'household.correct', access: 'write', personal: true, method: 'POST', path: '/households/{household}/corrections', summary: 'Asks for a correction of what identifies a person' })
  .input(
    z.object({
      household: Id,
      person: Id,
      field: IdentityField,
      value: z.string().trim().max(120).nullable(),
      reason: z.string().trim().min(1).max(500),
      paper: z.string().trim().max(120).nullable(),
    }),
  )
  .output(Correction);

const corrections = procedure({ permission: 'household.correct', personal: true, method: 'GET', path: '/corrections', summary: 'Corrections of an area that wait for a decision' })
  .input(z.object({ area: AreaRef }))
  .output(z.array(Correction));

const decideCorrection = procedure({ permission: 'household.confirm', access: 'write', personal: true, method: 'POST', path: '/corrections/{id}/decision', summary: 'Accepts or refuses a correction that another person asked for' })
  .input(z.object({ id: Id, accept: z.boolean(), note: z.string().trim().max(500).nullable() }))
  .output(Correction);

export const correctionProcedures = { ask, corrections, decideCorrection };
