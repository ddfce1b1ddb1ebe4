import { createHash } from 'node:crypto';
import type { Id } from '#kernel/ids.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { showDate } from '#kernel/plain-date.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { getArea, getAreaWithin, requireInside, type AreaOnDay } from '#modules/areas/service.ts';
import { indicatorCodes } from '#modules/standards/rules.masks.ts';
import { getStandard } from '#modules/standards/service.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Birth, Sex } from './contract.intake.ts';
import { Month, type Ledger, type LedgerLine } from './contract.ledger.ts';
import { problem } from './problems.ts';
import { amendmentsOf, contentOf, inOrder, lastDay, numbered, sealed } from './rules.ledger.ts';
import * as store from './store.ledger.ts';

interface Asked {
  village: AreaRef;
  month: Month;
}

/** The book of a village for a month. Throws `ledger.not-a-village` and `area.outside-post`. */
export async function ledger(ctx: Ctx, asked: Asked): Promise<Ledger> {
  const village = await villageOf(ctx, asked.village);
  const view = await read(ctx, village, asked.month);
  ctx.record({ action: 'ledger.opened', subject: village.id, areaPath: village.areaPath, details: { month: asked.month, count: view.lines.length } });
  return view;
}

async function villageOf(ctx: Ctx, ref: AreaRef): Promise<AreaOnDay & { areaPath: string }> {
  const village = await getArea(ctx, ref);
  if (village.level !== 'village' || village.areaPath === null) throw problem('ledger.not-a-village', { name: village.name });
  await requireInside(ctx, village);
  return { ...village, areaPath: village.areaPath };
}

const fingerprintOf = (lines: readonly LedgerLine[]): string => createHash('sha256').update(sealed(lines)).digest('hex');

async function read(ctx: Ctx, village: AreaOnDay & { areaPath: string }, month: Month): Promise<Ledger> {
  const { within } = await getAreaWithin(ctx, village.id);
  const closings = await store.closingsOf(ctx.db, village.id);
  const closing = closings.find((one) => one.month === month);
  const asOf = lastDay(month) < ctx.today ? lastDay(month) : ctx.today;
  const now = await linesNow(ctx, village, asOf);
  const kept = closing ? await store.linesOf(ctx.db, closing.closing_id) : null;
  const corrected = closing ? await store.correctedSince(ctx.db, kept!.map(({ household }) => household), closing.entered_at) : new Set<Id>();
  return {
    village: { id: village.id, code: null, level: 'village', name: village.name, kind: village.kind },
    within,
    month,
    asOf,
    closed: closing
      ? { by: closing.entered_name, at: closing.entered_at.toISOString(), households: closing.households, persons: closing.persons, fingerprint: closing.fingerprint, intact: fingerprintOf(kept!) === closing.fingerprint }
      : null,
    months: closings.map((one) => Month.parse(one.month)),
    lines: inOrder(kept ?? now),
    amendments: kept ? amendmentsOf(kept, now, corrected) : [],
  };
}

/** The households of a village on a day, as the register tells of them now. */
async function linesNow(ctx: Ctx, village: AreaOnDay & { areaPath: string }, day: PlainDate): Promise<LedgerLine[]> {
  const members = Map.groupBy(await store.membersInVillage(ctx.db, village.areaPath, day), ({ household_id }) => household_id as Id);
  const numbers = await store.numbersIn(ctx.db, village.id);
  const classes = await store.classesOn(ctx.db, [...members.keys()], day);
  return [...members].map(([household, rows]) => {
    const record = classes.get(household);
    return {
      household,
      number: numbers.get(household) ?? null,
      code: rows[0]!.number,
      head: (rows.find(({ head }) => head) ?? rows[0]!).name,
      members: rows.map(({ name, relation, sex, birth, ethnicity }) => ({ name, relation, sex: sex as Sex | null, birth: birth as Birth | null, ethnicity })),
      class: (record?.class as LedgerLine['class']) ?? null,
      classOf: (record?.as_of as PlainDate) ?? null,
      decision: record?.decision_number ?? null,
      b1: record?.b1 ?? null,
      b2: record?.b2 ?? null,
      deprived: record ? indicatorCodes(getStandard(record.standard_id).standard).filter((_, bit) => record.deprived & (1 << bit)) : [],
    };
  });
}

/**
 * Closes a month: every line is kept as it stands, under its number, with one fingerprint of all. Throws `ledger.month-not-over`,
 * `ledger.closed-already`, `ledger.later-closed`, `ledger.nobody`.
 */
export async function closeLedger(ctx: Ctx, { village: ref, month }: Asked): Promise<Ledger> {
  const village = await villageOf(ctx, ref);
  const day = lastDay(month);
  if (day > ctx.today) throw problem('ledger.month-not-over', { day: showDate(day) });
  const [latest] = await store.closingsOf(ctx.db, village.id);
  if (latest?.month === month) throw problem('ledger.closed-already', { village: village.name });
  if (latest && latest.month > month) throw problem('ledger.later-closed', { month: latest.month.split('-').reverse().join('/') });
  const highest = Math.max(0, ...(await store.numbersIn(ctx.db, village.id)).values());
  const lines = numbered(await linesNow(ctx, village, day), highest);
  if (lines.length === 0) throw problem('ledger.nobody', { village: village.name });
  const closing = {
    village_id: village.id,
    month,
    area_path: village.areaPath,
    closing_id: ctx.newId(),
    households: lines.length,
    persons: lines.reduce((sum, { members }) => sum + members.length, 0),
    fingerprint: fingerprintOf(lines),
    entered_by: ctx.actor.userId,
    entered_name: ctx.actor.name,
    entered_at: ctx.now,
  };
  await store.insertClosing(
    ctx.db,
    closing,
    lines.map((line) => ({ household_id: line.household, closing_id: closing.closing_id, area_path: village.areaPath, village_id: village.id, number: line.number, content: contentOf(line) })),
  );
  ctx.record({ action: 'ledger.closed', subject: village.id, areaPath: village.areaPath, details: { month, households: closing.households, persons: closing.persons, fingerprint: closing.fingerprint } });
  return read(ctx, village, month);
}
