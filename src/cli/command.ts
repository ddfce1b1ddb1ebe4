import type { z } from 'zod';
import type { Language, Text } from '#kernel/text.ts';
import type { Runtime } from '#platform/run.ts';
import { problem } from './problems.ts';
import type { Terminal } from './terminal.ts';

export interface Operand {
  /** As the usage shows it: `FILE`, `TEXT`. */
  name: string;
  about: Text;
  /** Takes all words that follow, with spaces between. */
  rest?: true;
}

export interface Option {
  /** Name of its value, as the usage shows it; a switch has none. */
  value?: string;
  required?: true;
  about: Text;
}

/** A command as it is declared: its usage, its help and the check of its arguments come from here. */
export interface Command {
  /** The words that call it: `areas find`. */
  name: string;
  summary: Text;
  operands: readonly Operand[];
  options: Readonly<Record<string, Option>>;
  /** Works on the database, so `--data` names its folder. */
  database: boolean;
  run(call: Call): Promise<void>;
}

/** One call of a command: its arguments, and what it may speak through. */
export class Call {
  readonly command: Command;
  readonly language: Language;
  readonly terminal: Terminal;
  /** Opens the program on the data; called only by commands that need them. */
  readonly open: () => Promise<Runtime>;
  readonly #operands: readonly string[];
  readonly #options: Readonly<Record<string, string | boolean | undefined>>;

  constructor(
    command: Command,
    given: { operands: readonly string[]; options: Readonly<Record<string, string | boolean | undefined>> },
    outside: { language: Language; terminal: Terminal; open: () => Promise<Runtime> },
  ) {
    this.command = command;
    this.#operands = given.operands;
    this.#options = given.options;
    this.language = outside.language;
    this.terminal = outside.terminal;
    this.open = outside.open;
  }

  /** The text of an operand; arguments are checked before a command runs, so it is there. */
  operand(name: string): string {
    return this.#operands[this.command.operands.findIndex((operand) => operand.name === name)]!;
  }

  option(name: string): string | undefined {
    const value = this.#options[name];
    return typeof value === 'string' ? value : undefined;
  }

  has(name: string): boolean {
    return this.#options[name] === true;
  }

  /** An operand or option read by a schema; `expected` is told where it does not fit. Throws `usage.bad-value`. */
  read<Schema extends z.ZodType>(schema: Schema, name: string, value: unknown, expected: string): z.output<Schema> {
    const parsed = schema.safeParse(value);
    if (!parsed.success) throw problem('usage.bad-value', { option: name, value: typeof value === 'string' ? value : JSON.stringify(value), expected });
    return parsed.data;
  }

  /** Prints the answer: as JSON where that was asked for, else as text. */
  answer(value: unknown, asText: () => string): void {
    this.terminal.print(this.has('json') ? JSON.stringify(value, null, 2) : asText());
  }

  /** A text in the language of the call. */
  readonly say = (text: Text): string => text[this.language];
}
