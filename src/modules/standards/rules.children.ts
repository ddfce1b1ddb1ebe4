import type { PlainDate } from '#kernel/plain-date.ts';
import { Facts, type Answer, type MemberFacts } from './contract.facts.ts';
import type { Indicator } from './contract.packs.ts';
import { findIndicator } from './rules.indicators.ts';

/**
 * Whether one person alone makes a household deprived in an indicator: the rule of the standard, asked of a household of that person.
 * Unknown for an indicator that is not about single members, and where its threshold is not known.
 */
export function deprivesAlone(member: MemberFacts, indicator: Indicator, on: PlainDate): Answer {
  const finding = findIndicator(indicator, Facts.parse({ people: 1, members: [member] }), on);
  return finding?.rule === 'indicator.members' ? finding.answer : 'unknown';
}

/** Rules by which only children can make a household deprived. */
const ofChildrenAlone: readonly string[] = ['undernourished_child', 'child_out_of_school', 'child_out_of_fitting_level'];

/**
 * How many of a household’s children are deprived in an indicator; null where what is told does not settle it.
 *
 * No child is where the household is not deprived. One is where it is deprived, has one child, and only children count. Otherwise the members
 * must be told of one by one: `told` are the facts of the children, or null.
 */
export function deprivedChildren(answer: Answer, children: number | null, told: readonly MemberFacts[] | null, indicator: Indicator, on: PlainDate): number | null {
  if (answer === 'no' || children === 0) return 0;
  const answers = told !== null && told.length === children ? told.map((child) => deprivesAlone(child, indicator, on)) : null;
  if (answers && !answers.includes('unknown')) return answers.filter((one) => one === 'yes').length;
  const isChildrenOnly = !('unknown' in indicator.threshold) && ofChildrenAlone.includes(indicator.threshold.rule);
  return answer === 'yes' && children === 1 && isChildrenOnly ? 1 : null;
}
