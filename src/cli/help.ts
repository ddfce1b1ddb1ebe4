import type { Language } from '#kernel/text.ts';
import { optionsOf } from './arguments.ts';
import type { Command, Option } from './command.ts';
import { columns } from './layout.ts';

const words = {
  vi: { usage: 'Cách dùng', commands: 'Các lệnh', options: 'Tùy chọn', more: 'Hướng dẫn của từng lệnh: LỆNH --help', required: 'bắt buộc' },
  en: { usage: 'Usage', commands: 'Commands', options: 'Options', more: 'Help of a command: COMMAND --help', required: 'required' },
} as const;

const program = 'npm run -s chungtay --';

const flag = (name: string, { value }: Option): string => (value === undefined ? `--${name}` : `--${name} ${value}`);

/** `areas find TEXT [--level LEVEL]`: how a command is called, without what all commands have. */
export function usageOf({ name, operands, options }: Command): string {
  const flags = Object.entries(options).map(([option, spec]) => (spec.required ? flag(option, spec) : `[${flag(option, spec)}]`));
  return [name, ...operands.map((operand) => operand.name), ...flags].join(' ');
}

/** What there is: each command with what it does. */
export function overview(commands: readonly Command[], language: Language): string {
  const { usage, commands: title, more } = words[language];
  const lines = commands.map((command) => `  ${usageOf(command)}\n      ${command.summary[language]}`);
  return `${usage}: ${program} …\n\n${title}:\n${lines.join('\n')}\n\n${more}`;
}

/** The help of one command. */
export function helpOf(command: Command, language: Language): string {
  const { usage, options: title, required } = words[language];
  const operands = command.operands.map(({ name, about }) => [`  ${name}`, about[language]]);
  const options = Object.entries(optionsOf(command)).map(([name, option]) => [`  ${flag(name, option)}`, `${option.about[language]}${option.required ? ` (${required})` : ''}`]);
  return `${command.summary[language]}\n\n${usage}: ${program} ${usageOf(command)}\n\n${operands.length > 0 ? `${columns(operands)}\n\n` : ''}${title}:\n${columns(options)}`;
}
