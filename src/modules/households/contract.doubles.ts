import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { Cursor, pageOf, PageSize } from '#kernel/page.ts';
import { PlainDate } from '#kernel/plain-date.ts';
import { procedure } from '#kernel/procedure.ts';
import { AreaRef } from '#modules/areas/contract.ts';
import { ActDone } from './contract.events.ts';
import { ComparedPerson, Reason, SearchedArea } from './contract.matching.ts';

/** `apart`: an officer said that they are two persons; `settled`: which household the person belongs to is on record. */
export const DoubleState = z.enum(['open', 'apart', 'settled']);
export type DoubleState = z.infer<typeof DoubleState>;

/** A person as one household has it, with what an officer needs to tell where the person lives. */
export const DoubleSide = z.strictObject({
  household: Id,
  head: z.string(),
  village: z.string(),
  commune: z.string().nullable(),
  person: ComparedPerson.describe('id is that of the person'),
  others: z.array(z.strictObject({ person: Id, name: z.string() })).describe('Who else is in the household'),
});
export type DoubleSide = z.infer<typeof DoubleSide>;

/** A person who probably stands in two households. */
export const Double = z.strictObject({ one: DoubleSide, other: DoubleSide, score: z.number().min(0).max(1), state: DoubleState, act: Id.nullable(), reasons: z.array(Reason) });
export type Double = z.infer<typeof Double>;

const Named = z.object({ household: Id, person: Id });
const pair = z.object({ one: Named, other: Named });
const decided = z.strictObject({ state: DoubleState });

const doubles = procedure({ permission: 'household.write', personal: true, method: 'GET', path: '/duplicates/persons', summary: 'Persons who probably stand in two households, the surest first; found by the search for duplicates' })
  .input(z.object({ area: AreaRef, state: DoubleState.default('open'), after: Cursor.optional(), limit: PageSize }))
  .output(pageOf(Double).extend({ searched: SearchedArea.nullable(), counts: z.record(DoubleState, z.int()) }));

const settleDouble = procedure({ permission: 'household.write', access: 'write', personal: true, method: 'POST', path: '/duplicates/persons/settle', summary: 'Says which household a person belongs to; the record in the other one ends. Can be undone there' })
  .input(
    z.object({
      keep: Named.describe('Where the person belongs'),
      end: Named.describe('Where the record ends'),
      day: PlainDate,
      reason: z.string().trim().max(500),
      headStaying: Id.nullable().describe('Who heads the other household, where the person was its head'),
    }),
  )
  .output(ActDone);

const keepPersonsApart = procedure({ permission: 'household.write', access: 'write', method: 'POST', path: '/duplicates/persons/apart', summary: 'Says that two persons are not one, so that it is not asked again' })
  .input(pair)
  .output(decided);

const reopenPersons = procedure({ permission: 'household.write', access: 'write', method: 'POST', path: '/duplicates/persons/reopen', summary: 'Takes back that two persons are not one' })
  .input(pair)
  .output(decided);

export const doublesProcedures = { doubles, settleDouble, keepPersonsApart, reopenPersons };
