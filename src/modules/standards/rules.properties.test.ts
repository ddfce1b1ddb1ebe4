import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { Facts, type Answer } from './contract.facts.ts';
import type { Classification, HouseholdClass } from './contract.ts';
import type { Standard } from './contract.packs.ts';
import { explain } from './rules.explain.ts';
import { indicatorCodes } from './rules.masks.ts';
import { classify, type ClassifyContext } from './rules.ts';
import { minDeprivedOn } from './rules.packs.ts';
import { viewOf } from './store.packs.ts';
import { testBook } from './cases/book.ts';

const standards = Object.values(testBook.standards);
const standardOf = (id: string): Standard => testBook.standards[id]!;
const context: ClassifyContext = {
  date: plainDate('2025-12-31'),
  area: 'rural',
  region: null,
  instrument: null,
  local: null,
  demonstration: false,
};

/** From the worst off to the best; `insufficient` is none of them. */
const order: HouseholdClass[] = ['poor', 'near_poor', 'average', 'not_poor'];
const isPoorer = (one: HouseholdClass, other: HouseholdClass): boolean => order.indexOf(one) < order.indexOf(other);

const anyStandard = fc.constantFrom(...Object.keys(testBook.standards));
const anyArea = fc.constantFrom('rural' as const, 'urban' as const);
/** Mostly incomes near a line, since that is where mistakes are. */
const lines = standards.flatMap(({ lines }) =>
  [lines.poor_alone, lines.criterion, lines.average].flatMap((line) => (line ? [line.rural, line.urban] : [])),
);
const nearALine = lines.flatMap((line) => ('unknown' in line ? [] : line.map(({ value }) => value)));
const anyIncome = fc.oneof(
  fc.constantFrom(...nearALine).chain((value) => fc.integer({ min: value - 2, max: value + 2 })),
  fc.integer({ min: 0, max: 6_000_000 }),
);
function answersOf(standard: string, ...answers: Answer[]) {
  const codes = indicatorCodes(standardOf(standard));
  return fc
    .tuple(...codes.map(() => fc.constantFrom(...answers)))
    .map((list) => Object.fromEntries(codes.map((code, index) => [code, list[index]!])));
}
const knownHousehold = anyStandard.chain((standard) =>
  fc.record({ standard: fc.constant(standard), area: anyArea, income: anyIncome, indicators: answersOf(standard, 'yes', 'no') }),
);
const anyHousehold = anyStandard.chain((standard) =>
  fc.record({
    standard: fc.constant(standard),
    area: fc.option(anyArea),
    income: fc.option(anyIncome),
    copiedB1: fc.option(fc.integer({ min: 0, max: 250 })),
    copiedB2: fc.option(fc.integer({ min: 0, max: 14 }).map((count) => count * 10)),
    indicators: answersOf(standard, 'yes', 'no', 'unknown'),
  }),
);

const run = (standard: string, given: Partial<ClassifyContext>, facts: object): Classification =>
  classify(Facts.parse(facts), standardOf(standard), { ...context, ...given });

describe('a better-off household is never classed poorer', () => {
  it('when its income rises', () =>
    fc.assert(
      fc.property(knownHousehold, fc.nat(1_000_000), ({ standard, area, income, indicators }, rise) => {
        const before = run(standard, { area }, { income, indicators }).class;
        expect(isPoorer(run(standard, { area }, { income: income + rise, indicators }).class, before)).toBe(false);
      }),
    ));

  it('when its B1 score rises', () =>
    fc.assert(
      fc.property(knownHousehold, fc.nat(200), fc.nat(60), ({ standard, area, indicators }, copiedB1, rise) => {
        const before = run(standard, { area }, { copiedB1, indicators }).class;
        expect(isPoorer(run(standard, { area }, { copiedB1: copiedB1 + rise, indicators }).class, before)).toBe(false);
      }),
    ));

  it('when a deprivation ends', () =>
    fc.assert(
      fc.property(knownHousehold, fc.nat(), ({ standard, area, income, indicators }, pick) => {
        const codes = indicatorCodes(standardOf(standard));
        const relieved = { ...indicators, [codes[pick % codes.length]!]: 'no' };
        expect(
          isPoorer(
            run(standard, { area }, { income, indicators: relieved }).class,
            run(standard, { area }, { income, indicators }).class,
          ),
        ).toBe(false);
      }),
    ));

  it('when its house grows', () =>
    fc.assert(
      fc.property(anyStandard, fc.integer({ min: 1, max: 9 }), fc.nat(100), fc.nat(50), (standard, people, floorArea, growth) => {
        const isDeprived = (area: number) => run(standard, {}, { people, house: { floorArea: area } }).deprivations.NO2;
        expect(isDeprived(floorArea) === 'no' && isDeprived(floorArea + growth) === 'yes').toBe(false);
      }),
    ));
});

describe('what is not known', () => {
  it('never changes a class that was given: every way to settle it leads to the same', () =>
    fc.assert(
      fc.property(
        anyHousehold,
        fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
        anyArea,
        ({ standard, area, income, indicators }, coins, settledArea) => {
          const open = run(standard, { area }, { income, indicators });
          if (open.class === 'insufficient') return;
          const settled = Object.fromEntries(
            Object.entries(indicators).map(([code, answer], index) => [
              code,
              answer === 'unknown' ? (coins[index] ? 'yes' : 'no') : answer,
            ]),
          );
          expect(run(standard, { area: area ?? settledArea }, { income, indicators: settled }).class).toBe(open.class);
        },
      ),
      { numRuns: 1000 },
    ));

  it('is named whenever there is no class, and only then', () =>
    fc.assert(
      fc.property(anyHousehold, ({ standard, area, ...facts }) => {
        const result = run(standard, { area }, facts);
        expect(result.missing.length > 0).toBe(result.class === 'insufficient');
      }),
    ));

  it('leaves no class open once everything is known', () =>
    fc.assert(
      fc.property(knownHousehold, ({ standard, area, income, indicators }) => {
        expect(run(standard, { area }, { income, indicators }).class).not.toBe('insufficient');
      }),
    ));
});

describe('B1 and B2', () => {
  it('are never added: the class follows from each against its own limit', () =>
    fc.assert(
      fc.property(fc.constantFrom('P2016', 'P2022'), anyArea, fc.nat(250), fc.nat(10), (id, area, copiedB1, count) => {
        const standard = standardOf(id);
        const cut = (line: Standard['b1_cuts']['poor_alone']): number =>
          line && !('unknown' in line[area]) ? line[area][0]!.value : -1;
        const isPoor =
          copiedB1 <= cut(standard.b1_cuts.poor_alone) ||
          (copiedB1 <= cut(standard.b1_cuts.criterion) && count >= minDeprivedOn(standard, context.date));
        const expected = isPoor ? 'poor' : copiedB1 <= cut(standard.b1_cuts.criterion) ? 'near_poor' : 'not_poor';
        expect(run(id, { area }, { copiedB1, copiedB2: count * 10 }).class).toBe(expected);
      }),
    ));
});

describe('every result', () => {
  it('comes out the same from facts that were stored', () =>
    fc.assert(
      fc.property(anyHousehold, ({ standard, area, ...facts }) => {
        const parsed = Facts.parse(facts);
        expect(run(standard, { area }, JSON.parse(JSON.stringify(parsed)))).toEqual(run(standard, { area }, parsed));
      }),
    ));

  it('cites provisions of the packs in every step and can be told in both languages', () =>
    fc.assert(
      fc.property(anyHousehold, fc.boolean(), ({ standard, area, ...facts }, withLocal) => {
        const local = withLocal && standard === 'P2022' ? testBook.locals['TINH-THU']! : null;
        const view = viewOf(testBook, standard);
        const result = run(standard, { area, local }, facts);
        expect(result.steps.filter(({ citation }) => !(citation in view.citations))).toEqual([]);
        const { reasons, notes, missing } = explain(result, view);
        for (const { vi, en } of [...reasons.map(({ text }) => text), ...notes, ...missing])
          expect(`${vi} ${en}`).not.toMatch(/[{}]|undefined|NaN/);
      }),
    ));
});
