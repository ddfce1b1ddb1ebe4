import type { Id } from '#kernel/ids.ts';
import { addDays, type PlainDate } from '#kernel/plain-date.ts';
import { mayDo } from '#kernel/permission.ts';
import { getArea, getAreaWithin } from '#modules/areas/service.ts';
import type { AreaName, AreaRef } from '#modules/areas/contract.ts';
import { explain } from '#modules/standards/rules.explain.ts';
import { getStandard } from '#modules/standards/service.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { CausesSeen } from './contract.causes.ts';
import type { ClassRecord, HouseholdFile, HouseholdMember } from './contract.ts';
import type { HouseholdEvent, Line } from './contract.events.ts';
import { problem } from './problems.ts';
import { causeOf } from './rules.catalogues.ts';
import { KeptCauses } from './rules.causes.ts';
import { lineOf, recentSplit, standingOf, undoneActs } from './rules.events.ts';
import { isSensitive } from './rules.file.ts';
import { unpackResult } from './rules.results.ts';
import { absencesOf } from './service.absences.ts';
import { changesByHousehold, periodOf } from './service.changes.ts';
import { correctionsOf, maskNumber } from './service.corrections.ts';
import { lastAct, lastHead } from './service.events.ts';
import { houseOf } from './service.house.ts';
import { eventsOf, memberRowsOf, type EventRow } from './store.events.ts';
import { classRecordsOf, findHousehold, membersOf } from './store.file.ts';
import { dwellingsOf } from './store.find.ts';
import { catalogues, sensitiveCauses, splitDays } from './store.packs.ts';

export async function get(ctx: Ctx, { id }: { id: Id }): Promise<HouseholdFile> {
  const events = await eventsOf(ctx.db, [id]);
  const present = await findHousehold(ctx.db, id);
  const household = present ?? leftBehind(events);
  if (!household) throw problem('household.not-found', {});
  const { within, ...village } = await getAreaWithin(ctx, household.villageId);
  const records = await classRecordsOf(ctx.db, id);
  const classes: ClassRecord[] = [];
  for (const record of records) classes.push(await viewRecord(ctx, record));
  const house = await houseOf(ctx, id);
  ctx.record({ action: 'household.opened', subject: id, areaPath: household.areaPath, details: { sensitiveCauses: mayDo(ctx.actor.role, 'household.sensitive'), house: house.open } });
  const members = (await membersOf(ctx.db, id)).map(viewMember);
  const survivor = present?.mergedInto ?? null;
  return {
    id,
    number: household.number,
    standing: present ? standingOf(events) : 'left',
    village: nameOf(village),
    within,
    house,
    members,
    classes,
    events: await viewEvents(ctx, events, members),
    undoable: present ? lastAct(events) : null,
    line: await line(ctx, id, events),
    absences: await absencesOf(ctx, id),
    corrections: await correctionsOf(ctx, id),
    recentSplit: splitBefore(ctx, events, classes),
    changes: (await changesByHousehold(ctx.db, [id])).get(id) ?? [],
    mergedInto: survivor && { id: survivor, head: (await headsOf(ctx, [survivor])).get(survivor) ?? '?' },
  };
}

/** A household that went out of the area of the post leaves its records there: they are shown with the village that it left. */
function leftBehind(events: readonly EventRow[]): Awaited<ReturnType<typeof findHousehold>> {
  const out = events.findLast(({ kind }) => kind === 'moved_out');
  return out && { number: null, villageId: out.village, areaPath: out.areaPath, mergedInto: null };
}

const nameOf = ({ id, name, kind, level }: Pick<AreaName, 'id' | 'name' | 'kind' | 'level'>): AreaName => ({ id, code: null, level, name, kind });

async function viewEvents(ctx: Ctx, events: readonly EventRow[], members: readonly HouseholdMember[]): Promise<HouseholdEvent[]> {
  const undone = undoneActs(events);
  const heads = await headsOf(ctx, events.flatMap(({ otherHousehold }) => otherHousehold ?? []));
  const names = new Map(members.map(({ person, name }) => [person, name]));
  const areas = new Map<AreaRef, AreaName & { within: AreaName[] }>();
  for (const ref of new Set(events.flatMap(({ village, otherVillage }) => (otherVillage === null ? [village] : [village, otherVillage])))) {
    const { within, ...area } = await getAreaWithin(ctx, ref);
    areas.set(ref, { ...nameOf(area), within });
  }
  const villageOf = (ref: AreaRef): AreaName => nameOf(areas.get(ref)!);
  const communesOf = (...refs: [AreaRef, AreaRef]): { here: string; there: string } | null => {
    const [here, there] = refs.map((ref) => areas.get(ref)!.within.find(({ level }) => level === 'commune'));
    return here && there && here.id !== there.id ? { here: here.name, there: there.name } : null;
  };
  return events.toReversed().map(({ act, kind, day, village, otherHousehold, otherVillage, person, details, ...row }) => ({
    id: row.id,
    act,
    kind,
    day,
    village: villageOf(village),
    otherHousehold: otherHousehold && { id: otherHousehold, head: heads.get(otherHousehold) ?? null },
    otherVillage: otherVillage && { name: villageOf(otherVillage).name, communes: communesOf(village, otherVillage) },
    person: (person && names.get(person)) ?? null,
    reason: details.reason ?? null,
    because: details.because ?? null,
    paper: details.paper ?? null,
    undone: kind !== 'undone' && undone.has(act),
    source: row.source,
    enteredBy: row.enteredBy,
    enteredAt: row.enteredAt.toISOString(),
  }));
}

/** The heads of households inside the post, as they are or were last. */
async function headsOf(ctx: Ctx, households: readonly Id[]): Promise<Map<Id, string>> {
  if (households.length === 0) return new Map();
  const members = Map.groupBy(await memberRowsOf(ctx.db, households), ({ household_id }) => household_id as Id);
  return new Map([...members].map(([id, rows]) => [id, lastHead(rows)]));
}

/** How many steps a line is followed up and down: more than any family has, so that a fault in the data cannot keep us for ever. */
const longestLine = 50;

/** Everything that a household came out of or went into, step by step, as far as the post sees. */
async function line(ctx: Ctx, id: Id, own: readonly EventRow[]): Promise<Line> {
  const events = new Map<Id, readonly EventRow[]>([[id, own]]);
  for (let step = 0; step < longestLine; step++) {
    const next = lineOf([...events.values()].flat()).flatMap(({ from, to }) => [from, to]).filter((other) => !events.has(other));
    if (next.length === 0) break;
    const found = Map.groupBy(await eventsOf(ctx.db, [...new Set(next)]), ({ household }) => household);
    for (const other of next) events.set(other, found.get(other) ?? []);
  }
  const steps = lineOf([...events.values()].flat());
  const ids = [...new Set([id, ...steps.flatMap(({ from, to }) => [from, to])])];
  const heads = await headsOf(ctx, ids);
  const dwellings = new Map((await dwellingsOf(ctx.db, ids)).map((dwelling) => [dwelling.id, dwelling]));
  const households = [];
  for (const one of ids) {
    const dwelling = dwellings.get(one);
    const village = dwelling ? (await getArea(ctx, dwelling.village)).name : null;
    households.push({ id: one, head: heads.get(one) ?? null, village, standing: dwelling ? standingOf(events.get(one) ?? []) : null });
  }
  return { households, steps };
}

/** A split shortly before the closing day of a round that the household has a class in, else shortly before today. What is shortly is a parameter with its mark. */
function splitBefore(ctx: Ctx, events: readonly EventRow[], classes: readonly ClassRecord[]): HouseholdFile['recentSplit'] {
  const rounds = classes.filter(({ current, official }) => current && official);
  for (const { asOf, period } of [...rounds, { asOf: ctx.today, period: null }]) {
    const { value: days, mark, note } = splitDays(asOf);
    const day = recentSplit(events, asOf, addDays(asOf, -days));
    if (day !== null) return { day, period, days, mark, note };
  }
  return null;
}

function viewMember(row: Awaited<ReturnType<typeof membersOf>>[number]): HouseholdMember {
  return {
    id: row.member_id as Id,
    person: row.person_id as Id,
    name: row.name,
    head: row.head,
    relation: row.relation,
    sex: row.sex as HouseholdMember['sex'],
    birth: row.birth,
    ethnicity: row.ethnicity,
    idNumber: maskNumber(row.id_number),
    from: row.valid_from as PlainDate,
    to: row.valid_to as PlainDate | null,
    source: row.source,
    enteredBy: row.entered_name,
    enteredAt: row.entered_at.toISOString(),
  };
}

/** Causes by the reading that tables go by, without those, and without the note, that the role may not see. */
function causesSeen(ctx: Ctx, { causes: wordings, note }: { causes: readonly string[]; note: string | null }): CausesSeen {
  const { causes: pack, causeWordings } = catalogues();
  const read = wordings.map((wording) => causeOf(wording, causeWordings, pack));
  const isOpen = mayDo(ctx.actor.role, 'household.sensitive');
  const seen = isOpen ? read : read.filter((cause) => !isSensitive(cause, sensitiveCauses(ctx.today)));
  return {
    causes: seen.map((cause) => ({ ...cause, name: pack.causes.find(({ code }) => code === cause.code)?.name ?? null })),
    hiddenCauses: read.length - seen.length,
    note: isOpen ? note : null,
  };
}

/** What is told of the indicators in which a household is deprived: a later list may say that it is not any more. */
const deprivationCauses = ({ deprivation_causes: kept }: { deprivation_causes: unknown }, { deprivations }: ClassRecord['result']) =>
  Object.entries(KeptCauses.parse(kept)).filter(([code]) => deprivations[code] === 'yes');

export async function viewRecord(ctx: Ctx, row: Awaited<ReturnType<typeof classRecordsOf>>[number]): Promise<ClassRecord> {
  const asOf = row.as_of as PlainDate;
  const { id, level, name, kind } = await getArea(ctx, row.village_id as ClassRecord['village']['id'], asOf);
  const result = unpackResult(row.result);
  const { note: causesNote, ...causes } = causesSeen(ctx, { causes: row.causes, note: row.causes_note });
  const period = periodOf(row.kind, row.year, asOf);
  return {
    period,
    asOf,
    standard: row.standard_id,
    official: row.official,
    revision: row.revision,
    amends: row.amends,
    handedIn: row.handed_in ?? row.revision,
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
    ...causes,
    causesNote,
    deprivationCauses: deprivationCauses(row, result).map(([indicator, told]) => ({ indicator, ...causesSeen(ctx, told) })),
    causesTold: row.causes_at && { day: row.causes_day as PlainDate, source: row.causes_source!, by: row.causes_name, at: row.causes_at.toISOString() },
    income: row.income,
    result,
    ...explain(result, getStandard(row.standard_id)),
    source: row.source,
    enteredBy: row.entered_name,
    enteredAt: row.entered_at.toISOString(),
  };
}
