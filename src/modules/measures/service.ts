import type { Id } from '#kernel/ids.ts';
import { endOf, yearPeriod, type Period } from '#kernel/period.ts';
import { yearOf, type PlainDate } from '#kernel/plain-date.ts';
import { Level, type AreaName, type AreaRef } from '#modules/areas/contract.ts';
import { getArea, requireInside } from '#modules/areas/service.ts';
import { roundsFor } from '#modules/rounds/service.ts';
import { indicatorCodes } from '#modules/standards/rules.masks.ts';
import { getStandard, knownStandards } from '#modules/standards/service.ts';
import type { Ctx, Events } from '#platform/ctx.ts';
import type { Runtime } from '#platform/run.ts';
import { Coverage, type Figure, type FigureRow, type Figures, type Measure, type MeasureId, type Series, type StatisticEntry, type StatisticSource } from './contract.ts';
import { problem } from './problems.ts';
import { figuresOf, nearestDay, type Grounds, type Listed, type Origin, type Published, type Unit } from './rules.figures.ts';
import { buildCatalogue, deprivedClasses, isCounted, restsOn } from './rules.measures.ts';
import * as store from './store.ts';
import { analyzeRegister, insertMarks, isMarked, recomputeMarked } from './store.summary.ts';

let built: Map<string, Measure> | undefined;

/** The measures by id; those of indicators cover all standards. */
export function measuresById(): ReadonlyMap<string, Measure> {
  const indicators = () => new Map(knownStandards().flatMap((id) => getStandard(id).standard.indicators.map((one) => [one.code, one] as const)));
  return (built ??= new Map(buildCatalogue([...indicators().values()]).map((measure) => [measure.id, measure])));
}

/** A measure by its id; throws `measure.not-found`. */
export function getMeasure(id: string): Measure {
  const found = measuresById().get(id);
  if (!found) throw problem('measure.not-found', { id });
  return found;
}

export async function catalogue(): Promise<Measure[]> {
  return [...measuresById().values()];
}

export interface FigureRequest {
  area: AreaRef;
  period: Period;
  map?: PlainDate | undefined;
  /** Level of the rows; one below the area when left out, none for `own`. */
  level?: Level | 'own' | undefined;
  /** Ids; `deprived.poor.*` stands for all indicators of the official standards, in their order. */
  measures: readonly string[];
}

/** Figures of an area and of what lies in it; throws `area.outside-post` where the area does not lie wholly inside the post. */
export async function figures(ctx: Ctx, request: FigureRequest): Promise<Figures> {
  const { head, units, rowOf } = await layOut(ctx, request);
  const { level } = request;
  const wanted = units.filter((unit) => (level === undefined ? unit.parentId === head.total.area.id : unit.level === level));
  return { ...head, rows: wanted.map(rowOf) };
}

/** The same with what lies between: the units of every level down to the one asked for, each after the one that it lies in. */
export async function nestedFigures(ctx: Ctx, request: FigureRequest & { level?: Level | undefined }): Promise<Figures> {
  const { head, units, rowOf } = await layOut(ctx, request);
  const deepest = request.level === undefined ? undefined : Level.options.indexOf(request.level);
  const parts = Map.groupBy(units, ({ parentId }) => parentId);
  const under = (areaId: AreaRef): Unit[] =>
    (parts.get(areaId) ?? [])
      .filter(({ level }) => deepest === undefined || Level.options.indexOf(level) <= deepest)
      .flatMap((unit) => (deepest === undefined ? [unit] : [unit, ...under(unit.id)]));
  return { ...head, rows: under(head.total.area.id).map(rowOf) };
}

interface Layout {
  head: Omit<Figures, 'rows'>;
  /** What lies in the area, without the area itself. */
  units: Unit[];
  rowOf(unit: Unit): FigureRow;
}

/** Works out the figures of an area for a period on a map. The frame has recomputed what was marked before the transaction began. */
async function layOut(ctx: Ctx, { area: ref, period, map, level, measures }: FigureRequest): Promise<Layout> {
  const asOf = endOf(period);
  const area = await getArea(ctx, ref, map ?? asOf);
  await requireInside(ctx, area);
  const mapDate = nearestDay(map ?? asOf, area);
  const rounds = await roundsFor(ctx, area.id, period);
  const standards = [...new Set(rounds.flatMap((round) => round.standards.filter(({ official }) => official).map((standard) => standard.id)))];
  const asked = expand(measures, standards).map(getMeasure);
  const needed = restsOn(asked, measuresById());

  const { id, code, name, kind, parentId } = area;
  const self: Unit = { id, code, level: area.level, name, kind, parentId };
  const withVillages = level === 'village' || (area.level === 'commune' && level !== 'own');
  const units = await store.unitsBelow(ctx.db, area.id, mapDate, withVillages);
  const sources: StatisticSource[] = [];
  const roundIds = rounds.map((round) => round.id);
  const grounds = await gather(ctx, { units: [self, ...units], asOf, mapDate, roundIds, needed, sources });
  const figure = figuresOf(grounds, needed);
  const rowOf = (unit: Unit): FigureRow => ({
    area: nameOf(unit),
    within: unit.parentId,
    figures: Object.fromEntries(asked.map((measure) => [measure.id, figure(unit.id, measure.id)])) as FigureRow['figures'],
  });
  return { head: { period, asOf, mapDate, standards, measures: asked.map((measure) => measure.id), total: rowOf(self), sources }, units, rowOf };
}

function expand(measures: readonly string[], standards: readonly string[]): string[] {
  const codes = standards.flatMap((id) => indicatorCodes(getStandard(id).standard));
  return [...new Set(measures.flatMap((id) => (id.endsWith('.*') ? codes.map((code) => id.replace('*', code)) : [id])))];
}

const nameOf = ({ id, code, level, name, kind }: Unit): AreaName => ({ id, code, level, name, kind });

interface Gathering {
  units: readonly Unit[];
  asOf: PlainDate;
  mapDate: PlainDate;
  roundIds: string[];
  needed: readonly Measure[];
  sources: StatisticSource[];
}

/** Reads all that the figures of the units are made of; puts who published what into `sources`. */
async function gather(ctx: Ctx, { units, asOf, mapDate, roundIds, needed, sources }: Gathering): Promise<Grounds> {
  const idsOf = (level: Level): string[] => units.filter((unit) => unit.level === level).map(({ id }) => id);
  const [communes, villages] = [idsOf('commune'), idsOf('village')];
  const counted = needed.filter(isCounted).map(({ id }) => id);
  const names = needed.map(({ id }) => id);

  const sums: store.SumRow[] = [];
  let origins = new Map<string, Origin>();
  if (roundIds.length > 0 && counted.length > 0) {
    origins = await originsOf(ctx, { communes, villages, asOf, mapDate, roundIds });
    const ofRound = { asOf, mapDay: mapDate, roundIds, measures: counted };
    sums.push(...(await store.sumsBy(ctx.db, 'commune', communes, ofRound)));
    if (villages.length > 0) sums.push(...(await store.sumsBy(ctx.db, 'village', villages, ofRound)));
  }

  const statistics = await store.statisticsOf(ctx.db, units.map(({ id }) => id), asOf, names);
  const places = new Map<string, number>();
  const placeOf = (source: StatisticSource): number => {
    const key = JSON.stringify(source);
    if (!places.has(key)) places.set(key, sources.push(source) - 1);
    return places.get(key)!;
  };
  return {
    units,
    hasRound: roundIds.length > 0,
    origins,
    sums: byArea(sums, ({ value }) => value),
    published: byArea(statistics.map(({ area_id, ...row }) => ({ ...row, area: area_id })), ({ value, source }): Published => ({ value, source: placeOf(source) })),
    publishedVillages: byArea(await store.statisticsOfVillages(ctx.db, communes, asOf, names), ({ value }) => value),
  };
}

function byArea<Row extends { area: string; measure: string }, Value>(rows: readonly Row[], valueOf: (row: Row) => Value): Map<string, Map<string, Value>> {
  const areas = Map.groupBy(rows, ({ area }) => area);
  return new Map([...areas].map(([area, own]) => [area, new Map(own.map((row) => [row.measure, valueOf(row)]))]));
}

/** Where the households of each commune and village of the map come from, and what was listed there. */
async function originsOf(
  ctx: Ctx,
  { communes, villages, asOf, mapDate, roundIds }: { communes: string[]; villages: string[]; asOf: PlainDate; mapDate: PlainDate; roundIds: string[] },
): Promise<Map<string, Origin>> {
  const ofCommunes = await store.originsOfCommunes(ctx.db, communes, asOf, roundIds);
  const unlisted = ofCommunes.filter(({ classes }) => classes === null).map(({ commune }) => commune);
  const byVillage = Map.groupBy(await store.listedByVillage(ctx.db, unlisted, asOf, roundIds), ({ commune }) => commune);
  const moved = mapDate === asOf ? [] : [...new Set(ofCommunes.filter(({ area, commune }) => area !== commune).map(({ commune }) => commune))];
  const unplaced = moved.length === 0 ? new Map<string, number>() : await store.unplacedVillages(ctx.db, moved, asOf, mapDate, roundIds);

  const origins = new Map<string, Origin>();
  for (const [area, from] of Map.groupBy(ofCommunes, (row) => row.area)) {
    origins.set(area, {
      communes: from.map((row) => ({ whole: listedIn(row), villages: (byVillage.get(row.commune) ?? []).map(listedIn) })),
      unplaced: from.reduce((sum, { commune }) => sum + (unplaced.get(commune) ?? 0), 0),
    });
  }
  const ofVillages = villages.length === 0 ? [] : await store.originsOfVillages(ctx.db, villages, asOf, roundIds);
  for (const row of ofVillages) origins.set(row.area, { communes: [{ whole: listedIn(row), villages: [] }], unplaced: 0 });
  return origins;
}

const listedIn = ({ classes, indicators, standard_id: standard }: store.ListedRow): Listed | null =>
  classes === null || standard === null ? null : { classes, indicators: indicators ?? [], standardIndicators: indicatorCodes(getStandard(standard).standard) };

/** Measures of an area year by year: its own figures, for the years in which it has a round or a publication. */
export async function series(ctx: Ctx, { area: ref, map, measures }: { area: AreaRef; map?: PlainDate | undefined; measures: readonly string[] }): Promise<Series> {
  const area = await getArea(ctx, ref, map);
  const sources: StatisticSource[] = [];
  const years: Series['years'] = [];
  for (const day of await store.yearEnds(ctx.db)) {
    const own = await figures(ctx, { area: area.id, period: yearPeriod(yearOf(day)), map, level: 'own', measures });
    const found = Object.entries(own.total.figures) as [MeasureId, Figure][];
    if (own.standards.length === 0 && found.every(([, { value }]) => value === null)) continue;
    const moved = found.map(([id, figure]) => [id, figure.source === null ? figure : { ...figure, source: figure.source + sources.length }] as const);
    sources.push(...own.sources);
    years.push({ year: yearOf(day), asOf: day, mapDate: own.mapDate, standards: own.standards, figures: Object.fromEntries(moved) as Series['years'][number]['figures'] });
  }
  const { id, code, level, name, kind } = area;
  return { area: { id, code, level, name, kind }, years, sources };
}

/** Marks the villages whose households changed, in the transaction that changed them. Listens to `classes.recorded`. */
export async function markVillages(ctx: Ctx, { roundId, villageIds }: Events['classes.recorded']): Promise<void> {
  await insertMarks(ctx.db, [...new Set(villageIds)].map((village) => ({ mark_id: ctx.newId(), village_id: village, round_id: roundId })));
}

/** So many villages are a new list of a commune or more. */
const manyVillages = 5;

/** Computes every marked village anew, in transactions of its own, before a transaction that reads figures begins. */
export async function refreshFigures({ database }: Runtime): Promise<void> {
  if (!(await isMarked(database.owner))) return;
  const indicators = knownStandards().flatMap((id) => indicatorCodes(getStandard(id).standard).map((code, bit) => ({ standard_id: id, bit, code })));
  let recomputed = 0;
  for (let batch = 1; batch > 0; recomputed += batch) batch = await recomputeMarked(database.owner, indicators, deprivedClasses);
  if (recomputed >= manyVillages) await analyzeRegister(database.owner);
}

/** Records what a round listed in communes, or in single villages where only some are finished; a later call for the same area and round replaces the earlier. */
export async function setCoverage(ctx: Ctx, coverages: readonly Coverage[]): Promise<void> {
  for (const { area: ref, roundId, classes, indicators } of coverages) {
    const area = await getArea(ctx, ref);
    if (area.level !== 'commune' && area.level !== 'village') throw problem('measure.coverage-too-high', { name: area.name });
    await requireInside(ctx, area);
    await store.putCoverage(ctx.db, { area_id: area.id, round_id: roundId, classes, indicators, entered_at: ctx.now });
    const areaPath = (await store.mainPaths(ctx.db, [area.id])).get(area.id) ?? null;
    ctx.record({ action: 'measure.coverage-set', subject: area.id, areaPath, details: { roundId, classes, indicators } });
  }
}

/** What a round was last said to have listed in a commune; null where nothing was said. */
export async function getCoverage(ctx: Ctx, area: AreaRef, roundId: Id): Promise<Pick<Coverage, 'classes' | 'indicators'> | null> {
  const found = await store.findCoverage(ctx.db, area, roundId);
  return found ? Coverage.pick({ classes: true, indicators: true }).parse(found) : null;
}

/** Takes back the published figures of an import: the entries before them count again. Returns how many. */
export async function undoStatistics(ctx: Ctx, importId: Id): Promise<number> {
  const areas = await store.undoStatistics(ctx.db, importId, ctx.now);
  ctx.record({ action: 'measure.statistics-undone', subject: importId, areaPath: ctx.actor.areaPath, details: { figures: areas.length, areas: [...new Set(areas)] } });
  return areas.length;
}

/**
 * Records published figures; of those for one area, day and measure the latest counts. Those under an `importId` can be undone by it.
 * Throws `measure.not-publishable` and the problems of areas.
 */
export async function addStatistics(ctx: Ctx, entries: readonly StatisticEntry[], importId: Id | null = null): Promise<void> {
  const rows: store.NewStatistic[] = [];
  for (const { area: ref, asOf, measure: measureId, value, source } of entries) {
    const { id: measure } = getMeasure(measureId);
    if (/^(unsized|unknown)\./.test(measure)) throw problem('measure.not-publishable', { id: measure });
    const area = await getArea(ctx, ref, asOf);
    await requireInside(ctx, area);
    rows.push({ statistic_id: ctx.newId(), area_id: area.id, as_of: asOf, measure, value, source, entered_by: ctx.actor.userId, entered_at: ctx.now, import_id: importId });
  }
  if (rows.length === 0) return;
  await store.insertStatistics(ctx.db, rows);
  const paths = await store.mainPaths(ctx.db, [...new Set(rows.map(({ area_id }) => area_id))]);
  for (const [areaId, own] of Map.groupBy(rows, ({ area_id }) => area_id)) {
    const details = { figures: own.map(({ as_of, measure, value }) => ({ asOf: as_of, measure, value })) };
    ctx.record({ action: 'measure.statistics-added', subject: areaId, areaPath: paths.get(areaId) ?? null, details });
  }
}
