import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { Cursor, pageOf, PageSize } from '#kernel/page.ts';
import { Period } from '#kernel/period.ts';
import { PlainDate } from '#kernel/plain-date.ts';
import { procedure } from '#kernel/procedure.ts';
import { Text } from '#kernel/text.ts';
import { AreaName, AreaRef } from '#modules/areas/contract.ts';
import { Mark } from '#modules/standards/contract.packs.ts';
import { Classification, Explained, HouseholdClass } from '#modules/standards/contract.ts';
import { absenceProcedures, FileAbsence } from './contract.absences.ts';
import { causeProcedures, CausesTold, DeprivationCauses } from './contract.causes.ts';
import { Change, ChangeCause, FollowedClass } from './contract.changes.ts';
import { Correction, correctionProcedures } from './contract.corrections.ts';
import { doublesProcedures } from './contract.doubles.ts';
import { eventProcedures, HouseholdEvent, Line, Standing } from './contract.events.ts';
import { Birth, Sex } from './contract.intake.ts';
import { House, houseProcedures } from './contract.house.ts';
import { ledgerProcedures } from './contract.ledger.ts';
import { matchingContract } from './contract.matching.ts';
import { slipProcedures } from './contract.slip.ts';
import { GivenCause, HouseholdPart, OfferedParts } from './contract.parts.ts';

/** How a household came into a class or out of it, from the list of one period to that of a later one. */
export const HouseholdChange = z.strictObject({
  period: Period,
  since: Period.describe('Of the list before, with which it is compared'),
  village: AreaRef.describe('Where: a household that moves leaves one village and enters another'),
  class: FollowedClass.describe('Into which or out of which'),
  change: Change,
  why: ChangeCause.nullable(),
  listed: z.boolean().describe('The household is on the list of the period in this village'),
});
export type HouseholdChange = z.infer<typeof HouseholdChange>;

/** Several changes: as a list, or in one text with commas between. */
const Changes = z
  .union([z.array(Change), z.string().transform((text) => text.split(',')).pipe(z.array(Change))])
  .refine((changes) => changes.length >= 1)
  .describe('change=other_out,unexplained');

/** A household as a line of the register: its official class in a round, and what that rests on. */
export const HouseholdRow = z.strictObject({
  id: Id,
  head: z.string(),
  size: z.int().nullable(),
  village: AreaName,
  commune: z.string().nullable().describe('Name of the commune that the village lay in on the day of the map'),
  class: HouseholdClass.describe('The official one'),
  computed: HouseholdClass,
  stated: HouseholdClass.nullable(),
  differs: z.boolean().describe('The list states another class than ours'),
  deprived: z.array(z.string()).describe('Codes of indicators, in the order of the standard'),
  unknown: z.array(z.string()),
  income: z.int().nullable(),
  b1: z.int().nullable(),
  b2: z.int().nullable(),
  decision: z.string().nullable(),
  changes: z.array(HouseholdChange).describe('Since the list before; none where the class stayed or nothing is compared'),
  split: PlainDate.nullable().describe('It split from or off another household shortly before the closing day of the round'),
});
export type HouseholdRow = z.infer<typeof HouseholdRow>;

/** What a list can be sorted by; `-` in front is descending. */
export const HouseholdSort = z.enum(['name', '-name', 'deprived', '-deprived', 'size', '-size']);
export type HouseholdSort = z.infer<typeof HouseholdSort>;

export const HouseholdFilter = z.object({
  area: AreaRef,
  period: Period,
  map: PlainDate.optional().describe('Day of the map on which the area is read; the day of the round when left out'),
  class: HouseholdClass.optional(),
  deprived: z.string().max(10).optional().describe('Only those deprived in this indicator'),
  differs: z.boolean().optional().describe('Only those whose stated class is not ours'),
  change: Changes.optional().describe('Only those that so changed since the list before, with those that are on that list alone'),
  changeOf: FollowedClass.optional().describe('With change: into which class or out of which'),
  split: z.boolean().optional().describe('Only those that split shortly before the closing day of the round'),
  name: z.string().trim().max(80).optional().describe('Begins words of a member’s name, without diacritics'),
  ...HouseholdPart.shape,
});
export type HouseholdFilter = z.infer<typeof HouseholdFilter>;

export const HouseholdMember = z.strictObject({
  id: Id,
  person: Id.describe('The same from row to row and from household to household'),
  name: z.string(),
  head: z.boolean(),
  relation: z.string().nullable(),
  sex: Sex.nullable(),
  birth: Birth.nullable(),
  ethnicity: z.string().nullable(),
  idNumber: z.string().nullable().describe('Only its last three digits are shown'),
  from: PlainDate,
  to: PlainDate.nullable().describe('The first day on which this no longer held; the same as `from` where it was taken back'),
  source: z.string(),
  enteredBy: z.string().nullable(),
  enteredAt: z.iso.datetime(),
});
export type HouseholdMember = z.infer<typeof HouseholdMember>;

/** A class that the household was given: by which round and standard, on what facts, by whom. */
export const ClassRecord = z.strictObject({
  period: Period,
  asOf: PlainDate,
  standard: z.string(),
  official: z.boolean().describe('By the official standard of the round'),
  revision: z.int(),
  amends: z.int().nullable().describe('The revision before, of which only the causes were told anew; none where the record was handed in'),
  handedIn: z.int().describe('The revision that was handed in with this class; it itself where its causes were not told anew'),
  current: z.boolean().describe('Not replaced by a later revision'),
  undone: z.boolean().describe('Of an import that was undone'),
  village: AreaName,
  head: z.string(),
  size: z.int().nullable(),
  class: HouseholdClass,
  computed: HouseholdClass,
  stated: HouseholdClass.nullable(),
  decision: z.strictObject({ number: z.string(), day: PlainDate.nullable() }).nullable(),
  groups: z.strictObject({ minority: z.boolean().nullable(), noLabour: z.boolean().nullable(), merit: z.boolean().nullable() }),
  causes: z.array(GivenCause),
  hiddenCauses: z.int().min(0).describe('Sensitive causes that the role may not see'),
  causesNote: z.string().nullable().describe('Only for who may see sensitive causes'),
  deprivationCauses: z.array(DeprivationCauses).describe('Of the indicators in which the household is deprived, as far as they were told'),
  causesTold: CausesTold.nullable().describe('Who told causes on the file; none where they are those of the list'),
  income: z.int().nullable(),
  result: Classification,
  reasons: Explained.shape.reasons,
  notes: Explained.shape.notes,
  missing: Explained.shape.missing,
  source: z.string(),
  enteredBy: z.string().nullable(),
  enteredAt: z.iso.datetime(),
});
export type ClassRecord = z.infer<typeof ClassRecord>;

export const HouseholdFile = z.strictObject({
  id: Id,
  number: z.string().nullable(),
  standing: Standing,
  village: AreaName,
  within: z.array(AreaName),
  house: House,
  members: z.array(HouseholdMember).describe('Present and past, in the order of the list'),
  classes: z.array(ClassRecord).describe('The newest round first; replaced revisions included'),
  changes: z.array(HouseholdChange).describe('The newest first'),
  mergedInto: z.strictObject({ id: Id, head: z.string() }).nullable().describe('The household that it turned out to be: its classes count there'),
  events: z.array(HouseholdEvent).describe('The latest day first; what was taken back included'),
  undoable: Id.nullable().describe('The act that can be taken back now'),
  line: Line,
  absences: z.array(FileAbsence).describe('Lists that do not name it, the latest first'),
  corrections: z.array(Correction).describe('The latest first; decided ones included'),
  recentSplit: z
    .strictObject({ day: PlainDate, period: Period.nullable().describe('None where it split lately and has no class after that yet'), days: z.int(), mark: Mark, note: Text })
    .nullable()
    .describe('It split shortly before the closing day of a round in which it has a class, or shortly before today'),
});
export type HouseholdFile = z.infer<typeof HouseholdFile>;

export const list = procedure({ permission: 'household.read', personal: true, figures: true, method: 'GET', path: '/households', summary: 'Households of an area in a period, a page at a time' })
  .input(HouseholdFilter.extend({ sort: HouseholdSort.default('name'), after: Cursor.optional(), limit: PageSize }))
  .output(pageOf(HouseholdRow).extend({ total: z.int().min(0).nullable().describe('Of the whole filter; null where counting takes longer than the page: `count` tells it') }));

export const count = procedure({ permission: 'household.read', personal: true, figures: true, method: 'GET', path: '/households/count', summary: 'How many households of an area match a filter in a period' })
  .input(HouseholdFilter)
  .output(z.strictObject({ total: z.int().min(0) }));

export const get = procedure({ permission: 'household.read', personal: true, figures: true, method: 'GET', path: '/households/{id}', summary: 'All that is known of a household' })
  .input(z.object({ id: Id }))
  .output(HouseholdFile);

export const parts = procedure({ permission: 'area.read', method: 'GET', path: '/households/parts', summary: 'What households are told apart by: groups, ethnic groups, causes of poverty' })
  .output(OfferedParts);

export const householdsContract = {
  list, count, get, parts, ...matchingContract, ...doublesProcedures, ...eventProcedures, ...correctionProcedures, ...ledgerProcedures, ...absenceProcedures, ...houseProcedures, ...slipProcedures,
  ...causeProcedures,
};
