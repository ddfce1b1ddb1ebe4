import { fill, type Text } from '#kernel/text.ts';
import { loadDemonstration, resetDemonstration } from '#app/demonstration.ts';
import type { Runtime } from '#platform/run.ts';
import type { Call, Command } from './command.ts';
import { withProgram } from './with-program.ts';

export const migrate: Command = {
  name: 'migrate',
  summary: { vi: 'tạo hoặc nâng cấp các bảng và danh mục địa bàn của cơ sở dữ liệu', en: 'make or upgrade the tables and the catalogue of areas of the database' },
  operands: [],
  options: {},
  database: true,
  // Opening the program brings both up to date.
  run: (call) => withProgram(call, async ({ database }) => answer(call, database, { vi: 'Cơ sở dữ liệu {place} đã ở phiên bản mới nhất.', en: 'The database {place} is up to date.' })),
};

export const demoLoad: Command = {
  name: 'demo load',
  summary: { vi: 'nạp dữ liệu mô phỏng vào một cơ sở dữ liệu trống', en: 'load the demonstration into an empty database' },
  operands: [],
  options: {},
  database: true,
  run: (call) =>
    withProgram(call, async (runtime) => {
      await loadDemonstration(runtime, call.terminal.tell);
      answer(call, runtime.database, { vi: 'Đã nạp dữ liệu mô phỏng vào {place}.', en: 'The demonstration is loaded into {place}.' });
    }),
};

export const demoReset: Command = {
  name: 'demo reset',
  summary: { vi: 'xóa và nạp lại dữ liệu mô phỏng; từ chối cơ sở dữ liệu không phải mô phỏng', en: 'empty a demonstration and load it again; refuses any other database' },
  operands: [],
  options: {},
  database: true,
  run: (call) =>
    withProgram(call, async (runtime) => {
      await resetDemonstration(runtime, call.terminal.tell);
      answer(call, runtime.database, { vi: 'Đã nạp lại dữ liệu mô phỏng vào {place}.', en: 'The demonstration in {place} is as new.' });
    }),
};

function answer(call: Call, { place, engine }: Runtime['database'], sentence: Text): void {
  call.answer({ place, engine }, () => fill(call.say(sentence), { place }));
}
