import { camLong2022 } from './cam-long.ts';
import { camTan } from './cam-tan.ts';
import type { StandardOf } from './facts.ts';
import { haNam2015 } from './ha-nam.ts';
import { ngaSon } from './nga-son.ts';
import type { Place } from './place.ts';

/**
 * All that the demonstration shows, oldest first within each series: the same bytes each time. People, incomes and answers are made up; the
 * figures of published.yaml marked `generated` or `statistic` hold exactly. Amounts of the law come from the standards handed in.
 */
export function demonstration(standardOf: StandardOf): Place[] {
  const camLong = camLong2022(standardOf);
  return [haNam2015(standardOf), ...ngaSon(standardOf), camLong.place, ...camTan(standardOf, camLong)];
}
