import { plainDate, type PlainDate } from '#kernel/plain-date.ts';
import type { AreaRef } from './contract.ts';

/** Splits a reference into the code or id and the day it names, if any. */
export function parseRef(ref: AreaRef): { codeOrId: string; day: PlainDate | undefined } {
  const [codeOrId, day] = ref.split('@') as [string, string | undefined];
  return { codeOrId, day: day === undefined ? undefined : plainDate(day) };
}

/** Name of the place for households whose paper names no village; each commune has at most one. */
export const unknownVillage = { name: 'Chưa rõ thôn', kind: 'chưa rõ' } as const;

export interface Placement {
  communeId: AreaRef;
  from: PlainDate;
  to: PlainDate | null;
  /** Only most of the land of its commune came here; nobody has said so of the village. */
  assumed: boolean;
}

/**
 * What a village is called in each of its communes. The place for households without a village is that of its first commune: where this one
 * was merged with others, it says so, or the new commune would hold several of the same name.
 */
export function namesIn(village: { name: string; kind: string }, commune: string, placements: readonly Placement[]): string[] {
  return placements.map(({ to }, index) => (village.kind === unknownVillage.kind && index > 0 && to === null ? `${village.name} (${commune} cũ)` : village.name));
}

/** A commune with its first and last day, whatever it was called in between. */
export interface CommuneInTime {
  id: AreaRef;
  from: PlainDate;
  to: PlainDate | null;
}

/**
 * The communes that a village lies in over time, from the one that it is added to onwards.
 * `later` are the communes that the first one leads to: a unit of the same code on the next map, and today's commune with the largest share
 * of its land. Where nothing is on record between them, neither is the village; where the commune was split, its place is assumed.
 */
export function placementsOf(commune: CommuneInTime, later: readonly CommuneInTime[], wasSplit: boolean): Placement[] {
  return [commune, ...later.filter(({ from }) => commune.to !== null && from > commune.to)]
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .map(({ id, from, to }) => ({ communeId: id, from, to, assumed: wasSplit && id !== commune.id }));
}
