import { z } from 'zod';
import { memberRule } from './rules.finding.ts';
import { all, answerOf, any, isAged, not } from './rules.known.ts';

/** A child below an age has low height or low weight for its age. */
export const undernourishedChild = memberRule({ below_age: z.int() }, (member, { below_age }, on) =>
  all(isAged(member, on, { below: below_age }), any(answerOf(member.lowHeightForAge), answerOf(member.lowWeightForAge))),
);

/** A member of at least an age has no health insurance. */
export const uninsuredMember = memberRule({ from_age: z.int() }, (member, { from_age }, on) =>
  all(isAged(member, on, { from: from_age }), not(answerOf(member.healthInsurance))),
);

/** A member was seriously ill and was not treated. */
export const untreatedIllness = memberRule({}, ({ seriouslyIll, treated }) => all(answerOf(seriouslyIll), not(answerOf(treated))));
