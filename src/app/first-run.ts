import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { demoAccounts, isDemonstration } from '#modules/identity/service.ts';
import { isEmpty } from '#platform/db/empty.ts';
import type { Place } from '#platform/db/open.ts';
import { runAs, system, type Runtime } from '#platform/run.ts';
import { loadDemonstration, resetDemonstration } from './demonstration.ts';
import { problem } from './problems.ts';
import { ownFolder, type Settings } from './settings.ts';

/** Tells the person at the terminal something in both languages. */
export type Tell = (vi: string, en: string) => void;

/** Says that the first start takes longer, where the folder holds no database yet. */
export function announceFirstRun(place: Place, tell: Tell): void {
  if ('folder' in place && !existsSync(join(place.folder, 'db'))) {
    tell('Đang tạo cơ sở dữ liệu và danh mục địa bàn (chỉ lần đầu; dưới nửa phút)…', 'Making the database and the catalogue of areas (first run only; less than half a minute)…');
  }
}

/**
 * What a database gets before it is served: a fresh ./data the demonstration, and one that was cut short while loading a new one.
 * In production a demonstration is refused; elsewhere an empty database stays empty, and the person is told how to begin.
 */
export async function prepare(runtime: Runtime, { place, production }: Pick<Settings, 'place' | 'production'>, tell: Tell): Promise<void> {
  const { result: mark } = await runAs(runtime, system, async (ctx) => ({ demonstration: await isDemonstration(ctx), complete: (await demoAccounts(ctx)).length > 0 }));
  if (mark.demonstration && production) throw problem('app.demonstration-in-production', { place: runtime.database.place });
  if (mark.complete) return;
  const loadsItself = !production && 'folder' in place && resolve(place.folder) === resolve(ownFolder);
  const empty = await isEmpty(runtime.database);
  if (loadsItself && (empty || mark.demonstration)) {
    tell('Đang nạp dữ liệu mô phỏng (chỉ lần đầu):', 'Loading the demonstration (first run only):');
    const say = (line: string): void => tell(`  ${line}`, '');
    await (empty ? loadDemonstration(runtime, say) : resetDemonstration(runtime, say));
  } else if (empty) {
    tell(
      'Cơ sở dữ liệu còn trống. Tạo người quản trị đầu tiên: npm run -s chungtay -- user add --help',
      'The database is empty. Make the first administrator: npm run -s chungtay -- user add --help',
    );
  }
}
