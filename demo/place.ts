import type { Text } from '#kernel/text.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import type { HouseholdIntake } from '#modules/households/contract.intake.ts';
import type { HouseholdClass } from '#modules/standards/contract.ts';

/** A village by its name in the commune, or null for the whole area. */
export type VillageName = string | null;

/**
 * A published figure. `households.all` counts households, `rate.poor` and `rate.near_poor` are hundredths of a percent,
 * `households.poor.target` is the number of poor households that a plan expects at the end of `asOf`.
 */
export interface Statistic {
  area: AreaRef;
  village: VillageName;
  asOf: PlainDate;
  measure: 'households.all' | 'rate.poor' | 'rate.near_poor' | 'households.poor.target';
  value: number;
  source: Text;
  /** Id of a document of published.yaml. */
  document: string;
}

/** What a list covers. What it does not is unknown, never zero. */
export interface Coverage {
  area: AreaRef;
  village: VillageName;
  classes: HouseholdClass[];
  /** Whether the deprivations of the listed households are on it. */
  indicators: boolean;
}

/** A place at one time: a round with its lists. Places of one `series` hold the same households from year to year, by their number. */
export interface Place {
  key: string;
  series: string;
  title: Text;
  round: {
    year: number;
    asOf: PlainDate;
    standardId: string;
    area: AreaRef;
    /** Not finished: households are still being added. */
    running: boolean;
  };
  communes: { area: AreaRef; households: HouseholdIntake[] }[];
  statistics: Statistic[];
  coverage: Coverage[];
  simulatedNote: Text;
}
