import { z } from 'zod';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Answer, MemberFacts } from './contract.facts.ts';
import { AgeBand } from './contract.packs.ts';
import { memberRule } from './rules.finding.ts';
import { all, answerOf, any, isAged, isBornSince, isOneOf, not } from './rules.known.ts';

/** Whether a person falls into one of the bands and lacks the levels that fit it. */
function lacksLevel(
  member: MemberFacts,
  bands: readonly AgeBand[],
  on: PlainDate,
  has: (levels: readonly string[]) => Answer,
): Answer {
  return any(
    ...bands.map(({ from_age, below_age, levels }) =>
      all(isAged(member, on, { from: from_age, below: below_age }), not(has(levels))),
    ),
  );
}

/** A grown-up born in a year or later has not finished a level and is not studying. */
export const adultWithoutLevel = memberRule(
  { from_age: z.int(), born_since: z.int(), finished: z.array(z.string()) },
  (member, { from_age, born_since, finished }, on) =>
    all(
      isAged(member, on, { from: from_age }),
      isBornSince(member, on, born_since),
      not(isOneOf(member.completed, finished)),
      isOneOf(member.attending, ['none']),
    ),
);

/** A young adult neither studies at nor has finished a level that fits the age, nor was trained by an employer. */
export const adultWithoutFittingLevel = memberRule({ bands: z.array(AgeBand) }, (member, { bands }, on) =>
  lacksLevel(member, bands, on, (levels) =>
    any(isOneOf(member.attending, levels), isOneOf(member.completed, levels), answerOf(member.trainedByEmployer)),
  ),
);

/** A child between two ages does not go to school. */
export const childOutOfSchool = memberRule({ from_age: z.int(), below_age: z.int() }, (member, { from_age, below_age }, on) =>
  all(isAged(member, on, { from: from_age, below: below_age }), isOneOf(member.attending, ['none'])),
);

/** A child does not study at a level that fits its age. */
export const childOutOfFittingLevel = memberRule({ bands: z.array(AgeBand) }, (member, { bands }, on) =>
  lacksLevel(member, bands, on, (levels) => isOneOf(member.attending, levels)),
);
