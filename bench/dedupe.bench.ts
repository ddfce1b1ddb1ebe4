import { loadavg } from 'node:os';
import { makeRegister, rates, type MadeHousehold } from './dedupe.people.ts';
import { milliseconds, type Bench } from './report.ts';
import { NumberForm } from '#modules/households/contract.matching.ts';
import { findPairs, type SearchState } from '#modules/households/rules.matching.find.ts';
import type { Grouped } from '#modules/households/rules.matching.households.ts';
import { nameShares, prepare, type Finding } from '#modules/households/rules.matching.ts';
import { readYaml } from '#platform/packs/read-pack.ts';

interface Score {
  found: number;
  right: number;
  truth: number;
}

/** Pairs of records that are truly one person's. */
function countTruth(register: readonly MadeHousehold[]): number {
  const records = new Map<number, number>();
  for (const { members } of register) for (const { truth } of members) records.set(truth, (records.get(truth) ?? 0) + 1);
  return [...records.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
}

/** What a join on the ID number alone finds. */
function joinOnNumber(register: readonly MadeHousehold[]): Score {
  const holders = new Map<string, number[]>();
  for (const { members } of register) for (const { idNumber, truth } of members) if (idNumber !== null) holders.set(idNumber, [...(holders.get(idNumber) ?? []), truth]);
  let [found, right] = [0, 0];
  for (const truths of holders.values()) {
    truths.forEach((one, index) => truths.slice(index + 1).forEach((other) => (found++, one === other && right++)));
  }
  return { found, right, truth: countTruth(register) };
}

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(2)} %`;
const used = (): number => process.memoryUsage().rss;

interface Result {
  score: Score;
  asked: Score;
  state: SearchState;
  took: number;
  /** Of the processor, in milliseconds: what remains of the time when the machine is shared. */
  worked: number;
  findings: Map<string, { of: number; apart: number }>;
}

/** Searches a register, and counts what was found against the truth. */
function search(register: readonly MadeHousehold[]): Result {
  const form = NumberForm.parse(readYaml('vn/matching/personal-number.yaml'));
  const started = performance.now();
  const processor = process.cpuUsage();
  const households: Grouped[] = register.map(({ members, ...place }) => ({ ...place, members: members.map((member) => prepare(member, form)) }));
  const shares = nameShares(households.flatMap(({ members }) => members));
  const state: SearchState = { compared: 0, skipped: 0, done: 0 };
  const [score, asked] = [{ found: 0, right: 0, truth: countTruth(register) }, { found: 0, right: 0, truth: 0 }];
  const findings = new Map<string, { of: number; apart: number }>();
  const note = (all: readonly Finding[], isRight: boolean): void => {
    for (const { feature, level } of all) {
      const counts = findings.get(`${feature} ${level}`) ?? { of: 0, apart: 0 };
      counts[isRight ? 'of' : 'apart']++;
      findings.set(`${feature} ${level}`, counts);
    }
  };
  for (const pair of findPairs(households, shares, state)) {
    if (pair === null) continue;
    for (const { one, other, comparison } of pair.match.pairs) {
      const isRight = register[pair.one]!.members[one]!.truth === register[pair.other]!.members[other]!.truth;
      const into = comparison.verdict === 'same' ? score : asked;
      into.found++;
      if (isRight) into.right++;
      note(comparison.findings, isRight);
    }
  }
  const { user, system } = process.cpuUsage(processor);
  return { score, asked, state, took: performance.now() - started, worked: (user + system) / 1000, findings };
}

const shown = (what: string, { found, right, truth }: Score, took: string): string[] => [what, String(truth), String(found), percent(right, found), percent(right, truth), took];

/** `dedupe [persons]`: measured on the evaluation half. `dedupe train [persons]` looks at the training half and prints what each finding tells. */
export const run: Bench = async (arguments_) => {
  const isTraining = arguments_[0] === 'train';
  const persons = Number(arguments_.find((argument) => /^\d+$/.test(argument)) ?? 1_000_000);
  const register = makeRegister(isTraining ? 'training' : 'evaluation', persons);
  const count = register.reduce((sum, { members }) => sum + members.length, 0);
  const free = used();
  const { score, asked, state, took, worked, findings } = search(register);
  const memory = Math.round((used() - free) / 2 ** 20);
  if (isTraining) {
    for (const [name, { of, apart }] of [...findings].sort()) console.log(name.padEnd(24), String(of).padStart(8), String(apart).padStart(8));
  }
  const startedJoin = performance.now();
  const join = joinOnNumber(register);
  const [precision, recall] = [score.right / score.found, score.right / score.truth];
  const { name, birth, number, ...others } = rates;
  return {
    title: 'finding who is in the register twice',
    work: `${count.toLocaleString('en')} made records of persons in ${register.length.toLocaleString('en')} households with a seeded truth, the ${isTraining ? 'training' : 'evaluation'} half: grouped, compared, judged in one thread.`,
    columns: ['Way', 'True pairs', 'Found', 'Precision', 'Recall', 'Time'],
    rows: [
      shown('matching, verdict "same"', score, milliseconds(took)),
      [`matching, "perhaps" (asked)`, '', String(asked.found), percent(asked.right, asked.found), percent(asked.right, score.truth), ''],
      shown('join on the ID number', join, milliseconds(performance.now() - startedJoin)),
    ],
    ratio: `matching finds ${(score.right / join.right).toFixed(2)} times as many true pairs as the join on the number; ${Math.round(count / (took / 1000)).toLocaleString('en')} records a second; ${(state.compared / count).toFixed(1)} comparisons a record beside ${((count - 1) / 2).toLocaleString('en')} of each with each.`,
    gates: [
      { name: 'precision of "same"', measured: precision.toFixed(4), bound: '≥ 0.98', held: precision >= 0.98 },
      { name: 'recall of "same"', measured: recall.toFixed(4), bound: '≥ 0.95', held: recall >= 0.95 },
    ],
    notes: [
      `${milliseconds(worked)} of processor time; the load of the machine was ${loadavg()[0]!.toFixed(1)} at the end.`,
      `Memory ${memory} MiB beyond the register itself; ${state.skipped} groups too large to compare were left out.`,
      `Every rate is an assumption (bench/dedupe.people.ts), none is published: names ${JSON.stringify(name)}; births ${JSON.stringify(birth)}; numbers ${JSON.stringify(number)}; others ${JSON.stringify(others)}.`,
      'The weights were set on another register, made of another seed ("training"); names and slips of both come from the same makers, so a real register will do worse. The truth counts every pair of records of a person, also those that no group brings together.',
    ],
  };
};
