import type { PlainDate } from '#kernel/plain-date.ts';
import { rate } from '#kernel/rate.ts';
import type { AreaName, AreaRef } from '#modules/areas/contract.ts';
import type { Figure, Measure, MeasureId, Reason } from './contract.ts';
import { isCounted } from './rules.measures.ts';
import { unclearOf } from './rules.parts.ts';

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

/** A commune (or village) of the map: the communes of the day of the data that its households come from. */
export interface Origin {
  /** What was listed of the whole commune; where nothing is said of the whole, of its villages one by one. */
  communes: readonly { whole: Listed | null; villages: readonly (Listed | null)[] }[];
  /** Villages of those communes with households whose place on this map is not known. */
  unplaced: number;
}

export interface Published {
  value: number;
  /** Place in the list of sources; null for a sum of parts. */
  source: number | null;
}

/** All that the figures of an area are made of. */
export interface Grounds {
  units: readonly Unit[];
  hasRound: boolean;
  /** By commune, and by village where villages are among the units. */
  origins: ReadonlyMap<string, Origin>;
  sums: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Published figures of an area by measure. */
  published: ReadonlyMap<string, ReadonlyMap<string, Published>>;
  /** Sums of the published figures of the villages of a commune, where every village has one. */
  publishedVillages: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

interface Count {
  value: number;
  units: number;
  known: number;
  reasons: Reason[];
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
  const { units, published, publishedVillages } = grounds;
  const byId = new Map(units.map((unit) => [unit.id as string, unit]));
  const below = Map.groupBy(units, ({ parentId }) => parentId as string);
  const definitions = new Map(measures.map((measure) => [measure.id as string, measure]));

  function publishedOf(unitId: string, measure: string): Published | null {
    const own = published.get(unitId)?.get(measure);
    if (own) return own;
    if (byId.get(unitId)!.level === 'commune') {
      const villages = publishedVillages.get(unitId)?.get(measure);
      return villages === undefined ? null : { value: villages, source: null };
    }
    const parts = (below.get(unitId) ?? []).map((part) => publishedOf(part.id, measure));
    if (parts.length === 0 || parts.includes(null)) return null;
    return { value: parts.reduce((sum, part) => sum + part!.value, 0), source: null };
  }

  function counted(unit: Unit, measure: Measure): Count {
    if (unit.level === 'commune' || unit.level === 'village') {
      const reason = whyNot(grounds, unit.id, measure);
      const value = grounds.sums.get(unit.id)?.get(measure.id) ?? 0;
      return reason ? { value: 0, units: 1, known: 0, reasons: [reason] } : { value, units: 1, known: 1, reasons: [] };
    }
    const sum: Count = { value: 0, units: 0, known: 0, reasons: [] };
    for (const part of below.get(unit.id) ?? []) {
      const { value, units: all, known, reasons } = counted(part, measure);
      sum.value += value;
      sum.units += all;
      sum.known += known;
      sum.reasons.push(...reasons);
    }
    return { ...sum, reasons: sumOfReasons(sum.reasons) };
  }

  function countOf(unit: Unit, measure: Measure): Figure {
    const { value, units: all, known, reasons } = isCounted(measure)
      ? counted(unit, measure)
      : { value: 0, units: 0, known: 0, reasons: [because(measure.kind === 'statistic' ? 'not_published' : 'no_data')] };
    if (all > 0 && known === all) return { value, basis: 'households', reason: null, source: null };
    const elsewhere = publishedOf(unit.id, measure.id);
    if (elsewhere) return { value: elsewhere.value, basis: elsewhere.source === null ? 'sum_of_published' : 'published', reason: null, source: elsewhere.source };
    if (!isCounted(measure) || grounds.hasRound) return unknown(known > 0 ? because('partly', { known, units: all }) : (reasons[0] ?? because('not_listed')));
    return unknown(because('no_round'));
  }

  function rateOf(unit: Unit, { id, of, over }: Measure): Figure {
    const own = published.get(unit.id)?.get(id);
    if (own) return { value: own.value, basis: 'published', reason: null, source: own.source };
    const [part, whole] = [figure(unit.id, of!), figure(unit.id, over!)];
    const value = rate(part.value, whole.value);
    return value === null ? unknown(part.reason ?? whole.reason ?? because('no_households')) : { value, basis: 'computed', reason: null, source: null };
  }

  function figure(unitId: string, measureId: MeasureId): Figure {
    const unit = byId.get(unitId)!;
    const measure = definitions.get(measureId)!;
    return measure.kind === 'rate' ? rateOf(unit, measure) : countOf(unit, measure);
  }
  return figure;
}

/** Why a commune or village does not know a counted measure; null where it does. */
function whyNot({ origins, sums }: Grounds, unitId: string, measure: Measure): Reason | null {
  const { communes, unplaced } = origins.get(unitId) ?? { communes: [], unplaced: 0 };
  if (communes.length === 0) return because('not_listed');
  const reasons = communes.map(({ whole, villages }) => partsMissing((whole === null && villages.length > 0 ? villages : [whole]).map((one) => whyNotListed(one, measure))));
  const missing = partsMissing(reasons);
  if (missing) return missing;
  if (unplaced > 0) return because('not_placed', { villages: unplaced });
  const unclear = whyUnclear(measure, (id) => sums.get(unitId)?.get(id) ?? 0);
  if (unclear) return unclear;
  const unsized = measure.grain === 'person' ? (sums.get(unitId)?.get(`unsized.${measure.class}`) ?? 0) : 0;
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

/** The reasons of parts that are all unknown: the households of which something is unclear are added up, else the first is told. */
function sumOfReasons(reasons: readonly Reason[]): Reason[] {
  if (!reasons.every(({ code }) => code === 'unclear')) return reasons.slice(0, 1);
  return reasons.length === 0 ? [] : [because('unclear', { households: reasons.reduce((all, { details }) => all + details['households']!, 0) })];
}

/** What parts make of a whole: known where all are, else how many are, else why the first is not. */
function partsMissing(reasons: readonly (Reason | null)[]): Reason | null {
  const missing = reasons.filter((reason) => reason !== null);
  const known = reasons.length - missing.length;
  return missing.length > 0 && known > 0 ? because('partly', { known, units: reasons.length }) : (missing[0] ?? null);
}

function whyNotListed(listed: Listed | null, measure: Measure): Reason | null {
  // A household is found insufficient only where some class was listed; then all of them are known.
  if (!listed || (measure.class !== 'insufficient' && !listed.classes.includes(measure.class!))) return because('not_listed');
  const asked = measure.indicator !== null ? [measure.indicator] : measure.unit === 'deprivation' ? listed.standardIndicators : [];
  return asked.every((code) => listed.indicators.includes(code)) ? null : because('not_asked');
}
