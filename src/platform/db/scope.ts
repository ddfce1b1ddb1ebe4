import { sql } from 'kysely';
import type { Actor } from '../ctx.ts';
import type { Db } from './database.ts';

/** The path of the whole country: it sorts before all others, which begin with the two digits of a province. */
export const countryPath = '0';

/** The paths that lie inside an area: from `low`, and below `high`. */
export function rangeOf(areaPath: string): { low: string; high: string } {
  // '/' is the byte after '.', ':' the one after '9': paths are made of digits, dots and village ids.
  return { low: areaPath, high: areaPath === countryPath ? ':' : `${areaPath}/` };
}

/** Whether a path lies inside an area. */
export function isInside(path: string, areaPath: string): boolean {
  const { low, high } = rangeOf(areaPath);
  return path >= low && path < high;
}

/** What two paths begin with, in whole parts: the smallest area that holds both. */
export function sharedPath(one: string, other: string): string {
  const [parts, others] = [one.split('.'), other.split('.')];
  const apart = parts.findIndex((part, index) => part !== others[index]);
  return apart === -1 ? one : apart === 0 ? countryPath : parts.slice(0, apart).join('.');
}

const literal = (text: string) => sql.raw(`'${text.replaceAll("'", "''")}'`);

/**
 * Binds a transaction to what the actor may see: the role that row-level security binds, and the range of paths.
 * SET LOCAL with literals and not set_config(): Citus hands only the former to its workers. An actor without an area gets an empty
 * setting, which the policies read as "nothing".
 */
export async function scope(transaction: Db, actor: Actor): Promise<void> {
  const { low, high } = actor.areaPath === null ? { low: '', high: '' } : rangeOf(actor.areaPath);
  await sql`set local role chungtay_app`.execute(transaction);
  await sql`set local app.area_low = ${literal(low)}`.execute(transaction);
  await sql`set local app.area_high = ${literal(high)}`.execute(transaction);
  await sql`set local app.user_id = ${literal(actor.userId ?? '')}`.execute(transaction);
}
