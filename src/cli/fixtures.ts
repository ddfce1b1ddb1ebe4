import { runCommandLine } from './run.ts';

/** What a test hands to a command: all of stdin, or the lines that a person types. */
export interface Told {
  stdin?: string;
  typed?: readonly string[];
}

/** Runs a command line inside this process: how it ends and what it shows. */
export async function runInside(words: readonly string[], { stdin = '', typed }: Told, ...place: [environment: NodeJS.ProcessEnv, open?: Parameters<typeof runCommandLine>[3]]) {
  const out: string[] = [];
  const err: string[] = [];
  const lines = [...(typed ?? [])];
  const terminal = {
    print: (text: string) => void out.push(text),
    tell: (text: string) => void err.push(text),
    read: async () => stdin,
    askHidden: async () => lines.shift() ?? '',
    interactive: typed !== undefined,
  };
  const status = await runCommandLine(words, terminal, ...place);
  return { status, stdout: out.join('\n'), stderr: err.join('\n') };
}
