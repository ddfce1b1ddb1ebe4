import type { PlainDate } from '#kernel/plain-date.ts';
import type { Classification, Note, Step } from './contract.ts';
import type { Answer, Facts } from './contract.facts.ts';
import type { Standard } from './contract.packs.ts';
import { step } from './rules.step.ts';
import { valueOn } from './rules.values.ts';

export interface DeprivationCount {
  least: number;
  most: number;
  b2: number | null;
  b2Basis: Classification['b2Basis'];
  steps: Step[];
  notes: Note[];
}

/**
 * How many indicators a household is deprived in, and the B2 score that follows. A sum copied from a paper settles the number where
 * indicators are unknown; where it contradicts those that are known, they count and the sum does not: B2 is nothing but their sum.
 */
export function countDeprivations(facts: Facts, standard: Standard, answers: Readonly<Record<string, Answer>>, on: PlainDate): DeprivationCount {
  const { value: each, provision } = valueOn(standard.points_per_indicator, on);
  const of = standard.indicators.length;
  const given = Object.values(answers);
  const least = given.filter((answer) => answer === 'yes').length;
  const most = given.filter((answer) => answer !== 'no').length;
  const byIndicators = { least, most, b2: least === most ? least * each : null, b2Basis: least === most ? ('indicators' as const) : null, steps: [], notes: [] };

  const points = facts.copiedB2;
  if (points === null) return byIndicators;
  const count = points / each;
  if (!Number.isInteger(count) || count > of) {
    return { ...byIndicators, steps: [step('b2.copied', 'impossible', { points, each, of }, provision)], notes: [{ note: 'impossible_sum', subjects: ['b2'] }] };
  }
  if (count < least || count > most) {
    return { ...byIndicators, steps: [step('b2.copied', 'contradicts', { points, least, most }, provision)], notes: [{ note: 'contradiction', subjects: ['b2'] }] };
  }
  if (least === most) return { ...byIndicators, steps: [step('b2.copied', 'agrees', { points, count }, provision)] };
  return {
    least: count,
    most: count,
    b2: points,
    b2Basis: 'copied',
    steps: [step('b2.copied', 'taken', { points, count }, provision)],
    notes: [{ note: 'copied_sum', subjects: ['b2'] }],
  };
}
