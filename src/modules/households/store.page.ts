import { sql, type RawBuilder } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { HouseholdClass } from '#modules/standards/contract.ts';
import type { Db } from '#platform/db/database.ts';
import type { HouseholdSort } from './contract.ts';
import { recentSplit } from './rules.events.ts';
import { eventsOf } from './store.events.ts';
import { countHouseholds, fewHouseholds, matching, type ListScope } from './store.list.ts';
import { countBearers } from './store.names.ts';

export interface ListedHousehold {
  id: Id;
  head: string;
  size: number | null;
  villageId: AreaRef;
  villageName: string;
  villageKind: string;
  commune: string | null;
  standardId: string;
  class: HouseholdClass;
  computed: HouseholdClass;
  stated: HouseholdClass | null;
  deprived: number;
  unknown: number;
  income: number | null;
  b1: number | null;
  b2: number | null;
  decision: string | null;
  /** Day of its split shortly before the closing day. */
  split: PlainDate | null;
  /** The value that the list is sorted by. */
  key: string | number;
}

/** A place in a list. */
export interface PagePlace {
  key: string | number;
  id: string;
}

/** What a list is sorted by; each is the end of an index on the current records. A size that is not known sorts before every size. */
const sortKeys = { name: sql`c.head_sort_key`, deprived: sql`c.deprived_count`, size: sql`(case when c.size is null then 0 else c.size end)` };

/** A page of a list: at most `limit` rows after a place, in the order of `sort`. */
export async function listHouseholds(db: Db, scope: ListScope, sort: HouseholdSort, after: PagePlace | null, limit: number): Promise<ListedHousehold[]> {
  if (scope.roundIds.length === 0) return [];
  const order = orderOf(sort);
  const page = (await isGathered(db, scope)) ? gathered(scope, order, after, limit) : inOrder(scope, order, after, limit);
  const { rows } = await sql<Omit<ListedHousehold, 'split'>>`
    with page as materialized (${page})
    select c.household_id as id, c.head_name as head, c.size, c.village_id as "villageId", coalesce(w.name, l.name) as "villageName", l.kind as "villageKind", p.name as commune,
      c.standard_id as "standardId", c.class, c.computed_class as computed, c.stated_class as stated, c.deprived, c.unknown, c.income, c.b1, c.b2, c.decision_number as decision, page.key
    from page
      join class_record c on c.household_id = page.household_id and c.round_id = page.round_id and c.standard_id = page.standard_id and c.current
      join lateral (select name, kind from area_version where area_id = c.village_id order by valid_from desc limit 1) as l on true
      left join area_version w on w.area_id = c.village_id and w.valid_from <= ${scope.day} and (w.valid_to is null or w.valid_to >= ${scope.day})
      left join area_version p on p.area_id = w.parent_id and p.valid_from <= ${scope.day} and (p.valid_to is null or p.valid_to >= ${scope.day})
    order by ${order.by(sql`page.key`, sql`page.household_id`)}`.execute(db);
  const splits = await splitsOf(db, rows.map(({ id }) => id), scope.splits);
  return rows.map((row) => ({ ...row, split: splits.get(row.id) ?? null }));
}

interface Order {
  key: RawBuilder<unknown>;
  by(key: RawBuilder<unknown>, id: RawBuilder<unknown>): RawBuilder<unknown>;
  isAfter(after: PagePlace): RawBuilder<unknown>;
}

function orderOf(sort: HouseholdSort): Order {
  const key = sortKeys[sort.replace('-', '') as keyof typeof sortKeys];
  const [way, beyond] = sort.startsWith('-') ? [sql`desc`, sql`<`] : [sql`asc`, sql`>`];
  return {
    key,
    by: (one, id) => sql`${one} ${way}, ${id} ${way}`,
    isAfter: (after) => sql`(${key}, c.household_id) ${beyond} (${after.key}, ${after.id}::uuid)`,
  };
}

/** A place in the order, and no more: an index holds all of it, and only the records of the page are fetched. */
const place = (key: RawBuilder<unknown>) => sql`c.household_id, c.round_id, c.standard_id, ${key} as key`;

/** So many matches are sorted sooner than they are picked out of the order of all. */
const fewMatches = 100_000;

/** Whether all that match are gathered and sorted, instead of reading the households of the rounds in order until a page is full. */
async function isGathered(db: Db, scope: ListScope): Promise<boolean> {
  if (scope.crowd <= fewHouseholds || scope.change !== undefined || scope.split) return true;
  // Counted to the end: the planner takes them for most of the register, and would look for the first of them there.
  if (scope.differs) return (await countHouseholds(db, scope)) <= fewMatches;
  return scope.called !== undefined && scope.called.names !== null && (await countBearers(db, scope.called.names, scope.territory, fewMatches + 1)) <= fewMatches;
}

function gathered(scope: ListScope, { key, by, isAfter }: Order, after: PagePlace | null, limit: number): RawBuilder<unknown> {
  return sql`
    select * from (select ${place(key)} from class_record c where ${matching(scope)} ${after === null ? sql`` : sql`and ${isAfter(after)}`}) as found
    order by ${by(sql`key`, sql`household_id`)} limit ${limit}`;
}

/**
 * Each round and class has its households in order in an index; they are merged. The limit of each part makes the database read it in that order:
 * it takes from each only what the page needs.
 */
function inOrder(scope: ListScope, { key, by, isAfter }: Order, after: PagePlace | null, limit: number): RawBuilder<unknown> {
  const classes = scope.class === undefined ? HouseholdClass.options : [scope.class];
  // Who lacks something lacks one thing at least: the many who lack nothing are not looked through.
  const some = scope.deprivedBit !== undefined && key === sortKeys.deprived ? sql`and c.deprived_count > 0` : sql``;
  const parts = scope.roundIds.flatMap((round) =>
    classes.map(
      (one) => sql`(
        select ${place(key)} from class_record c where ${matching({ ...scope, roundIds: [round], class: one })} ${some} ${after === null ? sql`` : sql`and ${isAfter(after)}`}
        order by ${by(key, sql`c.household_id`)} limit ${limit})`,
    ),
  );
  return sql`select * from (${sql.join(parts, sql` union all `)}) as part order by ${by(sql`key`, sql`household_id`)} limit ${limit}`;
}

/** When each of the households last split in a span of days. */
async function splitsOf(db: Db, households: readonly Id[], { from, to }: ListScope['splits']): Promise<Map<Id, PlainDate>> {
  const events = Map.groupBy(await eventsOf(db, households), ({ household }) => household);
  return new Map([...events].flatMap(([id, own]) => {
    const day = recentSplit(own, to, from);
    return day === null ? [] : [[id, day] as const];
  }));
}
