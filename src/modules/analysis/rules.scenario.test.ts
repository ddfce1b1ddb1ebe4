import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { HouseholdClass } from '#modules/standards/contract.ts';
import { areaKindsInColumns, classifyColumns, type HouseholdColumns } from '#modules/standards/rules.columns.ts';
import { getStandard } from '#modules/standards/service.ts';
import { carriedOver, changedStandard } from './rules.scenario.ts';

const on = plainDate('2026-12-31');
const [from, to] = [getStandard('P2022').standard, getStandard('P2027').standard];
const mask = fc.integer({ min: 0, max: 2 ** from.indicators.length - 1 });

const one = (income: number, b1: number, deprived: number, unknown: number, kind: number): HouseholdColumns => ({
  income: Float64Array.of(income),
  b1: Int16Array.of(b1),
  copiedB2: Int16Array.of(-1),
  deprived: Int32Array.of(deprived & ~unknown),
  unknown: Int32Array.of(unknown),
  areaKind: Uint8Array.of(kind),
});

const classUnder = (standard: typeof to, columns: HouseholdColumns): HouseholdClass => HouseholdClass.options[classifyColumns(columns, standard, { date: on, local: null }).class[0]!]!;

describe('a B1 score under another standard', () => {
  const household = fc.record({ b1: fc.integer({ min: 0, max: 220 }), kind: fc.constantFrom(1, 2), deprived: mask, unknown: mask });
  const cutOf = (kind: number): number => (from.b1_cuts.criterion[areaKindsInColumns[kind]!] as { value: number }[])[0]!.value;
  const lineOf = (kind: number): number => (from.lines.criterion[areaKindsInColumns[kind]!] as { value: number }[])[0]!.value;

  it('at or under the cut gives the class of any income that it may stand for; above it says nothing', () => {
    fc.assert(
      fc.property(household, fc.double({ min: 0, max: 1, noNaN: true }), ({ b1, kind, deprived, unknown }, share) => {
        const found = classUnder(to, carriedOver(one(NaN, b1, deprived, unknown, kind), from, to, [], on));
        const income = b1 <= cutOf(kind) ? Math.floor(share * lineOf(kind)) : NaN;
        expect(found).toBe(classUnder(to, carriedOver(one(income, -1, deprived, unknown, kind), from, to, [], on)));
      }),
    );
  });

  it('says nothing where a line of the other standard is lower than what it stands for', () => {
    const lower = changedStandard(to, { lines: { criterion: { rural: lineOf(1) - 1 } } });
    const all = 2 ** from.indicators.length - 1;
    expect(classUnder(lower, carriedOver(one(NaN, 0, all, 0, 1), from, lower, [], on))).toBe('insufficient');
    expect(classUnder(to, carriedOver(one(NaN, 0, all, 0, 1), from, to, [], on))).toBe('poor');
  });
});
