import { z } from 'zod';
import { PlainDate } from '#kernel/plain-date.ts';
import { Text } from '#kernel/text.ts';
import { Mark } from '#modules/standards/contract.packs.ts';
import { Sex } from './contract.intake.ts';

/** packs/vn/matching/personal-number.yaml: what the digits of a personal number tell; places count from 0. */
export const NumberForm = z.strictObject({
  id: z.literal('personal-number'),
  mark: Mark,
  checked_on: PlainDate,
  source: Text,
  length: z.int().positive(),
  century_at: z.int().min(0),
  year_at: z.int().min(0),
  centuries: z.array(z.strictObject({ digit: z.string().length(1), from: z.int(), sex: Sex })).min(1),
});
export type NumberForm = z.infer<typeof NumberForm>;
