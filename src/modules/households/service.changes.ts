import type { Id } from '#kernel/ids.ts';
import { Period, type Period as PeriodKey } from '#kernel/period.ts';
import type { Db } from '#platform/db/database.ts';
import { Change, ChangeCause, FollowedClass } from './contract.changes.ts';
import type { HouseholdChange } from './contract.ts';
import { changesOf, type Course } from './rules.changes.ts';
import * as store from './store.changes.ts';

export type { Comparison, VillageRound } from './store.changes.ts';
export { madeOf, touchedBy } from './store.changes.ts';

/**
 * Works out anew how households of villages came from the list before to that of a round, and returns with which list each was compared.
 * Called by the one who recomputes figures, inside its transaction, as the owner of the database: moves are seen across posts.
 */
export async function renewChanges(db: Db, pairs: readonly store.VillageRound[]): Promise<store.Comparison[]> {
  const comparisons = await store.comparisonsOf(db, pairs);
  const seen = await store.seenIn(db, comparisons);
  const looked = seen.filter(({ was, became, formerly }) => was !== became || formerly !== null).map(({ household_id }) => household_id);
  const past = Map.groupBy(await store.pastOf(db, looked), ({ household_id }) => household_id);
  const events = Map.groupBy(await store.eventsOf(db, looked), ({ household_id }) => household_id);

  const rows = seen.flatMap((row): store.NewChange[] => {
    const comparison = comparisons[row.at]!;
    const course = courseOf(row, comparison, past.get(row.household_id) ?? [], events.get(row.household_id) ?? []);
    const isHere = row.became !== null;
    return changesOf(course).map((flow) => ({
      household_id: row.household_id,
      round_id: comparison.round_id,
      village_id: comparison.village_id,
      area_path: row.area_path,
      before_round_id: comparison.before_id!,
      record_round_id: isHere ? comparison.round_id : comparison.before_id!,
      record_standard_id: isHere ? comparison.standard_id : comparison.before_standard_id!,
      ...flow,
    }));
  });
  await store.replaceChanges(db, pairs, rows);
  return comparisons;
}

function courseOf(
  { was, was_size, became, became_size, formerly }: store.SeenRow,
  { village_id, as_of, before_as_of, listed, before_listed }: store.Comparison,
  past: readonly store.PastRow[],
  events: Awaited<ReturnType<typeof store.eventsOf>>,
): Course {
  const since = before_as_of!;
  const isElsewhere = (one: store.PastRow): boolean =>
    one.village_id !== village_id && (became === null ? one.as_of > since && one.as_of <= as_of : one.as_of >= since && one.as_of < as_of);
  const hasBeen = (value: FollowedClass): boolean => past.some((one) => one.class === value && one.as_of < as_of);
  return {
    before: was === null ? null : { class: was, size: was_size },
    now: became === null ? null : { class: became, size: became_size, formerly },
    listed: { before: before_listed ?? [], now: listed ?? [] },
    ever: { poor: hasBeen('poor'), near_poor: hasBeen('near_poor') },
    elsewhere: past.some(isElsewhere),
    events: new Set(events.filter(({ day }) => day > since && day <= as_of).map(({ kind }) => kind)),
  };
}

/** The period of a round. */
export const periodOf = (kind: string, year: number, asOf: string): PeriodKey => Period.parse(kind === 'yearly' ? String(year) : asOf.slice(0, 7));

/** A change as screens show it. */
const viewChange = (row: store.ChangeRow): HouseholdChange => ({
  period: periodOf(row.kind, row.year, row.as_of),
  since: periodOf(row.before_kind, row.before_year, row.before_as_of),
  village: row.village_id as HouseholdChange['village'],
  class: FollowedClass.parse(row.class),
  change: Change.parse(row.change),
  why: row.why === null ? null : ChangeCause.parse(row.why),
  listed: row.record_round_id === row.round_id,
});

/** The changes of households by their ids, of all rounds or of some. */
export async function changesByHousehold(db: Db, ids: readonly Id[], roundIds?: readonly Id[]): Promise<Map<string, HouseholdChange[]>> {
  const groups = Map.groupBy(await store.changesOfHouseholds(db, ids, roundIds), ({ household_id }) => household_id);
  return new Map([...groups].map(([id, rows]) => [id, rows.map(viewChange)]));
}
