import { z } from 'zod';
import { Answer } from '../contract.facts.ts';
import { ClassifyCase, HouseholdClass, IncomeBand, IncomeRoute, type Classification } from '../contract.ts';
import { classify, type ClassifyContext } from '../rules.ts';
import { readYaml, testBook } from './book.ts';

/** What a case expects. What it does not tell is not looked at; `steps` are „rule/outcome citation“, all of them to be found. */
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
  notes: z.array(z.string()).optional(),
  missing: z.array(z.string()).optional(),
  steps: z.array(z.string()).optional(),
  no_steps: z.array(z.string()).optional(),
  says: z.string().optional(),
});
const Case = ClassifyCase.omit({ ref: true }).extend({
  name: z.string(),
  demonstration: z.boolean().default(false),
  expect: Expected,
});
export type Case = z.infer<typeof Case>;

/** `base` only holds anchors for the cases below it. */
const CaseFile = z.strictObject({ base: z.unknown().optional(), cases: z.array(Case).min(1) });

export const readCases = (file: string): Case[] => CaseFile.parse(readYaml(file)).cases;

export function contextOf({ date, area, region, instrument, local, demonstration }: Case): ClassifyContext {
  return {
    date,
    area,
    region,
    instrument: instrument === null ? null : testBook.instruments[instrument]!,
    local: local === null ? null : testBook.locals[local]!,
    demonstration,
  };
}

export const runCase = (one: Case): Classification => classify(one.facts, testBook.standards[one.standard]!, contextOf(one));
