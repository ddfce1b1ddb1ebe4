import { z } from 'zod';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Step } from './contract.ts';
import type { Answer, Facts, MemberFacts } from './contract.facts.ts';
import { anyOf, type Counted } from './rules.known.ts';
import type { StepRule } from './rules.step.ts';
import { peopleOf, subjects, type Subject, type SubjectName } from './rules.subjects.ts';

/** What the facts say of one indicator, and the sentence that says so. */
export interface Finding {
  answer: Answer;
  rule: StepRule & `indicator.${string}`;
  inputs: Step['inputs'];
}

type Parameters = Readonly<Record<string, unknown>>;

/**
 * A way to find whether a household is deprived. Its parameters come from the pack, checked against `parameters` when that is
 * loaded. `find` asks it of the facts of a household; the parts are there for asking it of many households at once (rules.judging.ts).
 */
export type IndicatorRule = { parameters: z.ZodObject; find(facts: Facts, parameters: Parameters, on: PlainDate): Finding } & (HouseholdParts | MemberParts);

interface HouseholdParts {
  looksAt: SubjectName;
  findIn(subject: Subject<SubjectName>, parameters: Parameters): Finding;
}

interface MemberParts {
  looksAt: 'members';
  ofMember(member: MemberFacts, parameters: Parameters, on: PlainDate): Answer;
  settle(counted: Counted, parameters: Parameters): Answer;
}

/** A rule that looks at one subject of the household as a whole. */
export function householdRule<Name extends SubjectName, Shape extends z.ZodRawShape>(
  looksAt: Name,
  shape: Shape,
  findIn: (subject: Subject<Name>, parameters: z.infer<z.ZodObject<Shape>>) => Finding,
): IndicatorRule {
  const parameters = z.object(shape).strict();
  const ask = findIn as (subject: unknown, parameters: unknown) => Finding;
  return { parameters, looksAt, findIn: ask, find: (facts, given) => ask(subjects[looksAt](facts), given) };
}

/** A rule by which a household is deprived when the test holds for at least one member. */
export function memberRule<Shape extends z.ZodRawShape>(
  shape: Shape,
  test: (member: MemberFacts, parameters: z.infer<z.ZodObject<Shape>>, on: PlainDate) => Answer,
): IndicatorRule {
  return countingRule(shape, test, anyOf, (answer, answers) => ({
    rule: 'indicator.members',
    inputs: answer === 'yes' ? { members: answers.flatMap((one, index) => (one === 'yes' ? [index + 1] : [])) } : {},
  }));
}

/** A rule by which it matters of how many members the test holds; `tell` says what of them, in the sentence. */
export function countingRule<Shape extends z.ZodRawShape>(
  shape: Shape,
  test: (member: MemberFacts, parameters: z.infer<z.ZodObject<Shape>>, on: PlainDate) => Answer,
  settle: (counted: Counted, parameters: z.infer<z.ZodObject<Shape>>) => Answer,
  tell: (answer: Answer, answers: readonly Answer[], counted: Counted, parameters: z.infer<z.ZodObject<Shape>>) => Omit<Finding, 'answer'>,
): IndicatorRule {
  const parameters = z.object(shape).strict();
  type Given = z.infer<typeof parameters>;
  return {
    parameters,
    looksAt: 'members',
    ofMember: (member, given, on) => test(member, given as Given, on),
    settle: (counted, given) => settle(counted, given as Given),
    find: (facts, given, on) => {
      const answers = (facts.members ?? []).map((member) => test(member, given as Given, on));
      const yes = answers.filter((answer) => answer === 'yes').length;
      const unsure = answers.filter((answer) => answer === 'unknown').length;
      const counted = { yes, unsure, listed: facts.members?.length ?? null, people: peopleOf(facts) };
      const answer = settle(counted, given as Given);
      return { answer, ...tell(answer, answers, counted, given as Given) };
    },
  };
}

/** Deprived when something holds for the household as a whole. */
export const ofHousehold = (answer: Answer): Finding => ({ answer, rule: 'indicator.household', inputs: {} });
