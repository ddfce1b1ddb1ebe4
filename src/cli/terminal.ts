import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';

/** The outside of a command: what it prints, tells and is told. Tests put their own in its place. */
export interface Terminal {
  /** A result, on stdout. */
  print(text: string): void;
  /** A message to the person, on stderr. */
  tell(text: string): void;
  /** All of stdin. */
  read(): Promise<string>;
  /** Asks the person and does not show what is typed; resolves with '' when the person gives up. */
  askHidden(question: string): Promise<string>;
  /** Whether a person sits at stdin. */
  interactive: boolean;
}

/** The terminal of this process. */
export function ownTerminal(): Terminal {
  // Whoever reads our output may stop early, as `head` does.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return {
    print: (line) => void process.stdout.write(`${line}\n`),
    tell: (line) => void process.stderr.write(`${line}\n`),
    read: () => text(process.stdin),
    askHidden,
    interactive: process.stdin.isTTY === true,
  };
}

async function askHidden(question: string): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  process.stderr.write(question);
  const given = new AbortController();
  lines.on('SIGINT', () => given.abort());
  try {
    return await lines.question('', { signal: given.signal });
  } catch (error) {
    if (given.signal.aborted) return '';
    throw error;
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}
