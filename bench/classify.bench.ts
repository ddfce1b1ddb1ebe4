import { HouseholdClass } from '#modules/standards/contract.ts';
import { Facts, type Answer } from '#modules/standards/contract.facts.ts';
import { areaKindsInColumns, classifyColumns, type HouseholdColumns } from '#modules/standards/rules.columns.ts';
import { indicatorCodes } from '#modules/standards/rules.masks.ts';
import { classify } from '#modules/standards/rules.ts';
import { getStandard } from '#modules/standards/service.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { sql } from 'kysely';
import { milliseconds, type Bench } from './report.ts';
import { withPostgres } from './postgres.ts';
import { seeded } from '#demo/random.ts';

const { standard } = getStandard('P2022');
const date = plainDate('2025-12-31');
const codes = indicatorCodes(standard);
const million = 1_000_000;

/** A made register: incomes around the lines, a fifth scored instead, a tenth with indicators unknown, a twentieth with a copied sum. */
function makeColumns(households: number): HouseholdColumns {
  const { next } = seeded('classify');
  const columns: HouseholdColumns = {
    income: new Float64Array(households),
    b1: new Int16Array(households),
    copiedB2: new Int16Array(households),
    deprived: new Int32Array(households),
    unknown: new Int32Array(households),
    areaKind: new Uint8Array(households),
  };
  for (let row = 0; row < households; row++) {
    const scored = next() < 0.2;
    columns.income[row] = scored ? NaN : Math.floor(500_000 + next() * 3_500_000);
    columns.b1[row] = scored && next() < 0.95 ? Math.floor(next() * 250) : -1;
    const few = Math.floor(next() * 2 ** codes.length) & Math.floor(next() * 2 ** codes.length);
    const unknown = next() < 0.1 ? Math.floor(next() * 2 ** codes.length) & ~few : 0;
    columns.deprived[row] = few;
    columns.unknown[row] = unknown;
    columns.copiedB2[row] = next() < 0.05 ? 10 * Math.floor(next() * (codes.length + 1)) : -1;
    columns.areaKind[row] = next() < 0.01 ? 0 : next() < 0.7 ? 1 : 2;
  }
  return columns;
}

/** How many of the first `households` rows get another class one by one, with all steps. */
function countDifferent(columns: HouseholdColumns, found: Uint8Array, households: number): number {
  let different = 0;
  for (let row = 0; row < households; row++) {
    const [yes, unsure] = [columns.deprived[row]!, columns.unknown[row]!];
    const income = columns.income[row]!;
    const facts: Facts = {
      ...empty,
      income: Number.isNaN(income) ? null : income,
      copiedB1: columns.b1[row]! < 0 ? null : columns.b1[row]!,
      copiedB2: columns.copiedB2[row]! < 0 ? null : columns.copiedB2[row]!,
      indicators: Object.fromEntries(codes.map((code, bit): [string, Answer] => [code, (unsure >> bit) & 1 ? 'unknown' : (yes >> bit) & 1 ? 'yes' : 'no'])),
    };
    const one = classify(facts, standard, { date, area: areaKindsInColumns[columns.areaKind[row]!]!, region: null, instrument: null, local: null, demonstration: false });
    if (HouseholdClass.options[found[row]!] !== one.class) different++;
  }
  return different;
}
const empty = Facts.parse({});

function time<Result>(work: () => Result): { took: number; result: Result } {
  const started = performance.now();
  const result = work();
  return { took: performance.now() - started, result };
}

/** The best of some runs: the first ones compile. */
function best(runs: number, work: () => unknown): number {
  return Math.min(...Array.from({ length: runs }, () => time(work).took));
}

/** What the memory itself takes: every column read and one written. */
function readAll({ income, b1, copiedB2, deprived, unknown, areaKind }: HouseholdColumns): Uint8Array {
  const out = new Uint8Array(income.length);
  for (let row = 0; row < out.length; row++) out[row] = (income[row]! + b1[row]! + copiedB2[row]! + deprived[row]! + unknown[row]! + areaKind[row]!) & 255;
  return out;
}

/** The same work as a statement of PostgreSQL over a table of the same households: the national class, for the lines of the day. */
async function inPostgres(columns: HouseholdColumns, households: number): Promise<{ took: number; counts: Record<string, number> } | null> {
  return withPostgres(async (db) => {
    await sql`create unlogged table household_column (income int8, b1 int, copied_b2 int, deprived int, unknown int, area_kind int)`.execute(db);
    const step = 50_000;
    for (let from = 0; from < households; from += step) {
      const rows = Array.from({ length: Math.min(step, households - from) }, (_, place) => {
        const row = from + place;
        const income = columns.income[row]!;
        return { income: Number.isNaN(income) ? null : income, b1: columns.b1[row]!, copied_b2: columns.copiedB2[row]!, deprived: columns.deprived[row]!, unknown: columns.unknown[row]!, area_kind: columns.areaKind[row]! };
      });
      await sql`insert into household_column select * from json_to_recordset(${JSON.stringify(rows)}::json) as r (income int8, b1 int, copied_b2 int, deprived int, unknown int, area_kind int)`.execute(db);
    }
    await sql`vacuum analyze household_column`.execute(db);
    const line = (name: 'criterion' | 'average', kind: 'rural' | 'urban'): number => (standard.lines[name][kind] as { value: number }[])[0]!.value;
    const cut = (kind: 'rural' | 'urban'): number => (standard.b1_cuts.criterion[kind] as { value: number }[])[0]!.value;
    const query = sql<{ class: string; households: number }>`
      with counted as (
        select income, b1, area_kind, copied_b2, bit_count(deprived::bit(16)) as least, bit_count(deprived::bit(16)) + bit_count(unknown::bit(16)) as most from household_column),
      settled as (
        select income, b1, area_kind,
          case when copied_b2 >= 0 and copied_b2 % 10 = 0 and copied_b2 / 10 between least and most then copied_b2 / 10 else least end as least,
          case when copied_b2 >= 0 and copied_b2 % 10 = 0 and copied_b2 / 10 between least and most then copied_b2 / 10 else most end as most from counted),
      banded as (
        select least, most, case area_kind when 0 then null
          when 1 then case when income is not null then case when income <= ${line('criterion', 'rural')} then 'c' when income <= ${line('average', 'rural')} then 'a' else 'n' end when b1 >= 0 then case when b1 <= ${cut('rural')} then 'c' else 'n' end end
          else case when income is not null then case when income <= ${line('criterion', 'urban')} then 'c' when income <= ${line('average', 'urban')} then 'a' else 'n' end when b1 >= 0 then case when b1 <= ${cut('urban')} then 'c' else 'n' end end end as band from settled)
      select case band when 'a' then 'average' when 'n' then 'not_poor' when 'c' then case when least >= 3 then 'poor' when most < 3 then 'near_poor' else 'insufficient' end else 'insufficient' end as class, count(*)::int as households
      from banded group by 1 order by 1`;
    const runs: number[] = [];
    let counts: Record<string, number> = {};
    for (let run = 0; run < 3; run++) {
      const started = performance.now();
      const { rows } = await query.execute(db);
      runs.push(performance.now() - started);
      counts = Object.fromEntries(rows.map((row) => [row.class, row.households]));
    }
    return { took: Math.min(...runs), counts };
  });
}

/** `npm run bench -- classify [millions]`: the whole register at once, beside one by one, the memory, and PostgreSQL. */
export const run: Bench = async ([asked]) => {
  const small = 3 * million;
  const large = Number(asked ?? 28) * million;
  const columns = makeColumns(small);
  const took = best(5, () => classifyColumns(columns, standard, { date, local: null }));
  const found = classifyColumns(columns, standard, { date, local: null }).class;
  const oneByOne = time(() => countDifferent(columns, found, small));
  const memory = best(5, () => readAll(columns));
  const postgres = await inPostgres(columns, small);

  const all = makeColumns(large);
  const tookAll = best(3, () => classifyColumns(all, standard, { date, local: null }));
  const memoryAll = best(3, () => readAll(all));
  const row = (name: string, households: number, value: number): string[] => [name, households.toLocaleString('en'), milliseconds(value), `${((value * 1e6) / households).toFixed(1)} ns`];
  return {
    title: 'the class of every household at once',
    work: `Made households (${standard.id}, lines of ${date}): four fifths with an income, a fifth with a B1 score, a tenth with unknown indicators, a twentieth with a copied B2 sum.`,
    columns: ['Way', 'Households', 'Time', 'A household'],
    rows: [
      row('in columns', small, took),
      row('one by one, with all steps', small, oneByOne.took),
      row('reading the columns and writing one', small, memory),
      ...(postgres === null ? [] : [row('PostgreSQL, one statement, totals only', small, postgres.took)]),
      row('in columns', large, tookAll),
      row('reading the columns and writing one', large, memoryAll),
    ],
    ratio: `${(took / memory).toFixed(1)} × the memory alone; one by one takes ${(oneByOne.took / took).toFixed(0)} × as long${postgres === null ? '' : `, PostgreSQL ${(postgres.took / took).toFixed(0)} ×`}.`,
    gates: [
      { name: 'classes that differ from one by one, of all', measured: String(oneByOne.result), bound: '0', held: oneByOne.result === 0 },
      { name: 'classify 3 M in columns', measured: milliseconds(took), bound: '≤ 0.3 s', held: took <= 300 },
      { name: `classify ${large / million} M in columns`, measured: milliseconds(tookAll), bound: '≤ 3 s', held: tookAll <= 3000 },
    ],
    notes: postgres === null ? ['PostgreSQL was not measured: no programs of it on this machine.'] : [`PostgreSQL counts ${Object.entries(postgres.counts).map(([name, count]) => `${name} ${count.toLocaleString('en')}`).join(', ')}; it lacks the cases of an unknown area kind that the classifier settles.`],
  };
};
