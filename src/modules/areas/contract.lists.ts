import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { PlainDate } from '#kernel/plain-date.ts';
import { procedure } from '#kernel/procedure.ts';
import { Text } from '#kernel/text.ts';
import { AreaName, AreaRef, Level } from './contract.parts.ts';

/** What an authority names areas as. Of the regions of ethnic minorities and mountains, and of others, nothing ships with the program. */
export const ListKind = z.enum(['poor_district', 'difficult', 'coastal', 'minority_1', 'minority_2', 'minority_3', 'own', 'other']);
export type ListKind = z.infer<typeof ListKind>;

export const ListLevel = Level.extract(['district', 'commune', 'village']);
export type ListLevel = z.infer<typeof ListLevel>;

/** Id of a list that an administrator opened, or of one that ships with the program. */
export const ListId = z.string().regex(/^[a-z0-9-]{3,60}$/);

/** An area that an authority named: the area of the page, what it lay in, or an old unit that it took in. */
export const SpecialStanding = z.strictObject({
  named: AreaName.describe('The area that the list names'),
  extent: z.enum(['whole', 'part']).describe('part: the area of the page took in others too, that are not known to be on the list; `lands` says what was on it'),
  lands: z.array(AreaName).describe('Old units of the area of the page that lay in what the list names'),
  from: PlainDate,
  to: PlainDate.nullable(),
  decision: z.string(),
  exitDecision: z.string().nullable(),
  seenAt: z.string().nullable().describe('Where a shipped list was read'),
});
export type SpecialStanding = z.infer<typeof SpecialStanding>;

const ListHead = z.strictObject({
  id: ListId,
  kind: ListKind,
  name: Text,
  level: ListLevel.describe('Of what it names'),
  of: AreaName.describe('The area in which it names others: the country, or the province whose own list it is'),
  article: Text.describe('Who named them, by which document'),
  shipped: z.boolean().describe('It comes with the program; administrators may have added to it'),
  mark: z.enum(['seen_in_text', 'secondary', 'unverified']).nullable().describe('Of a shipped list; none for what an administrator entered'),
  named: z.int().nullable().describe('Areas that the document of a shipped list names'),
  onRecord: z.int().describe('Areas on record here'),
  partial: z.boolean().describe('Not all that the list names is on record: an area that is not found may still be on it'),
});

/** A list of areas by an authority, and how the area of the page stands on it. */
export const SpecialList = ListHead.extend({
  standings: z.array(SpecialStanding),
  inside: z.array(AreaName).describe('Villages of the area of the page that are on the list today'),
});
export type SpecialList = z.infer<typeof SpecialList>;

/** What was done with a list: units put on it, or taken off. */
export const ListAct = z.strictObject({
  id: Id,
  kind: z.enum(['add', 'end']),
  document: z.string(),
  documentDay: PlainDate.nullable(),
  title: z.string().nullable(),
  from: PlainDate.nullable(),
  to: PlainDate.nullable().describe('Of an end, the last day'),
  units: z.int().describe('How many areas it names; 0 for an end of the whole list'),
  by: z.string().nullable(),
  at: z.iso.datetime(),
  undone: z.strictObject({ by: z.string().nullable(), at: z.iso.datetime() }).nullable(),
});
export type ListAct = z.infer<typeof ListAct>;

/** An area on a list for a time. */
export const ListedArea = SpecialStanding.pick({ named: true, from: true, to: true, decision: true, exitDecision: true });
export type ListedArea = z.infer<typeof ListedArea>;

export const ListEntry = ListHead.extend({
  acts: z.array(ListAct).describe('What administrators did with it, the newest first'),
  mayWrite: z.boolean().describe('It lies in the post, whose holder may add to it and end it'),
});
export type ListEntry = z.infer<typeof ListEntry>;

export const ListDetails = ListEntry.extend({ areas: z.array(ListedArea) });
export type ListDetails = z.infer<typeof ListDetails>;

/** How a pasted line was understood. */
export const CheckedLine = z.strictObject({
  line: z.int().min(1),
  text: z.string(),
  state: z.enum(['found', 'doubtful', 'missing', 'outside', 'twice']).describe('doubtful: several, or one of nearly that name; outside: of another post; twice: on an earlier line already'),
  areas: z.array(AreaName.extend({ within: z.string() })).describe('The area that was found, or those that may be meant'),
});
export type CheckedLine = z.infer<typeof CheckedLine>;

const document = {
  document: z.string().trim().min(3).max(120).describe('Number of the document'),
  documentDay: PlainDate.optional(),
  title: z.string().trim().max(300).optional(),
};

/** Areas that are put on a list, with the document by which they are; a list that is not there yet is opened. */
export const AddToList = z.object({
  list: z.union([ListId, z.object({ kind: ListKind, name: z.string().trim().min(3).max(200), level: ListLevel, of: AreaRef, authority: z.string().trim().min(2).max(200) })]),
  ...document,
  from: PlainDate,
  to: PlainDate.optional(),
  complete: z.boolean().describe('With these all that the list names is on record'),
  areas: z.array(AreaRef).min(1).max(12_000),
});
export type AddToList = z.infer<typeof AddToList>;

/** Areas that are taken off a list, or all of it that ends, with the document by which they are. */
export const EndList = z.object({ id: ListId, ...document, day: PlainDate.describe('First day on which they are not on it'), areas: z.array(AreaRef).max(12_000).optional().describe('All that are on it when left out') });
export type EndList = z.infer<typeof EndList>;

export const lists = procedure({ permission: 'area.read', method: 'GET', path: '/areas/lists', summary: 'The special lists: those that ship with the program and those that administrators opened' })
  .output(z.array(ListEntry));

export const list = procedure({ permission: 'area.read', method: 'GET', path: '/areas/lists/{id}', summary: 'A special list with the areas that it names' })
  .input(z.object({ id: ListId }))
  .output(ListDetails);

export const checkUnits = procedure({ permission: 'area.lists', method: 'POST', path: '/areas/lists/check', summary: 'Which areas pasted codes and names mean: one a line, `15178`, `Xã Cẩm Tân; Thanh Hóa`. Nothing is written' })
  .input(z.object({ of: AreaRef, level: ListLevel, day: PlainDate.describe('On whose map they are looked up'), lines: z.array(z.string().max(200)).min(1).max(12_000) }))
  .output(z.array(CheckedLine));

export const addToList = procedure({ permission: 'area.lists', access: 'write', method: 'POST', path: '/areas/lists', summary: 'Opens a special list, or adds areas to one, by a document and for a time' })
  .input(AddToList)
  .output(ListDetails);

export const endList = procedure({ permission: 'area.lists', access: 'write', method: 'POST', path: '/areas/lists/{id}/end', summary: 'Takes areas off a special list, or ends all of it, from a day on and by a document. What was so before stays' })
  .input(EndList)
  .output(ListDetails);

export const undoListAct = procedure({ permission: 'area.lists', access: 'write', method: 'POST', path: '/areas/lists/acts/{act}/undo', summary: 'Takes back what was done with a special list' })
  .input(z.object({ act: Id }))
  .output(z.strictObject({ list: ListId }));
