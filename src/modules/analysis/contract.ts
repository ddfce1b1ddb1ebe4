import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { Cursor, pageOf, PageSize } from '#kernel/page.ts';
import { Period } from '#kernel/period.ts';
import { PlainDate } from '#kernel/plain-date.ts';
import { procedure } from '#kernel/procedure.ts';
import { Text } from '#kernel/text.ts';
import { AreaName, AreaRef } from '#modules/areas/contract.ts';
import { IndicatorCode } from '#modules/standards/contract.packs.ts';
import { HouseholdClass } from '#modules/standards/contract.ts';

const Dong = z.int().positive().max(1_000_000_000);
const Points = z.int().positive().max(1000);
const byKind = <Value extends z.ZodType>(value: Value) => z.strictObject({ rural: value.optional(), urban: value.optional() }).optional();

/** What is tried instead of the standard of the round. What is left out stays as it is. */
export const Changes = z.strictObject({
  standard: z.string().optional().describe('Another standard on record, tried on the same households'),
  lines: z
    .strictObject({ poor_alone: byKind(Dong), criterion: byKind(Dong), average: byKind(Dong) })
    .optional()
    .describe('Đồng per person and month'),
  b1Cuts: z.strictObject({ poor_alone: byKind(Points), criterion: byKind(Points) }).optional(),
  minDeprived: z.int().min(1).max(30).optional().describe('As many deprivations make a household under the criterion poor'),
  without: z.array(IndicatorCode).max(30).optional().describe('Indicators that do not count'),
  thresholds: z
    .array(z.strictObject({ indicator: IndicatorCode, parameter: z.string().max(40), value: z.number() }))
    .max(30)
    .optional()
    .describe('Other values for parameters that are numbers, in the unit of the parameter'),
});
export type Changes = z.infer<typeof Changes>;

/** What is paid to each household or person of some classes. The amount is the asker's own; no law is meant. */
export const Cost = z.strictObject({ classes: z.array(HouseholdClass).min(1), per: z.enum(['household', 'person']), amount: Dong });
export type Cost = z.infer<typeof Cost>;

const place = z.object({ area: AreaRef, period: Period, map: PlainDate.optional() });
const asked = place.extend({ changes: Changes });

const Tally = z.strictObject({ households: z.int(), persons: z.int().describe('Of households whose size is known') });
export type Tally = z.infer<typeof Tally>;

export const Move = Tally.extend({ from: HouseholdClass, to: HouseholdClass });
export type Move = z.infer<typeof Move>;

/** Poor and near-poor households of a unit on both sides, and how many households change their class. */
export const UnitEffect = z.strictObject({
  area: AreaName,
  poor: z.strictObject({ before: z.int(), after: z.int() }),
  nearPoor: z.strictObject({ before: z.int(), after: z.int() }),
  worse: z.int().describe('Households that come into a poorer class: they would join'),
  better: z.int().describe('Households that come into a less poor class: they would leave'),
});
export type UnitEffect = z.infer<typeof UnitEffect>;

export const WhatIf = z.strictObject({
  area: AreaName,
  period: Period,
  asOf: PlainDate,
  mapDate: PlainDate,
  standard: z.string().describe('Of the round'),
  tried: z.string(),
  households: z.int().describe('Records of the round that were classed on both sides'),
  moves: z.array(Move).describe('From each class to each, those that stay included'),
  units: z.array(UnitEffect).describe('One level below the area'),
  cost: z.strictObject({ before: z.int(), after: z.int() }).nullable().describe('Đồng'),
  notes: z.array(Text).describe('What the result rests on and cannot know'),
});
export type WhatIf = z.infer<typeof WhatIf>;

/** How far the register of an area is read into memory. */
export const Reading = z.strictObject({
  isReady: z.boolean().describe('A trial answers at once, or as soon as it has read the few households that it needs'),
  read: z.int().describe('Households read so far'),
  total: z.int().describe('Households in the rounds, by the figures'),
});
export type Reading = z.infer<typeof Reading>;

export const AffectedHousehold = z.strictObject({ id: Id, head: z.string(), size: z.int().nullable(), village: z.string(), commune: z.string().nullable(), from: HouseholdClass, to: HouseholdClass });
export type AffectedHousehold = z.infer<typeof AffectedHousehold>;

export const Scenario = z.strictObject({
  id: Id,
  name: z.string(),
  area: AreaName,
  period: Period,
  changes: Changes,
  cost: Cost.nullable(),
  moves: z.array(Move).describe('As they were on the day it was saved'),
  savedBy: z.string().nullable(),
  savedAt: z.iso.datetime(),
});
export type Scenario = z.infer<typeof Scenario>;

export const prepare = procedure({ permission: 'analysis.read', figures: true, method: 'POST', path: '/what-if/register', summary: 'Begins to read the register of an area for trials, where it is not in memory, and says how far that is; nothing is stored' })
  .input(place)
  .output(Reading);

export const whatIf = procedure({ permission: 'analysis.read', method: 'POST', path: '/what-if', summary: 'Tries other rules over the register of an area; nothing is stored' })
  .input(asked.extend({ cost: Cost.nullable().default(null) }))
  .output(WhatIf);

export const affected = procedure({ permission: 'household.read', personal: true, method: 'POST', path: '/what-if/households', summary: 'The households that would change class, a page at a time' })
  .input(asked.extend({ from: HouseholdClass.optional(), to: HouseholdClass.optional(), after: Cursor.optional(), limit: PageSize }))
  .output(pageOf(AffectedHousehold));

export const scenarios = procedure({ permission: 'analysis.read', method: 'GET', path: '/scenarios', summary: 'Saved scenarios of an area and of what lies in it, the newest first' })
  .input(z.object({ area: AreaRef }))
  .output(z.array(Scenario));

export const saveScenario = procedure({ permission: 'analysis.write', access: 'write', method: 'POST', path: '/scenarios', summary: 'Saves changes with a name and what they give today' })
  .input(asked.extend({ cost: Cost.nullable().default(null), name: z.string().trim().min(1).max(120) }))
  .output(Scenario);

export const removeScenario = procedure({ permission: 'analysis.write', access: 'write', method: 'DELETE', path: '/scenarios/{id}', summary: 'Takes a scenario off the list' })
  .input(z.object({ id: Id }))
  .output(z.strictObject({ id: Id }));

export const analysisContract = { prepare, whatIf, affected, scenarios, saveScenario, removeScenario };
