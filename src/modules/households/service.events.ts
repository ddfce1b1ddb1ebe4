import type { Id } from '#kernel/ids.ts';
import { showDate, type PlainDate } from '#kernel/plain-date.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { ensureVillages, getArea } from '#modules/areas/service.ts';
import type { Ctx } from '#platform/ctx.ts';
import { isInside } from '#platform/db/scope.ts';
import type { Act, ActDone, ActMeta } from './contract.events.ts';
import type { Sex } from './contract.intake.ts';
import { problem } from './problems.ts';
import { decide, type Circumstances } from './rules.acts.ts';
import { standingEvents, standingOf, type HouseholdNow, type MemberRow, type Outcome } from './rules.events.ts';
import { reopenOfAct } from './store.doubles.ts';
import * as store from './store.events.ts';
import type { Effects, EventRow, MemberRecord } from './store.events.ts';

export interface Loaded extends HouseholdNow {
  areaPath: string;
  events: EventRow[];
}

type Telling = { id: Id; act: Act } & ActMeta;

/** Records an act. Throws what `decide` throws, and `household.not-found` where a household lies outside the post. */
export const act = (ctx: Ctx, telling: Telling): Promise<ActDone> => record(ctx, telling, null);

/** The same for an act that an import tells of: it is taken back with that. */
export const actOfImport = (ctx: Ctx, telling: Telling, importId: Id | null): Promise<ActDone> => record(ctx, telling, importId);

/** Throws what recording an act would throw; writes nothing. */
export async function tryAct(ctx: Ctx, telling: Omit<Telling, 'reason' | 'paper'>): Promise<void> {
  await decideAct(ctx, telling);
}

async function decideAct(ctx: Ctx, { id, act: told, day }: Omit<Telling, 'reason' | 'paper'>) {
  const otherId = otherOf(told);
  const loaded = await load(ctx, otherId === null || otherId === id ? [id] : [id, otherId]);
  const household = loaded.get(id)!;
  for (const { events, headName } of loaded.values()) {
    const founded = standingEvents(events).find(({ kind }) => kind === 'split_from')?.day;
    if (founded !== undefined && day < founded) throw problem('household.act-before-founding', { head: headName, founded: showDate(founded), day: showDate(day) });
  }
  const destination = await destinationOf(ctx, told, day);
  const isPlacing = told.kind === 'place' && household.standing === 'sent';
  const sent = isPlacing ? standingEvents(household.events).findLast(({ kind }) => kind === 'moved_out')! : null;
  const circumstances: Circumstances = {
    day,
    today: ctx.today,
    household: sent ? { ...household, rows: await sentMembers(ctx, sent) } : household,
    other: otherId === null ? null : loaded.get(otherId)!,
    destination,
    fresh: { household: ctx.newId(), person: ctx.newId() },
  };
  return { outcome: decide(told, circumstances), loaded, destination, sent };
}

async function record(ctx: Ctx, { id, act: told, ...meta }: Telling, importId: Id | null): Promise<ActDone> {
  const { outcome, loaded, destination, sent } = await decideAct(ctx, { id, act: told, day: meta.day });
  const actId = sent?.act ?? ctx.newId();
  const paths = new Map<AreaRef, string>([...loaded.values()].map(({ village, areaPath }) => [village, areaPath]));
  if (destination?.areaPath) paths.set(destination.village, destination.areaPath);
  const households = await saveOutcome(ctx, actId, outcome, paths, loaded, meta, importId);
  const { founded, moved } = outcome;
  const pathOf = (one: Id): string => paths.get(one === founded?.id ? founded.village : one === moved?.id ? moved.to : loaded.get(one)!.village)!;
  await tellOutcome(ctx, 'household.act', actId, new Map(households.map((one) => [one, pathOf(one)])), meta.day, { kind: told.kind });
  return { act: actId, founded: founded?.id ?? null, sent: told.kind === 'move' && moved === null, households };
}

const otherOf = (told: Act): Id | null => {
  if (told.kind === 'merge') return told.into;
  if (told.kind === 'marriage' && 'household' in told.spouse) return told.spouse.household;
  return told.kind === 'join' && 'household' in told.who ? told.who.household : null;
};

/** Holds the households of an act, always in the same order, and reads how they stand. */
export async function load(ctx: Ctx, ids: readonly Id[]): Promise<Map<Id, Loaded>> {
  const held = [];
  for (const id of [...ids].sort()) {
    const household = await store.holdHousehold(ctx.db, id);
    if (!household) throw problem('household.not-found', {});
    held.push(household);
  }
  const members = Map.groupBy(await store.memberRowsOf(ctx.db, ids), ({ household_id }) => household_id);
  const events = Map.groupBy(await store.eventsOf(ctx.db, ids), ({ household }) => household);
  return new Map(
    held.map(({ id, village, areaPath }) => {
      const rows = members.get(id) ?? [];
      const own = events.get(id) ?? [];
      return [id, { id, village, areaPath, events: own, standing: standingOf(own), rows: rows.map(viewRow), headName: lastHead(rows) }];
    }),
  );
}

/** Whose household it is, or was last. */
export const lastHead = (rows: readonly MemberRecord[]): string =>
  (rows.find(({ head, valid_to }) => head && valid_to === null) ?? rows.filter(({ head }) => head).sort((one, two) => (one.valid_from < two.valid_from ? -1 : 1)).at(-1) ?? rows[0])?.name ?? '';

const viewRow = (row: MemberRecord): MemberRow => ({
  row: row.member_id as Id,
  person: row.person_id as Id,
  position: row.position,
  name: row.name,
  head: row.head,
  relation: row.relation,
  sex: row.sex as Sex | null,
  birth: row.birth,
  ethnicity: row.ethnicity,
  idNumber: row.id_number,
  from: row.valid_from as PlainDate,
  to: row.valid_to as PlainDate | null,
});

/** The members that a household had when it was sent away. */
async function sentMembers(ctx: Ctx, { household, act: actId }: EventRow): Promise<MemberRow[]> {
  const effects = (await store.eventsOfAct(ctx.db, actId)).find((event) => event.household === household && event.details.effects)!.details.effects!;
  const standing = effects.ended.filter(({ before }) => before === null).map(({ row }) => row);
  return (await store.memberRowsById(ctx.db, household, standing)).map(viewRow);
}

type Destination = NonNullable<Circumstances['destination']> & { areaPath: string | null };

/** The village that an act names; where it names a commune of the post, the one for households whose village is not known. */
async function destinationOf(ctx: Ctx, told: Act, day: PlainDate): Promise<Destination | null> {
  const ref = told.kind === 'split' ? told.village : told.kind === 'move' || told.kind === 'place' ? told.to : told.kind === 'marriage' ? (told.place?.village ?? null) : null;
  if (ref === null) return null;
  const area = await getArea(ctx, ref, day > ctx.today ? ctx.today : day);
  if (area.level !== 'village' && area.level !== 'commune') throw problem('household.not-a-village', { name: area.name });
  if (area.areaPath === null) throw problem('household.place-ended', { name: area.name, day: area.to === null ? '–' : showDate(area.to) });
  const inside = ctx.actor.areaPath !== null && isInside(area.areaPath, ctx.actor.areaPath);
  if (area.level === 'village' || !inside) return { village: area.id, name: area.name, inside, areaPath: inside ? area.areaPath : null };
  const unknown = (await ensureVillages(ctx, area, [null])).villages.get(null)!;
  return { village: unknown.id, name: area.name, inside, areaPath: unknown.areaPath };
}

/**
 * Writes an outcome: rows end and begin, and an event stands on every household concerned. Returns these. What is written under an `importId` is
 * undone with it.
 */
export async function saveOutcome(
  ctx: Ctx,
  actId: Id,
  outcome: Outcome,
  paths: ReadonlyMap<AreaRef, string>,
  loaded: ReadonlyMap<Id, Loaded>,
  { day, reason, paper }: ActMeta,
  importId: Id | null = null,
): Promise<Id[]> {
  const { founded, moved } = outcome;
  const households = [...new Set(outcome.events.map(({ household }) => household))];
  const source = paper ?? reason;
  const stamp = { source, entered_by: ctx.actor.userId, entered_name: ctx.actor.name, entered_at: ctx.now };
  const villageOf = (id: Id): AreaRef => (moved?.id === id ? moved.to : founded?.id === id ? founded.village : loaded.get(id)!.village);
  const members = outcome.begun.map(({ household, person, idNumber, from, ...told }) => ({
    ...told,
    id_number: idNumber,
    household_id: household,
    member_id: ctx.newId(),
    person_id: person,
    area_path: paths.get(villageOf(household))!,
    valid_from: from,
    valid_to: null,
    ...stamp,
  }));
  const effectsOf = (id: Id): Effects => ({
    ended: outcome.ended.filter(({ household }) => household === id).map(({ row, before }) => ({ row, before })),
    begun: members.filter(({ household_id }) => household_id === id).map(({ member_id }) => member_id),
    movedFrom: moved?.id === id ? moved.from : null,
    households: households.length,
  });
  const first = new Set<Id>();
  const events = outcome.events.map(({ household, village, kind, person, otherHousehold, otherVillage, because }) => {
    const isFirst = !first.has(household);
    first.add(household);
    return {
      household_id: household,
      event_id: ctx.newId(),
      area_path: paths.get(village)!,
      village_id: village,
      kind,
      day,
      other_household_id: otherHousehold,
      other_village_id: otherVillage,
      person_id: person,
      act_id: actId,
      import_id: importId,
      details: { reason, paper, ...(because === undefined ? {} : { because }), ...(isFirst ? { effects: effectsOf(household) } : {}) },
      ...stamp,
    };
  });
  await store.writeAct(ctx.db, {
    founded: founded && { household_id: founded.id, area_path: paths.get(founded.village)!, village_id: founded.village, number: founded.number, ...stamp },
    moved: moved && { id: moved.id, village: moved.to, areaPath: paths.get(moved.to)! },
    ended: outcome.ended,
    members,
    events,
  });
  return households;
}

/** Leaves an audit row for each household concerned, and marks the villages whose figures such events explain. */
export async function tellOutcome(ctx: Ctx, action: string, actId: Id, households: ReadonlyMap<Id, string>, day: PlainDate, details: object): Promise<void> {
  for (const [id, areaPath] of households) ctx.record({ action, subject: id, areaPath, details: { act: actId, day, ...details } });
  for (const [roundId, villageIds] of await store.recordVillages(ctx.db, [...households.keys()], day)) await ctx.emit({ name: 'classes.recorded', roundId, villageIds });
  await ctx.emit({ name: 'household.events-recorded', day, villageIds: await store.villagesOfAct(ctx.db, actId) });
}

/** The act that could be taken back: the latest of a household that stands, where its effects are on record. */
export const lastAct = (events: readonly EventRow[]): Id | null => {
  const last = standingEvents(events).at(-1)?.act ?? null;
  return last !== null && events.some(({ act: its, details }) => its === last && details.effects) ? last : null;
};

/**
 * Takes an act back on all households concerned: the rows that it began never held, those that it ended go on as before, and an event of kind
 * `undone` says so on each. What the act had done stays on record with its events. Throws `household.nothing-to-undo`, `household.partly-outside`, `household.built-upon`.
 */
export async function undo(ctx: Ctx, { id, act: actId, reason }: { id: Id; act: Id; reason: string }): Promise<ActDone> {
  if (!(await store.holdHousehold(ctx.db, id))) throw problem('household.not-found', {});
  const told = await store.eventsOfAct(ctx.db, actId);
  const households = [...new Set(told.map(({ household }) => household))];
  if (!households.includes(id)) throw problem('household.nothing-to-undo', {});
  const effects = told.flatMap(({ household, village, details }) => (details.effects ? [{ household, village, ...details.effects }] : []));
  if (effects.length === 0) throw problem('household.nothing-to-undo', {});
  if (effects.some(({ households: all }) => all > households.length)) throw problem('household.partly-outside', {});
  const loaded = await load(ctx, households);
  if ([...loaded.values()].some(({ events }) => lastAct(events) !== actId)) throw problem('household.nothing-to-undo', {});
  const begun = effects.flatMap((one) => one.begun);
  const latest = told.at(-1)!.enteredAt;
  if (await store.isBuiltUpon(ctx.db, households, latest, begun)) throw problem('household.built-upon', {});

  const stamp = { source: reason, entered_by: ctx.actor.userId, entered_name: ctx.actor.name, entered_at: ctx.now };
  const back = effects.find(({ movedFrom }) => movedFrom !== null);
  const origin = back && (await getArea(ctx, back.movedFrom!));
  const paths = new Map<AreaRef, string>([...loaded.values()].map(({ village, areaPath }) => [village, areaPath]));
  if (origin && !isInside(origin.areaPath!, ctx.actor.areaPath!)) throw problem('household.partly-outside', {});
  if (origin) paths.set(origin.id, origin.areaPath!);
  await store.writeAct(ctx.db, {
    founded: null,
    moved: back && origin ? { id: back.household, village: origin.id, areaPath: origin.areaPath! } : null,
    ended: [
      ...[...loaded.values()].flatMap(({ id: household, rows }) => rows.filter(({ row }) => begun.includes(row)).map(({ row, from }) => ({ household, row, day: from }))),
      ...effects.flatMap(({ household, ended }) => ended.map(({ row, before }) => ({ household, row, day: before }))),
    ],
    members: [],
    events: households.map((household) => {
      const village = back?.household === household ? origin!.id : loaded.get(household)!.village;
      return {
        household_id: household,
        event_id: ctx.newId(),
        area_path: paths.get(village)!,
        village_id: village,
        kind: 'undone',
        day: ctx.today,
        other_household_id: null,
        other_village_id: null,
        person_id: null,
        act_id: actId,
        details: { reason, paper: null },
        ...stamp,
      };
    }),
  });
  await reopenOfAct(ctx.db, actId);
  await tellOutcome(ctx, 'household.act-undone', actId, new Map(households.map((one) => [one, loaded.get(one)!.areaPath])), told[0]!.day, {});
  return { act: actId, founded: null, sent: false, households };
}
