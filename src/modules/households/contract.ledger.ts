import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { PlainDate } from '#kernel/plain-date.ts';
import { procedure } from '#kernel/procedure.ts';
import { AreaName, AreaRef } from '#modules/areas/contract.ts';
import { HouseholdClass } from '#modules/standards/contract.ts';
import { Birth, Sex } from './contract.intake.ts';

/** A month of the calendar, `2026-10`. */
export const Month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, '2026-10')
  .brand('Month');
export type Month = z.infer<typeof Month>;

/** A household in the book of its village as it stood on the last day of a month: what a closing keeps, and its fingerprint is of. */
export const LedgerContent = z.strictObject({
  code: z.string().nullable().describe('Mã hộ'),
  head: z.string(),
  members: z.array(z.strictObject({ name: z.string(), relation: z.string().nullable(), sex: Sex.nullable(), birth: Birth.nullable(), ethnicity: z.string().nullable() })),
  class: HouseholdClass.nullable().describe('The official class that stood on the day; none where there was none yet'),
  classOf: PlainDate.nullable().describe('Closing day of the round that the class is of'),
  decision: z.string().nullable(),
  b1: z.int().nullable(),
  b2: z.int().nullable(),
  deprived: z.array(z.string()),
});
export type LedgerContent = z.infer<typeof LedgerContent>;

export const LedgerLine = LedgerContent.extend({ household: Id, number: z.int().nullable().describe('Its place in the book, given when a month is first closed') });
export type LedgerLine = z.infer<typeof LedgerLine>;

/** What the register tells of a closed month now and did not tell then. */
export const Amendment = z.strictObject({
  household: Id,
  number: z.int().nullable(),
  head: z.string(),
  kind: z.enum(['added', 'removed', 'changed', 'corrected']),
});
export type Amendment = z.infer<typeof Amendment>;

export const Ledger = z.strictObject({
  village: AreaName,
  within: z.array(AreaName),
  month: Month,
  asOf: PlainDate,
  closed: z
    .strictObject({
      by: z.string().nullable(),
      at: z.iso.datetime(),
      households: z.int(),
      persons: z.int(),
      fingerprint: z.string(),
      intact: z.boolean().describe('The lines kept still have this fingerprint'),
    })
    .nullable(),
  months: z.array(Month).describe('The months that were closed, the latest first'),
  lines: z.array(LedgerLine).describe('By number; those without one after them, by name'),
  amendments: z.array(Amendment),
});
export type Ledger = z.infer<typeof Ledger>;

const ledger = procedure({ permission: 'household.read', personal: true, method: 'GET', path: '/villages/{village}/ledger/{month}', summary: 'The book of a village for a month: as it was closed, else as the register has it' })
  .input(z.object({ village: AreaRef, month: Month }))
  .output(Ledger);

const closeLedger = procedure({ permission: 'ledger.close', access: 'write', personal: true, method: 'POST', path: '/villages/{village}/ledger/{month}/closing', summary: 'Closes the book of a village for a month, for good' })
  .input(z.object({ village: AreaRef, month: Month }))
  .output(Ledger);

export const ledgerProcedures = { ledger, closeLedger };
