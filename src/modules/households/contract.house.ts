import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { PlainDate } from '#kernel/plain-date.ts';
import { procedure } from '#kernel/procedure.ts';

/** Where a place came from: the device of who stood there, or numbers that somebody typed off a map or a paper. */
export const PlaceOrigin = z.enum(['device', 'typed']);
export type PlaceOrigin = z.infer<typeof PlaceOrigin>;

const Point = z.strictObject({
  latitude: z.number().min(-90).max(90).describe('Degrees north'),
  longitude: z.number().min(-180).max(180).describe('Degrees east'),
  accuracy: z.int().min(0).max(100_000).nullable().describe('Metres, as the device told it; none where it was typed'),
  origin: PlaceOrigin,
});
const entered = { source: z.string(), enteredBy: z.string().nullable(), enteredAt: z.iso.datetime() };

/** Where a house stands, as it was found on a day. */
export const HousePlace = Point.extend({ id: Id, day: PlainDate, ...entered });
export type HousePlace = z.infer<typeof HousePlace>;

/** A photograph of a house; the picture itself is asked for apart. */
export const HousePhoto = z.strictObject({ id: Id, day: PlainDate, width: z.int().positive(), height: z.int().positive(), ...entered });
export type HousePhoto = z.infer<typeof HousePhoto>;

/** What is recorded of the house. Who may not see it is told that something is, and no more. */
export const House = z.strictObject({
  open: z.boolean().describe('Whether the role may see what is recorded'),
  recorded: z.strictObject({ places: z.int(), photos: z.int() }),
  places: z.array(HousePlace).describe('The latest first; empty where the role may not see them'),
  photos: z.array(HousePhoto).describe('The latest first; empty where the role may not see them'),
});
export type House = z.infer<typeof House>;

/** A photograph may be so large, in bytes: the screen makes it smaller before it sends it. */
export const largestPhoto = 4 * 1024 * 1024;

const source = z.string().trim().min(1).max(200).describe('Who found it, or the paper that it was read off');

const addPlace = procedure({ permission: 'household.house', access: 'write', personal: true, method: 'POST', path: '/households/{household}/places', summary: 'Records where the house of a household stands; what was recorded before stays' })
  .input(Point.extend({ household: Id, day: PlainDate, source }))
  .output(HousePlace);

const addPhoto = procedure({ permission: 'household.house', access: 'write', personal: true, method: 'POST', path: '/households/{household}/photos', summary: 'Adds a photograph of the house, JPEG or PNG; what the camera wrote beside the picture is taken off' })
  .input(z.object({ household: Id, day: PlainDate, source, file: z.file().min(1).max(largestPhoto) }))
  .output(HousePhoto);

const photo = procedure({ permission: 'household.house', personal: true, method: 'GET', path: '/households/{household}/photos/{photo}', summary: 'A photograph of the house' })
  .input(z.object({ household: Id, photo: Id }))
  .output(z.file());

export const houseProcedures = { addPlace, addPhoto, photo };
