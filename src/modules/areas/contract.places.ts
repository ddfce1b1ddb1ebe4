import { z } from 'zod';
import { procedure } from '#kernel/procedure.ts';
import { PlainDate } from '#kernel/plain-date.ts';
import { AreaName, AreaRef, OutlineMap } from './contract.parts.ts';

export const VillagePlace = z.strictObject({
  lat: z.number().describe('Degrees north, WGS 84'),
  lon: z.number().describe('Degrees east'),
  source: z.string().describe('Who said so, or from what it was read'),
  mark: z.enum(['stated', 'made_up']),
  by: z.string().nullable(),
  at: z.iso.datetime(),
  outside: z.boolean().nullable().describe('Outside the outline of its commune; null where the commune has none'),
});
export type VillagePlace = z.infer<typeof VillagePlace>;

export const CommunePlaces = z.strictObject({
  villages: z.array(z.strictObject({ village: AreaName, place: VillagePlace.nullable() })),
  outline: OutlineMap.describe('Of the commune; empty where nobody has drawn it'),
});
export type CommunePlaces = z.infer<typeof CommunePlaces>;

export const GivenPlace = z.object({ village: z.string().trim().min(1).max(120).describe('Id or name of a village of the commune'), lat: z.number(), lon: z.number() });
export type GivenPlace = z.infer<typeof GivenPlace>;

export const places = procedure({ permission: 'area.read', method: 'GET', path: '/areas/{ref}/places', summary: 'Where the villages of a commune are, with its outline' })
  .input(z.object({ ref: AreaRef, day: PlainDate.optional() }))
  .output(CommunePlaces);

export const putPlaces = procedure({ permission: 'area.write', access: 'write', method: 'POST', path: '/areas/{ref}/places', summary: 'Says where villages of a commune are; all of the list or nothing. Earlier places stay on record' })
  .input(z.object({ ref: AreaRef, places: z.array(GivenPlace).min(1).max(500), source: z.string().trim().min(3).max(200) }))
  .output(CommunePlaces);
