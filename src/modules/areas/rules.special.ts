import { z } from 'zod';
import { PlainDate } from '#kernel/plain-date.ts';
import { SpecialList, type SpecialStanding } from './contract.lists.ts';
import type { AreaName, AreaRef } from './contract.parts.ts';

/** packs/vn/areas/special-lists.yaml: what the lists are. Which areas they name is in special-lists.csv. */
export const ShippedLists = z
  .array(SpecialList.pick({ id: true, kind: true, name: true, level: true, article: true }).extend({ named: z.int(), mark: SpecialList.shape.mark.unwrap(), document: z.string(), checked_on: PlainDate }))
  .min(1);
export type ShippedLists = z.infer<typeof ShippedLists>;

/** An area on a list. */
export interface Naming extends Omit<SpecialStanding, 'extent' | 'lands'> {
  list: string;
}

/** A commune or village that is land of the area in question: itself, or one that went into it; with what it lay in. */
export interface Land {
  area: AreaName;
  /** Ids of the unit itself, of what it went into on the way to the area, and of what these lay in over time. */
  ids: readonly AreaRef[];
}

/** How an area stands on lists, given those of its lands and of what they lay in: the status of an old unit binds its own land only. */
export function standingsOf(lands: readonly Land[], namings: readonly Naming[]): (SpecialStanding & { list: string })[] {
  return namings.flatMap((naming) => {
    const on = lands.filter(({ ids }) => ids.includes(naming.named.id));
    if (on.length === 0) return [];
    return [{ ...naming, extent: on.length === lands.length ? ('whole' as const) : ('part' as const), lands: on.map(({ area }) => area) }];
  });
}
