import type { Id } from '#kernel/ids.ts';
import type { Period } from '#kernel/period.ts';
import { showDate, type PlainDate } from '#kernel/plain-date.ts';
import type { Ctx } from '#platform/ctx.ts';
import { problem } from './problems.ts';
import { KeptCauses, refusal, retold, type Telling, type ToldCauses } from './rules.causes.ts';
import { unpackResult } from './rules.results.ts';
import { periodOf } from './service.changes.ts';
import { load } from './service.events.ts';
import * as store from './store.causes.ts';
import { classRecordsOf } from './store.file.ts';
import type { ClassRecordRow } from './store.merging.ts';

interface Which {
  household: Id;
  period: Period;
  /** Of the official record that was seen. */
  revision: number;
}

/**
 * Records causes of poverty or of a deprivation: the record of the period goes on as another revision with the same class. Throws `household.no-class-then`,
 * `household.class-changed-since`, `household.not-deprived`, `household.same-causes`, `household.act-in-future`.
 */
export async function recordCauses(ctx: Ctx, { household, period, revision, day, source, ...telling }: Which & Telling & { day: PlainDate; source: string }): Promise<{ revision: number }> {
  if (day > ctx.today) throw problem('household.act-in-future', { day: showDate(day) });
  const { official, revisions } = await held(ctx, { household, period, revision });
  const refused = refusal(toldOf(official), telling, unpackResult(official.result).deprivations);
  if (refused === 'not-deprived') throw problem('household.not-deprived', { period, code: telling.indicator! });
  if (refused === 'same') throw problem('household.same-causes', {});
  const stamp = { causes_day: day, causes_source: source, causes_by: ctx.actor.userId, causes_name: ctx.actor.name, causes_at: ctx.now };
  // Why a household is poor is one thing by every standard of the round; an indicator belongs to its own.
  const amended = revisions.filter(({ current, standard_id }) => current && (telling.indicator === null || standard_id === official.standard_id));
  const next = revisions[0]!.revision + 1;
  for (const record of amended) await store.amendCauses(ctx.db, record, next, retold(toldOf(record), telling), stamp);
  await tell(ctx, 'household.causes-recorded', official, { period, indicator: telling.indicator, day });
  return { revision: next };
}

/** Takes back what was told last; what was told before counts again. Throws `household.no-told-causes`, `household.no-class-then`, `household.class-changed-since`. */
export async function undoCauses(ctx: Ctx, which: Which): Promise<{ revision: number }> {
  const { official, revisions } = await held(ctx, which);
  if (official.amends === null) throw problem('household.no-told-causes', { period: which.period });
  const toldAt = official.causes_at!.getTime();
  const told = revisions.filter(({ current, amends, causes_at }) => current && amends !== null && causes_at?.getTime() === toldAt);
  for (const record of told) await store.takeCausesBack(ctx.db, record, ctx.now);
  await tell(ctx, 'household.causes-undone', official, { period: which.period });
  return { revision: official.amends };
}

const toldOf = ({ causes, causes_note: note, deprivation_causes: deprivation }: ClassRecordRow): ToldCauses => ({ causes, note, deprivation: KeptCauses.parse(deprivation) });

/** Holds the household and finds its official record of the period, with all revisions of that round. */
async function held(ctx: Ctx, { household: id, period, revision }: Which): Promise<{ official: ClassRecordRow; revisions: ClassRecordRow[] }> {
  await load(ctx, [id]);
  const official = (await classRecordsOf(ctx.db, id)).find((row) => row.official && row.current && periodOf(row.kind, row.year, row.as_of) === period);
  if (!official) throw problem('household.no-class-then', { period });
  if (official.revision !== revision) throw problem('household.class-changed-since', { period });
  return { official, revisions: await store.revisionsOf(ctx.db, id, official.round_id) };
}

/** Leaves an audit row, without what was told, and has the figures of the village counted anew. */
async function tell(ctx: Ctx, action: string, { household_id, area_path, round_id, village_id }: ClassRecordRow, details: Record<string, unknown>): Promise<void> {
  ctx.record({ action, subject: household_id, areaPath: area_path, details });
  await ctx.emit({ name: 'classes.recorded', roundId: round_id as Id, villageIds: [village_id] });
}
