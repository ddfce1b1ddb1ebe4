import { Id } from '#kernel/ids.ts';
import { showDate } from '#kernel/plain-date.ts';
import type { Language } from '#kernel/text.ts';
import { ActForm, type Consequences } from '#modules/areas/contract.acts.ts';
import { act, acts, tryAct, undoAct } from '#modules/areas/service.acts.ts';
import type { Command } from './command.ts';
import { readText } from './files.ts';
import { columns } from './layout.ts';
import { problem } from './problems.ts';
import { asSystem, withProgram } from './with-program.ts';

export const areasAct: Command = {
  name: 'areas act',
  summary: { vi: 'chạy thử một thay đổi địa bàn theo nghị quyết; ghi lại khi có --confirm', en: 'try a change of the map by a resolution; enter it with --confirm' },
  operands: [{ name: 'FILE', about: { vi: 'tệp JSON gồm day, resolution và request như của API /areas/acts; "-" là đọc từ stdin', en: 'JSON of day, resolution and request as for the API /areas/acts; "-" reads stdin' } }],
  options: { confirm: { about: { vi: 'ghi thay đổi; nếu bỏ qua thì chỉ cho biết điều gì sẽ theo sau', en: 'enter the change; when left out, only tell what would follow' } } },
  database: true,
  async run(call) {
    const file = call.operand('FILE');
    const form = call.read(ActForm, 'FILE', readJson(await readText(call, file), file), '{ "day": "2026-03-01", "resolution": "…", "request": { "kind": "rename", … } }');
    const done = await withProgram(call, (runtime) => asSystem(runtime, async (ctx) => (call.has('confirm') ? act(ctx, form) : { id: null, consequences: await tryAct(ctx, form) })));
    const head = done.id === null ? { vi: 'Chạy thử, chưa có gì thay đổi:', en: 'A trial, nothing has changed:' } : { vi: `Đã ghi ${done.id}:`, en: `Entered ${done.id}:` };
    call.answer(done, () => [call.say(head), ...show(done.consequences, call.language)].join('\n'));
  },
};

export const areasActs: Command = {
  name: 'areas acts',
  summary: { vi: 'các thay đổi địa bàn đã ghi', en: 'the changes of the map on record' },
  operands: [],
  options: {},
  database: true,
  async run(call) {
    const found = await withProgram(call, (runtime) => asSystem(runtime, acts));
    const none = { vi: 'Chưa ghi thay đổi nào.', en: 'No change has been entered.' };
    call.answer(found, () => (found.length === 0 ? call.say(none) : columns(found.map(({ id, day, title, resolution, undone }) => [id, showDate(day), title[call.language], resolution, undone ? call.say({ vi: 'đã hoàn tác', en: 'taken back' }) : '']))));
  },
};

export const areasUndo: Command = {
  name: 'areas undo',
  summary: { vi: 'hoàn tác một thay đổi địa bàn, khi chưa có gì dựa trên nó', en: 'take a change of the map back, while nothing rests on it' },
  operands: [{ name: 'ID', about: { vi: 'mã của thay đổi, xem areas acts', en: 'id of the change, see areas acts' } }],
  options: {},
  database: true,
  async run(call) {
    const id = call.read(Id, 'ID', call.operand('ID'), 'UUID');
    const undone = await withProgram(call, (runtime) => asSystem(runtime, (ctx) => undoAct(ctx, { id })));
    call.answer(undone, () => call.say({ vi: `Đã hoàn tác: ${undone.title.vi}`, en: `Taken back: ${undone.title.en}` }));
  },
};

/** The value that a text holds as JSON; the text itself where it holds none, so that the schema says what is expected. */
function readJson(text: string, file: string): string {
  try {
    return JSON.parse(text) as string;
  } catch {
    throw problem('usage.bad-value', { option: 'FILE', value: file, expected: 'JSON' });
  }
}

const words = {
  vi: { ends: 'kết thúc', begins: 'bắt đầu', rewritten: 'dòng được đặt lại vị trí' },
  en: { ends: 'ends', begins: 'begins', rewritten: 'rows are placed anew' },
} as const;

function show({ ends, begins, moves, follows, posts, rewritten, notes }: Consequences, language: Language): string[] {
  const { ends: end, begins: begin, rewritten: rows } = words[language];
  return [
    columns([
      ...ends.map(({ id, name }) => [`  ${end}`, name, `[${id}]`]),
      ...begins.map(({ id, name }) => [`  ${begin}`, name, `[${id}]`]),
      ...moves.map(({ area, from, to }) => [`  ${area.name}`, from, to]),
      ...follows.map(({ what, count }) => [`  ${what}`, String(count), '']),
      ...posts.map(({ name, to, sees }) => [`  ${name}`, to.name, sees]),
    ]),
    `  ${rewritten} ${rows}`,
    ...notes.map((note) => `  ! ${note[language]}`),
  ];
}
