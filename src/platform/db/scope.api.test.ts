import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { handIn, household, openRound } from '../../../tests/support/households.ts';
import { testProgram, type TestProgram } from '../../../tests/support/program.ts';
import type { Actor } from '../ctx.ts';
import { runAs, system } from '../run.ts';
import { refuseUnguarded } from './guard.ts';

let program: TestProgram;
const actor = (areaPath: string | null): Actor => ({ userId: 'x', name: 'x', postId: null as Id | null, role: 'commune_officer', areaPath });
const households = async (who: Actor): Promise<number> =>
  (await runAs(program.runtime, who, (ctx) => ctx.db.selectFrom('household').select((select) => select.fn.countAll<number>().as('rows')).executeTakeFirstOrThrow())).result.rows;

beforeAll(async () => {
  program = await testProgram();
  await openRound(program.runtime, '38', '2025', 'P2022');
  await handIn(program.runtime, '15178', '2025', [household('Bùi Văn An', { village: 'Thôn Một' })]);
  await handIn(program.runtime, '16093', '2025', [household('Mai Văn Bình', { village: 'Thôn Hai' })]);
});
afterAll(() => program.close());

describe('what a transaction sees', () => {
  it('is what lies in the post: a commune, a province, the country', async () => {
    expect([await households(actor('38.15178')), await households(actor('38')), await households(system), await households(actor('37'))]).toEqual([1, 2, 2, 0]);
  });
  it('is nothing without a post, also after a request that had one', async () => {
    await households(system);
    expect(await households(actor(null))).toBe(0);
  });
  it('is not widened by a path that only begins alike', async () => {
    expect(await households(actor('38.1517'))).toBe(0);
    expect(await households(actor('3'))).toBe(0);
  });
  it('cannot be written outside of the post', async () => {
    const steal = runAs(program.runtime, actor('38.15178'), (ctx) => ctx.db.updateTable('household').set({ area_path: '38.16093.x' }).execute());
    await expect(steal).rejects.toThrow();
  });
  it('does not hold the tables of sign-in', async () => {
    await expect(runAs(program.runtime, actor('38'), (ctx) => ctx.db.selectFrom('auth_account').selectAll().execute())).rejects.toThrow(/permission/);
  });
});

describe('a program', () => {
  it('refuses to start on tables that row-level security does not guard', async () => {
    const { owner } = program.runtime.database;
    await sql`alter table member disable row level security`.execute(owner);
    await expect(refuseUnguarded(program.runtime.database)).rejects.toMatchObject({ code: 'db.unguarded', details: { tables: 'member' } });
    await sql`alter table member enable row level security`.execute(owner);
    await refuseUnguarded(program.runtime.database);
  });
});
