import type { PlainDate } from '#kernel/plain-date.ts';
import type { Classification, Note, Step } from './contract.ts';
import type { Answer, Facts } from './contract.facts.ts';
import type { Standard } from './contract.packs.ts';
import { step } from './rules.step.ts';
import { knownOn } from './rules.values.ts';

export interface DeprivationCount {
  least: number;
  most: number;
  /** Of how many indicators. */
  of: number;
  b2: number | null;
  b2Basis: Classification['b2Basis'];
  steps: Step[];
  notes: Note[];
}

/**
 * How many indicators a household is deprived in, and the B2 score that follows. A sum copied from a paper settles the number
 * where indicators are unknown; where it contradicts those that are known, they count and the sum does not: B2 is nothing but
 * their sum.
 */
export function countDeprivations(
  facts: Facts,
  standard: Standard,
  answers: Readonly<Record<string, Answer>>,
  on: PlainDate,
): DeprivationCount {
  const each = knownOn(standard.points_per_indicator, on)?.value ?? null;
  const of = standard.indicators.length;
  const given = Object.values(answers);
  const least = given.filter((answer) => answer === 'yes').length;
  const most = given.filter((answer) => answer !== 'no').length;
  const isSettled = least === most && each !== null;
  const byIndicators: DeprivationCount = {
    least,
    most,
    of,
    b2: isSettled ? least * each : null,
    b2Basis: isSettled ? 'indicators' : null,
    steps: [],
    notes: [],
  };

  const points = facts.copiedB2;
  if (points === null) return byIndicators;
  const telling = (told: Step, note?: Note): DeprivationCount => ({ ...byIndicators, steps: [told], notes: note ? [note] : [] });
  const law = standard.scoring;
  if (each === null) return telling(step('b2.copied', 'no_points', { points }, law), { note: 'unusable_sum', subjects: ['b2'] });
  const count = points / each;
  if (!Number.isInteger(count) || count > of)
    return telling(step('b2.copied', 'impossible', { points, each, of }, law), { note: 'unusable_sum', subjects: ['b2'] });
  if (count < least || count > most)
    return telling(step('b2.copied', 'contradicts', { points, least, most }, law), { note: 'contradiction', subjects: ['b2'] });
  if (isSettled) return telling(step('b2.copied', 'agrees', { points, count }, law));
  const taken = telling(step('b2.copied', 'taken', { points, count }, law), { note: 'copied_sum', subjects: ['b2'] });
  return { ...taken, least: count, most: count, b2: points, b2Basis: 'copied' };
}

/** The step that holds the number against the one from which a household under the criterion is poor. */
export function countAgainst(min: number, { least, most, of }: DeprivationCount, citation: string): Step {
  if (least === most)
    return step('deprivations.count', least >= min ? 'enough' : 'not_enough', { count: least, of, min }, citation);
  if (least >= min) return step('deprivations.count', 'enough_already', { least, of, min }, citation);
  if (most < min) return step('deprivations.count', 'not_enough_anyway', { most, of, min }, citation);
  return step('deprivations.count', 'undecided', { least, most, of, min }, citation);
}
