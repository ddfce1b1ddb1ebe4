import type { Id } from '#kernel/ids.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import type { Db } from '#platform/db/database.ts';

export interface RoundRow {
  id: Id;
  areaId: AreaRef;
  year: number;
  asOf: PlainDate;
  kind: 'yearly' | 'monthly';
  standards: { id: string; official: boolean }[];
}

/** All rounds, or those that show the situation on a day; the newest first. There are few: one a year and area. */
export async function findRounds(db: Db, asOf?: PlainDate): Promise<RoundRow[]> {
  const rounds = await db
    .selectFrom('round')
    .select(['round_id', 'area_id', 'year', 'as_of', 'kind'])
    .$if(asOf !== undefined, (query) => query.where('as_of', '=', asOf!))
    .orderBy('as_of', 'desc')
    .orderBy('area_id')
    .execute();
  const standards = await db.selectFrom('round_standard').select(['round_id', 'standard_id', 'official']).orderBy('official', 'desc').orderBy('standard_id').execute();
  const byRound = Map.groupBy(standards, ({ round_id }) => round_id);
  return rounds.map((row) => ({
    id: row.round_id as Id,
    areaId: row.area_id as AreaRef,
    year: row.year,
    asOf: row.as_of as PlainDate,
    kind: row.kind as RoundRow['kind'],
    standards: (byRound.get(row.round_id) ?? []).map(({ standard_id, official }) => ({ id: standard_id, official })),
  }));
}

export async function insertRound(db: Db, round: RoundRow, openedBy: string | null, now: Date): Promise<void> {
  const { id, areaId, year, asOf, kind, standards } = round;
  await db.insertInto('round').values({ round_id: id, area_id: areaId, year, as_of: asOf, kind, opened_by: openedBy, opened_at: now }).execute();
  await db.insertInto('round_standard').values(standards.map((standard) => ({ round_id: id, standard_id: standard.id, official: standard.official }))).execute();
}
