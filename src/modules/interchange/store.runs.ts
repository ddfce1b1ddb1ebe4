import type { Insertable } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import { Period, yearPeriod } from '#kernel/period.ts';
import { yearOf, type PlainDate } from '#kernel/plain-date.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import type { Db } from '#platform/db/database.ts';
import type { ImportRunTable } from '#platform/db/tables.ts';
import type { ImportKind } from './contract.ts';

/** What a round was said to have listed. */
export interface Listed {
  classes: string[];
  indicators: string[];
}

/** A file that was loaded. */
export interface ImportRun {
  id: Id;
  area: AreaRef;
  roundId: Id;
  period: Period;
  /** The day of the round. */
  day: PlainDate;
  kind: ImportKind;
  file: string;
  result: { added: number; changed: number; same: number; figures: number };
  coverageBefore: Listed | null;
  coverage: Listed | null;
  loaded: { by: string | null; at: Date };
  undone: { by: string | null; at: Date } | null;
}

export type NewRun = Omit<Insertable<ImportRunTable>, 'coverage_before' | 'coverage'> & { coverage_before: Listed | null; coverage: Listed | null };

export async function insertRun(db: Db, { coverage_before, coverage, ...row }: NewRun): Promise<void> {
  const json = (value: Listed | null): string | null => (value === null ? null : JSON.stringify(value));
  await db.insertInto('import_run').values({ ...row, coverage_before: json(coverage_before), coverage: json(coverage) }).execute();
}

/** Where the main land of an area lies on today’s map. */
export async function mainPath(db: Db, area: AreaRef): Promise<string> {
  const { today_path } = await db.selectFrom('area_today').select('today_path').where('area_id', '=', area).where('main', '=', true).executeTakeFirstOrThrow();
  return today_path;
}

const runs = (db: Db) => db.selectFrom('import_run as i').innerJoin('round as r', 'r.round_id', 'i.round_id').selectAll('i').select(['r.as_of', 'r.kind as round_kind']);
type Row = Awaited<ReturnType<ReturnType<typeof runs>['execute']>>[number];

const viewRun = (row: Row): ImportRun => ({
  id: row.import_id as Id,
  area: row.area_id as AreaRef,
  roundId: row.round_id as Id,
  period: row.round_kind === 'yearly' ? yearPeriod(yearOf(row.as_of as PlainDate)) : Period.parse(row.as_of.slice(0, 7)),
  day: row.as_of as PlainDate,
  kind: row.kind as ImportKind,
  file: row.file_name,
  result: { added: row.added, changed: row.changed, same: row.same, figures: row.figures },
  coverageBefore: row.coverage_before as Listed | null,
  coverage: row.coverage as Listed | null,
  loaded: { by: row.loaded_name, at: row.loaded_at },
  undone: row.undone_at === null ? null : { by: row.undone_name, at: row.undone_at },
});

export async function findRun(db: Db, id: Id): Promise<ImportRun | undefined> {
  const row = await runs(db).where('i.import_id', '=', id).executeTakeFirst();
  return row && viewRun(row);
}

/** The newest runs of the post’s area. */
export async function listRuns(db: Db, limit: number): Promise<ImportRun[]> {
  return (await runs(db).orderBy('i.loaded_at', 'desc').orderBy('i.import_id', 'desc').limit(limit).execute()).map(viewRun);
}

/** The runs of an area and a round that stand, the newest first. */
export async function standingRuns(db: Db, area: AreaRef, roundId: Id): Promise<ImportRun[]> {
  const found = await runs(db).where('i.area_id', '=', area).where('i.round_id', '=', roundId).where('i.undone_at', 'is', null).orderBy('i.loaded_at', 'desc').execute();
  return found.map(viewRun);
}

/** What the first run of an area and a round found listed there, whether it stands or not. */
export async function listedAtFirst(db: Db, area: AreaRef, roundId: Id): Promise<Listed | null> {
  const row = await runs(db).where('i.area_id', '=', area).where('i.round_id', '=', roundId).orderBy('i.loaded_at').executeTakeFirst();
  return row ? viewRun(row).coverageBefore : null;
}

/** Marks a run as undone; false when it was before. */
export async function markUndone(db: Db, id: Id, by: { userId: string | null; name: string | null }, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('import_run')
    .set({ undone_at: at, undone_by: by.userId, undone_name: by.name })
    .where('import_id', '=', id)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
