import { useQuery } from '@tanstack/react-query';
import { Level, type AreaRef } from '#modules/areas/contract.ts';
import type { Report } from '../contract.ts';
import { childrenQuery } from './queries.ts';

/** The levels that rows of a report can go down to, the topmost first: those that stand below the area on the day of the map. */
export function useLevels(report: Report | undefined): Exclude<Level, 'country'>[] {
  const country = report?.area.level === 'country';
  // Whether provinces hold districts depends on the day: any one of them tells.
  const { data } = useQuery(childrenQuery(report?.rows[0]?.area.id ?? ('VN' as AreaRef), report?.mapDate ?? ('' as Report['mapDate']), country && report.rows.length > 0));
  const first = report?.rows[0]?.level;
  if (report === undefined || first === undefined) return [];
  const below = Level.options.slice(Level.options.indexOf(first));
  // Villages of more than one commune make no table that anyone reads.
  const wanted = report.area.level === 'commune' ? below : below.filter((level) => level !== 'village');
  const levels = country && data?.[0]?.level !== 'district' ? wanted.filter((level) => level !== 'district') : wanted;
  return levels.filter((level) => level !== 'country');
}
