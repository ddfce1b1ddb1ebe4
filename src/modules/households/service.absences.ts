import type { Id } from '#kernel/ids.ts';
import { Period, yearPeriod, type Period as PeriodKey } from '#kernel/period.ts';
import { yearOf, type PlainDate } from '#kernel/plain-date.ts';
import type { AreaName, AreaRef } from '#modules/areas/contract.ts';
import { getArea, getAreaWithin, requireInside, type AreaOnDay } from '#modules/areas/service.ts';
import { isDemonstration } from '#modules/identity/service.ts';
import { getRoundFor, type RoundRow } from '#modules/rounds/service.ts';
import type { HouseholdClass } from '#modules/standards/contract.ts';
import type { Ctx } from '#platform/ctx.ts';
import { rangeOf } from '#platform/db/scope.ts';
import type { Absence, AbsenceAnswer, FileAbsence } from './contract.absences.ts';
import { problem } from './problems.ts';
import { actOf, checkAnswer, givesClass, isMissed, onLastList, untold } from './rules.absences.ts';
import { headOf } from './rules.intake.ts';
import { actOfImport, load, tryAct } from './service.events.ts';
import { applyIntake, classifyList, type IntakePlan, type PlannedHousehold } from './service.intake.ts';
import * as store from './store.absences.ts';
import type { AbsenceRow, Answered } from './store.absences.ts';
import { registeredIn, type Registered } from './store.intake.ts';

/** A household that the list before had, or an earlier list of the same round, and this one does not name. */
export interface Absent {
  known: Registered;
  last: { class: HouseholdClass; roundId: string; period: PeriodKey };
  /** The day of the list before; null where an earlier list of the same round named it. */
  since: PlainDate | null;
}

/** What was said of those absent, by household. */
export type AbsenceAnswers = ReadonlyMap<Id, AbsenceAnswer>;

/** The list that does not name them: its name, the import that it came by, and whether it names those that left poverty too. */
export interface Absentee {
  source: string;
  importId: Id | null;
  namesExits: boolean;
}

const shown = 500;

const periodOf = (kind: string, asOf: PlainDate): PeriodKey => (kind === 'yearly' ? yearPeriod(yearOf(asOf)) : Period.parse(asOf.slice(0, 7)));

/** Who is missing from a list that was held against the register: of its own round, and of the last list before it. Writes nothing. */
export async function planAbsences(ctx: Ctx, { round, unnamed }: Pick<IntakePlan, 'round' | 'unnamed'>): Promise<Absent[]> {
  const listed = unnamed.filter(({ record }) => record !== null && isMissed(record.class));
  const settled = await store.leftOutIn(ctx.db, round.id, listed.map(({ id }) => id));
  const here = listed.filter(({ id }) => !settled.has(id)).map((known): Absent => ({ known, last: { class: known.record!.class, roundId: round.id, period: periodOf(round.kind, round.asOf) }, since: null }));
  const others = unnamed.filter(({ record }) => record === null);
  const seen = await store.lastSeen(ctx.db, others.map(({ id }) => id), round.asOf, round.kind);
  const known = others.flatMap((one) => (seen.has(one.id) ? [{ known: one, last: seen.get(one.id)! }] : []));
  const lists = await store.lastLists(ctx.db, [...new Set(known.map(({ last }) => last.village))], round.asOf, round.kind);
  const before = onLastList(known, lists).map(({ known: one, last }): Absent => ({ known: one, last: { class: last.class, roundId: last.roundId, period: periodOf(round.kind, last.asOf) }, since: last.asOf }));
  return [...here, ...before].sort((a, b) => (a.known.village < b.known.village ? -1 : a.known.village > b.known.village ? 1 : 0));
}

/** Throws where an answer cannot be given of a household; writes nothing. */
export async function tryAnswer(ctx: Ctx, { known, since }: Absent, round: RoundRow, answer: AbsenceAnswer, namesExits: boolean): Promise<void> {
  checkAnswer(answer, { since, asOf: round.asOf, today: ctx.today, namesExits });
  const act = actOf(answer);
  if (act && 'day' in answer) await tryAct(ctx, { id: known.id, act, day: answer.day });
}

/** What an answer names in words: the place that a household went to, or the one that it was merged into. */
export async function namedIn(ctx: Ctx, answer: AbsenceAnswer): Promise<string | null> {
  if (answer.kind === 'moved') return (await getArea(ctx, answer.to)).name;
  return answer.kind === 'merged' ? ((await load(ctx, [answer.into])).get(answer.into)?.headName ?? null) : null;
}

/**
 * What is done before a list is written: those that moved away, ended or went into another household do so, in the order given, and leave the list of
 * the round. Each question is kept, answered or not. Done first, so that who came into a household of the list is found there. Returns the number of acts.
 */
export async function applyActs(ctx: Ctx, absent: readonly Absent[], answers: AbsenceAnswers, round: RoundRow, list: Absentee): Promise<number> {
  const rows = [];
  const gone: Id[] = [];
  let acts = 0;
  for (const { known, last, since } of absent) {
    const answer = answers.get(known.id) ?? null;
    if (answer) checkAnswer(answer, { since, asOf: round.asOf, today: ctx.today, namesExits: list.namesExits });
    const act = answer && (await tell(ctx, known.id, answer, list));
    if (act) acts++;
    if (act && known.record) gone.push(known.id);
    rows.push({
      household_id: known.id,
      absence_id: ctx.newId(),
      area_path: known.areaPath,
      village_id: known.villageId,
      round_id: round.id,
      import_id: list.importId,
      source: list.source,
      head_name: headOf(known).name,
      last_class: last.class,
      last_round_id: last.roundId,
      revision: known.record?.revision ?? 0,
      names_exits: list.namesExits,
      asked_at: ctx.now,
      ...(answer ? answered(ctx, answer, act, list.importId) : unanswered),
    });
  }
  await store.insertAbsences(ctx.db, rows);
  await store.withdrawClasses(ctx.db, round.id, gone, list.importId);
  return acts;
}

/** The classes that answers give: those that left poverty, and those that nobody reviewed, of which nothing is known in this round. */
export async function applyClasses(ctx: Ctx, absent: readonly Absent[], answers: AbsenceAnswers, { commune, round, region }: Place, list: Pick<Absentee, 'source' | 'importId'>): Promise<void> {
  const classed = absent.flatMap(({ known }) => {
    const answer = answers.get(known.id);
    return answer && givesClass(answer, known.record?.revision ?? 0) ? [{ known, intake: untold(known, answer) }] : [];
  });
  if (classed.length === 0) return;
  const results = classifyList(classed.map(({ intake }) => intake), round, { urban: commune.urban, region }, await isDemonstration(ctx));
  const households = results.map((classified, index): PlannedHousehold => {
    const computed = classified.results.find(({ official }) => official)!.result.class;
    const { stated, decision } = classified.intake;
    return { classified, change: 'changed', known: classed[index]!.known, match: null, class: stated !== null && decision !== null ? stated : computed, computed };
  });
  await applyIntake(ctx, { against: '', commune, round, households, unnamed: [], newVillages: [], doubles: [] }, list.source, list.importId);
}

/** Where a list belongs. */
export interface Place {
  commune: AreaOnDay;
  round: RoundRow;
  region: Parameters<typeof classifyList>[2]['region'];
}

/** Households that a list of the round did not name and this one does were left out by mistake: nothing is to be asked of them any more. */
export async function settleNamed(ctx: Ctx, round: RoundRow, named: readonly Id[], list: Pick<Absentee, 'source' | 'importId'>): Promise<void> {
  if (named.length > 0) await store.settleNamed(ctx.db, round.id, named, answered(ctx, { kind: 'left_out', note: `Có trong ${list.source}` }, null, list.importId));
}

async function tell(ctx: Ctx, id: Id, answer: AbsenceAnswer, { source, importId }: Pick<Absentee, 'source' | 'importId'>): Promise<Id | null> {
  const act = actOf(answer);
  if (act === null || !('day' in answer)) return null;
  return (await actOfImport(ctx, { id, act, day: answer.day, reason: answer.note ?? `Không có trong ${source}`, paper: null }, importId)).act;
}

const unanswered = { answer: null, day: null, note: null, act_id: null, answered_import_id: null, answered_by: null, answered_name: null, answered_at: null };

const answered = (ctx: Ctx, answer: AbsenceAnswer, act: Id | null, importId: Id | null): Answered => ({
  answer: answer.kind,
  day: 'day' in answer ? answer.day : null,
  note: answer.note,
  act_id: act,
  answered_import_id: importId,
  answered_by: ctx.actor.userId,
  answered_name: ctx.actor.name,
  answered_at: ctx.now,
});

/** The questions of an area that wait. */
export async function absences(ctx: Ctx, { area: ref }: { area: AreaRef }): Promise<{ total: number; absences: Absence[] }> {
  const area = await getArea(ctx, ref);
  await requireInside(ctx, area);
  const { total, rows } = area.areaPath === null ? { total: 0, rows: [] } : await store.openAbsences(ctx.db, rangeOf(area.areaPath), shown);
  ctx.record({ action: 'household.absences-listed', subject: area.id, areaPath: area.areaPath, details: { count: rows.length } });
  const villages = new Map<string, AreaName>();
  for (const { village_id } of rows) if (!villages.has(village_id)) villages.set(village_id, await nameOf(ctx, village_id as AreaRef));
  return { total, absences: rows.map((row) => view(row, villages.get(row.village_id)!)) };
}

async function nameOf(ctx: Ctx, ref: AreaRef): Promise<AreaName> {
  const { id, code, level, name, kind } = await getArea(ctx, ref);
  return { id, code, level, name, kind };
}

const view = (row: AbsenceRow, village: AreaName): Absence => ({
  id: row.absence_id,
  household: row.household_id,
  head: row.head_name,
  village,
  period: periodOf(row.kind, row.as_of),
  asOf: row.as_of,
  last: { class: row.last_class, period: periodOf(row.last_kind, row.last_as_of) },
  source: row.source,
  askedAt: row.asked_at.toISOString(),
  namesExits: row.names_exits,
});

/** Answers questions that wait, all alike and all or none. Throws `absence.not-found` and what the answer itself may throw. */
export async function answerAbsences(ctx: Ctx, { ids, answer }: { ids: readonly Id[]; answer: AbsenceAnswer }): Promise<{ answered: number }> {
  const rows = await store.openAbsencesById(ctx.db, ids);
  if (rows.length < new Set(ids).size) throw problem('absence.not-found', {});
  for (const group of Map.groupBy(rows, ({ round_id, village_id }) => `${round_id} ${village_id}`).values()) await answerInVillage(ctx, group, answer);
  for (const { household_id, area_path, absence_id } of rows) {
    ctx.record({ action: 'household.absence-answered', subject: household_id, areaPath: area_path, details: { absence: absence_id, answer: answer.kind } });
  }
  return { answered: rows.length };
}

/** Questions of one village and round. */
async function answerInVillage(ctx: Ctx, rows: readonly AbsenceRow[], answer: AbsenceAnswer): Promise<void> {
  const [first] = rows as [AbsenceRow];
  const village = await getAreaWithin(ctx, first.village_id as AreaRef, first.as_of);
  const within = village.within.at(-1)!;
  const round = await getRoundFor(ctx, within.id, periodOf(first.kind, first.as_of));
  const commune = await getArea(ctx, within.id, round.asOf);
  const { region } = await getAreaWithin(ctx, commune.id, round.asOf);
  const official = round.standards.find((standard) => standard.official)!;
  const register = new Map((await registeredIn(ctx.db, commune.id, round.id, official.id, round.asOf)).map((household) => [household.id, household]));
  const absent: Absent[] = [];
  for (const row of rows) {
    const known = register.get(row.household_id);
    if (!known) throw problem('absence.not-found', {});
    const list = { source: row.source, importId: null, namesExits: row.names_exits };
    checkAnswer(answer, { since: row.revision === 0 ? row.last_as_of : null, asOf: round.asOf, today: ctx.today, namesExits: row.names_exits });
    const act = await tell(ctx, known.id, answer, list);
    if (act && known.record) await store.withdrawClasses(ctx.db, round.id, [known.id], row.import_id);
    if (answer.kind === 'left_out' && row.revision > 0) await store.restoreClass(ctx.db, row);
    await store.settleAbsence(ctx.db, row, answered(ctx, answer, act, null));
    absent.push({ known, last: { class: row.last_class, roundId: row.round_id, period: periodOf(row.last_kind, row.last_as_of) }, since: row.last_as_of });
  }
  await applyClasses(ctx, absent, new Map(absent.map(({ known }) => [known.id, answer])), { commune, round, region }, { source: first.source, importId: null });
  await ctx.emit({ name: 'classes.recorded', roundId: round.id, villageIds: [first.village_id] });
}

/** The lists that do not name a household, the latest first, and what was said of each. */
export async function absencesOf(ctx: Ctx, household: Id): Promise<FileAbsence[]> {
  return (await store.absencesOf(ctx.db, household)).map((row) => ({
    id: row.absence_id as Id,
    period: periodOf(row.kind, row.as_of as PlainDate),
    source: row.source,
    askedAt: row.asked_at.toISOString(),
    answer: row.answer as FileAbsence['answer'],
    day: row.day as PlainDate | null,
    note: row.note,
    act: row.act_id as Id | null,
    answeredBy: row.answered_name,
    answeredAt: row.answered_at?.toISOString() ?? null,
    undone: row.undone_at !== null,
  }));
}
