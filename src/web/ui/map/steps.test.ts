import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { circleMarks, radiusOf, scaleOf, stepMarks, stepOf, stepsOf } from './steps.ts';

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('steps', () => {
  it.each([
    ['of even values fall on round numbers', range(1, 1000), [200, 400, 600, 800]],
    ['of rates, in hundredths of a percent, fall on halves of a percent', [113, 245, 260, 352, 410, 487, 561, 660, 745, 812, 955, 1240], [250, 400, 550, 750]],
    ['of few values keep them apart', [3, 3, 3, 9], [5]],
    ['of one value are one', [7, 7], []],
    ['of nothing are none', [], []],
  ])('%s', (_, values, ends) => {
    expect(stepsOf(values)).toEqual(ends);
  });

  it('rise, and none is without an area', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20_000), { minLength: 1, maxLength: 200 }), (values) => {
        const ends = stepsOf(values);
        expect(ends).toEqual([...new Set(ends)].sort((a, b) => a - b));
        expect(new Set(values.map((value) => stepOf(value, ends))).size).toBe(ends.length + 1);
      }),
    );
  });
});

describe('circles', () => {
  it('stand for the number by their surface', () => {
    const scale = scaleOf('circles', [400, 100, null].map((value) => ({ name: '', value })), { units: 3, height: 460 });
    if (scale.as !== 'circles') throw new Error(scale.as);
    expect(radiusOf(400, scale)).toBe(scale.radius);
    expect(radiusOf(100, scale)).toBe(scale.radius / 2);
    expect(radiusOf(0, scale)).toBe(0);
  });

  it('shrink as the units of the map grow many', () => {
    const radius = (units: number): number => (scaleOf('circles', [{ name: '', value: 1 }], { units, height: 460 }) as { radius: number }).radius;
    expect(radius(3321)).toBeLessThan(radius(34) / 3);
  });

  it('shrink where all are large', () => {
    const radius = (...values: number[]): number => (scaleOf('circles', values.map((value) => ({ name: '', value })), { units: 100, height: 460 }) as { radius: number }).radius;
    expect(radius(400, 400, 400)).toBeLessThan(radius(400, 40, 40) * 0.7);
  });

  it('are explained by round numbers that the map holds', () => {
    expect(circleMarks(1925)).toEqual([1000, 400, 90]);
    expect(circleMarks(3)).toEqual([3]);
    expect(circleMarks(0)).toEqual([]);
  });
});

it('the legend runs from the least value to the most', () => {
  const scale = scaleOf('steps', range(1, 1000).map((value) => ({ name: '', value })), { units: 1000, height: 460 });
  if (scale.as !== 'steps') throw new Error(scale.as);
  expect(stepMarks(scale).map(({ from, to }) => [from, to])).toEqual([[1, 200], [200, 400], [400, 600], [600, 800], [800, 1000]]);
});
