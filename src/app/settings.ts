import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Place } from '#platform/db/open.ts';
import { problem } from './problems.ts';

/** The folder of data where none is named: the only one that the demonstration fills by itself. */
export const ownFolder = 'data';

const Environment = z.object({
  NODE_ENV: z.string().default('development'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'postgres://user:password@host:5432/name' }).optional(),
  DATA_DIR: z.string().min(1).default(ownFolder),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  ORIGIN: z.string().optional().transform((text) => text?.split(',').map((part) => part.trim())).pipe(z.array(z.url()).optional()),
  SECRET: z.string().min(32, 'at least 32 characters').optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).optional(),
});

export interface Settings {
  production: boolean;
  place: Place;
  host: string;
  port: number;
  /** Addresses that the screens may be served from. */
  origins: string[];
  secret: string;
  logLevel: string;
}

/**
 * Reads the settings from the environment. In production the address of the screens and the key of the cookies must be given; elsewhere a
 * key is made once and kept with the data. Throws `app.bad-setting`, naming the variable.
 */
export async function readSettings(environment: NodeJS.ProcessEnv): Promise<Settings> {
  const { NODE_ENV, DATABASE_URL, DATA_DIR, HOST, PORT, ORIGIN, SECRET, LOG_LEVEL } = parseEnvironment(environment);
  const production = NODE_ENV === 'production';
  if (production && !ORIGIN) throw problem('app.bad-setting', { name: 'ORIGIN', reason: 'https://…' });
  if (production && !SECRET) throw problem('app.bad-setting', { name: 'SECRET', reason: 'at least 32 characters' });
  return {
    production,
    place: placeOf(DATABASE_URL, DATA_DIR),
    host: HOST,
    port: PORT,
    origins: ORIGIN ?? [`http://localhost:${PORT}`, `http://127.0.0.1:${PORT}`],
    secret: SECRET ?? (await keptSecret(DATA_DIR)),
    // At a desk the terminal shows the address and what goes wrong; a server keeps a log.
    logLevel: LOG_LEVEL ?? (production ? 'info' : 'warn'),
  };
}

/** Where the data are, by the environment: all that the command line needs of it. Throws `app.bad-setting`. */
export function readPlace(environment: NodeJS.ProcessEnv): Place {
  const { DATABASE_URL, DATA_DIR } = parseEnvironment(environment);
  return placeOf(DATABASE_URL, DATA_DIR);
}

function parseEnvironment(environment: NodeJS.ProcessEnv): z.output<typeof Environment> {
  const parsed = Environment.safeParse(environment);
  if (parsed.success) return parsed.data;
  const { path, message } = parsed.error.issues[0]!;
  throw problem('app.bad-setting', { name: path.join('.'), reason: message });
}

const placeOf = (address: string | undefined, folder: string): Place => (address === undefined ? { folder } : { address });

async function keptSecret(folder: string): Promise<string> {
  const path = join(folder, 'secret');
  try {
    return await readFile(path, 'utf8');
  } catch {
    const secret = randomBytes(32).toString('base64url');
    await mkdir(folder, { recursive: true });
    await writeFile(path, secret, { mode: 0o600 });
    return secret;
  }
}
