import { betterAuth } from 'better-auth';
import { username } from 'better-auth/plugins/username';
import type { Database } from '../db/database.ts';
import { newId } from '../new-id.ts';

export interface AuthSettings {
  /** Key of the session cookies. */
  secret: string;
  /** Addresses that the screens are served from, the first one for links. */
  origins: readonly string[];
}

const columns = (names: string): Record<string, string> =>
  Object.fromEntries(names.split(' ').map((name) => [name, name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)]));

/** The sign-in library on our own tables. Accounts are made by administrators only (`users.ts`), never by signing up. */
export function createAuth({ owner }: Database, { secret, origins }: AuthSettings) {
  return betterAuth({
    appName: 'Chung Tay',
    basePath: '/api/auth',
    baseURL: origins[0]!,
    trustedOrigins: [...origins],
    secret,
    database: { db: owner, type: 'postgres' },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: passwordLength.min, maxPasswordLength: passwordLength.max },
    plugins: [username({ minUsernameLength: 3, maxUsernameLength: 60, usernameValidator: isUsername, schema: { user: { fields: columns('displayUsername') } } })],
    user: { modelName: 'auth_user', fields: columns('emailVerified createdAt updatedAt') },
    session: { modelName: 'auth_session', fields: columns('userId expiresAt ipAddress userAgent createdAt updatedAt'), expiresIn: 12 * 3600, updateAge: 3600 },
    account: {
      modelName: 'auth_account',
      fields: columns('accountId providerId userId accessToken refreshToken idToken accessTokenExpiresAt refreshTokenExpiresAt createdAt updatedAt'),
    },
    verification: { modelName: 'auth_verification', fields: columns('expiresAt createdAt updatedAt') },
    rateLimit: { enabled: false }, // ours counts in the database, by account and by address: attempts.ts
    telemetry: { enabled: false },
    logger: { level: 'error' }, // who was refused stands in the audit, not in the log
    advanced: { cookiePrefix: 'chungtay', database: { generateId: newId } },
  });
}

export type Auth = ReturnType<typeof createAuth>;

export const passwordLength = { min: 10, max: 128 } as const;

/** User names are typed on phones: small letters, digits, dot, dash, underscore. */
export const isUsername = (name: string): boolean => /^[a-z0-9][a-z0-9._-]{2,59}$/.test(name);
