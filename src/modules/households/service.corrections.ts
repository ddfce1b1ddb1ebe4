import type { Id } from '#kernel/ids.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { mayDo } from '#kernel/permission.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { getArea, requireInside } from '#modules/areas/service.ts';
import type { Ctx } from '#platform/ctx.ts';
import { rangeOf } from '#platform/db/scope.ts';
import type { Correction, IdentityField } from './contract.corrections.ts';
import { problem } from './problems.ts';
import { corrected, isFitting, judge, valueOf } from './rules.corrections.ts';
import { presentOf } from './rules.events.ts';
import { lastHead, load, type Loaded } from './service.events.ts';
import * as store from './store.corrections.ts';
import type { CorrectionRow } from './store.corrections.ts';
import { memberRowsOf, writeAct, type MemberRecord } from './store.events.ts';

interface Asked {
  household: Id;
  person: Id;
  field: IdentityField;
  value: string | null;
  reason: string;
  paper: string | null;
}

/** Asks for a correction; another person decides it. Throws `correction.bad-value`, `correction.same-value`, `correction.open-already`. */
export async function ask(ctx: Ctx, { household: id, person, field, value, reason, paper }: Asked): Promise<Correction> {
  const household = (await load(ctx, [id])).get(id)!;
  const member = presentOf(household).find((row) => row.person === person);
  if (!member) throw problem('household.not-a-member', { head: household.headName });
  const wanted = value === '' ? null : value;
  if (!isFitting(field, wanted)) throw problem('correction.bad-value', { value: value ?? '' });
  const old = valueOf(member, field);
  if (old === wanted) throw problem('correction.same-value', {});
  const before = await store.correctionsOfHousehold(ctx.db, id);
  if (before.some((one) => one.person_id === person && one.field === field && one.accepted === null)) throw problem('correction.open-already', { name: member.name });
  const row: CorrectionRow = {
    household_id: id,
    correction_id: ctx.newId(),
    area_path: household.areaPath,
    village_id: household.village,
    person_id: person,
    field,
    old_value: old,
    new_value: wanted,
    reason,
    paper,
    asked_by: ctx.actor.userId,
    asked_name: ctx.actor.name,
    asked_at: ctx.now,
    accepted: null,
    note: null,
    decided_by: null,
    decided_name: null,
    decided_at: null,
  };
  await store.insertCorrection(ctx.db, row);
  ctx.record({ action: 'household.correction-asked', subject: id, areaPath: household.areaPath, details: { correction: row.correction_id, person, field } });
  return view(ctx, row, await memberRowsOf(ctx.db, [id]));
}

/**
 * Accepts or refuses a request. What is accepted ends the row of the person and begins another from today on; both stay, each with who entered it.
 * Throws `correction.own-request`, `correction.decided`, `correction.changed-since`.
 */
export async function decideCorrection(ctx: Ctx, { id, accept, note }: { id: Id; accept: boolean; note: string | null }): Promise<Correction> {
  const row = await store.findCorrection(ctx.db, id);
  if (!row) throw problem('correction.not-found', {});
  const householdId = row.household_id as Id;
  const household = (await load(ctx, [householdId])).get(householdId)!;
  const member = presentOf(household).find(({ person }) => person === row.person_id);
  const field = row.field as IdentityField;
  const request = { askedBy: row.asked_by, accepted: row.accepted, decidedBy: row.decided_by, old: row.old_value };
  const name = member?.name ?? household.headName;
  const verdict = judge(request, ctx.actor.userId, accept, member ? valueOf(member, field) : null);
  if (verdict === 'own-request') throw problem('correction.own-request', {});
  if (verdict === 'decided') throw problem('correction.decided', {});
  if (verdict === 'changed-since' || (accept && !member && verdict === 'decide')) throw problem('correction.changed-since', { name });
  const decision = { accepted: accept, note, decided_by: ctx.actor.userId, decided_name: ctx.actor.name, decided_at: ctx.now };
  if (verdict === 'decide') {
    await store.settleCorrection(ctx.db, row, decision);
    if (accept) await replace(ctx, household, member!, row);
  }
  ctx.record({ action: accept ? 'household.correction-accepted' : 'household.correction-refused', subject: householdId, areaPath: household.areaPath, details: { correction: id, person: row.person_id, field } });
  return view(ctx, verdict === 'again' ? row : { ...row, ...decision }, await memberRowsOf(ctx.db, [householdId]));
}

async function replace(ctx: Ctx, household: Loaded, member: Loaded['rows'][number], { field, new_value, reason, paper }: CorrectionRow): Promise<void> {
  const { row, person, idNumber, from, to, ...told } = corrected(member, field as IdentityField, new_value);
  // A list of a round whose closing day is still to come tells of the member from that day on; what was before it is another row.
  const day: PlainDate = from > ctx.today ? from : ctx.today;
  const stamp = { source: paper ?? reason, entered_by: ctx.actor.userId, entered_name: ctx.actor.name, entered_at: ctx.now };
  await writeAct(ctx.db, {
    founded: null,
    moved: null,
    ended: [{ household: household.id, row, day }],
    members: [{ ...told, id_number: idNumber, household_id: household.id, member_id: ctx.newId(), person_id: person, area_path: household.areaPath, valid_from: day, valid_to: null, ...stamp }],
    events: [],
  });
}

/** Requests of an area that wait for a decision. */
export async function corrections(ctx: Ctx, { area: ref }: { area: AreaRef }): Promise<Correction[]> {
  const area = await getArea(ctx, ref);
  await requireInside(ctx, area);
  const rows = area.areaPath === null ? [] : await store.openCorrections(ctx.db, rangeOf(area.areaPath));
  ctx.record({ action: 'household.corrections-listed', subject: area.id, areaPath: area.areaPath, details: { count: rows.length } });
  const members = rows.length === 0 ? [] : await memberRowsOf(ctx.db, [...new Set(rows.map(({ household_id }) => household_id as Id))]);
  const views: Correction[] = [];
  for (const row of rows) views.push(await view(ctx, row, members.filter(({ household_id }) => household_id === row.household_id)));
  return views;
}

/** All requests of one household, the latest first. */
export async function correctionsOf(ctx: Ctx, household: Id): Promise<Correction[]> {
  const rows = await store.correctionsOfHousehold(ctx.db, household);
  const members = rows.length === 0 ? [] : await memberRowsOf(ctx.db, [household]);
  const views: Correction[] = [];
  for (const row of rows) views.push(await view(ctx, row, members));
  return views;
}

/** Who decides must be able to hold the number against the paper; to all others it is masked. */
function shown(ctx: Ctx, { field, accepted }: CorrectionRow, value: string | null): string | null {
  const isOpen = accepted === null && mayDo(ctx.actor.role, 'household.confirm');
  return field === 'id_number' && !isOpen ? maskNumber(value) : value;
}

/** Identity numbers are masked: what is read off a screen in an office is not the number. */
export const maskNumber = (idNumber: string | null): string | null => idNumber && `${'•'.repeat(Math.max(0, idNumber.length - 3))}${idNumber.slice(-3)}`;

async function view(ctx: Ctx, row: CorrectionRow, members: readonly MemberRecord[]): Promise<Correction> {
  const { id, name: village, kind } = await getArea(ctx, row.village_id as AreaRef);
  const own = members.filter(({ person_id }) => person_id === row.person_id);
  return {
    id: row.correction_id as Id,
    household: row.household_id as Id,
    head: lastHead(members),
    village: { id, code: null, level: 'village', name: village, kind },
    person: row.person_id as Id,
    name: (own.find(({ valid_to }) => valid_to === null) ?? own.at(-1))?.name ?? '',
    field: row.field as IdentityField,
    old: shown(ctx, row, row.old_value),
    new: shown(ctx, row, row.new_value),
    reason: row.reason,
    paper: row.paper,
    askedBy: row.asked_name,
    askedAt: row.asked_at.toISOString(),
    own: row.asked_by !== null && row.asked_by === ctx.actor.userId,
    accepted: row.accepted,
    note: row.note,
    decidedBy: row.decided_name,
    decidedAt: row.decided_at?.toISOString() ?? null,
  };
}
