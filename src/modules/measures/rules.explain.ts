import { rate } from '#kernel/rate.ts';
import type { Change, FollowedClass } from '#modules/households/contract.changes.ts';
import { changeKinds } from '#modules/households/rules.changes.ts';
import type { ExplainedStep } from './contract.ts';
import { changeId, kindsOf, openingId } from './rules.flows.ts';

/** What an explanation is made of. */
export interface Told {
  class: FollowedClass;
  /** Households on the list before: of the area as it was then, and of the villages that lie in it now. */
  start: number;
  opening: number;
  end: number;
  /** Households by kind of change, null where the lists do not settle it. */
  counts: ReadonlyMap<string, number | null>;
  /** All households then and now; null where they are not known. */
  all: { start: number; end: number } | null;
}

type Part = Pick<ExplainedStep, 'step' | 'value' | 'changes'>;

/** Ids of the measures that the counts of a class come from. */
export const explainedBy = (of: FollowedClass): string[] => [openingId('households', of), `households.${of}`, ...kindsOf(of).map(({ kind }) => changeId('households', of, kind))];

/** Parts that are always shown are those by which classes change; the others only where there are any. */
const rare = new Set(['boundary', 'total', 'unexplained', 'standard', 'unknown_in', 'unknown_out']);

/**
 * How the number of households came from start to end: a change of the map first, then ways out, ways in, and what the standard alone changed.
 * Where the lists do not settle the kinds of one direction, it is one step. The steps between start and end add up to their difference; so do
 * the points of the rate, since each is the difference of two rounded levels.
 */
export function stepsOf(told: Told): ExplainedStep[] {
  const { start, opening, end, all } = told;
  const between = [part('boundary', opening - start, []), ...waysOf(told, 'out', -1), ...waysOf(told, 'in', 1), standardOf(told)].filter(({ step, value }) => value !== 0 || !rare.has(step));
  const level = (value: number, over: number | undefined): number | null => (over === undefined ? null : rate(value, over));
  let count = start;
  let reached = level(start, all?.start);
  const move = (to: number, one: Part): ExplainedStep => {
    count = to;
    const [before, now] = [reached, level(count, all?.end)];
    reached = now;
    return { ...one, points: before === null || now === null ? null : now - before };
  };
  const first: ExplainedStep = { ...part('start', start, []), points: reached };
  const total = all !== null && all.start !== all.end ? [move(start, part('total', 0, []))] : [];
  const steps = between.map((one) => move(count + one.value, one));
  return [first, ...total, ...steps, { ...part('end', end, []), points: level(end, all?.end) }];
}

const part = (step: ExplainedStep['step'], value: number, changes: readonly Change[]): Part => ({ step, value, changes: [...changes] });

function waysOf({ class: of, counts }: Told, way: 'out' | 'in', sign: 1 | -1): Part[] {
  const kinds = Object.entries(changeKinds[of][way]) as [string, readonly Change[]][];
  const review = kinds.filter(([kind]) => !kind.startsWith('other_'));
  const sum = way === 'out' ? 'exits' : 'entries';
  const isSettled = review.every(([kind]) => counts.get(kind) !== null);
  const steps = isSettled
    ? review.map(([kind, changes]) => part(kind as Change, sign * counts.get(kind)!, changes))
    : [part(sum, sign * counts.get(sum)!, review.flatMap(([, changes]) => changes))];
  const [other, apart] = way === 'out' ? (['other_out', ['unexplained', 'standard_out']] as const) : (['other_in', ['standard_in']] as const);
  const rest = apart.reduce((left, kind) => left - counts.get(kind)!, counts.get(other)!);
  const unexplained = way === 'out' ? [part('unexplained', -counts.get('unexplained')!, ['unexplained'])] : [];
  return [...steps, part(other, sign * rest, [other]), ...unexplained];
}

function standardOf({ counts }: Told): Part {
  return part('standard', counts.get('standard_in')! - counts.get('standard_out')!, ['standard_in', 'standard_out']);
}
