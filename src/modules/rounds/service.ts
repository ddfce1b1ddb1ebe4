import { endOf, Period, type Period as PeriodKey } from '#kernel/period.ts';
import { yearOf, type PlainDate } from '#kernel/plain-date.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { endedAround, getArea, getAreaWithin, overlapping, requireInside } from '#modules/areas/service.ts';
import { knownStandards } from '#modules/standards/service.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Round } from './contract.ts';
import { problem } from './problems.ts';
import { findRounds, insertRound, type RoundRow } from './store.ts';

export type { RoundRow };

const periodOf = ({ year, asOf, kind }: RoundRow): PeriodKey => Period.parse(kind === 'yearly' ? String(year) : asOf.slice(0, 7));

async function view(ctx: Ctx, row: RoundRow): Promise<Round> {
  const { id, code, level, name, kind } = await getArea(ctx, row.areaId, row.asOf);
  return { id: row.id, area: { id, code, level, name, kind }, year: row.year, period: periodOf(row), asOf: row.asOf, kind: row.kind, standards: row.standards };
}

export async function list(ctx: Ctx, { area: ref }: { area?: AreaRef | undefined }): Promise<Round[]> {
  const rounds: Round[] = [];
  for (const [day, rows] of Map.groupBy(await findRounds(ctx.db), ({ asOf }) => asOf)) {
    for (const row of ref === undefined ? rows : await sharing(ctx, rows, ref, day)) rounds.push(await view(ctx, row));
  }
  return rounds;
}

/** The rounds whose figures an area shows for a period: those held in it, above it, or below it. */
export async function roundsFor(ctx: Ctx, areaId: AreaRef, period: PeriodKey): Promise<RoundRow[]> {
  const asOf = endOf(period);
  return sharing(ctx, await findRounds(ctx.db, asOf), areaId, asOf);
}

/** Those rounds of a day that are held in areas which share land with one. */
async function sharing(ctx: Ctx, rows: readonly RoundRow[], areaId: AreaRef, day: PlainDate): Promise<RoundRow[]> {
  const areas = await overlapping(ctx, rows.map((row) => row.areaId), areaId, day);
  return rows.filter((row) => areas.has(row.areaId));
}

/**
 * The round that a household list of an area belongs to: the one held in the area or above it, or in the area that it was made of while that round
 * ran. Throws `round.not-found`.
 */
export async function getRoundFor(ctx: Ctx, area: AreaRef, period: PeriodKey): Promise<RoundRow> {
  const asOf = endOf(period);
  const { id: own, within, name } = await getAreaWithin(ctx, area, asOf);
  const lies = new Set<string>([own, ...within.map(({ id }) => id)]);
  const rounds = await findRounds(ctx.db, asOf);
  const ended = await endedAround(ctx, rounds.map((row) => row.areaId), own, asOf);
  const round = rounds.find((row) => lies.has(row.areaId)) ?? rounds.find((row) => ended.has(row.areaId));
  if (!round) throw problem('round.not-found', { area: name, period });
  return round;
}

/** Opens a round: refuses one that would count a household twice, and standards that are not on record. */
export async function open(ctx: Ctx, input: { area: AreaRef; period: PeriodKey; standards: readonly string[]; official: string }): Promise<Round> {
  const asOf: PlainDate = endOf(input.period);
  const area = await getArea(ctx, input.area, asOf);
  await requireInside(ctx, area);
  for (const standard of input.standards) {
    if (!knownStandards().includes(standard)) throw problem('round.unknown-standard', { standard, known: knownStandards().join(', ') });
  }
  if (!input.standards.includes(input.official)) throw problem('round.official-not-among', { official: input.official });
  const [other] = await roundsFor(ctx, area.id, input.period);
  if (other) throw problem('round.overlaps', { period: input.period, area: (await getArea(ctx, other.areaId, asOf)).name });
  const row: RoundRow = {
    id: ctx.newId(),
    areaId: area.id,
    year: yearOf(asOf),
    asOf,
    kind: input.period.length === 4 ? 'yearly' : 'monthly',
    standards: input.standards.map((id) => ({ id, official: id === input.official })),
  };
  await insertRound(ctx.db, row, ctx.actor.userId, ctx.now);
  ctx.record({ action: 'round.opened', subject: row.id, areaPath: area.areaPath, details: { area: area.id, period: input.period, standards: input.standards } });
  return view(ctx, row);
}
