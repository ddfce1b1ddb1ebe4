import type { SpawnOptions } from 'node:child_process';

export interface Ended {
  code: number | null;
  /** The signal that ended the child. */
  signal?: NodeJS.Signals | undefined;
  /** The signal that we got and passed on meanwhile. */
  received?: NodeJS.Signals | undefined;
}
export function runToEnd(command: string, args: readonly string[], options: SpawnOptions, started?: (pid: number) => void): Promise<Ended>;
export function endLike(ended: Ended): void;
