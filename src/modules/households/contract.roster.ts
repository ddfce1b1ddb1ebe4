import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { Birth, Sex, StandingInClass } from './contract.intake.ts';

/** How a household stands in its class: on the list before too (cũ), on an earlier one and again now (tái), or for the first time (mới). */
export const Standing = StandingInClass;
export type Standing = StandingInClass;

export const RosterMember = z.strictObject({
  name: z.string(),
  relation: z.string().nullable(),
  sex: Sex.nullable(),
  birth: Birth.nullable(),
  ethnicity: z.string().nullable(),
});
export type RosterMember = z.infer<typeof RosterMember>;

/** A household of a class with those who lived in it on the day of the round, the head first. */
export const RosterHousehold = z.strictObject({
  id: Id,
  members: z.array(RosterMember),
  size: z.int().nullable(),
  merit: z.boolean().nullable(),
  noLabour: z.boolean().nullable(),
  standing: Standing.nullable().describe('Not known where no earlier list of its village holds the class'),
});
export type RosterHousehold = z.infer<typeof RosterHousehold>;
