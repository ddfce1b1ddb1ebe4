import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { caseFiles, readYaml, testBook } from './cases/book.ts';
import { Answer, Facts } from './contract.facts.ts';
import { ClassifyCase, HouseholdClass, IncomeBand, IncomeRoute } from './contract.ts';
import { explain } from './rules.explain.ts';
import { classify } from './rules.ts';
import { viewOf } from './store.packs.ts';

/** A case as its file tells it: what is not expected is not looked at; steps are „rule/outcome citation“, all of them to be found. */
const Expected = z.strictObject({
  class: HouseholdClass.optional(),
  local: HouseholdClass.optional(),
  deprivations: z.record(z.string(), Answer).optional(),
  route: IncomeRoute.nullable().optional(),
  band: IncomeBand.nullable().optional(),
  b1: z.int().nullable().optional(),
  b2: z.int().nullable().optional(),
  b2_basis: z.enum(['indicators', 'copied']).nullable().optional(),
  deprived: z.tuple([z.int(), z.int()]).optional(),
  steps: z.array(z.string()).optional(),
  no_steps: z.array(z.string()).optional(),
  notes: z.array(z.string()).optional(),
  missing: z.array(z.string()).optional(),
  says: z.string().optional(),
});
const Case = ClassifyCase.omit({ ref: true }).extend({ name: z.string(), demonstration: z.boolean().default(false), expect: Expected });
/** `base` only holds anchors for the cases below it. */
const CaseFile = z.strictObject({ base: z.unknown().optional(), cases: z.array(Case).min(1) });

/** The file of the rules that a file of cases is about. */
const rulesOf = (file: string): string => (file === 'classify.yaml' ? 'rules.ts' : `rules.${file.replace('.yaml', '.ts')}`);

describe.each(caseFiles)('%s', (file) => {
  const { cases } = CaseFile.parse(readYaml(file));

  it('is about a file of rules', () => expect(existsSync(new URL(rulesOf(file), import.meta.url))).toBe(true));
  it('tells each case once', () => expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length));

  it.each(cases)('$name', ({ standard: id, date, area, region, instrument, local, demonstration, facts, expect: expected }) => {
    const view = viewOf(testBook, id);
    const context = {
      date,
      area,
      region,
      instrument: instrument === null ? null : testBook.instruments[instrument]!,
      local: local === null ? null : testBook.locals[local]!,
      demonstration,
    };
    const result = classify(facts, view.standard, context);
    const seen = {
      class: result.class,
      local: result.local?.class,
      deprivations: expected.deprivations && Object.fromEntries(Object.keys(expected.deprivations).map((code) => [code, result.deprivations[code]])),
      route: result.income.route,
      band: result.income.band,
      b1: result.b1,
      b2: result.b2,
      b2_basis: result.b2Basis,
      deprived: [result.deprived.least, result.deprived.most],
      notes: result.notes.map(({ note }) => note),
      missing: result.missing.map(({ what, subjects }) => [what, ...subjects].join(' ')),
    };
    const { steps, no_steps, says, ...exact } = expected;
    for (const [key, value] of Object.entries(exact)) expect({ [key]: seen[key as keyof typeof seen] }).toEqual({ [key]: value });
    const taken = result.steps.map(({ rule, outcome, citation }) => `${rule}/${outcome} ${citation}`);
    for (const wanted of steps ?? []) expect(taken).toContain(wanted);
    for (const unwanted of no_steps ?? []) expect(taken.filter((one) => one.startsWith(unwanted))).toEqual([]);

    const { reasons, notes, missing } = explain(result, view);
    const texts = [...reasons.map(({ text }) => text), ...notes, ...missing].flatMap(({ vi, en }) => [vi, en]);
    if (says !== undefined) expect(reasons.map(({ text }) => text.vi)).toContain(says);
    expect(texts.filter((text) => /[{}]|undefined|NaN|null/.test(text))).toEqual([]);
    expect(result.steps.filter(({ citation }) => !(citation in view.citations))).toEqual([]);

    const again = classify(Facts.parse(JSON.parse(JSON.stringify(facts))), view.standard, context);
    expect(again).toEqual(result);
  });
});
