import { readFile, writeFile } from 'node:fs/promises';
import type { Call } from './command.ts';
import { problem } from './problems.ts';

const reasonOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);

/** The text of a file, or of stdin for `-`. Throws `file.not-readable`. */
export async function readText(call: Call, file: string): Promise<string> {
  if (file === '-') return call.terminal.read();
  return (await readBytes(file)).toString('utf8');
}

export async function readBytes(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    throw problem('file.not-readable', { file, reason: reasonOf(error) });
  }
}

/** Throws `file.not-writable`. */
export async function writeBytes(file: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(file, bytes);
  } catch (error) {
    throw problem('file.not-writable', { file, reason: reasonOf(error) });
  }
}
