import type { PlainDate } from '#kernel/plain-date.ts';
import { HouseholdClass } from '#modules/standards/contract.ts';
import type { Indicator } from '#modules/standards/contract.packs.ts';
import { answersInColumns, findInColumns, type FactColumns } from '#modules/standards/rules.columns.facts.ts';
import type { HouseholdColumns } from '#modules/standards/rules.columns.ts';
import type { Move, UnitEffect } from './contract.ts';
import type { Register } from './rules.register.ts';
import { direction } from './rules.scenario.ts';

const [, no, yes] = answersInColumns.keys();

/**
 * Answers anew some indicators (each with its place in the masks) from the raw facts, and puts the answers into the columns. An answer without raw
 * facts stays as it was carried over; says how many households have one.
 */
export function judgeAnew(columns: HouseholdColumns, facts: FactColumns, others: readonly { indicator: Indicator; bit: number }[], on: PlainDate): number {
  const { deprived, unknown } = columns;
  const isSilent = new Uint8Array(others.length === 0 ? 0 : deprived.length);
  for (const { indicator, bit } of others) {
    const answers = findInColumns(indicator, facts, on)!;
    const mask = 1 << bit;
    for (let row = 0; row < answers.length; row++) {
      const answer = answers[row]!;
      if (answer === yes) deprived[row]! |= mask;
      else if (answer === no) deprived[row]! &= ~mask;
      else {
        isSilent[row] = 1;
        continue;
      }
      unknown[row]! &= ~mask;
    }
  }
  return isSilent.reduce((sum, one) => sum + one, 0);
}

const classes = HouseholdClass.options;
const cells = classes.length ** 2;

/** How many households, and persons of those whose size is known, go from each class to each; for each unit and, at the end, for what lies in none. */
export interface Transitions {
  households: Float64Array;
  persons: Float64Array;
}

/** `unitOf` gives a village the place of its unit; undefined for none. */
export function transitionsBetween(before: Uint8Array, after: Uint8Array, { villages, size }: Pick<Register, 'villages' | 'size'>, unitOf: (village: string) => number | undefined, units: number): Transitions {
  const households = new Float64Array((units + 1) * cells);
  const persons = new Float64Array((units + 1) * cells);
  for (const { id, from, to } of villages) {
    const first = (unitOf(id) ?? units) * cells;
    for (let row = from; row < to; row++) {
      const cell = first + before[row]! * classes.length + after[row]!;
      households[cell]!++;
      persons[cell]! += size[row]!;
    }
  }
  return { households, persons };
}

/** The same for all units together, without the cells that nobody is in. */
export function movesIn({ households, persons }: Transitions): Move[] {
  const sum = (counts: Float64Array, cell: number): number => counts.reduce((all, count, place) => (place % cells === cell ? all + count : all), 0);
  return classes.flatMap((from, place) =>
    classes.flatMap((to, other) => {
      const cell = place * classes.length + other;
      const found = sum(households, cell);
      return found > 0 ? [{ from, to, households: found, persons: sum(persons, cell) }] : [];
    }),
  );
}

/** The effect on one unit. */
export function effectOn({ households }: Transitions, unit: number): Omit<UnitEffect, 'area'> {
  const effect = { poor: { before: 0, after: 0 }, nearPoor: { before: 0, after: 0 }, worse: 0, better: 0 };
  classes.forEach((from, place) =>
    classes.forEach((to, other) => {
      const count = households[unit * cells + place * classes.length + other]!;
      if (from === 'poor') effect.poor.before += count;
      if (to === 'poor') effect.poor.after += count;
      if (from === 'near_poor') effect.nearPoor.before += count;
      if (to === 'near_poor') effect.nearPoor.after += count;
      const way = direction(from, to);
      if (way === 'worse' || way === 'better') effect[way] += count;
    }),
  );
  return effect;
}
