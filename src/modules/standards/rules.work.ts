import { z } from 'zod';
import { countingRule, memberRule } from './rules.finding.ts';
import { all, answerOf, any, isAged, isOneOf, unlisted, type Counted } from './rules.known.ts';

/**
 * Someone of working age, able and wanting to work, has no job; or is a wage worker without a contract. Whether wage work
 * without a contract that is regular and stable counts is left to the reviewer: from such facts alone it stays unknown.
 */
export const joblessMember = memberRule({}, ({ work, workIsRegular, ofWorkingAge, ableToWork, wantsWork }) => {
  const jobless = all(isOneOf(work, ['none']), answerOf(ofWorkingAge), answerOf(ableToWork), answerOf(wantsWork));
  const withoutContract = isOneOf(work, ['wage_without_contract']);
  const weighed = withoutContract === 'yes' && workIsRegular === true ? 'unknown' : withoutContract;
  return any(jobless, weighed);
});

/** Of how many members it may hold, those included who are not listed. */
const most = (counted: Counted): number => counted.yes + counted.unsure + unlisted(counted);

/** Dependants are more than a share of the people: children, and elderly or disabled people with a monthly allowance. */
export const dependantsShare = countingRule(
  { child_below_age: z.int(), share_above: z.int() },
  (member, { child_below_age }, on) => any(isAged(member, on, { below: child_below_age }), answerOf(member.allowanceAsElderlyOrDisabled)),
  (counted, { share_above }) => {
    const people = counted.people ?? 0;
    const exceeds = (dependants: number): boolean => dependants * 100 > share_above * people;
    return people === 0 || exceeds(counted.yes) !== exceeds(most(counted)) ? 'unknown' : answerOf(exceeds(counted.yes));
  },
  (answer, _, counted, { share_above }) => ({
    rule: 'indicator.dependants',
    inputs: { count: answer === 'yes' ? counted.yes : most(counted), people: counted.people ?? 0, share_limit: share_above },
  }),
);
