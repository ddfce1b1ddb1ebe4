/** `npm start`: builds the screens if they have changed, then runs the program in this process. */
import { say } from './say.mjs';
import { freshenWeb } from './web-build.ts';

const built = await freshenWeb(() =>
  say('Đang dựng giao diện (lần đầu hoặc sau khi cập nhật; vài giây)…', 'Building the screens (first run or after an update; a few seconds)…'),
);
if (built) await import('../src/app/main.ts');
else process.exitCode = 1;
