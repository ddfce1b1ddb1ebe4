import { rateSteps, type Token } from '../../theme.ts';

/** What a map shows of one area. */
export interface MapValue {
  name: string;
  /** Null is unknown: drawn hatched. */
  value: number | null;
  /** Shown with ≈. */
  estimated?: boolean;
  /** A further line for the one who points at it: `1.925 hộ nghèo`. */
  detail?: () => string;
}

/**
 * How figures become marks. A rate colours its unit in steps. A number is a circle whose surface stands for it: coloured in, a large unit would
 * look worse off than a small one with as many households, and a populous one worse off than a poor one.
 */
export type Scale =
  | { as: 'steps'; /** Null where no figure is known. */ least: number | null; most: number; /** Upper ends of all steps but the last. */ ends: readonly number[] }
  | { as: 'circles'; most: number; /** Of the circle of `most`, in pixels. */ radius: number };

/** Radius of the largest circle, in parts of the height of the map, and the least that the eye can compare, in pixels. */
const widest = 0.06;
/** The radius, in the same parts, of one circle as large as all circles of a map together. */
const together = 0.33;
const smallest = 4;

const known = (values: Iterable<MapValue>): number[] => [...values].flatMap(({ value }) => (value === null ? [] : [value]));

/** The scale of a map, or of maps side by side when given the values of both; `units` is how many the fuller of them draws, `height` its pixels. */
export function scaleOf(as: Scale['as'], values: Iterable<MapValue>, { units, height }: { units: number; height: number }): Scale {
  const numbers = known(values);
  const most = Math.max(0, ...numbers);
  if (as === 'steps') return { as, least: numbers.length === 0 ? null : Math.min(...numbers), most, ends: stepsOf(numbers) };
  // Circles shrink where there are many, and many of them large, so that neighbours do not cover one another more than they must.
  const asTheLargest = most === 0 ? 1 : (units * numbers.reduce((sum, value) => sum + value, 0)) / (numbers.length * most);
  return { as, most, radius: Math.max(smallest, height * Math.min(widest, together / Math.sqrt(asTheLargest))) };
}

/** What a step may be rounded to, coarse first: 50, 20, 10, 5 … of the unit in which the values are whole numbers. */
const roundings = [5, 4, 3, 2, 1, 0].flatMap((power) => [5, 2, 1].map((digit) => digit * 10 ** power));

/**
 * Upper ends of the first four of five steps, so that each holds about as many areas, at numbers as round as that allows: no step may hold less than half
 * of its share. Fewer steps where few values differ.
 */
export function stepsOf(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const exact = [...new Set([0.2, 0.4, 0.6, 0.8].map((part) => sorted[Math.floor(part * (sorted.length - 1))]!))].filter((end) => end < sorted.at(-1)!);
  const fair = sorted.length / (exact.length + 1) / 2;
  for (const to of roundings) {
    const ends = exact.map((end) => Math.round(end / to) * to);
    const held = ends.map((end, step) => sorted.filter((value) => value <= end && (step === 0 || value > ends[step - 1]!)).length);
    if ([...held, sorted.filter((value) => value > (ends.at(-1) ?? -Infinity)).length].every((count) => count >= fair)) return ends;
  }
  return exact;
}

/** The step of a value, from 0: the first whose end it does not pass. */
export function stepOf(value: number, ends: readonly number[]): number {
  const step = ends.findIndex((end) => value <= end);
  return step === -1 ? ends.length : step;
}

/** The colour of a step. With fewer than five the ends of the row of colours are kept and the middle is left out. */
export const tokenOf = (step: number, ends: readonly number[]): Token => rateSteps[Math.round((step * (rateSteps.length - 1)) / Math.max(ends.length, 1))]!;

/** The radius of a number's circle, in pixels. */
export const radiusOf = (value: number, { most, radius }: Extract<Scale, { as: 'circles' }>): number => (most === 0 ? 0 : radius * Math.sqrt(value / most));

/** Each area with its circle, the large ones first so that the small ones lie on top. */
export function circlesOf<S extends { id: string }>(shapes: readonly S[], values: ReadonlyMap<string, MapValue>, scale: Extract<Scale, { as: 'circles' }>): { shape: S; radius: number }[] {
  return shapes
    .map((shape) => ({ shape, radius: radiusOf(values.get(shape.id)?.value ?? 0, scale) }))
    .filter(({ radius }) => radius > 0)
    .sort((a, b) => b.radius - a.radius);
}

/** The largest number of one digit and noughts that is not above `value`. */
function roundBelow(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return Math.floor(value / power) * power;
}

/** The numbers whose circles the legend shows, the largest first. */
export function circleMarks(most: number): number[] {
  const marks = [most, most / 4, most / 20].filter((value) => value >= 1).map(roundBelow);
  return [...new Set(marks)];
}

/** The ranges of the steps, from the least value on the map to the most. */
export function stepMarks({ least, most, ends }: Extract<Scale, { as: 'steps' }>): { from: number; to: number; token: Token }[] {
  if (least === null) return [];
  const marks = [least, ...ends, most];
  return marks.slice(1).map((to, step) => ({ from: marks[step]!, to, token: tokenOf(step, ends) }));
}

/** What a legend must explain besides the scale. */
export interface Signs {
  estimated: boolean;
  unknown: boolean;
}

export function signsOf(values: Iterable<MapValue>): Signs {
  const all = [...values];
  return { estimated: all.some(({ estimated }) => estimated), unknown: all.some(({ value }) => value === null) };
}
