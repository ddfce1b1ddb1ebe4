import { z } from 'zod';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Step } from './contract.ts';
import type { Answer, Facts, MemberFacts } from './contract.facts.ts';
import { anyMember } from './rules.known.ts';
import type { StepRule } from './rules.step.ts';

/** What the facts say of one indicator, and the sentence that says so. */
export interface Finding {
  answer: Answer;
  rule: StepRule & `indicator.${string}`;
  inputs: Step['inputs'];
}

/**
 * A way to find whether a household is deprived. Its parameters come from the pack, checked against `parameters` when that is
 * loaded.
 */
export interface IndicatorRule {
  parameters: z.ZodObject;
  find(facts: Facts, parameters: Readonly<Record<string, unknown>>, on: PlainDate): Finding;
}

export function indicatorRule<Shape extends z.ZodRawShape>(
  shape: Shape,
  find: (facts: Facts, parameters: z.infer<z.ZodObject<Shape>>, on: PlainDate) => Finding,
): IndicatorRule {
  const parameters = z.object(shape).strict();
  return { parameters, find: (facts, given, on) => find(facts, given as z.infer<typeof parameters>, on) };
}

/** Deprived when the test holds for at least one member. */
export function ofMembers(facts: Facts, test: (member: MemberFacts) => Answer): Finding {
  const { answer, members } = anyMember(facts, test);
  return { answer, rule: 'indicator.members', inputs: answer === 'yes' ? { members } : {} };
}

/** Deprived when something holds for the household as a whole. */
export const ofHousehold = (answer: Answer): Finding => ({ answer, rule: 'indicator.household', inputs: {} });
