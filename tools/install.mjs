import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { runToEnd } from './child.mjs';
import { say } from './say.mjs';

const done = { code: 0 };

/**
 * Brings node_modules to what package-lock.json says, if it is not there yet. Its hash is noted inside node_modules after a whole
 * install only, so one that was broken off is done again. When several start at once, one installs and the others wait.
 * Resolves with code 0 when all is in place; else the person has been told what to do.
 */
export async function install(root) {
  if (isCurrent(root)) return done;
  await takeTurn(root);
  try {
    if (isCurrent(root)) return done;
    say(
      'Đang tải các thư viện của Chung Tay (chỉ khi chạy lần đầu hoặc sau khi cập nhật; mất khoảng một phút)…',
      'Fetching the packages of Chung Tay (only on the first run or after an update; about a minute)…',
    );
    rmSync(notePath(root), { force: true });
    const ended = await npmCi(root);
    if (ended.code === 0) writeFileSync(notePath(root), lockHash(root));
    return ended;
  } finally {
    rmSync(turnPath(root), { force: true });
  }
}

const notePath = (root) => join(root, 'node_modules', '.chungtay-lock-hash');

/** Holds the numbers of the processes that install now: ours, and npm's, which outlives us when we are killed. */
const turnPath = (root) => join(root, '.installing');

const lockHash = (root) => createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');

function isCurrent(root) {
  try {
    return readFileSync(notePath(root), 'utf8') === lockHash(root);
  } catch (error) {
    if (error.code === 'ENOENT') return false;
    throw error;
  }
}

/** Waits until no other run installs, and keeps the others out until the file is removed. */
async function takeTurn(root) {
  const path = turnPath(root);
  for (let told = false; ; ) {
    try {
      writeFileSync(path, `${process.pid} `, { flag: 'wx' });
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holders = readHolders(path);
    if (holders.length > 0 && !holders.some(isAlive)) {
      rmSync(path, { force: true });
      continue;
    }
    if (!told) {
      say(
        `Một tiến trình khác đang tải thư viện, xin chờ. Nếu không phải vậy, hãy xoá tệp ${path}.`,
        `Another process is fetching the packages; waiting. If that is not so, delete ${path}.`,
      );
      told = true;
    }
    await wait(300);
  }
}

/** The processes that install; none in the instant before the first has written its number and after they have gone. */
function readHolders(path) {
  try {
    return readFileSync(path, 'utf8').split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * `npm ci` with all that the tests and the web build need, whatever the settings of the machine leave out.
 * No package runs a script of its own. Its output goes to stderr and it reads nothing from stdin.
 */
async function npmCi(root) {
  const args = ['ci', '--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  try {
    const ended = await npm(root, args);
    if (ended.code === 0) return ended;
    if (ended.received) return { code: 1, signal: ended.received };
    say(
      'Chưa tải được thư viện. Xin kiểm tra kết nối mạng (hoặc thiết lập proxy, registry của npm) và chỗ trống trên đĩa, rồi chạy lại. ' +
        'Trên Windows: đóng các cửa sổ Chung Tay khác và xoá thư mục node_modules trước.',
      'The packages could not be fetched. Check the network (or the proxy and registry settings of npm) and the free disk space, then try again. ' +
        'On Windows: close other windows of Chung Tay and delete the folder node_modules first.',
    );
  } catch {
    say('Không tìm thấy npm. Xin cài Node 24 (có kèm npm) từ nodejs.org.', 'npm was not found. Install Node 24, which brings npm, from nodejs.org.');
  }
  return { code: 1 };
}

/** Runs npm on the Node that npm itself came with: the one inside node_modules is about to be replaced. */
function npm(root, args) {
  const { npm_execpath: cli, npm_node_execpath: node = process.execPath, PATH = '' } = process.env;
  const path = PATH.split(delimiter).filter((folder) => folder !== join(root, 'node_modules', '.bin'));
  const options = { cwd: root, env: { ...process.env, PATH: path.join(delimiter) }, stdio: ['ignore', 2, 2] };
  const started = (pid) => appendFileSync(turnPath(root), `${pid} `);
  if (cli?.endsWith('npm-cli.js')) return runToEnd(node, [cli, ...args], options, started);
  return runToEnd('npm', args, { ...options, shell: process.platform === 'win32' }, started);
}
