/** Writes src/platform/db/tables.ts from a freshly migrated database: `npm run gen-tables`. With `--check` it only says whether the file is fresh. */
import { readFile, writeFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { migrate } from '#platform/db/migrate.ts';
import { openPglite } from '#platform/db/pglite.ts';

const file = new URL('../src/platform/db/tables.ts', import.meta.url);

/** PostgreSQL types as src/platform/db/values.ts hands them to the program. */
const types: Readonly<Record<string, string>> = {
  text: 'string',
  uuid: 'string',
  date: 'string',
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float8: 'number',
  numeric: 'number',
  timestamptz: 'Date',
  jsonb: 'Json',
  bytea: 'Uint8Array',
};

interface Column {
  table: string;
  comment: string | null;
  column: string;
  type: string;
  nullable: boolean;
  has_default: boolean;
}

const pascal = (name: string): string => name.replace(/(^|_)(\w)/g, (_, __, letter: string) => letter.toUpperCase());

function typeOf({ type, nullable, has_default }: Column): string {
  const known = types[type.replace(/^_/, '')];
  if (known === undefined) throw new Error(`tools/gen-tables.ts knows no program type for ${type}`);
  const one = type.startsWith('_') ? `${known}[]` : known;
  const value = nullable ? `${one} | null` : one;
  return has_default ? `Generated<${value}>` : value;
}

export async function generateTables(): Promise<string> {
  const database = await openPglite({});
  await migrate(database, (text) => database.script(text));
  const { rows } = await sql<Column>`
    select c.relname as table, obj_description(c.oid) as comment, a.attname as column, t.typname as type,
      not a.attnotnull as nullable, a.atthasdef as has_default
    from pg_class c join pg_attribute a on a.attrelid = c.oid join pg_type t on t.oid = a.atttypid
    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped
      and c.relname <> 'schema_migration'
    order by c.relname, a.attnum`.execute(database.owner);
  await database.close();
  const tables = Map.groupBy(rows, (row) => row.table);
  const interfaces = [...tables].map(
    ([table, columns]) =>
      `/** ${columns[0]!.comment ?? ''} */\nexport interface ${pascal(table)}Table {\n${columns.map((column) => `  ${column.column}: ${typeOf(column)};`).join('\n')}\n}\n`,
  );
  const list = [...tables.keys()].map((table) => `  ${table}: ${pascal(table)}Table;`).join('\n');
  return `// Made by tools/gen-tables.ts from migrations/; do not edit.\nimport type { ColumnType, Generated } from 'kysely';\n\n/** JSON is written as text and read as a value. */\nexport type Json = ColumnType<unknown, string, string>;\n\n${interfaces.join('\n')}\nexport interface Tables {\n${list}\n}\n`;
}

if (import.meta.main) {
  const fresh = await generateTables();
  if (process.argv.includes('--check')) {
    if ((await readFile(file, 'utf8')) !== fresh) throw new Error('src/platform/db/tables.ts is out of date: npm run gen-tables');
  } else {
    await writeFile(file, fresh);
  }
}
