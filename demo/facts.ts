import { z } from 'zod';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { HouseholdIntake, MemberIntake } from '#modules/households/contract.intake.ts';
import type { AreaKind, HouseholdClass } from '#modules/standards/contract.ts';
import { Facts } from '#modules/standards/contract.facts.ts';
import { AgeBand, type Standard } from '#modules/standards/contract.packs.ts';
import { knownOn, valueOn } from '#modules/standards/rules.values.ts';
import type { Random } from './random.ts';

export type StandardOf = (id: string) => Standard;

/** Nothing known. */
export const noFacts: Facts = Facts.parse({});
export const noGroups: HouseholdIntake['groups'] = { minority: null, noLabour: null, merit: null };

/** The lines that a round measures by, taken from the standard so that no amount of the law stands here. */
export interface Lines {
  /** Only the standard of 2016 has it. */
  poorAlone: number | null;
  criterion: number;
  average: number;
  b1Criterion: number;
  minDeprived: number;
  pointsEach: number;
  /** School levels that fit the ages of children; none where the standard does not name them. */
  schoolBands: readonly AgeBand[];
}

function needed(value: { value: number } | null, what: string): number {
  if (value === null) throw new Error(`the demonstration needs a known ${what}`);
  return value.value;
}

function schoolBandsOf({ indicators }: Pick<Standard, 'indicators'>, on: PlainDate): AgeBand[] {
  const threshold = indicators.find(({ code }) => code === 'GD2')?.threshold;
  if (!threshold || 'unknown' in threshold || !threshold.parameters['bands']) return [];
  return z.array(AgeBand).parse(valueOn(threshold.parameters['bands'], on).value);
}

export function linesOf({ lines, b1_cuts, min_deprived, points_per_indicator, indicators }: Standard, kind: AreaKind, on: PlainDate): Lines {
  return {
    poorAlone: lines.poor_alone ? needed(knownOn(lines.poor_alone[kind], on), 'poverty line') : null,
    criterion: needed(knownOn(lines.criterion[kind], on), 'income line'),
    average: needed(knownOn(lines.average[kind], on), 'upper limit of an average living standard'),
    b1Criterion: needed(knownOn(b1_cuts.criterion[kind], on), 'B1 cut'),
    minDeprived: valueOn(min_deprived, on).value,
    schoolBands: schoolBandsOf({ indicators }, on),
    pointsEach: needed(knownOn(points_per_indicator, on), 'number of points for an indicator'),
  };
}

/** Incomes are told in steps of ten thousand đồng. */
const incomeStep = 10_000;

/** An income above `over` and not above `upTo`, more often in the upper half. */
export function incomeBetween(random: Random, over: number, upTo: number): number {
  const steps = (upTo - over) / incomeStep;
  return over + Math.max(random.int(1, steps), random.int(1, steps)) * incomeStep;
}

/** The answers of the form: yes for the deprivations, no for all other indicators. */
export function answers(codes: readonly string[], deprived: ReadonlySet<string>): Facts['indicators'] {
  return Object.fromEntries(codes.map((code) => [code, deprived.has(code) ? 'yes' : 'no']));
}

/** `count` different codes, the heavier ones more often; fewer where there are not as many. */
export function pickCodes(random: Random, weights: readonly (readonly [string, number])[], count: number): Set<string> {
  const chosen = new Set<string>();
  while (chosen.size < Math.min(count, weights.length)) chosen.add(random.weighted(weights.filter(([code]) => !chosen.has(code))));
  return chosen;
}

/** A household of a list with what every place here has in common. */
export function household(
  number: string,
  members: MemberIntake[],
  stated: HouseholdClass | null,
  facts: Partial<Facts>,
  rest: Partial<HouseholdIntake> = {},
): HouseholdIntake {
  return {
    source: `mô phỏng: hộ ${number}`,
    village: null,
    number,
    members,
    size: members.length,
    stated,
    decision: null,
    facts: { ...noFacts, people: members.length, ...facts },
    groups: noGroups,
    causes: [],
    ...rest,
  };
}
