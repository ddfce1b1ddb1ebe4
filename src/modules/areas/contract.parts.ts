import { z } from 'zod';

export const Level = z.enum(['country', 'province', 'district', 'commune', 'village']);
export type Level = z.infer<typeof Level>;

/** The three maps of the country: the units of the 2009 census, the dated catalogue of three levels, two levels since 07/2025. */
export const Epoch = z.enum(['census_2009', 'three_level', 'two_level']);
export type Epoch = z.infer<typeof Epoch>;

/**
 * What names an area: its code alone (on the day that the call is about), a code on a day (`16126@2018-12-31`, since codes are used
 * again for other units), `VN` for the country, or the id of a village. An area's own id is such a reference too.
 */
export const AreaRef = z
  .string()
  .regex(/^(VN|T?\d{2,7}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})(@\d{4}-\d{2}-\d{2})?$/, '15178, 16126@2018-12-31, VN')
  .brand('AreaRef');
export type AreaRef = z.infer<typeof AreaRef>;

/** An area as it was called on a day. */
export const AreaName = z.strictObject({
  id: AreaRef,
  code: z.string().nullable().describe('Code of the statistics office; none for a village'),
  level: Level,
  name: z.string().describe('With its type, as the catalogue writes it'),
  kind: z.string(),
});
export type AreaName = z.infer<typeof AreaName>;

const Ring = z.array(z.int());

/** The outline of one area. Arcs are places in the list of the map; `~n` is arc n run backwards. */
export const Outline = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('Polygon'), arcs: z.array(Ring), properties: z.strictObject({ id: AreaRef, name: z.string() }) }),
  z.strictObject({ type: z.literal('MultiPolygon'), arcs: z.array(z.array(Ring)), properties: z.strictObject({ id: AreaRef, name: z.string() }) }),
]);
export type Outline = z.infer<typeof Outline>;

/** Outlines as TopoJSON: points are steps on a grid, WGS 84 after `transform`, and neighbours share the arc between them. */
export const OutlineMap = z.strictObject({
  type: z.literal('Topology'),
  transform: z.strictObject({ scale: z.tuple([z.number(), z.number()]), translate: z.tuple([z.number(), z.number()]) }),
  arcs: z.array(z.array(z.tuple([z.int(), z.int()]))),
  objects: z.strictObject({ areas: z.strictObject({ type: z.literal('GeometryCollection'), geometries: z.array(Outline) }) }),
});
export type OutlineMap = z.infer<typeof OutlineMap>;
