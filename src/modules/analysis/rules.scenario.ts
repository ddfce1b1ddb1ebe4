import type { PlainDate } from '#kernel/plain-date.ts';
import { HouseholdClass } from '#modules/standards/contract.ts';
import type { Indicator, Standard } from '#modules/standards/contract.packs.ts';
import { canonicalJson } from '#modules/standards/rules.canonical.ts';
import { areaKindsInColumns, type HouseholdColumns } from '#modules/standards/rules.columns.ts';
import { valueOn } from '#modules/standards/rules.values.ts';
import type { Changes, Cost, Move, Tally } from './contract.ts';
import { problem } from './problems.ts';

/** The parameters of a threshold that are numbers, by name, with the value that would be changed. */
export function numericParameters({ threshold }: Indicator): Record<string, number> {
  if ('unknown' in threshold) return {};
  return Object.fromEntries(Object.entries(threshold.parameters).flatMap(([name, values]) => (typeof values.at(-1)!.value === 'number' ? [[name, values.at(-1)!.value as number]] : [])));
}

type Money = Standard['lines']['criterion']['rural'];
type Points = Standard['b1_cuts']['criterion']['rural'];

/**
 * A standard with other values, which hold from its first day. The provisions stay those of the standard: a scenario is explained nowhere
 * and stored nowhere as law. Throws `analysis.no-such-line`, `analysis.no-such-indicator`, `analysis.no-such-parameter`.
 */
export function changedStandard(standard: Standard, { lines = {}, b1Cuts = {}, minDeprived, thresholds = [], without = [] }: Changes): Standard {
  const { from, classes: law, scoring } = standard;
  const strange = (line: string): never => {
    throw problem('analysis.no-such-line', { standard: standard.id, line });
  };
  const money = (value: number): Money => [{ value, unit: 'dong_per_person_per_month', from, provision: law.poor }];
  const points = (value: number): Points => [{ value, unit: 'points', from, provision: scoring }];
  const known = (code: string): Indicator => {
    const found = standard.indicators.find((indicator) => indicator.code === code);
    if (!found) throw problem('analysis.no-such-indicator', { standard: standard.id, code, known: standard.indicators.map((indicator) => indicator.code).join(', ') });
    return found;
  };
  for (const code of [...without, ...thresholds.map(({ indicator }) => indicator)]) known(code);
  const newLines = (Object.entries(lines) as [keyof Standard['lines'], Kinds][]).map(([name, kinds]) => [name, replaced(standard.lines[name] ?? strange(name), kinds, money)]);
  const newCuts = (Object.entries(b1Cuts) as [keyof Standard['b1_cuts'], Kinds][]).map(([name, kinds]) => [name, replaced(standard.b1_cuts[name] ?? strange(`B1 ${name}`), kinds, points)]);
  return {
    ...standard,
    lines: { ...standard.lines, ...Object.fromEntries(newLines) },
    b1_cuts: { ...standard.b1_cuts, ...Object.fromEntries(newCuts) },
    min_deprived: minDeprived === undefined ? standard.min_deprived : [{ value: minDeprived, unit: 'indicators', from, provision: law.poor }],
    indicators: standard.indicators.map((indicator) => withThresholds(indicator, thresholds.filter((one) => one.indicator === indicator.code), from)),
  };
}

interface Kinds {
  rural?: number | undefined;
  urban?: number | undefined;
}

function replaced<Line extends { rural: Value; urban: Value }, Value>(line: Line, { rural, urban }: Kinds, value: (amount: number) => Value): Line {
  return { ...line, ...(rural !== undefined && { rural: value(rural) }), ...(urban !== undefined && { urban: value(urban) }) };
}

function withThresholds(indicator: Indicator, changes: NonNullable<Changes['thresholds']>, from: PlainDate): Indicator {
  const { threshold } = indicator;
  if (changes.length === 0) return indicator;
  const known = numericParameters(indicator);
  for (const { parameter } of changes) if (!(parameter in known)) throw problem('analysis.no-such-parameter', { code: indicator.code, parameter, known: Object.keys(known).join(', ') || '–' });
  if ('unknown' in threshold) return indicator;
  const parameters = { ...threshold.parameters };
  for (const { parameter, value } of changes) parameters[parameter] = [{ ...parameters[parameter]!.at(-1)!, value, from }];
  return { ...indicator, threshold: { ...threshold, parameters } };
}

/**
 * The same households as another standard sees them: the answers carried over by the code of the indicator (a code means the same subject in
 * all standards), unknown where the first standard did not ask, and no where an indicator does not count. Sums copied from a paper count
 * only where all indicators count and are the same, B1 scores only under the standard whose form they are of; of another standard they say at most what income they
 * stood for (`incomesStoodFor`).
 */
export function carriedOver(columns: HouseholdColumns, from: Standard, to: Standard, without: readonly string[], on: PlainDate): HouseholdColumns {
  const [before, after] = [from, to].map(({ indicators }) => indicators.map(({ code }) => code)) as [string[], string[]];
  const isSame = before.length === after.length && before.every((code, place) => code === after[place]);
  const sumsCount = isSame && without.length === 0;
  const scoresCount = from.id === to.id;
  const { deprived, unknown } = isSame ? masksWithout(columns, after, without) : masksByCode(columns, before, after, without);
  const length = columns.income.length;
  return {
    ...columns,
    deprived,
    unknown,
    income: scoresCount ? columns.income : incomesStoodFor(columns, from, to, on),
    copiedB2: sumsCount ? columns.copiedB2 : new Int16Array(length).fill(-1),
    b1: scoresCount ? columns.b1 : new Int16Array(length).fill(-1),
  };
}

/**
 * The income of each household where it is known; where only a B1 score at or under a cut is, the line that the cut stands for, since the income is no
 * higher. That is taken only where no line of the other standard is lower: below its lowest line no two incomes differ. NaN is unknown.
 */
function incomesStoodFor({ income, b1, areaKind }: HouseholdColumns, from: Standard, to: Standard, on: PlainDate): Float64Array {
  /** The cuts of an area kind with the line that each stands for, the lowest first. */
  const bounds = areaKindsInColumns.map((kind) => {
    if (kind === null) return [];
    const lowest = Math.min(...Object.values(to.lines).flatMap((line) => valueOf(line?.[kind], on) ?? []));
    return (['poor_alone', 'criterion'] as const).flatMap((name) => {
      const cut = valueOf(from.b1_cuts[name]?.[kind], on);
      const line = valueOf(from.lines[name]?.[kind], on);
      return cut !== null && line !== null && line <= lowest ? [{ cut, line }] : [];
    });
  });
  return income.map((amount, row) => (amount === amount || b1[row]! < 0 ? amount : (bounds[areaKind[row]!]!.find(({ cut }) => b1[row]! <= cut)?.line ?? amount)));
}

const valueOf = (values: Money | Points | undefined, on: PlainDate): number | null => (values === undefined || 'unknown' in values ? null : valueOn<{ value: number; from: PlainDate }>(values, on).value);

type Masks = Pick<HouseholdColumns, 'deprived' | 'unknown'>;

function masksWithout({ deprived, unknown }: Masks, codes: readonly string[], without: readonly string[]): Masks {
  const counting = codes.reduce((mask, code, bit) => (without.includes(code) ? mask & ~(1 << bit) : mask), -1);
  const [yes, unsure] = [deprived.slice(), unknown.slice()];
  for (let row = 0; row < yes.length && without.length > 0; row++) {
    yes[row]! &= counting;
    unsure[row]! &= counting;
  }
  return { deprived: yes, unknown: unsure };
}

function masksByCode(columns: Masks, before: readonly string[], after: readonly string[], without: readonly string[]): Masks {
  const [notAsked, notCounting] = [-1, -2];
  const places = after.map((code) => (without.includes(code) ? notCounting : before.indexOf(code)));
  const deprived = new Int32Array(columns.deprived.length);
  const unknown = new Int32Array(columns.unknown.length);
  for (let row = 0; row < deprived.length; row++) {
    const [yes, unsure] = [columns.deprived[row]!, columns.unknown[row]!];
    let [newYes, newUnsure] = [0, 0];
    for (let bit = 0; bit < places.length; bit++) {
      const place = places[bit]!;
      if (place === notAsked || (place >= 0 && (unsure >> place) & 1)) newUnsure |= 1 << bit;
      else if (place >= 0 && (yes >> place) & 1) newYes |= 1 << bit;
    }
    deprived[row] = newYes;
    unknown[row] = newUnsure;
  }
  return { deprived, unknown };
}

/** The indicators of the standard tried whose threshold is known and another one than in the standard before, with their places; those that do not count are left out. */
export function otherThresholds(base: Standard, tried: Standard, without: readonly string[]): { indicator: Indicator; bit: number }[] {
  const earlier = new Map(base.indicators.map((indicator) => [indicator.code, indicator]));
  return tried.indicators.flatMap((indicator, bit) => {
    const own = earlier.get(indicator.code);
    const isOther = !('unknown' in indicator.threshold) && !without.includes(indicator.code) && (own === undefined || canonicalJson(own.threshold) !== canonicalJson(indicator.threshold));
    return isOther ? [{ indicator, bit }] : [];
  });
}

const classes = HouseholdClass.options;

/** What one class is beside another: poorer is worse. `insufficient` is neither. */
export function direction(from: HouseholdClass, to: HouseholdClass): 'worse' | 'better' | 'other' | 'same' {
  if (from === to) return 'same';
  if (from === 'insufficient' || to === 'insufficient') return 'other';
  return classes.indexOf(to) < classes.indexOf(from) ? 'worse' : 'better';
}

/** Households and persons of a class on one side of the moves. */
export function tallyOf(moves: readonly Move[], side: 'from' | 'to', name: HouseholdClass): Tally {
  const own = moves.filter((move) => move[side] === name);
  return { households: own.reduce((sum, { households }) => sum + households, 0), persons: own.reduce((sum, { persons }) => sum + persons, 0) };
}

/** What is paid on each side, in đồng. */
export function costOf(moves: readonly Move[], { classes: paid, per, amount }: Cost): { before: number; after: number } {
  const heads = (side: 'from' | 'to'): number => paid.reduce((sum, name) => sum + tallyOf(moves, side, name)[per === 'household' ? 'households' : 'persons'], 0);
  return { before: heads('from') * amount, after: heads('to') * amount };
}
