import type { Id } from '#kernel/ids.ts';
import { getArea, requireInside } from '#modules/areas/service.ts';
import { planUndo, undoIntake } from '#modules/households/service.undo.ts';
import { Coverage } from '#modules/measures/contract.ts';
import { setCoverage, undoStatistics } from '#modules/measures/service.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Import } from './contract.import.ts';
import type { ImportUndo } from './contract.undo.ts';
import { problem } from './problems.ts';
import { get } from './service.ts';
import { findRun, listedAtFirst, markUndone, standingRuns, type ImportRun } from './store.runs.ts';

/** What undoing an import would do, and what was built on it since. Throws `import.not-found`. */
export async function undoPlan(ctx: Ctx, { id }: { id: Id }): Promise<ImportUndo> {
  const run = await standing(ctx, id);
  const plan = await planUndo(ctx, id);
  ctx.record({ action: 'import.undo-looked-at', subject: id, areaPath: ctx.actor.areaPath, details: { shown: plan.first.length } });
  return { ...plan, figures: run.result.figures };
}

/** Undoes an import, whole. Throws `import.not-found`, `import.undone-already`, and `import.built-on` with what was built on it. */
export async function undo(ctx: Ctx, { id }: { id: Id }): Promise<Import> {
  const run = await standing(ctx, id);
  // Marked first: a second call waits here, and then finds it undone.
  if (!(await markUndone(ctx.db, id, ctx.actor, ctx.now))) throw problem('import.undone-already', { file: run.file });
  const { built, added, changed } = await planUndo(ctx, id);
  if (Object.values(built).some((count) => count > 0)) throw problem('import.built-on', { file: run.file, ...built });
  if (run.kind === 'commune') {
    await undoIntake(ctx, id);
    await restoreCoverage(ctx, run);
  } else await undoStatistics(ctx, id);
  ctx.record({ action: 'import.undone', subject: id, areaPath: ctx.actor.areaPath, details: { file: run.file, added, changed, figures: run.result.figures } });
  return get(ctx, { id });
}

async function standing(ctx: Ctx, id: Id): Promise<ImportRun> {
  const run = await findRun(ctx.db, id);
  if (!run) throw problem('import.not-found', {});
  await requireInside(ctx, await getArea(ctx, run.area, run.day));
  if (run.undone) throw problem('import.undone-already', { file: run.file });
  return run;
}

/** What the round listed in the area is again what the last import that stands says, else what was known before the first; nothing where nothing was. */
async function restoreCoverage(ctx: Ctx, { area, roundId }: ImportRun): Promise<void> {
  const [last] = await standingRuns(ctx.db, area, roundId);
  const listed = last ? last.coverage : await listedAtFirst(ctx.db, area, roundId);
  await setCoverage(ctx, [Coverage.parse({ area, roundId, classes: listed?.classes ?? [], indicators: listed?.indicators ?? [] })]);
}
