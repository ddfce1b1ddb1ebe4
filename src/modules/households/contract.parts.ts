import { z } from 'zod';
import { Text } from '#kernel/text.ts';
import { IndicatorCode } from '#modules/standards/contract.packs.ts';

/** Hộ dân tộc thiểu số; không có khả năng lao động; có thành viên là người có công; không thuộc nhóm nào. A household may be in several. */
export const HouseholdGroup = z.enum(['minority', 'no_labour', 'merit', 'none']);
export type HouseholdGroup = z.infer<typeof HouseholdGroup>;

/** Code of an ethnic group or of a cause in the packs. */
export const PartCode = z.string().regex(/^[a-z]+(_[a-z]+)*$/, 'muong').max(20);

/** A part of the households of a class: figures are counted by it, and the register finds who is behind them. */
export const HouseholdPart = z.strictObject({
  group: HouseholdGroup.optional(),
  ethnicity: z
    .string()
    .regex(/^-?[a-z_]+(,[a-z_]+)*$/, 'muong; thai,tay; -kinh')
    .max(600)
    .optional()
    .describe('Ethnic groups of the head by code, with commas between; with - in front all but these'),
  cause: PartCode.optional().describe('A cause of poverty'),
  children: z.union([z.literal('any'), IndicatorCode]).optional().describe('With a child, or with one that is known to be deprived in an indicator'),
});
export type HouseholdPart = z.infer<typeof HouseholdPart>;

/** A cause of poverty as the list words it, with the official one that it is. */
export const GivenCause = z.strictObject({
  wording: z.string(),
  code: PartCode.nullable(),
  name: Text.nullable().describe('Of the official cause'),
  known: z.boolean().describe('The packs have the wording; else it counts as the cause that holds the rest'),
});
export type GivenCause = z.infer<typeof GivenCause>;

export const NamedPart = z.strictObject({ code: PartCode, name: Text });

/** What households can be told apart by, in the order of the official lists. */
export const HouseholdParts = z.strictObject({
  groups: z.array(z.strictObject({ code: HouseholdGroup, name: Text })),
  ethnicities: z.array(NamedPart.extend({ majority: z.boolean() })),
  causes: z.array(NamedPart.extend({ rest: z.boolean().describe('Holds whatever is none of the others') })),
});
export type HouseholdParts = z.infer<typeof HouseholdParts>;

/** The same with what the reader may not find households by. */
export const OfferedParts = HouseholdParts.extend({
  wordings: z.array(z.strictObject({ wording: z.string(), cause: PartCode })).describe('How causes are worded beside their official names, each with the one that it counts as'),
  hiddenCauses: z.array(PartCode).describe('Sensitive causes, where the role may not see them'),
});
export type OfferedParts = z.infer<typeof OfferedParts>;
