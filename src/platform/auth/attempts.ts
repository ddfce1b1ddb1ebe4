import { problem } from '../http/problems.ts';
import type { Db } from '../db/database.ts';
import { newId } from '../new-id.ts';

/** How many failed sign-ins are let pass within the window, by what is guessed at. */
const allowed = { account: 8, address: 40 } as const;
const windowMinutes = 15;

/** The two counters that a sign-in touches: guessing one account from many machines, and many accounts from one. */
export const subjectsOf = (username: string, address: string): string[] => [`account ${username.toLowerCase()}`, `address ${address}`];

/** Throws `http.too-many-attempts` when an account or an address has failed too often within the window. */
export async function refuseGuessing(owner: Db, subjects: readonly string[], now: Date): Promise<void> {
  const since = new Date(now.getTime() - windowMinutes * 60_000);
  const rows = await owner
    .selectFrom('auth_attempt')
    .select((select) => ['subject', select.fn.countAll<number>().as('failed')])
    .where('subject', 'in', subjects)
    .where('at', '>', since)
    .groupBy('subject')
    .execute();
  if (rows.some(({ subject, failed }) => failed >= allowed[subject.startsWith('account ') ? 'account' : 'address'])) {
    throw problem('http.too-many-attempts', { minutes: windowMinutes });
  }
}

/** Notes a failed sign-in, and forgets those that no longer count. */
export async function noteFailure(owner: Db, subjects: readonly string[], now: Date): Promise<void> {
  await owner.deleteFrom('auth_attempt').where('at', '<', new Date(now.getTime() - windowMinutes * 60_000)).execute();
  await owner.insertInto('auth_attempt').values(subjects.map((subject) => ({ id: newId(), subject, at: now }))).execute();
}

/** A person who got in starts anew; the address does not, or one known account would open the way to guess the others. */
export async function forgetFailures(owner: Db, subjects: readonly string[]): Promise<void> {
  await owner.deleteFrom('auth_attempt').where('subject', '=', subjects[0]!).execute();
}
