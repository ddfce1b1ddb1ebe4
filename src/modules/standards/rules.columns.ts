import type { PlainDate } from '#kernel/plain-date.ts';
import { Facts, largestScore, type Answer } from './contract.facts.ts';
import { HouseholdClass, type AreaKind } from './contract.ts';
import type { LocalStandard, Standard } from './contract.packs.ts';
import { countDeprivations, type DeprivationCount } from './rules.count.ts';
import type { Measure } from './rules.income.ts';
import { indicatorCodes } from './rules.masks.ts';
import { classesFrom } from './rules.ts';
import { knownOn } from './rules.values.ts';

/** Many households side by side: what their class rests on, a column for each, all of the same length. */
export interface HouseholdColumns {
  /** Đồng per person and month; NaN is unknown. */
  income: Float64Array;
  /** The B1 score that counts, worked out or copied; -1 is none. */
  b1: Int16Array;
  /** The B2 sum copied from a paper; -1 is none. */
  copiedB2: Int16Array;
  /** Masks of the indicators by the order of the standard (rules.masks.ts). */
  deprived: Int32Array;
  unknown: Int32Array;
  /** Place in `areaKindsInColumns`. */
  areaKind: Uint8Array;
}

export const areaKindsInColumns = [null, 'rural', 'urban'] as const satisfies (AreaKind | null)[];

/** Classes as numbers: places in `HouseholdClass.options`. */
export interface ClassColumns {
  class: Uint8Array;
  /** Under the province's own lines, where it has any. */
  local: Uint8Array | null;
}

export interface ColumnsContext {
  /** The day of the round: which dated values hold. */
  date: PlainDate;
  local: LocalStandard | null;
}

type Line = Record<AreaKind, Standard['lines']['criterion']['rural'] | Standard['b1_cuts']['criterion']['rural']>;

/** The edges at which a number changes what follows from it: at an edge means under it. */
function edgesOf(lines: readonly (Line | undefined)[], on: PlainDate): number[] {
  const known = lines.flatMap((line) => (line ? [line.rural, line.urban] : [])).flatMap((values) => knownOn<{ value: number; from: PlainDate; provision: string }>(values, on)?.value ?? []);
  return [...new Set(known)].sort((a, b) => a - b);
}

/** A number that stands for all between two edges. */
const between = (edges: readonly number[], place: number): number => edges[place] ?? (edges.at(-1) ?? 0) + 1;

const notYet = 255;

/**
 * Classifies many households at once. It knows no law of its own: households that no rule can tell apart (income or score between the same two
 * edges, area kind, numbers of deprivations) share a cell, and the class of a cell is what the one classifier says of them.
 * `rules.columns.test.ts` proves it against one by one; so does `npm run bench -- classify`, on millions.
 */
export function classifyColumns(columns: HouseholdColumns, standard: Standard, { date, local }: ColumnsContext): ClassColumns {
  const of = standard.indicators.length;
  const incomes = edgesOf([...Object.values(standard.lines), ...Object.values(local?.lines ?? {})], date);
  const scores = edgesOf([...Object.values(standard.b1_cuts), ...Object.values(local?.b1_cuts ?? {})], date);
  const counted = countsOf(standard, date);

  const counts = of + 1;
  const ofKind = counts * counts;
  const ofMeasure = ofKind * areaKindsInColumns.length;
  /** Places of a measure: unknown, the stretches of income, the stretches of the score. */
  const firstScore = 1 + incomes.length + 1;
  const national = new Uint8Array((firstScore + scores.length + 1) * ofMeasure).fill(notYet);
  const provincial = local === null ? null : new Uint8Array(national.length).fill(notYet);

  function measureAt(place: number): Measure | null {
    if (place === 0) return null;
    return place < firstScore ? { income: between(incomes, place - 1) } : { points: between(scores, place - firstScore) };
  }
  function fill(cell: number): void {
    const area = areaKindsInColumns[Math.floor((cell % ofMeasure) / ofKind)]!;
    const count = { ...nothingCounted, of, least: Math.floor((cell % ofKind) / counts), most: cell % counts };
    const found = classesFrom(measureAt(Math.floor(cell / ofMeasure)), count, standard, { date, area, local });
    national[cell] = HouseholdClass.options.indexOf(found.national);
    if (provincial !== null) provincial[cell] = HouseholdClass.options.indexOf(found.local!);
  }

  const { income, b1, copiedB2, deprived, unknown, areaKind } = columns;
  const classes = new Uint8Array(income.length);
  const localClasses = provincial === null ? null : new Uint8Array(income.length);
  for (let row = 0; row < classes.length; row++) {
    const amount = income[row]!;
    const score = b1[row]!;
    let measure = 0;
    if (amount === amount) {
      measure = 1;
      for (let edge = 0; edge < incomes.length && amount > incomes[edge]!; edge++) measure++;
    } else if (score >= 0) {
      measure = firstScore;
      for (let edge = 0; edge < scores.length && score > scores[edge]!; edge++) measure++;
    }
    const least = bits(deprived[row]!);
    const most = least + bits(unknown[row]!);
    const copied = copiedB2[row]!;
    const cell = measure * ofMeasure + areaKind[row]! * ofKind + (copied < 0 ? least * counts + most : counted(copied, least, most));
    if (national[cell] === notYet) fill(cell);
    classes[row] = national[cell]!;
    if (localClasses !== null) localClasses[row] = provincial![cell]!;
  }
  return { class: classes, local: localClasses };
}

const nothingCounted = { b2: null, b2Basis: null, steps: [], notes: [] } satisfies Partial<DeprivationCount>;

/** What a sum copied from a paper makes of the numbers of deprivations, as a place `least * (of + 1) + most`. Asked once for each combination. */
function countsOf(standard: Standard, date: PlainDate): (copied: number, least: number, most: number) => number {
  const codes = indicatorCodes(standard);
  const counts = codes.length + 1;
  const places = new Int16Array((largestScore + 1) * counts * counts).fill(-1);
  return (copied, least, most) => {
    const key = (copied * counts + least) * counts + most;
    if (places[key] === -1) {
      const answers = Object.fromEntries(codes.map((code, place): [string, Answer] => [code, place < least ? 'yes' : place < most ? 'unknown' : 'no']));
      const settled = countDeprivations({ ...nothingKnown, copiedB2: copied }, standard, answers, date);
      places[key] = settled.least * counts + settled.most;
    }
    return places[key]!;
  };
}

const nothingKnown = Facts.parse({});

/** How many bits of a 32-bit number are set. */
function bits(mask: number): number {
  let rest = mask - ((mask >> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >> 2) & 0x33333333);
  return (((rest + (rest >> 4)) & 0x0f0f0f0f) * 0x01010101) >> 24;
}
