import { useMatches, useNavigate, useSearch } from '@tanstack/react-router';
import { endOf, yearPeriod, type Period } from '#kernel/period.ts';
import { dayInVietNam, yearOf, type PlainDate } from '#kernel/plain-date.ts';
import type { AreaRef, Place } from '#modules/areas/contract.ts';
import { useSession } from '#modules/identity/web/parts/session.ts';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** The screen is about the area in its own address, which then follows the one of the header. */
    areaParam?: 'ref';
  }
}

export const today = (): PlainDate => dayInVietNam(Date.now());

export interface PlaceInView {
  /** The area in the address, else that of the post; the country for a person without one. */
  area: AreaRef;
  /** The period in the address, else the running year. */
  period: Period;
  /** The day of the map, when it is another than that of the data. */
  map: PlainDate | undefined;
  /** The day on whose map things are shown: that of the map, else the end of the period, but not later than today. */
  day: PlainDate;
}

/** Where and when the person looks. */
export function usePlace(): PlaceInView {
  // One by one, so that what else changes in the address does not draw anew who only asks for this.
  const area = useSearch({ strict: false, select: (search) => search.area });
  const asked = useSearch({ strict: false, select: (search) => search.period });
  const map = useSearch({ strict: false, select: (search) => search.map });
  const { post } = useSession();
  const now = today();
  const period = asked ?? yearPeriod(yearOf(now));
  const end = endOf(period);
  return { area: area ?? post?.area.id ?? ('VN' as AreaRef), period, map, day: map ?? (end < now ? end : now) };
}

/** Changes place or time and stays on the screen. */
export function useSetPlace(): (change: Place) => void {
  const navigate = useNavigate();
  const follows = useMatches({ select: (matches) => matches.at(-1)?.staticData.areaParam !== undefined });
  return (change) => {
    const ref = change.area;
    const params = follows && ref !== undefined ? { params: (before: object) => ({ ...before, ref }) } : {};
    void navigate({ to: '.', search: (before) => ({ ...before, ...change }), ...params } as Parameters<typeof navigate>[0]);
  };
}
