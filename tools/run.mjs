/**
 * The start guard: every npm script goes through it. It installs the packages when package-lock.json has changed, then runs
 * the task on Node 24, passing on signals and the exit code. Plain JavaScript without packages, since it must run
 * on Node 20 before anything is installed. It speaks on stderr only: stdout belongs to the task.
 *
 *     node tools/run.mjs <task> [arguments…]
 */
import { fileURLToPath } from 'node:url';
import { endLike, runToEnd } from './child.mjs';
import { install } from './install.mjs';
import { findNode, programFlags } from './node.mjs';
import { say } from './say.mjs';

const scripts = {
  start: 'tools/start.ts',
  chungtay: 'src/cli/main.ts',
  test: 'tools/test.ts',
  check: 'tools/check.ts',
  bench: 'bench/main.ts',
  'gen-tables': 'tools/gen-tables.ts',
  'gen-map': 'tools/gen-map.ts',
  vitest: 'node_modules/vitest/vitest.mjs',
};

/** The tasks that run the program itself. */
const ofProgram = ['start', 'chungtay'];

async function main(root, [task, ...args]) {
  const script = scripts[task];
  if (script === undefined) {
    const known = Object.keys(scripts).join(', ');
    say(`Không có việc "${task ?? ''}"; có: ${known}.`, `There is no task "${task ?? ''}"; there are: ${known}.`);
    return { code: 2 };
  }
  const installed = await install(root);
  if (installed.code !== 0) return installed;
  const node = findNode(root);
  if (node === undefined) return { code: 1 };
  try {
    return await runToEnd(node, [...(ofProgram.includes(task) ? programFlags : []), script, ...args], { cwd: root, stdio: 'inherit' });
  } catch (error) {
    say(`Không chạy được Node ở ${node}: ${error.message}. Xin cài Node 24.`, `Node at ${node} cannot be run. Install Node 24 and try again.`);
    return { code: 1 };
  }
}

endLike(await main(fileURLToPath(new URL('..', import.meta.url)), process.argv.slice(2)));
