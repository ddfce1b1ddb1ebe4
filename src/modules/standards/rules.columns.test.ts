import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { Facts, type Answer } from './contract.facts.ts';
import { HouseholdClass } from './contract.ts';
import { testBook } from './cases/book.ts';
import { areaKindsInColumns, classifyColumns, type HouseholdColumns } from './rules.columns.ts';
import { indicatorCodes, packMasks } from './rules.masks.ts';
import { classify } from './rules.ts';

const date = plainDate('2025-12-31');

interface Household {
  income: number | null;
  b1: number | null;
  copiedB2: number | null;
  indicators: Record<string, Answer>;
  kind: number;
}

function columnsOf(households: readonly Household[], codes: readonly string[]): HouseholdColumns {
  const masks = households.map(({ indicators }) => packMasks(indicators, codes));
  return {
    income: Float64Array.from(households, ({ income }) => income ?? NaN),
    b1: Int16Array.from(households, ({ b1 }) => b1 ?? -1),
    copiedB2: Int16Array.from(households, ({ copiedB2 }) => copiedB2 ?? -1),
    deprived: Int32Array.from(masks, ({ yes }) => yes),
    unknown: Int32Array.from(masks, ({ unknown }) => unknown),
    areaKind: Uint8Array.from(households, ({ kind }) => kind),
  };
}

const lines = Object.values(testBook.standards).flatMap(({ lines }) => [lines.poor_alone, lines.criterion, lines.average].flatMap((line) => (line ? [line.rural, line.urban] : [])));
const nearALine = lines.flatMap((line) => ('unknown' in line ? [] : line.map(({ value }) => value)));

describe.each(Object.values(testBook.standards))('in columns under $id', (standard) => {
  const codes = indicatorCodes(standard);
  const household = fc.record({
    income: fc.option(fc.oneof(fc.constantFrom(...nearALine).chain((value) => fc.integer({ min: value - 1, max: value + 1 })), fc.integer({ min: 0, max: 6_000_000 }))),
    b1: fc.option(fc.integer({ min: 0, max: 300 })),
    copiedB2: fc.option(fc.integer({ min: 0, max: 140 })),
    indicators: fc.tuple(...codes.map(() => fc.constantFrom<Answer>('yes', 'no', 'unknown'))).map((answers) => Object.fromEntries(codes.map((code, place) => [code, answers[place]!]))),
    kind: fc.nat(areaKindsInColumns.length - 1),
  });
  const locals = [null, ...Object.values(testBook.locals).filter(({ base }) => base === standard.id)];

  it.each(locals)('every household gets the class that it gets one by one (%o)', (local) => {
    fc.assert(
      fc.property(fc.array(household, { minLength: 20, maxLength: 60 }), (households) => {
        const { class: found, local: foundLocally } = classifyColumns(columnsOf(households, codes), standard, { date, local });
        households.forEach(({ income, b1, copiedB2, indicators, kind }, row) => {
          const facts = Facts.parse({ income, copiedB1: b1, copiedB2, indicators });
          const one = classify(facts, standard, { date, area: areaKindsInColumns[kind]!, region: null, instrument: null, local, demonstration: false });
          expect(HouseholdClass.options[found[row]!]).toBe(one.class);
          expect(foundLocally === null ? undefined : HouseholdClass.options[foundLocally[row]!]).toBe(one.local?.class);
        });
      }),
    );
  });
});
