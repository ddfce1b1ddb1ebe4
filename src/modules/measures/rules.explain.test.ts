import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rate } from '#kernel/rate.ts';
import { FollowedClass } from '#modules/households/contract.changes.ts';
import { changeKinds } from '#modules/households/rules.changes.ts';
import { stepsOf, type Told } from './rules.explain.ts';
import { kindsOf } from './rules.flows.ts';

/** Counts as the summary has them, from the households of each change; those that the lists do not settle are null. */
function told(of: FollowedClass, changes: Record<string, number>, start: number, opening: number, all: Told['all']): Told {
  const sum = (names: readonly string[]): number => names.reduce((whole, name) => whole + (changes[name] ?? 0), 0);
  const counts = new Map<string, number | null>(kindsOf(of).map(({ kind, changes: own }) => [kind, sum(own)]));
  for (const [way, unknown] of [['out', 'unknown_out'], ['in', 'unknown_in']] as const) {
    if ((changes[unknown] ?? 0) === 0) continue;
    for (const kind of Object.keys(changeKinds[of][way])) if (!/^(other|unknown)_/.test(kind)) counts.set(kind, null);
  }
  const total = (way: 'out' | 'in'): number => sum(Object.values(changeKinds[of][way]).flat());
  return { class: of, start, opening, end: opening - total('out') + total('in'), counts, all };
}

const households = { new_poor: 3, relapsed_poor: 2, near_poor_to_poor: 4, poor_to_near_poor: 10, escaped_poor: 5, other_in: 1, other_out: 2, unexplained: 1 };

describe('an explanation', () => {
  it('goes from start to end, the rare parts only where there are any', () => {
    const steps = stepsOf(told('poor', households, 60, 60, null));
    expect(steps.map(({ step, value }) => [step, value])).toEqual([
      ['start', 60], ['poor_to_near_poor', -10], ['escaped_poor', -5], ['other_out', -2], ['unexplained', -1],
      ['near_poor_to_poor', 4], ['relapsed_poor', 2], ['new_poor', 3], ['other_in', 1], ['end', 52],
    ]);
  });
  it('makes one step of a direction that the lists do not settle', () => {
    const steps = stepsOf(told('poor', { ...households, unknown_in: 7 }, 60, 60, null));
    expect(steps.filter(({ value }) => value > 0).map(({ step, value }) => [step, value])).toEqual([['start', 60], ['entries', 16], ['other_in', 1], ['end', 59]]);
  });
  it('tells a change of the map, of all households and of the standard apart', () => {
    const steps = stepsOf(told('poor', { ...households, standard_in: 20, standard_out: 3 }, 50, 60, { start: 500, end: 520 }));
    expect(steps.filter(({ step }) => ['boundary', 'total', 'standard'].includes(step)).map(({ step, value, points }) => [step, value, points])).toEqual([
      ['total', 0, rate(50, 520)! - rate(50, 500)!], ['boundary', 10, rate(60, 520)! - rate(50, 520)!], ['standard', 17, rate(69, 520)! - rate(52, 520)!],
    ]);
  });
  it.each(FollowedClass.options)('adds up exactly, households and points: %s', (of) => {
    const names = [...new Set(Object.values(changeKinds[of]).flatMap((ways) => Object.values(ways).flat()))].filter((name) => name !== 'grown' && name !== 'shrunk');
    const counts = fc.record(Object.fromEntries(names.map((name) => [name, fc.nat(300)])));
    const all = fc.option(fc.record({ start: fc.integer({ min: 3_000, max: 90_000 }), end: fc.integer({ min: 3_000, max: 90_000 }) }));
    fc.assert(
      fc.property(counts, fc.nat(500), fc.nat(2000), all, (changes, start, more, whole) => {
        const steps = stepsOf(told(of, changes, start, start + more, whole));
        const [first, last] = [steps[0]!, steps.at(-1)!];
        const between = steps.slice(1, -1);
        expect(between.reduce((sum, { value }) => sum + value, first.value)).toBe(last.value);
        if (whole === null) expect(steps.every(({ points }) => points === null)).toBe(true);
        else expect(between.reduce((sum, { points }) => sum + points!, first.points!)).toBe(last.points);
      }),
    );
  });
});
