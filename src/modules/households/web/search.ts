import { z } from 'zod';
import { Period } from '#kernel/period.ts';
import { PlainDate } from '#kernel/plain-date.ts';
import { IndicatorCode } from '#modules/standards/contract.packs.ts';
import { HouseholdClass } from '#modules/standards/contract.ts';
import { Change, FollowedClass } from '../contract.changes.ts';
import { DoubleState } from '../contract.doubles.ts';
import { Month } from '../contract.ledger.ts';
import { HouseholdSort } from '../contract.ts';
import { DuplicateState } from '../contract.matching.ts';
import { HouseholdPart } from '../contract.parts.ts';

const Flag = z
  .union([z.literal(true), z.literal('true').transform((): true => true)])
  .optional()
  .catch(undefined);

/** What the address of the register says beside place and time. A part that cannot be read is left out. */
export const RegisterSearch = z.object({
  class: HouseholdClass.optional().catch(undefined),
  deprived: IndicatorCode.optional().catch(undefined),
  differs: Flag,
  split: Flag,
  change: z.string().refine((text) => text.split(',').every((part) => Change.safeParse(part).success)).optional().catch(undefined),
  changeOf: FollowedClass.optional().catch(undefined),
  name: z.string().trim().min(1).max(80).optional().catch(undefined),
  group: HouseholdPart.shape.group.catch(undefined),
  ethnicity: HouseholdPart.shape.ethnicity.catch(undefined),
  cause: HouseholdPart.shape.cause.catch(undefined),
  children: HouseholdPart.shape.children.catch(undefined),
  sort: HouseholdSort.optional().catch(undefined),
});
export type RegisterSearch = z.infer<typeof RegisterSearch>;

/** What takes off every filter. */
export const noFilters: Partial<RegisterSearch> = {
  class: undefined, deprived: undefined, differs: undefined, split: undefined, change: undefined, changeOf: undefined, name: undefined,
  group: undefined, ethnicity: undefined, cause: undefined, children: undefined,
};

/** What the address of the list of duplicates says beside the place: which pairs, and the page. */
export const DuplicatesSearch = z.object({
  who: z.literal('persons').optional().catch(undefined).describe('Persons in two households, instead of households that are one'),
  pairs: DuplicateState.optional().catch(undefined),
  doubles: DoubleState.optional().catch(undefined),
  after: z.string().max(400).optional().catch(undefined),
  row: z.int().min(1).optional().catch(undefined).describe('Number of the first row shown'),
});
export type DuplicatesSearch = z.infer<typeof DuplicatesSearch>;

/** What the address of a household says: the day that it is looked at, the two days that are compared, and what of the time line is shown. */
export const HouseholdSearch = z.object({
  on: PlainDate.optional().catch(undefined),
  from: PlainDate.optional().catch(undefined),
  to: PlainDate.optional().catch(undefined),
  line: z.enum(['class', 'act', 'causes', 'correction', 'house', 'area']).optional().catch(undefined).describe('Only these entries of the time line'),
});
export type HouseholdSearch = z.infer<typeof HouseholdSearch>;

/** The period of a slip; the one in view when left out. */
export const SlipSearch = z.object({ of: Period.optional().catch(undefined) });
export type SlipSearch = z.infer<typeof SlipSearch>;

/** The month of the book of a village; the last full one when left out. */
export const LedgerSearch = z.object({ month: Month.optional().catch(undefined) });
export type LedgerSearch = z.infer<typeof LedgerSearch>;

/** A page that was seen on the way: the place it begins after, and the number of its first row. */
export interface PageStart {
  after: string | null;
  from: number;
}

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** Pages of the register gone through, the one in view last. Kept by the browser with the address: back and reload find it again. */
    pages?: PageStart[];
    /** The household was opened from the register, so that the way back is one step. */
    fromRegister?: boolean;
  }
}
