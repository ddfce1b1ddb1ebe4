import { getContractRouter, isContractProcedure, type AnyContractRouter } from '@orpc/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '#app/contract.ts';
import type { Id } from '#kernel/ids.ts';
import type { Period } from '#kernel/period.ts';
import { mayDo, permissions, Role } from '#kernel/permission.ts';
import type { ProcedureMeta } from '#kernel/procedure.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { modules } from '#modules/modules.ts';
import { handIn, household, openRound } from './support/households.ts';
import { loadInto } from '../src/modules/interchange/walk.ts';
import { testProgram, type Client, type TestProgram } from './support/program.ts';
import type { Side, Step, Walk } from './support/walk.ts';

/**
 * Every procedure × every role: with an object of the own area and with one of another commune. Nothing of another area comes out,
 * nothing there changes, a right that the role does not hold is refused, and every write and every reading of personal data leaves an audit row.
 */

const walks = new Map<string, Walk>();
for (const name of modules) walks.set(name, ((await import(`../src/modules/${name}/walk.ts`)) as { walk: Walk }).walk);

interface Walked {
  module: string;
  name: string;
  meta: ProcedureMeta;
  step: Step | undefined;
}

const procedures: Walked[] = Object.entries(contract).flatMap(([module, router]) =>
  Object.keys(router as AnyContractRouter).map((name) => {
    const procedure = getContractRouter(contract, [module, name]);
    if (!isContractProcedure(procedure)) throw new Error(`${module}.${name} is no procedure`);
    return { module, name, meta: procedure['~orpc'].meta as ProcedureMeta, step: walks.get(module)?.[name] };
  }),
);

/** Stands in the name of everybody in the other commune: where a reply holds it, something leaked. */
const foreignName = 'Ngoài Địa Bàn';
const areas = { own: '15178', foreign: '16093' } as const;
let program: TestProgram;
let own: Side;
let foreign: Side;
const clients = new Map<Role, Client>();

async function sideOf(area: string, head: string): Promise<Side> {
  await program.as('commune_officer', area);
  const { owner } = program.runtime.database;
  const commune = `${area}@2025-07-01` as AreaRef;
  await handIn(program.runtime, commune, '2025', [
    household(`Bùi Văn ${head}`, { village: 'Thôn Một', facts: { income: 1_000_000 } }),
    household(`Cao Thị ${head}`, { village: 'Thôn Một', facts: { income: 1_000_000 } }),
  ]);
  const recordOf = (name: string) => owner.selectFrom('class_record').select(['household_id', 'village_id']).where('head_name', '=', name).executeTakeFirstOrThrow();
  const { household_id, village_id } = await recordOf(`Bùi Văn ${head}`);
  const second = (await recordOf(`Cao Thị ${head}`)).household_id;
  const { post_id } = await owner.selectFrom('post').select('post_id').where('area_id', '=', commune).executeTakeFirstOrThrow();
  const officer = await program.as('commune_officer', area);
  const begun = await officer.interchange.start({ area: commune, period: '2025' as Period, kind: 'commune', file: new File(['Chủ hộ'], 'danh-sach.csv') });
  const saved = await officer.analysis.saveScenario({ area: commune, period: '2025' as Period, changes: {}, name: head });
  const { person_id: person } = await owner.selectFrom('member').select('person_id').where('household_id', '=', household_id).executeTakeFirstOrThrow();
  const reviewer = await program.as('reviewer', area);
  const { id: correction } = await reviewer.households.ask({ household: household_id as Id, person: person as Id, field: 'sex', value: 'male', reason: 'CCCD', paper: null });
  const side = { commune, person: person as Id, correction, import: begun.id, scenario: saved.id, village: village_id as AreaRef, household: household_id as Id, second: second as Id, post: post_id as Id, period: '2025' as Period };
  const loaded = await loadInto(side, officer);
  const { absence_id } = await owner.selectFrom('household_absence').select('absence_id').where('import_id', '=', loaded).executeTakeFirstOrThrow();
  return { ...side, loaded, absence: absence_id as Id };
}

/** A fingerprint of every table but those that record who looked: what a foreign call must leave as it was. */
async function contents(): Promise<string> {
  const { owner } = program.runtime.database;
  const { rows: tables } = await sql<{ name: string }>`
    select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
      and relname not in ('audit_entry', 'auth_session', 'acting_post') and relname not like 'area%' order by 1`.execute(owner);
  // One statement: each is a journey to the database, and this is asked before and after every procedure.
  const prints = tables.map(({ name }) => sql`select ${name} as name, md5(string_agg(t::text, '|' order by t::text)) as print from ${sql.table(name)} t`);
  const villages = sql`select 'villages' as name, count(*)::text as print from area where level = 'village'`;
  const { rows } = await sql<{ name: string; print: string | null }>`${sql.join([...prints, villages], sql` union all `)} order by name`.execute(owner);
  return rows.map(({ name, print }) => `${name} ${print}`).join('\n');
}

const auditRows = async (): Promise<number> =>
  (await program.runtime.database.owner.selectFrom('audit_entry').select((select) => select.fn.countAll<number>().as('rows')).executeTakeFirstOrThrow()).rows;

type Outcome = { reply: unknown } | { status: number };

async function call(client: Client, { module, name }: Walked, input: () => unknown): Promise<Outcome> {
  const procedure = (client as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>)[module]![name]!;
  try {
    return { reply: await procedure(await input()) };
  } catch (error) {
    const { status } = error as { status?: number };
    if (status === undefined || status >= 500) throw error;
    return { status };
  }
}

/** Waits for the search that a call began: it writes what it found after its reply. */
async function settle(client: Client, { name }: Walked, outcome: Outcome): Promise<void> {
  if (!['findDuplicates', 'duplicateSearch'].includes(name) || !('reply' in outcome)) return;
  const { id } = outcome.reply as { id: Id };
  while ((await client.households.duplicateSearch({ id })).state === 'running');
}

beforeAll(async () => {
  program = await testProgram();
  await openRound(program.runtime, '38', '2025', 'P2022');
  for (const role of Role.options) clients.set(role, await program.as(role, areas.own));
  foreign = await sideOf(areas.foreign, foreignName);
  own = await sideOf(areas.own, 'Trong Xã');
});
afterAll(() => program.close());

describe.each(procedures)('$module.$name', (walked) => {
  const { meta, step } = walked;

  it('has a step in the walk of its module', () => expect(step).toBeDefined());

  it('is closed to who has not signed in, unless it is public', async () => {
    const outcome = await call(program.anonymous, walked, () => step!.own(own, program.anonymous));
    if (permissions[meta.permission] === 'public') expect(outcome).toHaveProperty('reply');
    else expect(outcome).toEqual({ status: 401 });
  });

  it.each(Role.options)('as %s', async (role) => {
    const client = clients.get(role)!;
    const isHolder = mayDo(role, meta.permission);

    const before = await auditRows();
    const outcome = await call(client, walked, () => step!.own(own, client));
    await settle(client, walked, outcome);
    if (!isHolder) expect(outcome).toEqual({ status: 403 });
    if ('reply' in outcome) {
      expect(JSON.stringify(outcome.reply) ?? '').not.toContain(foreignName);
      if (meta.personal || meta.access === 'write') expect(await auditRows()).toBeGreaterThan(before);
    }
  });

  it('gives nothing of elsewhere to anybody, and changes nothing there', async () => {
    const { foreign: ask } = step!;
    if (ask === 'takes no object') return;
    const untouched = await contents();
    for (const [role, client] of clients) {
      const other = await call(client, walked, () => ask(foreign));
      if ('reply' in other) expect(JSON.stringify(other.reply), role).not.toContain(foreignName);
      else expect(other.status, role).toBeGreaterThanOrEqual(401);
      if (meta.access === 'write') expect(other, role).not.toHaveProperty('reply');
    }
    expect(await contents()).toBe(untouched);
  });
});

it('an own object is reached by somebody: the walk is not a row of closed doors', async () => {
  const officer = clients.get('commune_officer')!;
  for (const walked of procedures) {
    if (!mayDo('commune_officer', walked.meta.permission) || walked.name === 'choosePost') continue;
    const outcome = await call(officer, walked, () => walked.step!.own(own, officer));
    // A file of one word is refused when it is to be loaded or stopped, and asks nothing: the door was open all the same.
    if (['load', 'cancel', 'answer', 'answerAbsent'].includes(walked.name)) expect(outcome).toEqual({ status: 409 });
    else expect(outcome, `${walked.module}.${walked.name}`).toHaveProperty('reply');
  }
});
