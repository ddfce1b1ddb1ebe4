import type { Answer } from './contract.facts.ts';
import type { Standard } from './contract.packs.ts';

/** Deprivations as two numbers for storage and for counting over columns: bit i is the i-th indicator of the standard. */
export interface Masks {
  yes: number;
  unknown: number;
}

/** The codes of a standard's indicators in the order of its columns. */
export const indicatorCodes = ({ indicators }: Standard): string[] => indicators.map(({ code }) => code);

const bits = (codes: readonly string[], test: (code: string) => boolean): number =>
  codes.reduce((mask, code, index) => (test(code) ? mask | (1 << index) : mask), 0);

/** A code that is left out is unknown. */
export function packMasks(deprivations: Readonly<Record<string, Answer>>, codes: readonly string[]): Masks {
  return {
    yes: bits(codes, (code) => deprivations[code] === 'yes'),
    unknown: bits(codes, (code) => (deprivations[code] ?? 'unknown') === 'unknown'),
  };
}

export function unpackMasks({ yes, unknown }: Masks, codes: readonly string[]): Record<string, Answer> {
  const answerAt = (index: number): Answer => (unknown & (1 << index) ? 'unknown' : yes & (1 << index) ? 'yes' : 'no');
  return Object.fromEntries(codes.map((code, index) => [code, answerAt(index)]));
}
