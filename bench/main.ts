/**
 * `npm run bench -- <name> [arguments…] [--write]`: runs one benchmark, or all of them, and prints its table; `--write` puts it into
 * docs/benchmarks.md too. A gate that does not hold makes the exit code 1.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { show, type Bench } from './report.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const page = fileURLToPath(new URL('../docs/benchmarks.md', import.meta.url));

const names = readdirSync(here).flatMap((file) => file.match(/^(.+)\.bench\.ts$/)?.[1] ?? []).sort();

const [asked, ...rest] = process.argv.slice(2).filter((argument) => argument !== '--write');
const write = process.argv.includes('--write');
if (asked !== undefined && asked !== 'all' && !names.includes(asked)) {
  console.error(`There is no benchmark "${asked}"; there are: all, ${names.join(', ')}.`);
  process.exit(2);
}

/** Puts a report in the place of the earlier one of its name, else at the end. */
function keep(name: string, text: string): void {
  const before = existsSync(page) ? readFileSync(page, 'utf8') : '# Benchmarks\n\nMade by `npm run bench -- all --write`. Quote the ratios: the times belong to the machine.\n';
  const sections = before.split(/^(?=## )/m);
  const at = sections.findIndex((section) => section.startsWith(`## ${name}:`));
  if (at === -1) sections.push(`${text}\n`);
  else sections[at] = `${text}\n`;
  writeFileSync(page, `${sections.map((section) => section.trim()).join('\n\n')}\n`);
}

for (const name of asked === undefined || asked === 'all' ? names : [asked]) {
  const { run } = (await import(`./${name}.bench.ts`)) as { run: Bench };
  const report = await run(rest);
  const text = show(name, report, new Date().toISOString().slice(0, 10));
  console.log(`\n${text}`);
  if (write) keep(name, text);
  if (report.gates.some(({ held }) => !held)) process.exitCode = 1;
}
