import { z } from 'zod';
import type { Id } from '#kernel/ids.ts';
import { endOf, Period } from '#kernel/period.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { getArea, requireInside, type AreaOnDay } from '#modules/areas/service.ts';
import type { Ctx } from '#platform/ctx.ts';
import { rangeOf } from '#platform/db/scope.ts';
import { Changes, Cost, Move, type Scenario } from './contract.ts';
import { problem } from './problems.ts';
import { whatIf } from './service.ts';
import { insertScenario, markRemoved, scenariosIn, type ScenarioRow } from './store.scenarios.ts';

/** What an ended area has no path for is kept with the post that looked at it. */
const pathOf = (ctx: Ctx, area: AreaOnDay): string => area.areaPath ?? ctx.actor.areaPath!;

async function view(ctx: Ctx, row: Omit<ScenarioRow, 'removed_by' | 'removed_at' | 'area_path' | 'saved_by'>): Promise<Scenario> {
  const period = Period.parse(row.period);
  const { id, code, level, name, kind } = await getArea(ctx, row.area_id as AreaRef, endOf(period));
  return {
    id: row.scenario_id as Id,
    name: row.name,
    area: { id, code, level, name, kind },
    period,
    changes: Changes.parse(row.changes),
    cost: Cost.nullable().parse(row.cost),
    moves: z.array(Move).parse(row.moves),
    savedBy: row.saved_name,
    savedAt: row.saved_at.toISOString(),
  };
}

/** Saved scenarios of an area and of what lies in it, the newest first; throws `area.outside-post`. */
export async function scenarios(ctx: Ctx, { area: ref }: { area: AreaRef }): Promise<Scenario[]> {
  const area = await getArea(ctx, ref);
  await requireInside(ctx, area);
  const { low, high } = rangeOf(pathOf(ctx, area));
  const found: Scenario[] = [];
  for (const row of await scenariosIn(ctx.db, low, high)) found.push(await view(ctx, row));
  return found;
}

/** Saves changes with a name and with what they give now; throws as `whatIf` does. */
export async function saveScenario(ctx: Ctx, { name, ...asked }: Parameters<typeof whatIf>[1] & { name: string }): Promise<Scenario> {
  const { area: found, moves, mapDate } = await whatIf(ctx, asked);
  const area = await getArea(ctx, found.id, mapDate);
  const row = {
    scenario_id: ctx.newId(),
    area_id: area.id,
    period: asked.period,
    name,
    changes: asked.changes,
    cost: asked.cost,
    moves,
    saved_name: ctx.actor.name,
    saved_at: ctx.now,
  };
  const areaPath = pathOf(ctx, area);
  await insertScenario(ctx.db, { ...row, area_path: areaPath, saved_by: ctx.actor.userId });
  ctx.record({ action: 'scenario.saved', subject: row.scenario_id, areaPath, details: { name, period: asked.period, changes: asked.changes } });
  return view(ctx, row);
}

/** Takes a scenario off the list; throws `analysis.scenario-not-found`. */
export async function removeScenario(ctx: Ctx, { id }: { id: Id }): Promise<{ id: Id }> {
  const areaPath = await markRemoved(ctx.db, id, { removed_by: ctx.actor.userId, removed_at: ctx.now });
  if (areaPath === undefined) throw problem('analysis.scenario-not-found', {});
  ctx.record({ action: 'scenario.removed', subject: id, areaPath });
  return { id };
}
