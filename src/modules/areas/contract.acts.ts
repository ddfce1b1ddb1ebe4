import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { PlainDate } from '#kernel/plain-date.ts';
import { procedure } from '#kernel/procedure.ts';
import { Role } from '#kernel/permission.ts';
import { Text } from '#kernel/text.ts';
import { AreaName, AreaRef } from './contract.parts.ts';

const Name = z.string().trim().min(1).max(120);
/** Of the statistics office; codes are used again, so it may be that of a unit that ends by the same act. */
const Code = z.string().regex(/^\d{5}$/);
export const CommuneKind = z.enum(['xã', 'phường', 'đặc khu']);
const NewCommune = z.object({ name: Name.describe('With its kind in front, as the catalogue writes it'), areaKind: CommuneKind, code: Code });

/** What is to be done with the map. Villages and communes are named by references to units that stand today. */
export const ActRequest = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rename'), area: AreaRef, name: Name, areaKind: z.string().trim().min(1).max(40).describe('thôn, tổ dân phố …; of a commune xã, phường or đặc khu') }),
  z.object({ kind: z.literal('move_villages'), moves: z.array(z.object({ villages: z.array(AreaRef).min(1).max(500), to: AreaRef })).min(1).max(50) }),
  z.object({ kind: z.literal('merge_villages'), villages: z.array(AreaRef).min(2).max(50), name: Name, areaKind: z.string().trim().min(1).max(40) }),
  z.object({
    kind: z.literal('split_village'),
    village: AreaRef,
    parts: z.array(z.object({ name: Name, households: z.array(z.string().trim().min(1).max(60)).max(2000).describe('Numbers or ids of its households') })).min(1).max(20),
    rest: Name.describe('Name of the village that keeps all other households'),
  }),
  z.object({ kind: z.literal('merge_communes'), communes: z.array(AreaRef).min(2).max(30), ...NewCommune.shape }),
  z.object({ kind: z.literal('split_commune'), commune: AreaRef, parts: z.array(NewCommune.extend({ villages: z.array(AreaRef).min(1).max(500) })).min(1).max(10), rest: NewCommune }),
  z.object({ kind: z.literal('move_commune'), commune: AreaRef, province: AreaRef }),
]);
export type ActRequest = z.infer<typeof ActRequest>;

/** A change of the map as it is asked for: what, from which day, by which resolution. */
export const ActForm = z.object({
  day: PlainDate.describe('First day on which the map is so; today or earlier'),
  resolution: z.string().trim().min(3).max(200).describe('Number and day of the resolution, as it is cited'),
  request: ActRequest,
});
export type ActForm = z.infer<typeof ActForm>;

export const FollowingPost = z.strictObject({
  name: z.string(),
  role: Role,
  from: AreaName,
  to: AreaName.describe('The area of the post from then on'),
  sees: z.enum(['same', 'more', 'less']).describe('What the post reaches beside what it reached before'),
});
export type FollowingPost = z.infer<typeof FollowingPost>;

/** What else lies in the areas, by what it is. */
export const followingKinds = ['villages', 'households', 'persons', 'classes', 'ledgers', 'pairs', 'corrections', 'imports', 'scenarios', 'statistics', 'rounds', 'lists'] as const;
export const Following = z.strictObject({ what: z.enum(followingKinds), count: z.int() });
export type Following = z.infer<typeof Following>;

/** What follows from a change of the map; the same before it is made and after. */
export const Consequences = z.strictObject({
  ends: z.array(AreaName).describe('Units that end on the day before'),
  begins: z.array(AreaName).describe('Units that begin: their land is another'),
  moves: z.array(z.strictObject({ area: AreaName, from: z.string(), to: z.string() })).describe('Units that go on under another name, kind or parent'),
  follows: z.array(Following),
  posts: z.array(FollowingPost),
  rewritten: z.int().describe('Rows of the register that lie elsewhere on today’s map from then on'),
  notes: z.array(Text).describe('What somebody must look after'),
});
export type Consequences = z.infer<typeof Consequences>;

export const ActEntry = z.strictObject({
  id: Id,
  title: Text,
  day: PlainDate,
  resolution: z.string(),
  by: z.string().nullable(),
  at: z.iso.datetime(),
  undone: z.strictObject({ by: z.string().nullable(), at: z.iso.datetime() }).nullable(),
});
export type ActEntry = z.infer<typeof ActEntry>;

export const tryAct = procedure({ permission: 'area.redraw', access: 'write', method: 'POST', path: '/areas/acts/trial', summary: 'What would follow from a change of the map; nothing is changed' })
  .input(ActForm)
  .output(Consequences);

export const act = procedure({ permission: 'area.redraw', access: 'write', method: 'POST', path: '/areas/acts', summary: 'Changes the map: renames, moves, merges or splits villages and communes' })
  .input(ActForm)
  .output(z.strictObject({ id: Id, consequences: Consequences }));

export const acts = procedure({ permission: 'area.redraw', method: 'GET', path: '/areas/acts', summary: 'The changes of the map inside the post, the newest first' })
  .output(z.array(ActEntry));

export const undoAct = procedure({ permission: 'area.redraw', access: 'write', method: 'POST', path: '/areas/acts/{id}/undo', summary: 'Takes a change of the map back, as long as nothing was built on it' })
  .input(z.object({ id: Id }))
  .output(ActEntry);
