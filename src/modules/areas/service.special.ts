import type { Ctx } from '#platform/ctx.ts';
import type { Area, SpecialList } from './contract.ts';
import { standingsOf } from './rules.special.ts';
import { countNamed, landsOf, namingsOf, shippedLists } from './store.special.ts';

/** How a district or commune stands on the lists of authorities; the lists of the pack begin after the catalogue of 2009 has ended. */
export async function listsOf(ctx: Ctx, { id, level, epoch }: Pick<Area, 'id' | 'level' | 'epoch'>): Promise<SpecialList[]> {
  if ((level !== 'district' && level !== 'commune') || epoch === 'census_2009') return [];
  const onRecord = await countNamed(ctx.db);
  const lands = await landsOf(ctx.db, id);
  const standings = standingsOf(lands, await namingsOf(ctx.db, [...new Set(lands.flatMap(({ ids }) => ids))]));
  return shippedLists()
    .filter((list) => level === 'commune' || list.level === level)
    .map(({ document, checked_on, ...list }) => ({
      ...list,
      onRecord: onRecord.get(list.id) ?? 0,
      standings: standings.filter((standing) => standing.list === list.id).map(({ list: of, ...standing }) => standing),
    }));
}
