import { periodEndingOn, type Period } from '#kernel/period.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import type { FollowedClass } from '#modules/households/contract.changes.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Explanation, Figure, MeasureId } from './contract.ts';
import { explainedBy, stepsOf } from './rules.explain.ts';
import { changeId, kindsOf, openingId } from './rules.flows.ts';
import { figures } from './service.ts';

/**
 * Why the households of a class, and their share of all households, are more or fewer than on the list before. Start and end are read as
 * figures of their own; where the area was cut anew in between, the difference at the start is a step of its own.
 */
export async function explain(ctx: Ctx, { area, period, map, class: of }: { area: AreaRef; period: Period; map?: PlainDate | undefined; class: FollowedClass }): Promise<Explanation> {
  const now = await figures(ctx, { area, period, map, level: 'own', measures: [...explainedBy(of), 'households.all'] });
  const figure = (id: string): Figure => now.total.figures[id as MeasureId]!;
  const [opening, end] = [figure(openingId('households', of)), figure(`households.${of}`)];
  const since = now.since.length === 1 ? periodEndingOn(now.since[0]!) : null;
  const before = since === null ? null : await figures(ctx, { area: now.total.area.id, period: since, map, level: 'own', measures: [`households.${of}`, 'households.all'] });
  const told = { area: now.total.area, period, since, class: of, standards: { before: before?.standards ?? [], now: now.standards } };
  if (opening.value === null || end.value === null) return { ...told, steps: [], reason: end.reason ?? opening.reason, rateReason: null };

  const then = before?.total.figures ?? {};
  const all = { start: then['households.all' as MeasureId], end: figure('households.all') };
  const steps = stepsOf({
    class: of,
    // What the area was on the list before may not be known as a whole; the villages that lie in it now are.
    start: then[`households.${of}` as MeasureId]?.value ?? opening.value,
    opening: opening.value,
    end: end.value,
    counts: new Map(kindsOf(of).map(({ kind }) => [kind, figure(changeId('households', of, kind)).value])),
    all: all.start?.value == null || all.end.value === null ? null : { start: all.start.value, end: all.end.value },
  });
  return { ...told, steps, reason: null, rateReason: all.start?.reason ?? all.end.reason };
}
