import { yearPeriod } from '#kernel/period.ts';
import { yearOf, type PlainDate } from '#kernel/plain-date.ts';
import { Problem } from '#kernel/problem.ts';
import type { AreaName, AreaRef } from '#modules/areas/contract.ts';
import { getArea, requireInside, shownOn } from '#modules/areas/service.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Figure, MeasureId, Series, StatisticSource } from './contract.ts';
import { expand, figures, getMeasure } from './service.ts';
import { yearEnds } from './store.ts';

/**
 * Measures of an area year by year: its own figures, for the years in which it has a round or a publication. Of a year on whose map it did not
 * stand (a village before it was founded) every figure is unknown, and says so.
 */
export async function series(ctx: Ctx, { area: ref, map, measures }: { area: AreaRef; map?: PlainDate | undefined; measures: readonly string[] }): Promise<Series> {
  const area = (await ifStanding(getArea(ctx, ref, map))) ?? (await getArea(ctx, ref));
  await requireInside(ctx, area);
  const sources: StatisticSource[] = [];
  const origins: AreaName[] = [];
  const years: Series['years'] = [];
  for (const day of await yearEnds(ctx.db)) {
    const onMap = map ?? day;
    const standing = await ifStanding(getArea(ctx, area.id, onMap));
    const own = standing !== null && shownOn(standing, onMap) === onMap ? await figures(ctx, { area: area.id, period: yearPeriod(yearOf(day)), map, level: 'own', measures }) : null;
    if (own === null) {
      const reason: Figure = { value: null, basis: null, reason: { code: 'not_standing', details: {} }, source: null };
      const figuresOfYear = Object.fromEntries(expand(measures, []).map((id) => [getMeasure(id).id, reason])) as Series['years'][number]['figures'];
      years.push({ year: yearOf(day), asOf: day, mapDate: map ?? day, standards: [], figures: figuresOfYear });
      continue;
    }
    const found = Object.entries(own.total.figures) as [MeasureId, Figure][];
    if (own.standards.length === 0 && found.every(([, { value }]) => value === null)) continue;
    const moved = found.map(([id, figure]) => [id, movedBy(figure, sources.length, origins.length)] as const);
    sources.push(...own.sources);
    origins.push(...own.origins);
    years.push({ year: yearOf(day), asOf: day, mapDate: own.mapDate, standards: own.standards, figures: Object.fromEntries(moved) as Series['years'][number]['figures'] });
  }
  const { id, code, level, name, kind } = area;
  return { area: { id, code, level, name, kind }, years, sources, origins };
}

/** What was found of an area, or null where it did not stand on the day. */
async function ifStanding<Found>(finding: Promise<Found>): Promise<Found | null> {
  try {
    return await finding;
  } catch (error) {
    if (error instanceof Problem && error.code === 'area.not-found') return null;
    throw error;
  }
}

/** A figure whose lists of sources and origins are put behind others. */
const movedBy = ({ source, carried, ...figure }: Figure, sources: number, origins: number): Figure => ({
  ...figure,
  source: source === null ? null : source + sources,
  ...(carried && { carried: { ...carried, from: carried.from.map(({ origin, share }) => ({ origin: origin + origins, share })) } }),
});
