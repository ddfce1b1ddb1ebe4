import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { Period } from '#kernel/period.ts';
import { PlainDate } from '#kernel/plain-date.ts';
import { procedure } from '#kernel/procedure.ts';
import { Text } from '#kernel/text.ts';
import { HouseholdClass } from '#modules/standards/contract.ts';

/** A part of a slip: each line is one or a few short sentences, to be read out one after the other. */
export const SlipPart = z.strictObject({ key: z.enum(['result', 'why', 'lacking', 'change', 'ask']), title: Text, lines: z.array(Text).min(1) });
export type SlipPart = z.infer<typeof SlipPart>;

/** The result of a household in a round in plain words, for somebody who reads it out to the family. */
export const Slip = z.strictObject({
  household: Id,
  head: z.string(),
  number: z.string().nullable(),
  place: z.string().describe('Village, commune, province on the day of the round'),
  period: Period,
  asOf: PlainDate,
  class: HouseholdClass,
  parts: z.array(SlipPart),
  foot: z.array(Text).describe('Scores by the names of the forms, decision, articles: for those who check, not to be read out'),
});
export type Slip = z.infer<typeof Slip>;

const slip = procedure({ permission: 'household.read', personal: true, figures: true, method: 'GET', path: '/households/{id}/slip', summary: 'The result of a household in a period in plain words, to be read out' })
  .input(z.object({ id: Id, period: Period }))
  .output(Slip);

export const slipProcedures = { slip };
