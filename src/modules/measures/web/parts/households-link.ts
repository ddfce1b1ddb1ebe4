import type { LinkProps } from '@tanstack/react-router';
import type { Period } from '#kernel/period.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { useMay } from '#modules/identity/web/parts/session.ts';
import type { HouseholdClass } from '#modules/standards/contract.ts';

/** Which households stand behind a figure. */
export interface Behind {
  area: AreaRef;
  period: Period;
  map: PlainDate | undefined;
  class: HouseholdClass;
  /** Code of the indicator that they are deprived in. */
  deprived?: string | null;
}

type To = Pick<LinkProps, 'to' | 'search'>;

/** The way from a figure down to its households in the register; none for a post that may not read them. */
export function useHouseholdsLink(): (behind: Behind) => To | undefined {
  const may = useMay();
  return ({ area, period, map, class: ofClass, deprived }) =>
    may('household.read') ? ({ to: '/households', search: { area, period, map, class: ofClass, ...(deprived ? { deprived } : {}) } } as To) : undefined;
}
