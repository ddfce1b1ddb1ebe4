import { useQuery } from '@tanstack/react-query';
import { endOf, type Period } from '#kernel/period.ts';
import type { Area, AreaRef, Level } from '#modules/areas/contract.ts';
import type { Round } from '#modules/rounds/contract.ts';
import { areaQuery, roundsQuery } from './queries.ts';

/** What is known of the place and period that a file would go to. */
export interface Destination {
  area: Area | undefined;
  /** Whether a round of the period covers the area; undefined while it is not known. */
  hasRound: boolean | undefined;
  /** Rounds in which something could be imported instead, the newest first. */
  others: { area: AreaRef; name: string; level: Level; period: Period }[];
  error: unknown;
  retry: () => void;
}

/** Looks up area and rounds, so that what stands in the way of an import is said before a file is chosen. */
export function useDestination(ref: AreaRef, period: Period): Destination {
  const day = endOf(period);
  const { data: area, error: areaError, refetch: refetchArea } = useQuery(areaQuery(ref, day));
  const { data: rounds, error: roundsError, refetch: refetchRounds } = useQuery(roundsQuery(ref));
  const covering = new Set(area && [area.id, ...area.within.map(({ id }) => id)]);
  const covers = (round: Round): boolean => covering.has(round.area.id);
  return {
    area,
    hasRound: area && rounds && rounds.some((round) => round.asOf === day && covers(round)),
    others: (area && rounds ? rounds : [])
      .filter((round) => round.asOf !== day || !covers(round))
      .map((round) => {
        const { id, name, level } = covers(round) ? area! : round.area;
        return { area: id, name, level, period: round.period };
      }),
    error: areaError ?? roundsError,
    retry: () => void Promise.all([refetchArea(), refetchRounds()]),
  };
}
