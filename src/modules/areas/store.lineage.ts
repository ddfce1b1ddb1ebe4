import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db } from '#platform/db/database.ts';
import type { AreaHit, AreaRef, Level, LineageEdge } from './contract.ts';

export type Edge = Omit<LineageEdge, 'within'> & { parentId: AreaRef | null; on: PlainDate };

/** The edges on one side of an area; each names the unit on the other side as it was last (predecessors) or first (successors) called. */
export async function edgesOf(db: Db, areaId: AreaRef, side: 'predecessors' | 'successors'): Promise<Edge[]> {
  const [own, other] = side === 'predecessors' ? (['new_id', 'old_id'] as const) : (['old_id', 'new_id'] as const);
  const rows = await db
    .selectFrom('area_lineage as l')
    .innerJoin('area as a', 'a.area_id', `l.${other}`)
    .innerJoinLateral(
      (from) =>
        from
          .selectFrom('area_version')
          .selectAll()
          .whereRef('area_version.area_id', '=', 'a.area_id')
          .orderBy('valid_from', side === 'predecessors' ? 'desc' : 'asc')
          .limit(1)
          .as('v'),
      (join) => join.onTrue(),
    )
    .select(['a.area_id', 'a.code', 'a.level', 'v.name', 'v.kind', 'v.parent_id', 'v.valid_from', 'v.valid_to', 'l.day', 'l.kind as edge', 'l.detail', 'l.share', 'l.basis', 'l.resolution'])
    .where(`l.${own}`, '=', areaId)
    .orderBy('l.basis')
    .orderBy('v.sort_key')
    .execute();
  return rows.map((row) => ({
    area: { id: row.area_id as AreaRef, code: row.code, level: row.level as Level, name: row.name, kind: row.kind },
    parentId: row.parent_id as AreaRef | null,
    on: (side === 'predecessors' ? row.valid_to! : row.valid_from) as PlainDate,
    day: row.day as PlainDate,
    kind: row.edge as LineageEdge['kind'],
    detail: row.detail,
    share: row.share,
    basis: row.basis as LineageEdge['basis'],
    resolution: row.resolution,
  }));
}

/** Other areas that bore the same code at another time: for finding one's way, no statement about their land. */
export async function sameCode(db: Db, areaId: AreaRef, code: string | null, level: Level): Promise<Omit<AreaHit, 'within'>[]> {
  if (code === null) return [];
  const rows = await db
    .selectFrom('area as a')
    .innerJoin('area_version as v', 'v.area_id', 'a.area_id')
    .select(['a.area_id', 'a.code', 'a.level', 'v.name', 'v.kind', 'v.valid_from', 'v.valid_to'])
    .where('a.code', '=', code)
    .where('a.level', '=', level)
    .where('a.area_id', '<>', areaId)
    .orderBy('v.valid_from')
    .execute();
  return rows.map((row) => ({
    id: row.area_id as AreaRef,
    code: row.code,
    level: row.level as Level,
    name: row.name,
    kind: row.kind,
    from: row.valid_from as PlainDate,
    to: row.valid_to as PlainDate | null,
  }));
}

/** Whether people of an area went into several others. */
export async function wasSplit(db: Db, areaId: AreaRef): Promise<boolean> {
  const rows = await db
    .selectFrom('area_lineage')
    .select('kind')
    .where('old_id', '=', areaId)
    .where((where) => where.or([where('detail', 'is', null), where('detail', '<>', 'area_only')]))
    .execute();
  return rows.length > 1 && rows.every(({ kind }) => kind === 'part');
}
