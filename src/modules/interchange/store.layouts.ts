import type { z } from 'zod';
import type { Id } from '#kernel/ids.ts';
import type { Db } from '#platform/db/database.ts';
import { ArrangedColumn, ListChoice } from './contract.parts.ts';
import type { Layout } from './rules.layouts.ts';

export interface NewLayout {
  id: Id;
  areaPath: string;
  heads: string;
  list: z.infer<typeof ListChoice>;
  head: Layout['head'];
  columns: Layout['columns'];
  classes: Layout['classes'];
  savedBy: string | null;
  savedName: string | null;
  savedAt: Date;
}

export async function insertLayout(db: Db, { id, areaPath, heads, list, head, columns, classes, savedBy, savedName, savedAt }: NewLayout): Promise<void> {
  const json = { head: head && JSON.stringify(head), columns: JSON.stringify(columns), classes: JSON.stringify(classes) };
  await db.insertInto('import_layout').values({ layout_id: id, area_path: areaPath, heads, list, ...json, saved_by: savedBy, saved_name: savedName, saved_at: savedAt }).execute();
}

/** What the holders of a post’s area said of layouts, by the heads: of each the latest. */
export const layoutsAt = (db: Db, areaPath: string): Promise<Map<string, Layout>> => layoutsIn(db, [areaPath]);

/** The same of the posts of an area and of all above it, where what is said nearer by goes before. */
export function layoutsOver(db: Db, areaPath: string): Promise<Map<string, Layout>> {
  const parts = areaPath.split('.');
  return layoutsIn(db, parts.map((_, place) => parts.slice(0, place + 1).join('.')));
}

async function layoutsIn(db: Db, areaPaths: readonly string[]): Promise<Map<string, Layout>> {
  const rows = await db.selectFrom('import_layout').selectAll().where('area_path', 'in', areaPaths).orderBy('area_path').orderBy('saved_at').orderBy('layout_id').execute();
  return new Map(
    rows.map(({ heads, list, head, columns, classes, saved_name, saved_at }) => [
      heads,
      { list: ListChoice.parse(list), head: head as unknown as Layout['head'], columns: ArrangedColumn.array().nullable().parse(columns), classes: classes as unknown as Layout['classes'], saved: { by: saved_name, at: saved_at.toISOString() } },
    ]),
  );
}
