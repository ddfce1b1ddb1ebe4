import type { Db } from '#platform/db/database.ts';

export interface SettingRow {
  value: unknown;
  entered_name: string | null;
  entered_at: Date;
}

/** What a province chose last; none where it never did. */
export function latestSetting(db: Db, province: string, name: 'ethnic_columns'): Promise<SettingRow | undefined> {
  return db
    .selectFrom('report_setting')
    .select(['value', 'entered_name', 'entered_at'])
    .where('province', '=', province)
    .where('name', '=', name)
    .orderBy('entered_at', 'desc')
    .orderBy('setting_id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function insertSetting(
  db: Db,
  { value, ...row }: { setting_id: string; province: string; name: 'ethnic_columns'; value: readonly string[]; entered_by: string | null; entered_name: string | null; entered_at: Date },
): Promise<void> {
  await db.insertInto('report_setting').values({ ...row, value: JSON.stringify(value) }).execute();
}
