import { z } from 'zod';

/** How a household came into a class or out of it from one list to the next. `rules.changes.ts` decides, `changeTexts` has words and codes. */
export const Change = z.enum([
  'new_poor', 'relapsed_poor', 'near_poor_to_poor', 'poor_to_near_poor', 'escaped_poor',
  'new_near_poor', 'relapsed_near_poor', 'escaped_near_poor',
  'other_in', 'other_out', 'unexplained', 'standard_in', 'standard_out', 'grown', 'shrunk', 'unknown_in', 'unknown_out',
]);
export type Change = z.infer<typeof Change>;

/** The classes whose households are followed from list to list. */
export const FollowedClass = z.enum(['poor', 'near_poor']);
export type FollowedClass = z.infer<typeof FollowedClass>;

/** What happened to a household that is an other rise or fall. */
export const ChangeCause = z.enum(['moved', 'split', 'merged', 'ended']);
export type ChangeCause = z.infer<typeof ChangeCause>;
