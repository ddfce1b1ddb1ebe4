import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { runAs, system } from '#platform/run.ts';
import { testProgram, type TestProgram } from '../../../tests/support/program.ts';
import { noteFailure, subjectsOf } from '#platform/auth/attempts.ts';
import { addUser } from './service.ts';
import { insertPost } from './store.ts';

let program: TestProgram;
const password = 'mot-mat-khau-dai';
const area = '15178' as AreaRef;

beforeAll(async () => {
  program = await testProgram();
});
afterAll(() => program.close());

const signIn = (username: string, secret: string, remoteAddress = '10.0.0.1') =>
  program.app.inject({ method: 'POST', url: '/api/auth/sign-in/username', headers: { origin: 'http://localhost' }, remoteAddress, payload: { username, password: secret } });
const add = (username: string, changes: object = {}) => addUser(program.runtime, { username, name: 'Bùi Thị Hoa', password, demo: false, role: 'commune_officer', area, ...changes });
/** Failed sign-ins on as many accounts from one address, counted as the door counts them: each real one costs a hash of the password. */
const failFrom = async (address: string, times: number): Promise<void> => {
  const { database, clock } = program.runtime;
  for (let i = 0; i < times; i++) await noteFailure(database.owner, subjectsOf(`ten.${i}`, address), clock());
};

describe('a session', () => {
  it('of nobody holds only what is public', async () => {
    const session = await program.anonymous.identity.session();
    expect(session).toMatchObject({ person: null, post: null, posts: [], demonstration: false });
    expect(session.permissions).not.toContain('household.read');
  });
  it('says who one is, where, and what one may do', async () => {
    const officer = await program.as('commune_officer', '15178');
    const session = await officer.identity.session();
    expect(session.post).toMatchObject({ role: 'commune_officer', area: { name: 'Xã Cẩm Tân' } });
    expect(session.permissions).toContain('household.import');
  });
  it('acts in one post at a time, chosen among one’s own', async () => {
    const { userId, postId } = await add('hai.vi.tri');
    const second = '01890000-0000-7000-8000-0000000000aa' as Id;
    await runAs(program.runtime, system, (ctx) =>
      insertPost(ctx.db, { id: second, userId, role: 'leader', areaId: '38@2009-04-01' as AreaRef, areaPath: '38', from: ctx.today, givenBy: null, now: ctx.now }),
    );
    const cookie = (await signIn('hai.vi.tri', password)).cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const call = (method: 'GET' | 'PUT', url: string, payload?: object) => program.app.inject({ method, url, headers: { cookie }, ...(payload ? { payload } : {}) });
    const before = (await call('GET', '/api/session')).json();
    expect(before.posts).toHaveLength(2);
    const other = before.posts.find(({ id }: { id: string }) => id !== before.post.id);
    expect((await call('PUT', '/api/session/post', { post: other.id })).json().post.id).toBe(other.id);
    expect((await call('GET', '/api/session')).json().post.id).toBe(other.id);
    expect([postId, second]).toContain(other.id);
    expect((await call('PUT', '/api/session/post', { post: '01890000-0000-7000-8000-0000000000bb' })).json().code).toBe('identity.no-such-post');
  });
});

describe('signing in', () => {
  it('is refused with a wrong password, without saying whether the name exists', async () => {
    await add('co.that');
    const [wrong, nobody] = [await signIn('co.that', 'sai-mat-khau-roi'), await signIn('khong.co', 'sai-mat-khau-roi')];
    expect([wrong.statusCode, nobody.statusCode]).toEqual([401, 401]);
    expect(wrong.json().code).toBe(nobody.json().code);
  });
  it('is slowed down after failures on one account, from wherever they come, and opens again later', async () => {
    await add('bi.do');
    program.setNow('2026-06-01T01:00:00Z');
    for (let i = 0; i < 8; i++) await signIn('bi.do', 'sai-mat-khau-roi', `10.0.1.${i}`);
    expect((await signIn('bi.do', password, '10.0.9.9')).json()).toMatchObject({ code: 'http.too-many-attempts' });
    program.setNow('2026-06-01T01:16:00Z');
    expect((await signIn('bi.do', password, '10.0.9.9')).statusCode).toBe(200);
  });
  it('is slowed down after failures on many accounts from one address', async () => {
    program.setNow('2026-06-02T01:00:00Z');
    await failFrom('10.0.2.2', 39);
    await signIn('ten.khac', 'sai-mat-khau-roi', '10.0.2.2');
    await add('khac.han');
    expect((await signIn('khac.han', password, '10.0.2.2')).statusCode).toBe(429);
    expect((await signIn('khac.han', password, '10.0.2.3')).statusCode).toBe(200);
  });
  it('does not believe what a caller says of its own address', async () => {
    program.setNow('2026-06-03T01:00:00Z');
    await failFrom('10.0.3.3', 39);
    await program.app.inject({ method: 'POST', url: '/api/auth/sign-in/username', headers: { origin: 'http://localhost', 'x-forwarded-for': '1.2.3.4' }, remoteAddress: '10.0.3.3', payload: { username: 'ai.do', password: 'sai-mat-khau-roi' } });
    expect((await signIn('ai.0', 'sai-mat-khau-roi', '10.0.3.3')).statusCode).toBe(429);
  });
  it('leaves an audit row, whether it succeeds or not', async () => {
    const actions = await program.runtime.database.owner.selectFrom('audit_entry').select('action').distinct().execute();
    expect(actions.map(({ action }) => action)).toEqual(expect.arrayContaining(['auth.signed-in', 'auth.refused']));
  });
});

describe('the doors of the sign-in library', () => {
  it.each(['/sign-up/email', '/sign-in/email', '/update-user', '/delete-user', '/list-sessions', '/is-username-available', '/request-password-reset'])('%s is shut', async (path) => {
    expect((await program.app.inject({ method: 'POST', url: `/api/auth${path}`, headers: { origin: 'http://localhost' }, payload: {} })).statusCode).toBe(404);
  });
});

describe('a new account', () => {
  it('needs a free and plain user name, a long password, and an area of today', async () => {
    await add('trung.ten');
    await expect(add('trung.ten')).rejects.toMatchObject({ code: 'identity.username-taken' });
    await expect(add('Tên Có Dấu')).rejects.toMatchObject({ code: 'identity.bad-username' });
    await expect(add('ngan', { password: 'ngan' })).rejects.toMatchObject({ code: 'identity.weak-password' });
    await expect(add('xa.cu', { area: '15172@2022-12-31' })).rejects.toMatchObject({ code: 'identity.ended-area' });
  });
});
