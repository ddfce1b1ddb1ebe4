import { endOf } from '#kernel/period.ts';
import { mayDo } from '#kernel/permission.ts';
import { addDays } from '#kernel/plain-date.ts';
import { getArea, requireInside, territoryOf } from '#modules/areas/service.ts';
import { roundsFor } from '#modules/rounds/service.ts';
import { indicatorCodes } from '#modules/standards/rules.masks.ts';
import { HouseholdClass } from '#modules/standards/contract.ts';
import { getStandard } from '#modules/standards/service.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { HouseholdFilter, HouseholdRow, HouseholdSort } from './contract.ts';
import type { HouseholdPart } from './contract.parts.ts';
import { problem } from './problems.ts';
import { ethnicitiesMeant } from './rules.catalogues.ts';
import { changesByHousehold } from './service.changes.ts';
import { countHouseholds, type ListScope } from './store.list.ts';
import { calledSo } from './store.names.ts';
import { catalogues, sensitiveCauses, splitDays } from './store.packs.ts';
import { listHouseholds, type ListedHousehold } from './store.page.ts';
import { summedUp } from './store.summary.ts';

type ListInput = HouseholdFilter & { sort: HouseholdSort; after?: string | undefined; limit: number };

/** Lists of areas with more households than this are counted when they are asked for, unless the summary of figures knows their number. */
const countedAtOnce = 20_000;

/** A page of the register. `total` is null where counting would take longer than the page: `count` tells it then. */
export async function list(ctx: Ctx, { sort, after, limit, ...filter }: ListInput): Promise<{ rows: HouseholdRow[]; next: string | null; total: number | null }> {
  const { scope, areaPath } = await scopeOf(ctx, filter);
  const found = await listHouseholds(ctx.db, scope, sort, after === undefined ? null : readCursor(after), limit + 1);
  const rows = found.slice(0, limit);
  const total = await totalOf(ctx, scope, filter);
  ctx.record({ action: 'household.listed', subject: filter.area, areaPath, details: { ...filter, count: rows.length } });
  return { rows: await viewRows(ctx, scope, rows), next: found.length > limit ? writeCursor(rows.at(-1)!) : null, total };
}

/** How many households a list has, however long counting takes. Leaves an audit row, since with a name the number tells of persons. */
export async function count(ctx: Ctx, filter: HouseholdFilter): Promise<{ total: number }> {
  const { scope, areaPath } = await scopeOf(ctx, filter);
  const total = await countHouseholds(ctx.db, scope);
  ctx.record({ action: 'household.counted', subject: filter.area, areaPath, details: { ...filter, count: total } });
  return { total };
}

async function totalOf(ctx: Ctx, scope: ListScope, { area, period, map, class: ofClass, deprived, ...others }: HouseholdFilter): Promise<number | null> {
  if (scope.crowd <= countedAtOnce) return countHouseholds(ctx.db, scope);
  if (Object.values(others).some((value) => value !== undefined && value !== false && value !== '')) return null;
  if (deprived === undefined) return ofClass === undefined ? scope.crowd : ((await summedUp(ctx.db, scope, [`households.${ofClass}`])).get(`households.${ofClass}`) ?? 0);
  // Of the other classes the summary does not count what they lack.
  if (ofClass !== 'poor' && ofClass !== 'near_poor') return null;
  const measure = `deprived.${ofClass}.${deprived}`;
  return (await summedUp(ctx.db, scope, [measure])).get(measure) ?? 0;
}

/** Which records a filter means. The area is read on the map asked for, else on the map of the period's last day. */
export async function scopeOf(ctx: Ctx, { area: ref, period, map, deprived, ethnicity, name, ...rest }: HouseholdFilter): Promise<{ scope: ListScope; areaPath: string | null }> {
  const day = map ?? endOf(period);
  const area = await getArea(ctx, ref, day);
  await requireInside(ctx, area);
  const rounds = await roundsFor(ctx, area.id, period);
  const standards = [...new Set(rounds.map((round) => round.standards.find(({ official }) => official)!.id))];
  if (standards.length > 1) throw problem('household.several-standards', { area: area.name, period, standards: standards.join(', ') });
  const standardId = standards[0] ?? '';
  const codes = codesUnder(standardId);
  const deprivedBit = deprived === undefined ? undefined : codes.indexOf(deprived);
  if (deprivedBit === -1) throw problem('household.no-such-indicator', { standard: standardId, code: deprived!, known: codes.join(', ') });
  const asOf = rounds[0]?.asOf ?? endOf(period);
  const splits = { from: addDays(asOf, -splitDays(asOf).value), to: asOf };
  const asked = { roundIds: rounds.map(({ id }) => id), standardId, territory: await territoryOf(ctx, area, day) };
  const crowd = [...(await summedUp(ctx.db, asked, HouseholdClass.options.map((one) => `households.${one}`))).values()].reduce((sum, value) => sum + value, 0);
  const scope = { ...asked, day, deprivedBit, splits, crowd, called: await calledSo(ctx.db, name ?? ''), ...rest, ...meantBy(ctx, { ethnicity, cause: rest.cause }) };
  return { scope, areaPath: area.areaPath };
}

/**
 * The ethnic groups that a filter means; throws `household.no-such-part` for a code that is not in the packs, and `household.sensitive-cause` where
 * the list would tell the role of whom a cause is that it may not see.
 */
function meantBy(ctx: Ctx, { ethnicity, cause }: Pick<HouseholdPart, 'ethnicity' | 'cause'>): { ethnicities?: string[] } {
  const { ethnic, causes } = catalogues();
  const wanted = causes.causes.find(({ code }) => code === cause);
  if (cause !== undefined && !wanted) throw problem('household.no-such-part', { code: cause, known: causes.causes.map(({ code }) => code).join(', ') });
  if (wanted && sensitiveCauses(ctx.today).codes.includes(wanted.code) && !mayDo(ctx.actor.role, 'household.sensitive')) throw problem('household.sensitive-cause', { name: wanted.name.vi });
  if (ethnicity === undefined) return {};
  const { codes, stranger } = ethnicitiesMeant(ethnicity, ethnic);
  if (stranger !== null) throw problem('household.no-such-part', { code: stranger, known: ethnic.groups.map(({ code }) => code).join(', ') });
  return { ethnicities: codes };
}

const codesUnder = (standardId: string): string[] => (standardId === '' ? [] : indicatorCodes(getStandard(standardId).standard));

const codesOf = (mask: number, codes: readonly string[]): string[] => codes.filter((_, index) => mask & (1 << index));

/** Records as lines of the register, each with how its household came from the list before. */
export async function viewRows(ctx: Ctx, { roundIds }: ListScope, rows: readonly ListedHousehold[]): Promise<HouseholdRow[]> {
  const changes = await changesByHousehold(ctx.db, rows.map(({ id }) => id), roundIds);
  return rows.map((row) => viewRow(row, (changes.get(row.id) ?? []).filter(({ village }) => village === row.villageId)));
}

function viewRow({ key, villageId, villageName, villageKind, standardId, deprived, unknown, ...row }: ListedHousehold, changes: HouseholdRow['changes']): HouseholdRow {
  // A household that left is told of by the list before, whose standard may have been another.
  const codes = codesUnder(standardId);
  return {
    ...row,
    village: { id: villageId, code: null, level: 'village', name: villageName, kind: villageKind },
    differs: row.stated !== null && row.stated !== row.computed,
    deprived: codesOf(deprived, codes),
    unknown: codesOf(unknown, codes),
    changes,
  };
}

const writeCursor = ({ key, id }: ListedHousehold): string => JSON.stringify([key, id]);

function readCursor(text: string): { key: string | number; id: string } {
  try {
    const [key, id] = JSON.parse(text) as [string | number, string];
    return { key, id };
  } catch {
    throw problem('household.bad-cursor', {});
  }
}
