import { hashPassword } from 'better-auth/crypto';
import type { Database } from '../db/database.ts';
import { newId } from '../new-id.ts';

export interface NewUser {
  username: string;
  name: string;
  password: string;
  /** Belongs to the demonstration: cannot sign in where the program runs in production. */
  demo: boolean;
}

/** Makes an account that can sign in, and returns its id; null when the user name is taken. Hashes before the transaction begins. */
export async function createUser({ owner }: Database, { username, name, password, demo }: NewUser, now: Date): Promise<string | null> {
  const hash = await hashPassword(password);
  const stamps = { created_at: now, updated_at: now };
  return owner.transaction().execute(async (db) => {
    const user = await db
      .insertInto('auth_user')
      .values({ id: newId(), name, email: `${username}@chungtay.invalid`, username, display_username: username, demo, ...stamps })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!user) return null;
    await db.insertInto('auth_account').values({ id: newId(), account_id: user.id, provider_id: 'credential', user_id: user.id, password: hash, ...stamps }).execute();
    return user.id;
  });
}
