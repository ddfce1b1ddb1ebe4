import type { Id } from '#kernel/ids.ts';
import { endOf, type Period } from '#kernel/period.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { Level, type AreaName, type AreaRef } from '#modules/areas/contract.ts';
import { getArea, requireInside } from '#modules/areas/service.ts';
import { endedBefore, overlayOf, type Overlay } from '#modules/areas/service.strands.ts';
import { FollowedClass } from '#modules/households/contract.changes.ts';
import { renewChanges, touchedBy } from '#modules/households/service.changes.ts';
import { childIndicators, householdParts, renewTraits } from '#modules/households/service.traits.ts';
import { roundsFor } from '#modules/rounds/service.ts';
import { indicatorCodes } from '#modules/standards/rules.masks.ts';
import { getStandard, knownStandards } from '#modules/standards/service.ts';
import type { Ctx, Events } from '#platform/ctx.ts';
import type { Runtime } from '#platform/run.ts';
import { Coverage, type Figure, type FigureRow, type Figures, type MappedFigures, type Measure, type MeasureId, type StatisticEntry, type StatisticSource } from './contract.ts';
import { problem } from './problems.ts';
import { figuresOf, nearestDay, type Grounds, type Listed, type Origin, type Published, type Unit } from './rules.figures.ts';
import { countedAs, openedBy, proofsOf } from './rules.flows.ts';
import { mappedOf } from './rules.mapped.ts';
import { buildCatalogue, deprivedClasses, isCounted, restsOn, type IndicatorName } from './rules.measures.ts';
import type { Recut } from './rules.recut.ts';
import { recutFor } from './service.recut.ts';
import { mergedOf } from './store.recut.ts';
import { daysBefore } from './store.balances.ts';
import * as store from './store.ts';
import { analyzeRegister, computeFigures, insertMarks, isMarked, takeMarked, villagesIn, villagesNextTo } from './store.summary.ts';

let built: Map<string, Measure> | undefined;

/** The measures by id; those of indicators cover all standards. */
export function measuresById(): ReadonlyMap<string, Measure> {
  const indicators = () => new Map(knownStandards().flatMap((id) => getStandard(id).standard.indicators.map((one) => [one.code, one] as const)));
  return (built ??= new Map(build([...indicators().values()]).map((measure) => [measure.id, measure])));
}

function build(indicators: readonly IndicatorName[]): Measure[] {
  return buildCatalogue(indicators, { ...householdParts(), childIndicators: indicators.filter(({ code }) => childIndicators().includes(code)) });
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

/** The same column by column, for a map. */
export const mapped = async (ctx: Ctx, request: FigureRequest): Promise<MappedFigures> => mappedOf(await figures(ctx, request));

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
  const asked = map ?? asOf;
  const found = await getArea(ctx, ref, asked);
  await requireInside(ctx, found);
  const ended = found.to !== null && found.to < asked ? await endedBefore(ctx, found, asked) : undefined;
  const area = ended ?? found;
  const overlay = ended && (await overlayOf(ctx, ended, asOf, asked));
  const mapDate = overlay ? asked : nearestDay(asked, area);
  const rounds = await roundsFor(ctx, area.id, period);
  const standards = [...new Set(rounds.flatMap((round) => round.standards.filter(({ official }) => official).map((standard) => standard.id)))];
  const shown = expand(measures, standards).map(getMeasure);
  const needed = restsOn(shown, measuresById());

  const { id, code, name, kind, parentId } = area;
  const self: Unit = { id, code, level: area.level, name, kind, parentId };
  const withVillages = level === 'village' || (area.level === 'commune' && level !== 'own');
  const units = overlay
    ? overlay.units.map(({ area: unit }): Unit => ({ ...unit, parentId: area.id }))
    : await store.unitsBelow(ctx.db, area.id, mapDate, withVillages);
  const sources: StatisticSource[] = [];
  const origins: AreaName[] = [];
  const roundIds = rounds.map((round) => round.id);
  const grounds = await gather(ctx, { units: [self, ...units], overlay, asOf, mapDate, roundIds, needed, sources });
  const figure = withOrigins(figuresOf(grounds, needed), grounds, origins);
  const lying = new Map(overlay?.units.map(({ area: unit, whole }) => [unit.id, whole ? ('whole' as const) : ('part' as const)]));
  const rowOf = (unit: Unit): FigureRow => ({
    area: nameOf(unit),
    within: unit.parentId,
    ...(lying.has(unit.id) && { inOverlay: lying.get(unit.id)! }),
    figures: Object.fromEntries(shown.map((measure) => [measure.id, figure(unit.id, measure.id)])) as FigureRow['figures'],
  });
  const total = rowOf(self);
  const communes = [self, ...units].filter((unit) => unit.level === 'commune').map((unit) => unit.id);
  const since = shown.some(({ changes }) => changes !== null) ? await daysBefore(ctx.db, asOf, mapDate, { communes, villages: area.level === 'village' ? [area.id] : [] }) : [];
  return {
    head: { period, asOf, mapDate, standards, since, measures: shown.map((measure) => measure.id), overlay: ended ? { ended: ended.to, epoch: ended.epoch } : null, total, sources, origins },
    units,
    rowOf,
  };
}

type FigureOf = (unitId: string, measure: MeasureId) => Figure;

/** Names the units that figures came over from by their place in a list, which holds only those that are spoken of. */
function withOrigins(figure: FigureOf, { recut }: Grounds, origins: AreaName[]): FigureOf {
  if (!recut) return figure;
  const places = new Map<number, number>();
  const placeOf = (source: number): number => {
    if (!places.has(source)) places.set(source, origins.push(recut.sources[source]!.area) - 1);
    return places.get(source)!;
  };
  return (unitId, measure) => {
    const { carried, ...rest } = figure(unitId, measure);
    return carried ? { ...rest, carried: { ...carried, from: carried.from.map(({ origin, share }) => ({ origin: placeOf(origin), share })) } } : rest;
  };
}

/** The measures that are asked for, by id: `*` stands for all indicators of the standards. */
export function expand(measures: readonly string[], standards: readonly string[]): string[] {
  const codes = standards.flatMap((id) => indicatorCodes(getStandard(id).standard));
  return [...new Set(measures.flatMap((id) => (id.endsWith('.*') ? codes.map((code) => id.replace('*', code)) : [id])))];
}

const nameOf = ({ id, code, level, name, kind }: Unit): AreaName => ({ id, code, level, name, kind });

interface Gathering {
  units: readonly Unit[];
  overlay: Overlay | undefined;
  asOf: PlainDate;
  mapDate: PlainDate;
  roundIds: string[];
  needed: readonly Measure[];
  sources: StatisticSource[];
}

/** Reads all that the figures of the units are made of; puts who published what into `sources`. */
async function gather(ctx: Ctx, { units, overlay, asOf, mapDate, roundIds, needed, sources }: Gathering): Promise<Grounds> {
  const idsOf = (level: Level): string[] => units.filter((unit) => unit.level === level).map(({ id }) => id);
  const [communes, villages] = [idsOf('commune'), idsOf('village')];
  const counted = needed.filter(isCounted);
  const inSummary = [...new Set([...counted.map(({ id }): string => id), ...counted.flatMap(proofs)])];
  const names = needed.map(({ id }) => id);
  const isCountable = roundIds.length > 0 && counted.length > 0;

  const laid = mapDate === asOf && !overlay ? undefined : await recutFor(ctx, { units, overlay, asOf, mapDate, roundIds, counted: inSummary });
  const before = laid?.recut.sources.map(({ area }) => area.id) ?? communes;
  const counts: store.AreaSums[] = [];
  let origins: ReadonlyMap<string, Origin> = new Map();
  if (isCountable) {
    const merged = laid && villages.length > 0 ? await mergedOf(ctx.db, villages, asOf) : [];
    const asked = [...villages, ...merged.map(({ part }) => part)];
    origins = throughMergers(await originsOf(ctx, { communes: before, villages: asked, asOf, roundIds }), merged);
    const ofRounds = { asOf, roundIds, measures: inSummary };
    if (!laid) counts.push(...(await store.sumsOfCommunes(ctx.db, communes, ofRounds)));
    if (villages.length > 0) counts.push(...inMerged(await store.sumsOfVillages(ctx.db, asked, ofRounds), merged));
  }
  if (laid) origins = originsThrough(laid.recut, origins);

  const published = new Set<string>([...units.map(({ id }) => id), ...before, ...(laid?.provinces?.sources.map(({ area }) => area.id) ?? [])]);
  const statistics = await store.statisticsOf(ctx.db, [...published], asOf, names);
  const places = new Map<string, number>();
  const placeOf = (source: StatisticSource): number => {
    const key = JSON.stringify(source);
    if (!places.has(key)) places.set(key, sources.push(source) - 1);
    return places.get(key)!;
  };
  const publications = new Map<string, Map<string, Published>>();
  const publish = (area: string, measure: string, found: Published): void => {
    const ofArea = publications.get(area) ?? new Map<string, Published>();
    publications.set(area, ofArea.set(measure, ofArea.get(measure) ?? found));
  };
  for (const { area_id, measure, value, source } of statistics) publish(area_id, measure, { value, source: placeOf(source) });
  for (const { area, measure, value } of await store.statisticsOfVillages(ctx.db, before, asOf, names)) publish(area, measure, { value, source: null });
  return {
    units,
    hasRound: roundIds.length > 0,
    origins,
    sums: new Map([...addUp(laid?.sums ?? []), ...counts.map(({ area, sums }) => [area, new Map(Object.entries(sums))] as const)]),
    published: publications,
    ...(laid && { recut: laid.recut }),
    ...(laid?.provinces && { provinces: laid.provinces }),
  };
}

/** What else the summary holds on which a measure of change rests. */
function proofs(measure: Measure): string[] {
  if (measure.changes === null) return [];
  return [...Object.values(proofsOf(measure.class!)), openedBy(measure) ?? []].flat();
}

function addUp(rows: readonly store.SumRow[]): Map<string, Map<string, number>> {
  const areas = new Map<string, Map<string, number>>();
  for (const { area, measure, value } of rows) {
    const own = areas.get(area) ?? new Map<string, number>();
    areas.set(area, own.set(measure, (own.get(measure) ?? 0) + value));
  }
  return areas;
}

type Merged = Awaited<ReturnType<typeof mergedOf>>;

/** Sums of villages with those of merged ones made of their parts’. */
function inMerged(sums: readonly store.AreaSums[], merged: Merged): store.AreaSums[] {
  const own = new Map(sums.map((row) => [row.area, row.sums]));
  const added = [...Map.groupBy(merged, ({ village }) => village)].map(([area, parts]): store.AreaSums => {
    const all: Record<string, number> = {};
    for (const [measure, value] of parts.flatMap(({ part }) => Object.entries(own.get(part) ?? {}))) all[measure] = (all[measure] ?? 0) + value;
    return { area, sums: all };
  });
  return [...sums, ...added];
}

const throughMergers = (origins: ReadonlyMap<string, Origin>, merged: Merged): ReadonlyMap<string, Origin> =>
  new Map([...origins, ...[...Map.groupBy(merged, ({ village }) => village)].map(([village, parts]) => [village, parts.flatMap(({ part }) => origins.get(part) ?? [])] as const)]);

/** What was listed in communes of the day of the data, and in villages. */
async function originsOf(
  ctx: Ctx,
  { communes, villages, asOf, roundIds }: { communes: readonly string[]; villages: readonly string[]; asOf: PlainDate; roundIds: string[] },
): Promise<Map<string, Origin>> {
  const ofCommunes = await store.listedOfCommunes(ctx.db, communes, asOf, roundIds);
  const unlisted = ofCommunes.filter(({ classes }) => classes === null).flatMap(({ areas }) => areas);
  const byVillage = Map.groupBy(unlisted.length === 0 ? [] : await store.listedByVillage(ctx.db, unlisted, asOf, roundIds), ({ commune }) => commune);
  const ofVillages = villages.length === 0 ? [] : await store.originsOfVillages(ctx.db, villages, asOf, roundIds);
  return new Map<string, Origin>([
    ...ofCommunes.flatMap((row) => {
      const whole = listedIn(row);
      const alike = [{ whole, villages: [] }];
      return row.areas.map((area) => [area, byVillage.has(area) ? [{ whole, villages: byVillage.get(area)!.map(listedIn) }] : alike] as const);
    }),
    ...ofVillages.flatMap((row) => {
      const alike = [{ whole: listedIn(row), villages: [] }];
      return row.areas.map((area) => [area, alike] as const);
    }),
  ]);
}

/** Of each unit of the map, what was listed in the communes that it was made from; villages are their own. */
function originsThrough({ sources, touched }: Recut, listed: ReadonlyMap<string, Origin>): Map<string, Origin> {
  const ofUnits = [...touched].map(([unit, own]) => [unit, [...own.keys()].flatMap((source) => listed.get(sources[source]!.area.id) ?? [])] as const);
  return new Map([...listed, ...ofUnits]);
}

const listedIn = ({ classes, indicators, standard_id: standard }: store.ListedRow): Listed | null =>
  classes === null || standard === null ? null : { classes, indicators: indicators ?? [], standardIndicators: indicatorCodes(getStandard(standard).standard) };

/** Marks the villages whose households changed, in the transaction that changed them. Listens to `classes.recorded`. */
export async function markVillages(ctx: Ctx, { roundId, villageIds }: Events['classes.recorded']): Promise<void> {
  await insertMarks(ctx.db, [...new Set(villageIds)].map((village) => ({ mark_id: ctx.newId(), village_id: village, round_id: roundId })));
}

/**
 * Marks the villages of households to which something happened that may explain why a list has them or not: in the next rounds from that day
 * on, in the transaction that recorded it. Listens to `household.events-recorded`.
 */
export async function markEvents(ctx: Ctx, { day, villageIds }: Events['household.events-recorded']): Promise<void> {
  await insertMarks(ctx.db, (await villagesNextTo(ctx.db, villageIds, day)).map((pair) => ({ mark_id: ctx.newId(), ...pair })));
}

/** So many villages are a new list of a commune or more. */
const manyVillages = 5;

/** Computes every marked village anew, in transactions of its own, before a transaction that reads figures begins. */
export async function refreshFigures({ database }: Runtime): Promise<void> {
  if (!(await isMarked(database.owner))) return;
  const indicators = knownStandards().flatMap((id) => indicatorCodes(getStandard(id).standard).map((code, bit) => ({ standard_id: id, bit, code })));
  const majority = householdParts().ethnicities.filter((group) => group.majority).map(({ code }) => code);
  let recomputed = 0;
  for (let batch = 1; batch > 0; recomputed += batch) {
    batch = await takeMarked(database.owner, async (db, marked) => {
      await renewTraits(db, marked);
      const pairs = await touchedBy(db, marked);
      const comparisons = await renewChanges(db, pairs);
      await computeFigures(db, { pairs, comparisons, indicators, classes: deprivedClasses, followed: FollowedClass.options, countedAs, majority, childIndicators: childIndicators() });
    });
  }
  if (recomputed >= manyVillages) await analyzeRegister(database.owner);
}

/** Records what a round listed in communes, or in single villages where only some are finished; a later call for the same area and round replaces the earlier. */
export async function setCoverage(ctx: Ctx, coverages: readonly Coverage[]): Promise<void> {
  for (const { area: ref, roundId, classes, indicators } of coverages) {
    const area = await getArea(ctx, ref);
    if (area.level !== 'commune' && area.level !== 'village') throw problem('measure.coverage-too-high', { name: area.name });
    await requireInside(ctx, area);
    await insertMarks(ctx.db, (await villagesIn(ctx.db, area.id, roundId)).map((village) => ({ mark_id: ctx.newId(), village_id: village, round_id: roundId })));
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
    if (/^(unsized|unknown|opening|change|unclear|unmapped)\./.test(measure)) throw problem('measure.not-publishable', { id: measure });
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
