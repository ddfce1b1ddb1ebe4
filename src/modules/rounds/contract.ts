import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { Period } from '#kernel/period.ts';
import { PlainDate } from '#kernel/plain-date.ts';
import { procedure } from '#kernel/procedure.ts';
import { AreaName, AreaRef } from '#modules/areas/contract.ts';

/** One review of households in an area. It shows the situation on a day, and says by which standards. */
export const Round = z.strictObject({
  id: Id,
  area: AreaName,
  year: z.int(),
  period: Period,
  asOf: PlainDate,
  kind: z.enum(['yearly', 'monthly']),
  standards: z.array(z.strictObject({ id: z.string(), official: z.boolean() })).describe('Exactly one is official, always a national one'),
});
export type Round = z.infer<typeof Round>;

export const list = procedure({ permission: 'round.read', method: 'GET', path: '/rounds', summary: 'The rounds of review, the newest first; of one area with what it lies in and what lies in it' })
  .input(z.object({ area: AreaRef.optional() }))
  .output(z.array(Round));

export const open = procedure({ permission: 'round.write', access: 'write', method: 'POST', path: '/rounds', summary: 'Opens a round for a period in an area' })
  .input(z.object({ area: AreaRef, period: Period, standards: z.array(z.string()).min(1).max(4), official: z.string() }))
  .output(Round);

export const roundsContract = { list, open };
