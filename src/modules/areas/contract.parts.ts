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
