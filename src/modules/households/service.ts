import type { Id } from '#kernel/ids.ts';
import { endOf, Period, type Period as PeriodKey } from '#kernel/period.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { getArea, getAreaWithin, requireInside, territoryOf } from '#modules/areas/service.ts';
import { roundsFor } from '#modules/rounds/service.ts';
import { Classification } from '#modules/standards/contract.ts';
import { explain } from '#modules/standards/rules.explain.ts';
import { indicatorCodes } from '#modules/standards/rules.masks.ts';
import { getStandard } from '#modules/standards/service.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { ClassRecord, HouseholdFile, HouseholdFilter, HouseholdMember, HouseholdRow, HouseholdSort } from './contract.ts';
import { problem } from './problems.ts';
import { classRecordsOf, findHousehold, membersOf } from './store.file.ts';
import { countHouseholds, listHouseholds, type ListedHousehold, type ListScope } from './store.list.ts';

type ListInput = HouseholdFilter & { sort: HouseholdSort; after?: string | undefined; limit: number };

export async function list(ctx: Ctx, { sort, after, limit, ...filter }: ListInput): Promise<{ rows: HouseholdRow[]; next: string | null; total: number }> {
  const { scope, codes, areaPath } = await scopeOf(ctx, filter);
  const found = await listHouseholds(ctx.db, scope, sort, after === undefined ? null : readCursor(after), limit + 1);
  const rows = found.slice(0, limit);
  const total = await countHouseholds(ctx.db, scope);
  ctx.record({ action: 'household.listed', subject: filter.area, areaPath, details: { ...filter, count: rows.length } });
  return { rows: rows.map((row) => viewRow(row, codes)), next: found.length > limit ? writeCursor(rows.at(-1)!) : null, total };
}

/** Which records a filter means. The area is read on the map asked for, else on the map of the period's last day. */
async function scopeOf(ctx: Ctx, { area: ref, period, map, deprived, ...rest }: HouseholdFilter): Promise<{ scope: ListScope; codes: string[]; areaPath: string | null }> {
  const day = map ?? endOf(period);
  const area = await getArea(ctx, ref, day);
  await requireInside(ctx, area);
  const rounds = await roundsFor(ctx, area.id, period);
  const standards = [...new Set(rounds.map((round) => round.standards.find(({ official }) => official)!.id))];
  if (standards.length > 1) throw problem('household.several-standards', { area: area.name, period, standards: standards.join(', ') });
  const standardId = standards[0] ?? '';
  const codes = standardId === '' ? [] : indicatorCodes(getStandard(standardId).standard);
  const deprivedBit = deprived === undefined ? undefined : codes.indexOf(deprived);
  if (deprivedBit === -1) throw problem('household.no-such-indicator', { standard: standardId, code: deprived!, known: codes.join(', ') });
  const scope = { roundIds: rounds.map(({ id }) => id), standardId, territory: await territoryOf(ctx, area, day), day, deprivedBit, ...rest };
  return { scope, codes, areaPath: area.areaPath };
}

const codesOf = (mask: number, codes: readonly string[]): string[] => codes.filter((_, index) => mask & (1 << index));

function viewRow({ key, villageId, villageName, villageKind, deprived, unknown, ...row }: ListedHousehold, codes: readonly string[]): HouseholdRow {
  return {
    ...row,
    village: { id: villageId, code: null, level: 'village', name: villageName, kind: villageKind },
    differs: row.stated !== null && row.stated !== row.computed,
    deprived: codesOf(deprived, codes),
    unknown: codesOf(unknown, codes),
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

export async function get(ctx: Ctx, { id }: { id: Id }): Promise<HouseholdFile> {
  const household = await findHousehold(ctx.db, id);
  if (!household) throw problem('household.not-found', {});
  const { within, ...village } = await getAreaWithin(ctx, household.villageId);
  const records = await classRecordsOf(ctx.db, id);
  const classes: ClassRecord[] = [];
  for (const record of records) classes.push(await viewRecord(ctx, record));
  ctx.record({ action: 'household.opened', subject: id, areaPath: household.areaPath });
  return {
    id,
    number: household.number,
    village: { id: village.id, code: null, level: 'village', name: village.name, kind: village.kind },
    within,
    members: (await membersOf(ctx.db, id)).map(viewMember),
    classes,
  };
}

/** Identity numbers are masked: what is read off a screen in an office is not the number. */
const mask = (idNumber: string | null): string | null => idNumber && `${'•'.repeat(idNumber.length - 3)}${idNumber.slice(-3)}`;

function viewMember(row: Awaited<ReturnType<typeof membersOf>>[number]): HouseholdMember {
  return {
    id: row.member_id as Id,
    name: row.name,
    head: row.head,
    relation: row.relation,
    sex: row.sex as HouseholdMember['sex'],
    birth: row.birth,
    ethnicity: row.ethnicity,
    idNumber: mask(row.id_number),
    from: row.valid_from as PlainDate,
    to: row.valid_to as PlainDate | null,
  };
}

async function viewRecord(ctx: Ctx, row: Awaited<ReturnType<typeof classRecordsOf>>[number]): Promise<ClassRecord> {
  const asOf = row.as_of as PlainDate;
  const { id, level, name, kind } = await getArea(ctx, row.village_id as ClassRecord['village']['id'], asOf);
  const result = Classification.parse(row.result);
  const period: PeriodKey = Period.parse(row.kind === 'yearly' ? String(row.year) : asOf.slice(0, 7));
  return {
    period,
    asOf,
    standard: row.standard_id,
    official: row.official,
    revision: row.revision,
    current: row.current,
    undone: row.undone_at !== null,
    village: { id, code: null, level, name, kind },
    head: row.head_name,
    size: row.size,
    class: row.class as ClassRecord['class'],
    computed: row.computed_class as ClassRecord['computed'],
    stated: row.stated_class as ClassRecord['stated'],
    decision: row.decision_number === null ? null : { number: row.decision_number, day: row.decision_day as PlainDate | null },
    groups: { minority: row.minority, noLabour: row.no_labour, merit: row.merit },
    causes: row.causes,
    income: row.income,
    result,
    ...explain(result, getStandard(row.standard_id)),
    source: row.source,
    enteredBy: row.entered_name,
    enteredAt: row.entered_at.toISOString(),
  };
}
