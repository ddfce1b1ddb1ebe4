import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import type { Offence } from './offence.ts';

/** A file of the house: its path from the root with forward slashes, and its text. */
export interface SourceFile {
  path: string;
  text: string;
}

/** A wall that imports cannot show: what it holds for, and the places in a file where it is broken. */
interface SourceWall {
  wall: string;
  sentence: string;
  holdsFor(path: string): boolean;
  breaches(file: SourceFile): string[];
}

const maxLines = 400;

const isTest = (path: string): boolean => /\.test\.tsx?$|\/walk\.ts$/.test(path);
const isProgram = (path: string): boolean => /^(src|demo)\//.test(path) && !isTest(path);
const isPure = (path: string): boolean =>
  /^src\/kernel\/|^src\/modules\/[^/]+\/(contract[^/]*|rules[^/]*|problems)\.ts$/.test(path) && !isTest(path);
const mayHoldSql = (path: string): boolean => /^src\/platform\/|^src\/modules\/[^/]+\/store[^/]*\.ts$/.test(path);

export const sourceWalls: readonly SourceWall[] = [
  {
    wall: 'no-clock-in-pure-rooms',
    sentence:
      'Kernel, contract, rules and problems give the same answer every time: no clock, no chance, no machine. Take the day or the number as an ' +
      'argument; a service has ctx.today, ctx.now and ctx.newId.',
    holdsFor: isPure,
    breaches: (file) => find(file, unsteady),
  },
  {
    wall: 'sql-words-in-stores',
    sentence:
      'A query is written in the store*.ts of the module that owns the table, and in src/platform. Move it there, give it a name of the field, ' +
      'and call it.',
    holdsFor: (path) => isProgram(path) && !mayHoldSql(path),
    breaches: (file) => find(file, query),
  },
  {
    wall: 'tsx-in-web',
    sentence: 'Screens (.tsx) live in src/web and in the web/ folder of a module: the server cannot run them.',
    holdsFor: (path) => path.endsWith('.tsx') && isProgram(path),
    breaches: ({ path }) => (/^src\/(web|modules\/[^/]+\/web)\//.test(path) ? [] : [path]),
  },
  {
    wall: 'one-sitting',
    sentence: `A file is read in one sitting: at most ${maxLines} lines. Split it by action (store.find.ts, rules.matching.ts), not by layer.`,
    holdsFor: (path) => /\.tsx?$/.test(path),
    breaches: ({ path, text }) => {
      const lines = text.trimEnd().split('\n').length;
      return lines > maxLines && !isGenerated(text) ? [`${path} (${lines})`] : [];
    },
  },
];

/** The source walls that are broken in a house: the folder that holds src/, demo/, tests/, tools/ and bench/. */
export function brokenSourceWalls(house: string): Offence[] {
  const files = ['src', 'demo', 'tests', 'tools', 'bench'].flatMap((folder) => readSources(house, folder));
  return sourceWalls.flatMap(({ wall, sentence, holdsFor, breaches }) =>
    files
      .filter(({ path }) => holdsFor(path))
      .flatMap(breaches)
      .map((where) => ({ wall, where, sentence })),
  );
}

export function readSources(house: string, folder: string): SourceFile[] {
  return readdirSync(house).includes(folder)
    ? readdirSync(join(house, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/.test(name))
        .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
        .map((path) => ({ path, text: readFileSync(join(house, path), 'utf8') }))
    : [];
}

/** Files that a tool of ours makes say so in their first line. */
const isGenerated = (text: string): boolean => /^\/\/ Made by tools\//.test(text);

/** Places of a file, as `path:line (what)`, where `what` finds something in the syntax tree. */
function find({ path, text }: SourceFile, what: (node: ts.Node) => string | undefined): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const places: string[] = [];
  const visit = (node: ts.Node): void => {
    const found = what(node);
    if (found) places.push(`${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1} (${found})`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return places;
}

const machine = new Set(['process', 'performance', 'crypto', 'globalThis']);

/** What gives another answer tomorrow or on another machine. `new Date(instant)` does not; year, month and day make it local. */
function unsteady(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && node.arguments?.length !== 1) return 'new Date';
  if (ts.isCallExpression(node) && node.expression.getText() === 'Date') return 'Date()';
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  const text = node.getText();
  return ['Date.now', 'Math.random'].includes(text) || machine.has(node.expression.getText()) ? text : undefined;
}

const queryWords = new Set(['selectFrom', 'insertInto', 'updateTable', 'deleteFrom', 'mergeInto', 'replaceInto']);

function query(node: ts.Node): string | undefined {
  if (ts.isTaggedTemplateExpression(node) && /^sql\b/.test(node.tag.getText())) return 'sql`…`';
  if (ts.isPropertyAccessExpression(node) && queryWords.has(node.name.text)) return `.${node.name.text}`;
  return undefined;
}
