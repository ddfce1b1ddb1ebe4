import { z } from 'zod';
import { Period } from '#kernel/period.ts';
import { PlainDate } from '#kernel/plain-date.ts';
import { procedure } from '#kernel/procedure.ts';
import { Text } from '#kernel/text.ts';
import { act, acts, tryAct, undoAct } from './contract.acts.ts';
import { addToList, checkUnits, endList, list, lists, SpecialList, undoListAct } from './contract.lists.ts';
import { AreaName, AreaRef, Epoch, Level, OutlineMap } from './contract.parts.ts';
import { places, putPlaces } from './contract.places.ts';

export * from './contract.parts.ts';

export const Area = AreaName.extend({
  epoch: Epoch.nullable().describe('Which of the three maps it belongs to; none for the country, provinces and villages, which last'),
  urban: z.boolean().nullable().describe('Unknown for the special zones (đặc khu)'),
  region: z.strictObject({ code: z.string(), name: z.string() }).nullable(),
  from: PlainDate,
  sinceBefore: z.boolean().describe('It is older than `from`; its first day is not on record'),
  to: PlainDate.nullable(),
  within: z.array(AreaName).describe('What it lies in on that day, from the country down'),
});
export type Area = z.infer<typeof Area>;

export const LineageEdge = z.strictObject({
  area: AreaName,
  within: z.array(AreaName),
  day: PlainDate.describe('First day of the new unit'),
  kind: z.enum(['whole', 'part']).describe('Whether the old unit went whole to one new unit'),
  detail: z.string().nullable().describe('As the resolution says it: merged, renamed, unchanged, part, remainder, area_only'),
  share: z.number().nullable().describe('Estimated share of the old unit’s land, 0 to 1; not a share of its people'),
  basis: z.enum(['resolution', 'overlap', 'published']).describe('Read in a resolution, in a published list, or measured on the maps'),
  resolution: z.string().nullable(),
});
export type LineageEdge = z.infer<typeof LineageEdge>;

export const AreaVersion = z.strictObject({ name: z.string(), kind: z.string(), parent: AreaName.nullable(), from: PlainDate, to: PlainDate.nullable() });
export type AreaVersion = z.infer<typeof AreaVersion>;

export const AreaHit = AreaName.extend({ within: z.string().describe('Names of what it lies in, lowest first'), from: PlainDate, to: PlainDate.nullable() });
export type AreaHit = z.infer<typeof AreaHit>;

/** Published size of a unit. */
export const AreaSize = z.strictObject({
  km2: z.number().nullable(),
  people: z.int().nullable().describe('Registered population'),
  agrees: z.boolean().nullable().describe('Whether the published land is within a fifth of that of the outline'),
});
export type AreaSize = z.infer<typeof AreaSize>;

export const AreaPage = Area.extend({
  versions: z.array(AreaVersion).describe('Its names, kinds and parents over time, oldest first'),
  predecessors: z.array(LineageEdge),
  successors: z.array(LineageEdge),
  sameCode: z.array(AreaHit).describe('Areas of the same code at other times: for finding one’s way, no statement about their land'),
  lists: z.array(SpecialList).describe('Of districts, communes and villages from 11/2021 on; none for other areas'),
  size: AreaSize.nullable(),
  lifetime: z.strictObject({ from: PlainDate, to: PlainDate.nullable() }).describe('First and last day of the area over all its names'),
});
export type AreaPage = z.infer<typeof AreaPage>;

export const AreaBoundaries = z.strictObject({
  day: PlainDate.describe('Day of the map'),
  level: Level.nullable().describe('Level of the outlines; none where there is nothing to draw'),
  approximate: z.boolean().describe('Drawn from the boundaries of another time; `notes` says which'),
  withoutOutline: z.array(AreaRef).describe('Areas of that day of which no outline is on record'),
  notes: z.array(Text),
  map: OutlineMap,
});
export type AreaBoundaries = z.infer<typeof AreaBoundaries>;

/** Where the people of a unit of one day are on the map of another. */
export const UnitMove = z.strictObject({
  unit: AreaName,
  pieces: z.array(z.strictObject({ area: AreaName, share: z.number().min(0).max(1).nullable().describe('Part of its land; 1 where all its people are there, null where nothing tells') })),
});
export type UnitMove = z.infer<typeof UnitMove>;

/** A day on whose map an area is looked up; today when left out. */
const onDay = z.object({ ref: AreaRef, day: PlainDate.optional() });

export const find = procedure({ permission: 'area.read', method: 'GET', path: '/areas', summary: 'Areas by name or code, without diacritics, over all levels and times' })
  .input(z.object({ text: z.string().trim().min(1).max(80), level: Level.optional(), limit: z.int().min(1).max(50).default(20) }))
  .output(z.array(AreaHit));

export const get = procedure({ permission: 'area.read', method: 'GET', path: '/areas/{ref}', summary: 'An area on a day, with its names over time, predecessors and successors' })
  .input(onDay)
  .output(AreaPage);

export const children = procedure({ permission: 'area.read', method: 'GET', path: '/areas/{ref}/children', summary: 'The areas one level below, on a day' })
  .input(onDay.extend({ level: Level.optional() }))
  .output(z.array(Area.omit({ within: true, region: true })));

/** Changes whenever any outline may be another: with the packs, and with each change of the map. */
export const Edition = z.string().regex(/^[0-9a-f]{16}$/).describe('What /areas/edition tells');

export const edition = procedure({ permission: 'area.read', method: 'GET', path: '/areas/edition', summary: 'The edition of the outlines. Boundaries of a day that are asked for by it never change, and may be kept' })
  .output(z.strictObject({ edition: Edition }));

export const boundaries = procedure({ permission: 'area.read', method: 'GET', path: '/areas/{ref}/boundaries', summary: 'Outlines of the areas one level below on a day, as TopoJSON; Hoàng Sa and Trường Sa on every map of the country' })
  .route({ outputStructure: 'detailed' })
  .input(onDay.extend({ level: Level.optional(), edition: Edition.optional() }))
  .output(z.strictObject({ headers: z.record(z.string(), z.string()), body: z.file().describe('`AreaBoundaries` as JSON') }));

/** One of the three maps of the country, with its first and last day. */
export const EpochSpan = z.strictObject({ epoch: Epoch, from: PlainDate, to: PlainDate.nullable() });
export type EpochSpan = z.infer<typeof EpochSpan>;

export const epochs = procedure({ permission: 'area.read', method: 'GET', path: '/areas/epochs', summary: 'The three maps of the country, the oldest first' })
  .output(z.array(EpochSpan));

export const between = procedure({ permission: 'area.read', method: 'GET', path: '/areas/{ref}/between', summary: 'The units of commune level of an area on one day, and where each is on the map of another' })
  .input(z.object({ ref: AreaRef, from: PlainDate, to: PlainDate }))
  .output(z.array(UnitMove));

export const addVillages = procedure({ permission: 'area.write', access: 'write', method: 'POST', path: '/areas/{ref}/villages', summary: 'Adds villages to a commune' })
  .input(onDay.extend({ names: z.array(z.string().trim().min(1).max(120)).min(1).max(500) }))
  .output(z.array(AreaName));

/** The state of the header: where and when the person looks. Shared by every screen. */
export const Place = z.object({
  area: AreaRef.optional(),
  period: Period.optional(),
  map: PlainDate.optional().describe('Day of the map; the day of the data when left out'),
});
export type Place = z.infer<typeof Place>;

export const areasContract = { find, get, children, edition, boundaries, epochs, between, addVillages, tryAct, act, acts, undoAct, places, putPlaces, lists, list, checkUnits, addToList, endList, undoListAct };
