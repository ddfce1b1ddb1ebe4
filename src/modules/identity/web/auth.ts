import { z } from 'zod';

/** Why the sign-in service refused; `told` is the server's own sentence where it sent one. */
export type Refusal = { reason: 'wrong' | 'tooMany' | 'short'; told: { vi: string; en: string } | null };

const Told = z.object({ vi: z.string(), en: z.string() });
const Reply = z.object({ code: z.string().optional(), data: Told.optional() });

/**
 * Calls the sign-in service, which stands outside the contract. Resolves with null when it agreed; a fault of the server or the network throws.
 */
async function ask(path: string, body: object): Promise<Refusal | null> {
  const response = await fetch(`/api/auth/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  if (response.ok) return null;
  if (response.status >= 500) throw new Error(`sign-in service answered ${response.status}`);
  const reply = Reply.catch({}).parse(await response.json().catch(() => null));
  const reason = response.status === 429 ? 'tooMany' : reply.code === 'PASSWORD_TOO_SHORT' ? 'short' : 'wrong';
  return { reason, told: reply.data ?? null };
}

export const signIn = (username: string, password: string) => ask('sign-in/username', { username: username.trim(), password });

export const signOut = () => ask('sign-out', {});

/** Changes the password and signs out every other session. */
export const changePassword = (currentPassword: string, newPassword: string) => ask('change-password', { currentPassword, newPassword, revokeOtherSessions: true });
