import type { Slots } from '#kernel/text.ts';
import type { Step } from './contract.ts';
import type { sentences } from './rules.sentences.ts';

type Sentences = typeof sentences;
export type StepRule = keyof Sentences;
type OutcomeOf<Rule extends StepRule> = keyof Sentences[Rule] & string;
type SlotsOf<Template> = Template extends { vi: infer Vietnamese extends string } ? Slots<Vietnamese> : never;

/** The text of a threshold is found by the code of its indicator, so that it is not an input of its own. */
type InputsOf<Rule extends StepRule, Outcome extends OutcomeOf<Rule>> = {
  [Slot in Exclude<SlotsOf<Sentences[Rule][Outcome]>, 'condition'>]: Step['inputs'][string];
};

/** A step, with just the inputs that its sentence speaks of. */
export function step<Rule extends StepRule, Outcome extends OutcomeOf<Rule>>(
  rule: Rule,
  outcome: Outcome,
  inputs: InputsOf<Rule, Outcome>,
  citation: string,
): Step {
  return { rule, outcome, inputs, citation };
}
