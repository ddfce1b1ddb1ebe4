import type { NameLevel } from './rules.matching.names.ts';

/**
 * What each finding of a comparison weighs, in bits: about log2 of how much oftener it is found in two records of one person than in records
 * of two persons that were compared (Fellegi and Sunter). Set by hand to half bits from the counts of the training register of
 * `bench/dedupe.bench.ts` (`npm run bench -- dedupe train` prints them), then moved there where its wrong verdicts showed that findings hang
 * together: a name and a year in one village say less than their counts. Never looked at for this: the evaluation register. Weights of numbers
 * are drawn from what numbers are, since made slips say too little of them.
 */
export const weights = {
  name: {
    same: 6, typed: 6, unmarked: 5.5, marks: 3, spaced: 6, order: 6, middle: 3, initials: 4, spelling: 3, middle_other: -3, given: -5, other: -9,
  } satisfies Record<NameLevel, number>,
  birth: { day: 8, swapped: 7, year: -0.5, part: -0.5, same_year: -5, slip: 3, next_year: -3, other: -8, unknown: -1.5 },
  sex: { same: 0.5, other: -5, unknown: 0 },
  number: { same: 14, slip: 2, other: -9, kinds: 0, implies: 3, unknown: 0 },
  ethnicity: { same: 0.5, other: -2, unknown: 0 },
  place: { village: 1.5, commune: -0.5, elsewhere: -3 },
  role: { heads: 0, one_head: -1, members: 0 },
  around: { several: 9, one: 5, none: -4.5, unknown: -1.5 },
} as const;

export type Feature = keyof typeof weights;

/** The share of the register that bears a name of ordinary frequency; a name borne oftener weighs less, a rarer one more. */
export const ordinaryShare = 2 ** -10;
/** How far the frequency of a name may move its weight, in bits. */
export const frequencyReach = { down: 4, up: 3 } as const;

/**
 * The larger the register, the more strangers of one name and birth live elsewhere in it: beyond so many records, a pair of two places loses
 * a bit with every doubling.
 */
export const ordinaryRegister = 100_000;

/** The odds, in bits, that two records that were brought together for comparison are one person's, before anything is known. */
export const before = -3;

/** From which probability two records are taken for one person's, and from which an officer is asked. */
export const thresholds = { same: 0.95, perhaps: 0.2 } as const;
