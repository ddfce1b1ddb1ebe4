import { Problem } from '#kernel/problem.ts';
import type { Language } from '#kernel/text.ts';
import { openProgram } from '#app/open-program.ts';
import { readPlace } from '#app/settings.ts';
import { findCommand, languageOf, readArguments } from './arguments.ts';
import { Call } from './command.ts';
import { commands } from './commands.ts';
import { helpOf, overview } from './help.ts';
import { problem } from './problems.ts';
import type { Terminal } from './terminal.ts';

/** How the program ends. Only what was done whole ends with 0. */
const exits = { done: 0, failed: 1, usage: 2, inUse: 3 } as const;

/**
 * Runs one command line and resolves with the exit code. Results go to stdout, everything else to stderr.
 * The program that it works on is opened by `open` and closed when the work is done.
 */
export async function runCommandLine(words: readonly string[], terminal: Terminal, environment: NodeJS.ProcessEnv, open = openProgram): Promise<number> {
  let language: Language = 'vi';
  try {
    language = languageOf(words);
    const found = findCommand(commands, words);
    if (!found) return withoutCommand(words, language, terminal);
    const { command, rest } = found;
    const given = readArguments(command, rest);
    if (given.options['help'] === true) {
      terminal.print(helpOf(command, language));
      return exits.done;
    }
    const folder = given.options['data'];
    const place = () => (typeof folder === 'string' ? { folder } : readPlace(environment));
    await command.run(new Call(command, given, { language, terminal, open: () => open(place()) }));
    return exits.done;
  } catch (error) {
    return failed(error, language, terminal);
  }
}

/** `--help` asks for the list of commands; anything else is a mistake, which is told in both languages. */
function withoutCommand(words: readonly string[], language: Language, terminal: Terminal): number {
  if (words.includes('--help')) {
    terminal.print(overview(commands, language));
    return exits.done;
  }
  if (words.length > 0) {
    const unknown = problem('usage.unknown-command', { command: words.join(' ') });
    terminal.tell(`${unknown.sentence('vi')}\n${unknown.sentence('en')}\n`);
  }
  terminal.tell(`${overview(commands, 'vi')}\n\n${overview(commands, 'en')}`);
  return exits.usage;
}

function failed(error: unknown, language: Language, terminal: Terminal): number {
  if (!(error instanceof Problem)) {
    terminal.tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return exits.failed;
  }
  terminal.tell(error.sentence(language));
  if (error.code === 'db.folder-in-use') return exits.inUse;
  return error.code.startsWith('usage.') ? exits.usage : exits.failed;
}
