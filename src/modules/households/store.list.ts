import { expressionBuilder, sql, type ExpressionBuilder, type RawBuilder } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Territory } from '#modules/areas/service.ts';
import type { HouseholdClass } from '#modules/standards/contract.ts';
import type { Db } from '#platform/db/database.ts';
import type { Tables } from '#platform/db/tables.ts';
import type { Change, FollowedClass } from './contract.changes.ts';
import type { HouseholdPart } from './contract.parts.ts';
import { bearsAll, type Called } from './store.names.ts';

/** Which households a list is about: the current records of rounds under one standard, in a territory. */
export interface ListScope {
  roundIds: Id[];
  standardId: string;
  territory: Territory;
  /** Day of the map: which commune a village lay in. */
  day: PlainDate;
  class?: HouseholdClass | undefined;
  /** Position of the indicator in the standard. */
  deprivedBit?: number | undefined;
  differs?: boolean | undefined;
  change?: readonly Change[] | undefined;
  changeOf?: FollowedClass | undefined;
  /** The days before the closing day in which a split counts as shortly before it. */
  splits: { from: PlainDate; to: PlainDate };
  split?: boolean | undefined;
  called?: Called | undefined;
  group?: HouseholdPart['group'];
  /** Codes of ethnic groups, any of them. */
  ethnicities?: readonly string[] | undefined;
  cause?: string | undefined;
  /** With a child, or the code of an indicator: with a child that is deprived in it. */
  children?: string | undefined;
  /** Households of the territory by the summary of figures, whatever the filter: by which road the list is read. A summary that lags only makes it slower. */
  crowd: number;
}

const splitKinds = ['split_from', 'split_off'] as const;
type Expressions = ExpressionBuilder<Tables & { c: Tables['class_record'] }, 'c'>;

/** The conditions of a list, the same for its rows and its count. */
function conditions(where: Expressions, scope: ListScope) {
  const { roundIds, standardId, territory } = scope;
  return where.and([
    ...(scope.change === undefined ? [where('c.round_id', 'in', roundIds), where('c.standard_id', '=', standardId)] : [changedSo(scope.change, scope)]),
    where('c.current', '=', true),
    ...('low' in territory
      ? [where('c.area_path', '>=', territory.low), where('c.area_path', '<', territory.high)]
      : [sql<boolean>`c.village_id = any(${territory.villageIds}::text[])`]),
    ...(scope.class === undefined ? [] : [where('c.class', '=', scope.class)]),
    ...(scope.deprivedBit === undefined ? [] : [sql<boolean>`c.deprived & ${1 << scope.deprivedBit} <> 0`]),
    ...(scope.differs ? [sql<boolean>`c.stated_class <> c.computed_class`] : []),
    ...(scope.split
      ? [
          where.exists(
            where
              .selectFrom('household_event as e')
              .select('e.event_id')
              .whereRef('e.household_id', '=', 'c.household_id')
              .where('e.kind', 'in', splitKinds)
              .where('e.day', '>=', scope.splits.from)
              .where('e.day', '<=', scope.splits.to)
              .where((of) =>
                of.not(
                  of.exists(of.selectFrom('household_event as u').select('u.event_id').whereRef('u.household_id', '=', 'e.household_id').whereRef('u.act_id', '=', 'e.act_id').where('u.kind', '=', 'undone')),
                ),
              ),
          ),
        ]
      : []),
    ...(scope.group === undefined ? [] : [inGroup(scope.group)]),
    ...traitsLike(scope),
    ...(scope.called === undefined ? [] : [called(scope.called)]),
  ]);
}

/** A member bears all of the words. Of few names the households are looked up; where many are called so, household by household. */
function called({ sought, names }: Called) {
  const name = sql.ref('n.name');
  return sql<boolean>`exists (select from household_name n where n.household_id = c.household_id and ${names === null ? bearsAll(name, sought) : sql`n.name = any(${names}::text[])`})`;
}

/** What is not known of a group leaves a household out, of the last one too: in none of them is who is known to be in none. */
function inGroup(group: NonNullable<ListScope['group']>) {
  return group === 'none' ? sql<boolean>`not (c.minority or c.no_labour or c.merit)` : sql<boolean>`${sql.ref(`c.${group}`)}`;
}

function traitsLike({ ethnicities, cause, children }: ListScope) {
  const wanted = [
    ...(ethnicities === undefined ? [] : [sql`t.ethnicity = any(${ethnicities}::text[])`]),
    ...(cause === undefined ? [] : [sql`${cause} = any(t.causes)`]),
    ...(children === undefined ? [] : [children === 'any' ? sql`t.children > 0` : sql`(t.children_deprived ->> ${children})::int > 0`]),
  ];
  if (wanted.length === 0) return [];
  return [
    sql<boolean>`exists (
      select from class_trait t where t.household_id = c.household_id and t.round_id = c.round_id and t.standard_id = c.standard_id and ${sql.join(wanted, sql` and `)})`,
  ];
}

/** That a record is the one that tells of a household which changed so: of the round, or of the one before where only that list has it. */
function changedSo(changes: readonly Change[], { roundIds, changeOf }: ListScope) {
  return sql<boolean>`exists (
    select from class_change h where h.household_id = c.household_id and h.village_id = c.village_id
      and h.record_round_id = c.round_id and h.record_standard_id = c.standard_id
      and h.round_id = any(${roundIds}::uuid[]) and h.change = any(${changes}::text[]) and (${changeOf ?? null}::text is null or h.class = ${changeOf ?? null}))`;
}

/** How many households a list has; counting ends at `most`. */
export async function countHouseholds(db: Db, scope: ListScope, most?: number): Promise<number> {
  if (scope.roundIds.length === 0) return 0;
  const listed = sql`select from class_record c where ${matching(scope)} ${most === undefined ? sql`` : sql`limit ${most}`}`;
  const { rows } = await sql<{ total: number }>`select count(*) as total from (${listed}) as listed`.execute(db);
  return rows[0]!.total;
}

/** So many households are looked at one by one sooner than they are picked out of the order of all. */
export const fewHouseholds = 5_000;

/** The conditions as a part of a statement over `class_record c`. The villages of a small area are named, those that ended there too, so that their index is used: a range of paths has none. */
export function matching(scope: ListScope): RawBuilder<unknown> {
  const { territory, crowd } = scope;
  const inVillages = 'low' in territory && crowd <= fewHouseholds ? sql`and c.village_id in (select area_id from area_today where today_path >= ${territory.low} and today_path < ${territory.high})` : sql``;
  return sql`${conditions(expressionBuilder<Tables & { c: Tables['class_record'] }, 'c'>(), scope)} ${inVillages}`;
}

/** Wordings of causes that are in no pack, of the households of a list, the most frequent first. */
export async function unmappedWordings(db: Db, scope: ListScope): Promise<string[]> {
  if (scope.roundIds.length === 0) return [];
  const rows = await db
    .selectFrom('class_record as c')
    .innerJoin('class_trait as u', (join) => join.onRef('u.household_id', '=', 'c.household_id').onRef('u.round_id', '=', 'c.round_id').onRef('u.standard_id', '=', 'c.standard_id'))
    .select(sql<string>`unnest(u.causes_unmapped)`.as('wording'))
    .where((where) => conditions(where as unknown as Expressions, scope))
    .execute();
  const counts = Map.groupBy(rows, ({ wording }) => wording);
  return [...counts].sort(([one, ones], [other, others]) => others.length - ones.length || (one < other ? -1 : 1)).map(([wording]) => wording);
}
