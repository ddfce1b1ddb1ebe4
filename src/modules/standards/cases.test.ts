import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { caseFiles, testBook } from './cases/book.ts';
import { contextOf, readCases, runCase, type Case } from './cases/run.ts';
import { Facts } from './contract.facts.ts';
import type { Classification } from './contract.ts';
import { explain } from './rules.explain.ts';
import { sentences } from './rules.sentences.ts';
import { classify } from './rules.ts';
import { viewOf } from './store.packs.ts';

/** The file of the rules that a file of cases is about. */
const rulesOf = (file: string): string => (file === 'classify.yaml' ? 'rules.ts' : `rules.${file.replace('.yaml', '.ts')}`);

const asExpected = (result: Classification, { deprivations }: Case['expect']) => ({
  class: result.class,
  local: result.local?.class,
  deprivations: deprivations && Object.fromEntries(Object.keys(deprivations).map((code) => [code, result.deprivations[code]])),
  route: result.income.route,
  band: result.income.band,
  b1: result.b1,
  b2: result.b2,
  b2_basis: result.b2Basis,
  deprived: [result.deprived.least, result.deprived.most],
  notes: result.notes.map(({ note }) => note),
  missing: result.missing.map(({ what, subjects }) => [what, ...subjects].join(' ')),
});

describe.each(caseFiles)('%s', (file) => {
  const cases = readCases(file);

  it('is about a file of rules', () => expect(existsSync(new URL(rulesOf(file), import.meta.url))).toBe(true));
  it('tells each case once', () => expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length));

  it.each(cases)('$name', (one) => {
    const { steps = [], no_steps = [], says, ...exact } = one.expect;
    const view = viewOf(testBook, one.standard);
    const result = runCase(one);
    expect(asExpected(result, one.expect)).toMatchObject(exact);

    const taken = result.steps.map(({ rule, outcome, citation }) => `${rule}/${outcome} ${citation}`);
    for (const wanted of steps) expect(taken).toContain(wanted);
    for (const unwanted of no_steps) expect(taken.filter((step) => step.startsWith(unwanted))).toEqual([]);
    expect(result.steps.filter(({ citation }) => !(citation in view.citations))).toEqual([]);

    const { reasons, notes, missing } = explain(result, view);
    if (says !== undefined) expect(reasons.map(({ text }) => text.vi)).toContain(says);
    for (const { vi, en } of [...reasons.map(({ text }) => text), ...notes, ...missing])
      expect(`${vi} ${en}`).not.toMatch(/[{}]|undefined|NaN|null/);

    const stored = Facts.parse(JSON.parse(JSON.stringify(one.facts)));
    expect(classify(stored, view.standard, contextOf(one))).toEqual(result);
  });
});

describe('the cases together', () => {
  const steps = caseFiles.flatMap(readCases).flatMap((one) => runCase(one).steps);
  const told = new Set(steps.map(({ rule, outcome }) => `${rule}/${outcome}`));
  const tellable = Object.entries(sentences).flatMap(([rule, outcomes]) =>
    Object.keys(outcomes).map((outcome) => `${rule}/${outcome}`),
  );

  it('come to every sentence that there is', () => expect(tellable.filter((sentence) => !told.has(sentence))).toEqual([]));

  it('decide every indicator with a threshold both ways', () => {
    const decided = new Set(
      caseFiles
        .flatMap(readCases)
        .flatMap((one) =>
          Object.entries(one.expect.deprivations ?? {}).flatMap(([code, answer]) =>
            one.facts.indicators[code] === undefined ? `${one.standard} ${code} ${answer}` : [],
          ),
        ),
    );
    const wanted = Object.values(testBook.standards).flatMap(({ id, indicators }) =>
      indicators.flatMap(({ code, threshold }) => ('unknown' in threshold ? [] : [`${id} ${code} yes`, `${id} ${code} no`])),
    );
    expect(wanted.filter((one) => !decided.has(one))).toEqual([]);
  });
});
