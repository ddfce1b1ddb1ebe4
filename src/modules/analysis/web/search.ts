import { z } from 'zod';
import { HouseholdClass } from '#modules/standards/contract.ts';
import { Changes, Cost } from '../contract.ts';

/** A value that stands in the address as compact JSON; one that cannot be read is left out. */
const written = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .string()
    .optional()
    .transform((text): z.output<Schema> | undefined => {
      if (text === undefined) return undefined;
      try {
        return schema.safeParse(JSON.parse(text)).data;
      } catch {
        return undefined;
      }
    })
    .catch(undefined);

/** What the address of the screen says beside place and time: the rules that are tried, so that a link shows another person the same. */
export const WhatIfSearch = z.object({
  changes: written(Changes),
  cost: written(Cost),
  was: HouseholdClass.optional().catch(undefined),
  becomes: HouseholdClass.optional().catch(undefined),
});

/** The same as the address writes it. */
export const inAddress = (value: Changes | Cost | null): string | undefined => (value === null || Object.keys(value).length === 0 ? undefined : JSON.stringify(value));
