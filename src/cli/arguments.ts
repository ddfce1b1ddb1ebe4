import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { Language } from '#kernel/text.ts';
import type { Command, Option } from './command.ts';
import { problem } from './problems.ts';

/** Options that every command has. */
export const commonOptions: Readonly<Record<string, Option>> = {
  json: { about: { vi: 'in kết quả dạng JSON', en: 'print the result as JSON' } },
  lang: { value: 'vi|en', about: { vi: 'ngôn ngữ của thông báo và kết quả dạng chữ (mặc định vi)', en: 'language of messages and of results as text (vi when left out)' } },
  help: { about: { vi: 'in hướng dẫn này', en: 'print this help' } },
};

const databaseOptions: Readonly<Record<string, Option>> = {
  data: {
    value: 'DIR',
    about: {
      vi: 'thư mục của cơ sở dữ liệu nhúng; nếu bỏ qua thì theo DATABASE_URL, rồi DATA_DIR, rồi ./data',
      en: 'folder of the embedded database; else DATABASE_URL, else DATA_DIR, else ./data',
    },
  },
};

export const optionsOf = (command: Command): Readonly<Record<string, Option>> => ({ ...command.options, ...(command.database ? databaseOptions : {}), ...commonOptions });

/** The command that the first words name, and the words that remain; undefined where there is none. */
export function findCommand(commands: readonly Command[], words: readonly string[]): { command: Command; rest: string[] } | undefined {
  const command = commands.find(({ name }) => name.split(' ').every((word, place) => words[place] === word));
  return command && { command, rest: words.slice(command.name.split(' ').length) };
}

export interface Given {
  operands: string[];
  options: Readonly<Record<string, string | boolean | undefined>>;
}

/** Reads the arguments of a command by its declaration; throws `usage.*`. With `--help` nothing else is asked for. */
export function readArguments(command: Command, words: readonly string[]): Given {
  const options = optionsOf(command);
  const config: ParseArgsOptionsConfig = Object.fromEntries(Object.entries(options).map(([name, { value }]) => [name, { type: value === undefined ? 'boolean' : 'string' }]));
  const { values, positionals, tokens } = parseArgs({ args: [...words], options: config, allowPositionals: true, strict: false, tokens: true });
  const name = command.name;
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (!option) throw problem('usage.unknown-option', { command: name, option: token.rawName });
    const fault = { command: name, option: token.rawName };
    if (option.value !== undefined && token.value === undefined) throw problem('usage.needs-value', fault);
    if (option.value === undefined && token.value !== undefined) throw problem('usage.takes-no-value', fault);
  }
  const given = values as Given['options'];
  if (given['help'] === true) return { operands: [], options: given };
  const missing = [
    ...command.operands.slice(positionals.length).map((operand) => operand.name),
    ...Object.keys(command.options).filter((option) => command.options[option]!.required && given[option] === undefined).map((option) => `--${option}`),
  ];
  if (missing.length > 0) throw problem('usage.missing', { command: name, missing: missing.join(', ') });
  return { operands: operandsOf(command, positionals), options: given };
}

function operandsOf({ name, operands }: Command, words: string[]): string[] {
  const last = operands.at(-1);
  if (last?.rest) return [...words.slice(0, operands.length - 1), words.slice(operands.length - 1).join(' ')];
  if (words.length > operands.length) throw problem('usage.too-many', { command: name, word: words[operands.length]! });
  return words;
}

/** The language asked for with `--lang`, wherever it stands; needed before the command is known. Throws `usage.bad-value`. */
export function languageOf(words: readonly string[]): Language {
  const place = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  if (place === -1) return 'vi';
  const value = words[place]!.split('=')[1] ?? words[place + 1] ?? '';
  const language = Language.safeParse(value);
  if (!language.success) throw problem('usage.bad-value', { option: '--lang', value, expected: 'vi, en' });
  return language.data;
}
