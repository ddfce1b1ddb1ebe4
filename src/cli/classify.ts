import { z } from 'zod';
import { Problem } from '#kernel/problem.ts';
import type { Language, Text } from '#kernel/text.ts';
import { ClassifyCase, type Classification, type Explained } from '#modules/standards/contract.ts';
import { classNames } from '#modules/standards/rules.explain.ts';
import { explainCases } from '#modules/standards/service.ts';
import type { Call, Command } from './command.ts';
import { readText } from './files.ts';
import { problem } from './problems.ts';

const Cases = z.array(ClassifyCase);

/** How many faults of a file are told at a time. */
const mostFaults = 20;

const messages = { vi: z.locales.vi().localeError, en: z.locales.en().localeError };

/** `classify` answers with the classification, its steps, notes and what is missing put into words. */
type Answer = { ref: string | null } & Omit<Classification, 'steps' | 'notes' | 'missing'> & {
    steps: (Classification['steps'][number] & { text: Text })[];
    notes: (Classification['notes'][number] & { text: Text })[];
    missing: (Classification['missing'][number] & { text: Text })[];
  };

export const classify: Command = {
  name: 'classify',
  summary: { vi: 'phân loại các hộ và giải thích từng bước; không lưu gì', en: 'classify households and explain every step; nothing is stored' },
  operands: [{ name: 'FILE', about: { vi: 'tệp JSON là danh sách hộ, hoặc - để đọc từ đầu vào chuẩn; cấu trúc: schema classify', en: 'JSON file with an array of cases, or - for standard input; its shape: schema classify' } }],
  options: { demonstration: { about: { vi: 'cho phép dùng bảng điểm mẫu có số liệu tự đặt', en: 'let sample tables with made-up points be used' } } },
  database: false,
  async run(call) {
    const file = call.operand('FILE');
    const cases = readCases(await readText(call, file), file, call.language);
    const answers = classifyAll(cases, file, call);
    call.answer(answers, () => answers.map((answer, place) => show(answer, place, call.language)).join('\n\n'));
  },
};

export const schemaClassify: Command = {
  name: 'schema classify',
  summary: { vi: 'in JSON Schema của đầu vào lệnh classify', en: 'print the JSON Schema of what classify reads' },
  operands: [],
  options: {},
  database: false,
  async run(call) {
    call.terminal.print(JSON.stringify(z.toJSONSchema(Cases, { io: 'input' }), null, 2));
  },
};

function readCases(text: string, file: string, language: Language): ClassifyCase[] {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw problem('cases.not-json', { file, reason: (error as Error).message });
  }
  const parsed = Cases.safeParse(json, { error: messages[language] });
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `  ${place(path)}: ${message}`);
  throw invalid(file, faults);
}

const invalid = (file: string, faults: readonly string[]): Problem =>
  problem('cases.invalid', { file, faults: [...faults.slice(0, mostFaults), ...(faults.length > mostFaults ? [`  … (${faults.length - mostFaults})`] : [])].join('\n') });

/** `[3].facts.income`, counted from 0 as programs do. */
const place = (path: readonly PropertyKey[]): string => path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('') || '[]';

/** One case at a time, so that what cannot be classified is named; all of them, or nothing. */
function classifyAll(cases: readonly ClassifyCase[], file: string, call: Call): Answer[] {
  const faults: string[] = [];
  const answers = cases.flatMap((one, index) => {
    try {
      return explainCases([one], call.has('demonstration')).map(answerOf);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      faults.push(`  [${index}]${one.ref === undefined ? '' : ` (${one.ref})`}: ${error.sentence(call.language).replace(/\.$/, '')}`);
      return [];
    }
  });
  if (faults.length > 0) throw invalid(file, faults);
  return answers;
}

function answerOf({ ref, result, reasons, notes, missing }: Explained): Answer {
  return {
    ref,
    ...result,
    steps: result.steps.map((step, index) => ({ ...step, text: reasons[index]!.text })),
    notes: result.notes.map((note, index) => ({ ...note, text: notes[index]! })),
    missing: result.missing.map((lack, index) => ({ ...lack, text: missing[index]! })),
  };
}

const titles = {
  vi: { case: 'Hộ', deprivations: 'Thiếu hụt', local: 'theo chuẩn của tỉnh', missing: 'Còn thiếu' },
  en: { case: 'Case', deprivations: 'Deprived', local: 'by the standard of the province', missing: 'Missing' },
} as const;

function show({ ref, class: found, standard, deprivations, deprived, b1, b2, local, steps, notes, missing }: Answer, index: number, language: Language): string {
  const title = titles[language];
  const lacks = Object.keys(deprivations).filter((code) => deprivations[code] === 'yes');
  const count = deprived.least === deprived.most ? String(deprived.least) : `${deprived.least}–${deprived.most}`;
  const sums = [b1 === null ? '' : `B1 = ${b1}`, b2 === null ? '' : `B2 = ${b2}`].filter(Boolean).join(', ');
  return [
    `${title.case} ${index + 1}${ref === null ? '' : ` (${ref})`}: ${classNames[found][language]} [${standard}]${sums && `, ${sums}`}`,
    ...(local === null ? [] : [`  ${title.local}: ${classNames[local.class][language]} [${local.standard}]`]),
    `  ${title.deprivations}: ${count}${lacks.length > 0 ? ` (${lacks.join(', ')})` : ''}`,
    ...steps.map(({ text }, step) => `  ${step + 1}. ${text[language]}`),
    ...missing.map(({ text }) => `  ${title.missing}: ${text[language]}`),
    ...notes.map(({ text }) => `  * ${text[language]}`),
  ].join('\n');
}
