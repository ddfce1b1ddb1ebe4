import { z } from 'zod';
import { indicatorRule, ofMembers, type Finding } from './rules.finding.ts';
import { all, answerOf, any, isAged, isOneOf, unlisted } from './rules.known.ts';

/**
 * Someone of working age, able and wanting to work, has no job; or is a wage worker without a contract. Whether wage work
 * without a contract that is regular and stable counts is left to the reviewer: from such facts alone it stays unknown.
 */
export const joblessMember = indicatorRule({}, (facts) =>
  ofMembers(facts, ({ work, workIsRegular, ofWorkingAge, ableToWork, wantsWork }) => {
    const jobless = all(isOneOf(work, ['none']), answerOf(ofWorkingAge), answerOf(ableToWork), answerOf(wantsWork));
    const withoutContract = isOneOf(work, ['wage_without_contract']);
    const weighed = withoutContract === 'yes' && workIsRegular === true ? 'unknown' : withoutContract;
    return any(jobless, weighed);
  }),
);

/** Dependants are more than a share of the people: children, and elderly or disabled people with a monthly allowance. */
export const dependantsShare = indicatorRule(
  { child_below_age: z.int(), share_above: z.int() },
  (facts, { child_below_age, share_above }, on): Finding => {
    const answers = (facts.members ?? []).map((member) =>
      any(isAged(member, on, { below: child_below_age }), answerOf(member.allowanceAsElderlyOrDisabled)),
    );
    const people = facts.people ?? answers.length;
    const least = answers.filter((answer) => answer === 'yes').length;
    const most = answers.filter((answer) => answer !== 'no').length + unlisted(facts);
    const exceeds = (dependants: number): boolean => dependants * 100 > share_above * people;
    const answer = people === 0 || exceeds(least) !== exceeds(most) ? 'unknown' : answerOf(exceeds(least));
    const count = answer === 'yes' ? least : most;
    return { answer, rule: 'indicator.dependants', inputs: { count, people, share_limit: share_above } };
  },
);
