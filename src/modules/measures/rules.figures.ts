import type { PlainDate } from '#kernel/plain-date.ts';
import { rate } from '#kernel/rate.ts';
import type { AreaName, AreaRef } from '#modules/areas/contract.ts';
import type { Figure, Measure, MeasureId, Reason } from './contract.ts';
import { openedBy, proofsOf } from './rules.flows.ts';
import { isCounted } from './rules.measures.ts';
import { unclearOf } from './rules.parts.ts';
import { carry, together, type Carried, type Recut, type Touched } from './rules.recut.ts';

/** An area of the map on which figures are laid out: the area asked for, what lies in it down to the communes, and villages where asked. */
export interface Unit extends AreaName {
  parentId: AreaRef | null;
}

/** What a round says that it listed and asked in a commune or village of the day of the data. */
export interface Listed {
  classes: readonly string[];
  indicators: readonly string[];
  /** All indicators of the round's official standard. */
  standardIndicators: readonly string[];
}

/** What was listed of the communes (or of the village) of the day of the data that the households of a unit of the map come from. */
export type Origin = readonly {
  /** What was listed of the whole commune; where nothing is said of the whole, of its villages one by one. */
  whole: Listed | null;
  villages: readonly (Listed | null)[];
}[];

export interface Published {
  value: number;
  /** Place in the list of sources; null for a sum of parts. */
  source: number | null;
  carried?: Carried;
}

/** All that the figures of an area are made of. */
export interface Grounds {
  units: readonly Unit[];
  hasRound: boolean;
  /** By commune, and by village where villages are among the units; one and the same for those of which the same is said. */
  origins: ReadonlyMap<string, Origin>;
  sums: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Published figures of an area by measure; of a commune, where it has none, the sum of those of its villages, if every village has one. */
  published: ReadonlyMap<string, ReadonlyMap<string, Published>>;
  /** How figures come over to the map from the units of another day; none where the map is that of the day of the data. */
  recut?: Recut;
  /** The same for provinces, for what was published of them. */
  provinces?: Recut;
}

interface Count {
  /** Of the villages whose place is known. */
  value: number;
  units: number;
  known: number;
  /** Why those that are not known are not. */
  reason: Reason | null;
}

const because = (code: Reason['code'], details: Record<string, number> = {}): Reason => ({ code, details });
const unknown = (reason: Reason): Figure => ({ value: null, basis: null, reason, source: null });

/** The day on which an area is shown: the one asked for, or its own nearest day where it did not stand on that. */
export const nearestDay = (day: PlainDate, { from, to }: { from: PlainDate; to: PlainDate | null }): PlainDate => (day < from ? from : to !== null && to < day ? to : day);

/**
 * The figure of each unit and measure. A counted measure is the sum of the villages; where a commune was not listed it is unknown, and so is
 * everything above it. Published figures are not mixed with counted ones: a unit's own publication, or the sum of those of all its parts.
 * A published rate stays as published; another is worked out from its two counts.
 */
export function figuresOf(grounds: Grounds, measures: readonly Measure[]): (unitId: string, measure: MeasureId) => Figure {
  const { units, published } = grounds;
  const byId = new Map(units.map((unit) => [unit.id as string, unit]));
  const below = Map.groupBy(units, ({ parentId }) => parentId as string);
  const definitions = new Map(measures.map((measure) => [measure.id as string, measure]));
  const { recut, provinces } = grounds;
  const touches = new Map<string, Touched>();
  const counts = new Map<Measure, Map<Unit, Count>>();
  const missing = new Map<Measure, Map<Origin, Reason | null>>();

  /** The pieces of units of the day of the data that a unit of the map holds, with all that lies in it. */
  function touchedOf(unit: Unit): Touched {
    const known = touches.get(unit.id) ?? (unit.level === 'commune' ? (recut!.touched.get(unit.id) ?? new Map()) : together((below.get(unit.id) ?? []).map(touchedOf)));
    touches.set(unit.id, known);
    return known;
  }

  /** Whether it is on record for all of a unit what it was made from. */
  const isTouched = (unit: Unit): boolean => (unit.level === 'commune' ? touchedOf(unit).size > 0 : (below.get(unit.id) ?? []).every(isTouched));

  /** What was published of a unit itself; that of a unit of which only a part is shown says nothing. */
  const ownOf = (unitId: string, measure: string): Published | undefined => (recut?.partial.has(unitId) ? undefined : published.get(unitId)?.get(measure));

  /** What was published of the units that it was made from, where all of them have it. */
  function publishedBefore({ sources }: Recut, touched: Touched, measure: string): Published | null {
    const own = [...touched.keys()].map((source) => published.get(sources[source]!.area.id)?.get(measure) ?? null);
    if (own.length === 0 || own.includes(null)) return null;
    const carried = carry(sources, touched, ({ area }) => published.get(area.id)!.get(measure)!.value);
    if (carried.unknown) return null;
    return { value: carried.value, source: own.length === 1 && !carried.estimated ? own[0]!.source : null, carried };
  }

  function publishedOf(unitId: string, measure: string): Published | null {
    const own = ownOf(unitId, measure);
    if (own) return own;
    const unit = byId.get(unitId)!;
    const before =
      (provinces && unit.level === 'province' && publishedBefore(provinces, provinces.touched.get(unitId) ?? new Map(), measure)) ||
      (recut && unit.level !== 'village' && isTouched(unit) && publishedBefore(recut, touchedOf(unit), measure));
    if (before) return before;
    const parts = (below.get(unitId) ?? []).map((part) => publishedOf(part.id, measure));
    if (parts.length === 0 || parts.includes(null)) return null;
    return { value: parts.reduce((sum, part) => sum + part!.value, 0), source: null };
  }

  /** Why what was listed does not tell a measure; null where it does. */
  function missingIn(origin: Origin, measure: Measure): Reason | null {
    const ofMeasure = inMap(missing, measure, () => new Map<Origin, Reason | null>());
    return inMap(ofMeasure, origin, () => whyNotListedIn(origin, measure));
  }

  const counted = (unit: Unit, measure: Measure): Count => inMap(inMap(counts, measure, () => new Map<Unit, Count>()), unit, () => count(unit, measure));

  function count(unit: Unit, measure: Measure): Count {
    if (unit.level === 'commune' || unit.level === 'village') {
      const reason = whyNot(grounds, unit, measure, missingIn);
      return reason ? { value: 0, units: 1, known: 0, reason } : { value: grounds.sums.get(unit.id)?.get(measure.id) ?? 0, units: 1, known: 1, reason };
    }
    const sum: Count = { value: 0, units: 0, known: 0, reason: null };
    for (const part of below.get(unit.id) ?? []) {
      const { value, units: all, known, reason } = counted(part, measure);
      sum.value += value;
      sum.units += all;
      sum.known += known;
      sum.reason = sum.reason && reason ? joined(sum.reason, reason) : (sum.reason ?? reason);
    }
    return sum;
  }

  /** Adds what comes over from units of another day to what was counted in the villages whose place is known. */
  function withCarried(unit: Unit, measure: Measure, value: number): Figure {
    if (!recut || unit.level === 'village') return { value, basis: 'households', reason: null, source: null };
    const touched = touchedOf(unit);
    const carried = carry(recut.sources, touched, ({ rest }) => rest.get(measure.id) ?? 0);
    if (carried.unknown) return unknown(because(carried.unknown.code, { villages: carried.unknown.villages }));
    return { value: value + carried.value, basis: 'households', reason: null, source: null, ...tellCarried(unit, carried, recut, touched) };
  }

  /** What a figure says of how it came over: nothing, where a list of the unit’s own households shows what it counts. */
  function tellCarried(unit: Unit, { estimated, from }: Carried, { sources, partial, standing, isBack }: Recut, touched: Touched): Pick<Figure, 'carried'> {
    const all = partial.has(unit.id) ? [...touched].map(([source, places]) => ({ source, share: partOf(sources[source]!.pieces, places) })) : from;
    const isTold = estimated || partial.has(unit.id) || (isBack && from.length > 0 && !standing.has(unit.id));
    return isTold ? { carried: { estimated, from: all.map(({ source, share }) => ({ origin: source, share })) } } : {};
  }

  function countOf(unit: Unit, measure: Measure): Figure {
    const { value, units: all, known, reason } = isCounted(measure)
      ? counted(unit, measure)
      : { value: 0, units: 0, known: 0, reason: because(measure.kind === 'statistic' ? 'not_published' : 'no_data') };
    const figure = all > 0 && known === all ? withCarried(unit, measure, value) : null;
    if (figure && figure.value !== null) return figure;
    const elsewhere = publishedOf(unit.id, measure.id);
    if (elsewhere) {
      const { value: found, source, carried } = elsewhere;
      const estimate = carried?.estimated ? tellCarried(unit, carried, recut!, touchedOf(unit)) : {};
      return { value: found, basis: source === null ? 'sum_of_published' : 'published', reason: null, source, ...estimate };
    }
    if (figure) return figure;
    if (!isCounted(measure) || grounds.hasRound) return unknown(known > 0 ? because('partly', { known, units: all }) : (reason ?? because('not_listed')));
    return unknown(because('no_round'));
  }

  function rateOf(unit: Unit, { id, of, over }: Measure): Figure {
    const own = ownOf(unit.id, id);
    if (own) return { value: own.value, basis: 'published', reason: null, source: own.source };
    const [part, whole] = [figure(unit.id, of!), figure(unit.id, over!)];
    const value = rate(part.value, whole.value);
    if (value === null) return unknown(part.reason ?? whole.reason ?? because('no_households'));
    const carried = part.carried?.estimated ? part.carried : whole.carried?.estimated ? whole.carried : undefined;
    return { value, basis: 'computed', reason: null, source: null, ...(carried && { carried }) };
  }

  function figure(unitId: string, measureId: MeasureId): Figure {
    const unit = byId.get(unitId)!;
    const measure = definitions.get(measureId)!;
    return measure.kind === 'rate' ? rateOf(unit, measure) : countOf(unit, measure);
  }
  return figure;
}

/** What a map holds for a key, made the first time. */
function inMap<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  if (!map.has(key)) map.set(key, make());
  return map.get(key)!;
}

/** The first of two reasons; where both tell of households of which something is not known, of all of them. */
function joined(one: Reason, other: Reason): Reason {
  if (one.code !== other.code || one.details['households'] === undefined) return one;
  return because(one.code, { households: one.details['households'] + other.details['households']! });
}

/** How much of a source’s land some of its pieces are; 0 where none tells. */
const partOf = (pieces: Recut['sources'][number]['pieces'], places: readonly number[]): number =>
  places.length === pieces.length ? 1 : Math.min(places.reduce((sum, place) => sum + (pieces[place]!.share ?? 0), 0), 1);

/** Why a commune or village does not know a counted measure; null where it does, but for what comes over from units of another day. */
function whyNot({ origins, sums, recut }: Grounds, { id: unitId, level }: Unit, measure: Measure, missingIn: (origin: Origin, measure: Measure) => Reason | null): Reason | null {
  const communes = origins.get(unitId);
  if (communes === undefined || communes.length === 0) return because(recut && level === 'commune' ? 'no_lineage' : 'not_listed');
  const missing = missingIn(communes, measure);
  if (missing) return missing;
  if (measure.changes === null && measure.grain === 'household') return null;
  const before = [...(recut?.touched.get(unitId)?.keys() ?? [])].map((source) => recut!.sources[source]!.rest);
  const sum = (id: string | null): number => (id === null ? 0 : [sums.get(unitId), ...before].reduce((all, own) => all + (own?.get(id) ?? 0), 0));
  const uncompared = measure.changes === null ? null : whyNotCompared(measure, sum);
  if (uncompared) return uncompared;
  const unclear = whyUnclear(measure, sum);
  if (unclear) return unclear;
  const unsizedNow = measure.changes?.length === 0 ? 0 : sum(`unsized.${measure.class}`);
  const unsized = measure.grain === 'household' ? 0 : unsizedNow + (measure.changes === null ? 0 : sum(proofsOf(measure.class!).unsizedBefore));
  return unsized > 0 ? because('size_unknown', { households: unsized }) : null;
}

/**
 * Why the part of a class is not known although the class is: nothing is told of any household, or not of some. Causes that are told count as
 * they are: a household without any is in no column, and the notes say how many there are.
 */
function whyUnclear(measure: Measure, sum: (id: string) => number): Reason | null {
  const id = unclearOf(measure);
  const households = id === null ? 0 : sum(id);
  if (households === 0) return null;
  if (measure.part?.children === undefined && households === sum(`households.${measure.class}`)) return because('not_told');
  return measure.part?.cause === undefined ? because('unclear', { households }) : null;
}

/** Why the changes of a class are not known although the round lists it: no list before to compare with, or changes that the lists do not settle. */
function whyNotCompared(measure: Measure, sum: (id: string | null) => number): Reason | null {
  const proofs = proofsOf(measure.class!);
  const [compared, uncompared] = [sum(proofs.compared), sum(proofs.uncompared)];
  if (compared === 0) return because('not_compared');
  if (uncompared > 0) return because('partly', { known: compared, units: compared + uncompared });
  const open = sum(openedBy(measure));
  return open > 0 ? because('change_unknown', { households: open }) : null;
}

/** What parts make of a whole: known where all are, else how many are, else why the first is not. */
function partsMissing(reasons: readonly (Reason | null)[]): Reason | null {
  const missing = reasons.filter((reason) => reason !== null);
  const known = reasons.length - missing.length;
  return missing.length > 0 && known > 0 ? because('partly', { known, units: reasons.length }) : (missing[0] ?? null);
}

const whyNotListedIn = (communes: Origin, measure: Measure): Reason | null =>
  partsMissing(communes.map(({ whole, villages }) => partsMissing((whole === null && villages.length > 0 ? villages : [whole]).map((one) => whyNotListed(one, measure)))));

function whyNotListed(listed: Listed | null, measure: Measure): Reason | null {
  // A household is found insufficient only where some class was listed; then all of them are known.
  if (!listed || (measure.class !== 'insufficient' && !listed.classes.includes(measure.class!))) return because('not_listed');
  const asked = measure.indicator !== null ? [measure.indicator] : measure.unit === 'deprivation' ? listed.standardIndicators : [];
  return asked.every((code) => listed.indicators.includes(code)) ? null : because('not_asked');
}
