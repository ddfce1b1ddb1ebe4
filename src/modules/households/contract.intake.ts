import { z } from 'zod';
import { PlainDate } from '#kernel/plain-date.ts';
import { Facts } from '#modules/standards/contract.facts.ts';
import { HouseholdClass } from '#modules/standards/contract.ts';

/** A day, a month or a year of birth, as precise as the paper is: `1986-05-17`, `1986-05`, `1986`. */
export const Birth = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?$/, '1986, 1986-05, 1986-05-17')
  .refine((text) => text.length < 10 || PlainDate.safeParse(text).success, 'YYYY-MM-DD');
export type Birth = z.infer<typeof Birth>;

export const Sex = z.enum(['male', 'female']);
export type Sex = z.infer<typeof Sex>;

export const MemberIntake = z.strictObject({
  name: z.string().min(1).max(120),
  head: z.boolean(),
  relation: z.string().max(60).nullable().describe('Quan hệ với chủ hộ'),
  sex: Sex.nullable(),
  birth: Birth.nullable(),
  ethnicity: z.string().max(60).nullable(),
  idNumber: z.string().regex(/^(\d{9}|\d{12})$/, '9 or 12 digits').nullable().describe('CMND hoặc CCCD'),
});
export type MemberIntake = z.infer<typeof MemberIntake>;

/** What a list says of how a household came to its class: new in it, in it again, or in it as before. */
export const StandingInClass = z.enum(['new', 'again', 'still']);
export type StandingInClass = z.infer<typeof StandingInClass>;

/** A household as a paper or a list tells of it, before it is matched with the register. What is not told is null, never no. */
export const HouseholdIntake = z.strictObject({
  source: z.string().min(1).describe('Where it was read, for messages: “Sheet 1, dòng 5”'),
  village: z.string().min(1).max(120).nullable(),
  number: z.string().max(40).nullable().describe('Mã hộ'),
  members: z.array(MemberIntake).min(1).max(100).describe('Exactly one is the head'),
  size: z.int().min(1).max(100).nullable().describe('Số nhân khẩu; when larger than the members listed, the others are not known'),
  stated: HouseholdClass.nullable().describe('The class that the list gives'),
  decision: z.strictObject({ number: z.string().min(1).max(60), day: PlainDate.nullable() }).nullable().describe('Makes the stated class official'),
  decisionOfList: z.literal(true).optional().describe('The decision was given for the whole list; its own row has none'),
  statedStanding: StandingInClass.optional().describe('Mới, tái, cũ: kept as stated beside what the register works out'),
  facts: Facts,
  groups: z
    .strictObject({ minority: z.boolean().nullable(), noLabour: z.boolean().nullable(), merit: z.boolean().nullable() })
    .describe('Hộ dân tộc thiểu số; hộ không có khả năng lao động; hộ có thành viên là người có công'),
  causes: z.array(z.string().min(1).max(200)).describe('Nguyên nhân nghèo, as the list words them'),
});
export type HouseholdIntake = z.infer<typeof HouseholdIntake>;
