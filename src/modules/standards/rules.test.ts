import { describe, expect, it } from 'vitest';
import { Problem } from '#kernel/problem.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { Facts } from './contract.facts.ts';
import type { Instrument } from './contract.packs.ts';
import { classify, type ClassifyContext } from './rules.ts';
import { testBook } from './cases/book.ts';

const { P2016, P2022 } = testBook.standards;
const sample = testBook.instruments['B1-2016-MAU-MINH-HOA']!;
const context: ClassifyContext = {
  date: plainDate('2018-12-31'),
  area: 'rural',
  region: 'DBSH',
  instrument: null,
  local: null,
  demonstration: true,
};

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
  return 'classified';
}

describe('points that are not known', () => {
  const [size] = sample.items;
  const table = (points: (typeof size & object)['options'][number]['points']): Instrument => ({
    ...sample,
    items: [{ ...size!, options: [{ ...size!.options[0]!, points }] }],
  });
  const score = (instrument: Instrument) =>
    classify(Facts.parse({ b1Answers: { 'B1.01': '1' } }), P2016!, { ...context, instrument });

  it('leave the sum unknown and are named, never taken as zero', () => {
    const result = score(table(null));
    expect([result.b1, result.class]).toEqual([null, 'insufficient']);
    expect(result.missing).toContainEqual({ what: 'b1_answers', subjects: [`${sample.id}/B1.01`] });
  });

  it('are not the same as no points', () => expect(score(table({ NT1: 0 })).b1).toBe(0));
});

describe('a case is refused', () => {
  const facts = Facts.parse({});
  it.each([
    [
      'with an answer for an indicator of another standard',
      'standard.indicator-unknown',
      () => classify(Facts.parse({ indicators: { MT1: 'yes' } }), P2022!, context),
    ],
    [
      'with a table of points of another standard',
      'standard.not-its-own',
      () => classify(facts, P2022!, { ...context, instrument: sample }),
    ],
    [
      'with local lines of another standard',
      'standard.not-its-own',
      () => classify(facts, P2016!, { ...context, local: testBook.locals['TINH-THU']! }),
    ],
    [
      'with an item that the table has not',
      'standard.answer-unknown',
      () => classify(Facts.parse({ b1Answers: { 'B1.99': '1' } }), P2016!, { ...context, instrument: sample }),
    ],
    [
      'with an option that the table has not',
      'standard.answer-unknown',
      () => classify(Facts.parse({ b1Answers: { 'B1.01': '99' } }), P2016!, { ...context, instrument: sample }),
    ],
  ])('%s', (_what, code, run) => expect(codeOf(run)).toBe(code));
});

describe('facts are refused', () => {
  it.each([
    ['with fewer people than members', { people: 1, members: [{}, {}] }],
    ['with a day that is none', { members: [{ birth: '2001-02-30' }] }],
    ['with a negative income', { income: -1 }],
    ['with an income that is not whole', { income: 1.5 }],
    ['with a key that is unknown', { colour: 'red' }],
  ])('%s', (_what, facts) => expect(Facts.safeParse(facts).success).toBe(false));
});
