/** What a map shows of one area. */
export interface MapValue {
  name: string;
  /** Null is unknown: drawn hatched. */
  value: number | null;
  /** Shown with ≈. */
  estimated?: boolean;
  /** Further lines for the one who points at it: `1.925 hộ nghèo`. */
  detail?: string;
}

/** Upper ends of the first four of five steps, so that each step holds about as many areas. Fewer where few values differ. */
export function stepsOf(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const ends = [0.2, 0.4, 0.6, 0.8].map((part) => sorted[Math.floor(part * (sorted.length - 1))]!);
  return [...new Set(ends)].filter((end) => end < sorted.at(-1)!);
}

/** The step of a value, from 0: the first whose end it does not pass. */
export function stepOf(value: number, ends: readonly number[]): number {
  const step = ends.findIndex((end) => value <= end);
  return step === -1 ? ends.length : step;
}
