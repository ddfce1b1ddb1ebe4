import { useRouter, type LinkProps } from '@tanstack/react-router';
import type { Period } from '#kernel/period.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { useMay } from '#modules/identity/web/parts/session.ts';
import type { Change, FollowedClass } from '#modules/households/contract.changes.ts';
import type { HouseholdPart } from '#modules/households/contract.parts.ts';
import type { HouseholdClass } from '#modules/standards/contract.ts';

/** Which households stand behind a figure. */
export interface Behind {
  area: AreaRef;
  period: Period;
  map: PlainDate | undefined;
  class?: HouseholdClass;
  /** Those that so changed since the list before, into or out of a class. */
  change?: readonly Change[];
  changeOf?: FollowedClass;
  /** Code of the indicator that they are deprived in. */
  deprived?: string | null;
  /** Of which group, ethnic group, cause, or with which children. */
  part?: HouseholdPart | null;
}

const searchOf = ({ area, period, map, class: ofClass, deprived, change, changeOf, part }: Behind) => ({
  area,
  period,
  map,
  ...(ofClass ? { class: ofClass } : {}),
  ...(deprived ? { deprived } : {}),
  ...(change ? { change: change.join(',') } : {}),
  ...(changeOf ? { changeOf } : {}),
  ...part,
});

/** The way from a figure down to its households in the register; none for a post that may not read them. */
export function useHouseholdsLink(): (behind: Behind) => Pick<LinkProps, 'to' | 'search'> | undefined {
  const may = useMay();
  return (behind) => (may('household.read') ? ({ to: '/households', search: searchOf(behind) } as Pick<LinkProps, 'to' | 'search'>) : undefined);
}

/** The same as an address, for tables with thousands of cells, where a link each would be slow. */
export function useHouseholdsAddress(): (behind: Behind) => string | undefined {
  const may = useMay();
  const { stringifySearch } = useRouter().options;
  return (behind) => (may('household.read') ? `/households${stringifySearch!(searchOf(behind))}` : undefined);
}
