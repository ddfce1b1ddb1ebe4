import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { PlainDate } from '#kernel/plain-date.ts';
import { procedure } from '#kernel/procedure.ts';
import { AreaName, AreaRef } from '#modules/areas/contract.ts';
import { MemberIntake } from './contract.intake.ts';

/** What can happen to a household or a person in it; both ends of an act are written. */
export const EventKind = z.enum([
  'split_from', 'split_off', 'merged_into', 'merged_from', 'moved_out', 'moved_in', 'ended',
  'head_changed', 'born', 'died', 'joined', 'left', 'married', 'found_elsewhere', 'found_here', 'undone',
]);
export type EventKind = z.infer<typeof EventKind>;

/**
 * How a household stands: `sent` has left its commune and waits to be placed elsewhere, `left` lives outside the area of the post and only its
 * old records are seen, `void` came about by an act that was taken back.
 */
export const Standing = z.enum(['present', 'sent', 'left', 'merged', 'ended', 'void']);
export type Standing = z.infer<typeof Standing>;

/** Why a household is no longer there. */
export const Because = z.enum(['abroad', 'died_out', 'other']);
export type Because = z.infer<typeof Because>;

export const HouseholdEvent = z.strictObject({
  id: Id,
  act: Id.describe('Events of one act share it, over all households concerned'),
  kind: EventKind,
  day: PlainDate,
  village: AreaName,
  otherHousehold: z.strictObject({ id: Id, head: z.string().nullable().describe('None where the household lies outside the post') }).nullable(),
  otherVillage: z
    .strictObject({ name: z.string(), communes: z.strictObject({ here: z.string(), there: z.string() }).nullable().describe('Of the village of the event and of this one, where they are two') })
    .nullable(),
  person: z.string().nullable(),
  reason: z.string().nullable(),
  because: Because.nullable().describe('Why a household ended'),
  paper: z.string().nullable(),
  undone: z.boolean().describe('Taken back later'),
  source: z.string(),
  enteredBy: z.string().nullable(),
  enteredAt: z.iso.datetime(),
});
export type HouseholdEvent = z.infer<typeof HouseholdEvent>;

/** A household in the line of another: what it was split from or merged into, over any number of steps. */
export const LineHousehold = z.strictObject({
  id: Id,
  head: z.string().nullable().describe('None where the household lies outside the post'),
  village: z.string().nullable(),
  standing: Standing.nullable(),
});
export type LineHousehold = z.infer<typeof LineHousehold>;

export const Line = z.strictObject({
  households: z.array(LineHousehold),
  steps: z.array(z.strictObject({ from: Id, to: Id, kind: z.enum(['split', 'merge']), day: PlainDate })).describe('The earliest first'),
});
export type Line = z.infer<typeof Line>;

const Person = Id.describe('Id of the person, the same from household to household');
const Relation = z.string().trim().min(1).max(60).nullable();
/** Who somebody is to the new head. A member who is not named here is known without a relation. */
const Relations = z.array(z.strictObject({ person: Person, relation: Relation })).max(100).default([]);
const Newcomer = MemberIntake.omit({ head: true });
const Place = z.strictObject({
  village: AreaRef.describe('A village, or a commune where the village is not known'),
  number: z.string().trim().min(1).max(40).nullable().describe('Mã hộ'),
});

/** One act on a household. Each tells its own facts; day, reason and paper are told of all. */
export const Act = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('split'), people: z.array(Person).min(1).max(100), head: Person, headStaying: Person.nullable(), relations: Relations, ...Place.shape }),
  z.strictObject({ kind: z.literal('merge'), into: Id.describe('The household that goes on'), relations: Relations }),
  z.strictObject({ kind: z.literal('move'), to: AreaRef.describe('A village, or a commune where the village is not known') }),
  z.strictObject({ kind: z.literal('place'), to: AreaRef.describe('Where a household that was sent now lives') }),
  z.strictObject({ kind: z.literal('birth'), child: Newcomer }),
  z.strictObject({ kind: z.literal('death'), person: Person, headStaying: Person.nullable(), relations: Relations }),
  z.strictObject({
    kind: z.literal('marriage'),
    person: Person,
    spouse: z.union([z.strictObject({ household: Id, person: Person }), Newcomer]).describe('A person of the register, or one from outside'),
    home: z.enum(['here', 'there', 'new', 'away']).describe('Where the couple lives: in this household, in that of the spouse, in a new one, or outside the register'),
    place: Place.nullable().describe('Of the new household'),
    head: z.enum(['person', 'spouse']).describe('Who heads the new household'),
    headStaying: Person.nullable(),
    headStayingThere: Person.nullable(),
    relation: Relation.describe('Of who joins, to the head of the household'),
  }),
  z.strictObject({ kind: z.literal('head'), person: Person, relations: Relations }),
  z.strictObject({ kind: z.literal('join'), who: z.union([z.strictObject({ household: Id, person: Person }), Newcomer]), relation: Relation, headStayingThere: Person.nullable() }),
  z.strictObject({ kind: z.literal('leave'), person: Person, headStaying: Person.nullable(), relations: Relations }),
  z.strictObject({ kind: z.literal('end'), because: Because }),
]);
export type Act = z.infer<typeof Act>;

export const ActMeta = z.strictObject({
  day: PlainDate.describe('The day on which it happened'),
  reason: z.string().trim().max(500),
  paper: z.string().trim().max(120).nullable().describe('The paper that it rests on: a certificate, a decision, minutes'),
});
export type ActMeta = z.infer<typeof ActMeta>;

export const ActDone = z.strictObject({
  act: Id,
  founded: Id.nullable().describe('The household that came about'),
  sent: z.boolean().describe('The household left the area of the post: an officer of the province places it'),
  households: z.array(Id),
});
export type ActDone = z.infer<typeof ActDone>;

export const FoundHousehold = z.strictObject({
  id: Id,
  head: z.string().describe('The head now, else the last one'),
  formerHeads: z.array(z.string()),
  matched: z.string().nullable().describe('The member by whose name it was found, where that is not the head'),
  size: z.int().describe('Members now'),
  village: AreaName,
  commune: z.string().nullable(),
  standing: Standing,
});
export type FoundHousehold = z.infer<typeof FoundHousehold>;

const act = procedure({ permission: 'household.write', access: 'write', personal: true, method: 'POST', path: '/households/{id}/acts', summary: 'Records what happened to a household: split, merger, move, birth, death, marriage, another head, its end' })
  .input(z.object({ id: Id, act: Act, ...ActMeta.shape }))
  .output(ActDone);

const undo = procedure({ permission: 'household.write', access: 'write', personal: true, method: 'POST', path: '/households/{id}/acts/{act}/undo', summary: 'Takes the last act of a household back, as long as nothing was built on it' })
  .input(z.object({ id: Id, act: Id, reason: z.string().trim().min(1).max(500) }))
  .output(ActDone);

const find = procedure({ permission: 'household.read', personal: true, method: 'GET', path: '/household-names', summary: 'Households by words of any name in them, present or past, classed or not' })
  .input(z.object({ text: z.string().trim().min(2).max(80), area: AreaRef.optional().describe('Only in this area of today’s map'), limit: z.int().min(1).max(20).default(8) }))
  .output(z.array(FoundHousehold));

const waiting = procedure({ permission: 'household.write', personal: true, method: 'GET', path: '/households-sent', summary: 'Households of an area that left their commune and wait to be placed' })
  .input(z.object({ area: AreaRef }))
  .output(z.array(z.strictObject({ id: Id, head: z.string(), size: z.int(), from: AreaName, to: z.string(), day: PlainDate })));

export const eventProcedures = { act, undo, find, waiting };
