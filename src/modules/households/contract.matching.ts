import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { Cursor, pageOf, PageSize } from '#kernel/page.ts';
import { Period } from '#kernel/period.ts';
import { PlainDate } from '#kernel/plain-date.ts';
import { procedure } from '#kernel/procedure.ts';
import { Text } from '#kernel/text.ts';
import { AreaName, AreaRef } from '#modules/areas/contract.ts';
import { Mark } from '#modules/standards/contract.packs.ts';
import { HouseholdClass } from '#modules/standards/contract.ts';
import { Birth, Sex } from './contract.intake.ts';

/** packs/vn/matching/personal-number.yaml: what the digits of a personal number tell; places count from 0. */
export const NumberForm = z.strictObject({
  id: z.literal('personal-number'),
  mark: Mark,
  checked_on: PlainDate,
  source: Text,
  length: z.int().positive(),
  century_at: z.int().min(0),
  year_at: z.int().min(0),
  centuries: z.array(z.strictObject({ digit: z.string().length(1), from: z.int(), sex: Sex })).min(1),
});
export type NumberForm = z.infer<typeof NumberForm>;

/** Why two records are taken for one person's, or not. */
export const Reason = z.strictObject({ speaks: z.enum(['for', 'against', 'neither']), text: Text });
export type Reason = z.infer<typeof Reason>;

/** `apart`: an officer said that they are two. */
export const DuplicateState = z.enum(['open', 'apart', 'merged']);
export type DuplicateState = z.infer<typeof DuplicateState>;

const Score = z.number().min(0).max(1).describe('Probability of being one, as the weights of the comparison give it');
const BriefHousehold = z.strictObject({ id: Id, head: z.string(), size: z.int().describe('Persons that the register names'), village: z.string(), commune: z.string().nullable() });

export const DuplicateRow = z.strictObject({ one: BriefHousehold, other: BriefHousehold, score: Score, state: DuplicateState, reasons: z.array(Reason) });
export type DuplicateRow = z.infer<typeof DuplicateRow>;

/** When an area was last searched, and how much of it. */
export const SearchedArea = z.strictObject({ at: z.iso.datetime(), by: z.string().nullable(), households: z.int(), persons: z.int(), found: z.int(), foundPersons: z.int().describe('Persons in two households that are not one'), skipped: z.int().describe('Groups too large to be compared') });
export type SearchedArea = z.infer<typeof SearchedArea>;

export const DuplicateSearch = z.strictObject({
  id: Id,
  state: z.enum(['running', 'done', 'failed']),
  progress: z.strictObject({ done: z.int(), total: z.int().nullable() }).describe('In hundredths of the work'),
  found: z.int().nullable(),
  failure: Text.extend({ code: z.string() }).nullable(),
});
export type DuplicateSearch = z.infer<typeof DuplicateSearch>;

export const PersonField = z.enum(['name', 'relation', 'sex', 'birth', 'ethnicity', 'idNumber']);
export type PersonField = z.infer<typeof PersonField>;

export const ComparedPerson = z.strictObject({
  id: Id.describe('Of the member'),
  name: z.string(),
  head: z.boolean(),
  relation: z.string().nullable(),
  sex: Sex.nullable(),
  birth: Birth.nullable(),
  ethnicity: z.string().nullable(),
  idNumber: z.string().nullable().describe('Only its last three digits are shown'),
});
export type ComparedPerson = z.infer<typeof ComparedPerson>;

export const ComparedHousehold = z.strictObject({
  id: Id,
  number: z.string().nullable(),
  village: AreaName,
  within: z.array(AreaName),
  members: z.array(ComparedPerson).describe('Present ones'),
  classes: z.array(z.strictObject({ roundId: Id, period: Period, class: HouseholdClass, size: z.int().nullable(), decision: z.string().nullable() })),
  source: z.string(),
  enteredAt: z.iso.datetime(),
});
export type ComparedHousehold = z.infer<typeof ComparedHousehold>;

/** Two households side by side. */
export const ComparedPair = z.strictObject({
  one: ComparedHousehold,
  other: ComparedHousehold,
  score: Score,
  state: DuplicateState,
  persons: z.array(z.strictObject({ one: Id, other: Id, score: Score, reasons: z.array(Reason) })).describe('Who is probably whom; the others stand alone'),
});
export type ComparedPair = z.infer<typeof ComparedPair>;

const Side = z.enum(['keep', 'other']);

/** How two households become one. Every present member of both is named once, alone or in a pair. */
export const MergeChoice = z.object({
  keep: Id.describe('The household that stays'),
  other: Id,
  fields: z.object({ number: Side, village: Side }),
  persons: z.array(
    z.object({
      keep: Id.nullable(),
      other: Id.nullable(),
      fromOther: z.array(PersonField).default([]).describe('Fields taken from the record of the other household'),
      joins: z.boolean().default(true).describe('Of a person whom only the other household has: whether the person joins the one that stays'),
    }),
  ),
  classes: z.array(z.object({ roundId: Id, take: Side })).describe('Each round in which both have a class'),
});
export type MergeChoice = z.infer<typeof MergeChoice>;

export const Merge = z.strictObject({
  act: Id,
  keep: BriefHousehold,
  other: BriefHousehold,
  at: z.iso.datetime(),
  by: z.string().nullable(),
  undone: z.boolean(),
});
export type Merge = z.infer<typeof Merge>;

const pair = z.object({ one: Id, other: Id });

export const findDuplicates = procedure({ permission: 'household.write', access: 'write', method: 'POST', path: '/duplicates/search', summary: 'Searches an area for households that are in the register twice' })
  .input(z.object({ area: AreaRef }))
  .output(DuplicateSearch);

export const duplicateSearch = procedure({ permission: 'household.write', method: 'GET', path: '/duplicates/search/{id}', summary: 'How far a search is' })
  .input(z.object({ id: Id }))
  .output(DuplicateSearch);

export const duplicates = procedure({ permission: 'household.write', personal: true, method: 'GET', path: '/duplicates', summary: 'Pairs of households that are probably one, the surest first' })
  .input(z.object({ area: AreaRef, state: DuplicateState.default('open'), after: Cursor.optional(), limit: PageSize }))
  .output(pageOf(DuplicateRow).extend({ searched: SearchedArea.nullable(), counts: z.record(DuplicateState, z.int()) }));

export const comparePair = procedure({ permission: 'household.write', personal: true, method: 'GET', path: '/duplicates/pair', summary: 'Two households side by side, and who is whom' })
  .input(pair)
  .output(ComparedPair);

export const merge = procedure({ permission: 'household.write', access: 'write', method: 'POST', path: '/duplicates/merge', summary: 'Makes two households one, with a choice for every field; can be undone' })
  .input(MergeChoice)
  .output(Merge);

export const merges = procedure({ permission: 'household.write', personal: true, method: 'GET', path: '/duplicates/merges', summary: 'Households made one in an area, the latest first' })
  .input(z.object({ area: AreaRef }))
  .output(z.array(Merge));

export const undoMerge = procedure({ permission: 'household.write', access: 'write', method: 'POST', path: '/duplicates/undo', summary: 'Takes a merge back: both households are as they were before' })
  .input(z.object({ act: Id, household: Id.describe('The one that was merged away') }))
  .output(Merge);

export const keepApart = procedure({ permission: 'household.write', access: 'write', method: 'POST', path: '/duplicates/apart', summary: 'Says that two households are not one, so that it is not asked again' })
  .input(pair)
  .output(z.strictObject({ state: DuplicateState }));

export const reopenPair = procedure({ permission: 'household.write', access: 'write', method: 'POST', path: '/duplicates/reopen', summary: 'Takes back that two households are not one' })
  .input(pair)
  .output(z.strictObject({ state: DuplicateState }));

export const matchingContract = { findDuplicates, duplicateSearch, duplicates, comparePair, merge, merges, undoMerge, keepApart, reopenPair };
