import { showMoney, showNumber, showRate } from '#kernel/show.ts';
import { fill, type Language, type Text } from '#kernel/text.ts';
import type { Citation, HouseholdClass, Missing, Note, Sentence, StandardView, Step } from './contract.ts';
import type { Instrument, Mark } from './contract.packs.ts';
import { sentences } from './rules.sentences.ts';

/** What is needed to put steps into words: the standard, its local standards and tables, and the provisions they cite. */
export type StepBook = Pick<StandardView, 'standard' | 'citations' | 'instruments' | 'locals'>;

type Show = (value: string, language: Language, book: StepBook) => string;
type Item = Instrument['items'][number];

export const classNames: Readonly<Record<HouseholdClass, Text>> = {
  poor: { vi: 'hộ nghèo', en: 'poor household' },
  near_poor: { vi: 'hộ cận nghèo', en: 'near-poor household' },
  average: { vi: 'hộ có mức sống trung bình', en: 'household of average living standard' },
  not_poor: { vi: 'hộ không nghèo', en: 'household that is not poor' },
  insufficient: { vi: 'chưa đủ căn cứ', en: 'no sufficient basis' },
};

export const markNames: Readonly<Record<Mark, Text>> = {
  seen_in_text: { vi: 'đã đọc trong văn bản', en: 'read in the text' },
  secondary: { vi: 'theo nguồn thứ cấp', en: 'from a secondary source' },
  unverified: { vi: 'chưa đối chiếu với văn bản', en: 'not checked against the text' },
  made_up: { vi: 'số liệu tự đặt để minh họa', en: 'made up for illustration' },
};

const words: Readonly<Record<string, Text>> = {
  rural: { vi: 'nông thôn', en: 'rural' },
  urban: { vi: 'thành thị', en: 'urban' },
  below: { vi: 'thấp hơn', en: 'below' },
  equal: { vi: 'bằng', en: 'equal to' },
  above: { vi: 'cao hơn', en: 'above' },
  yes: { vi: 'thiếu hụt', en: 'deprived' },
  no: { vi: 'không thiếu hụt', en: 'not deprived' },
};

function indicatorName(code: string, language: Language, { standard }: StepBook): string {
  const indicator = standard.indicators.find((candidate) => candidate.code === code);
  return indicator ? `${indicator.name[language]} (${code})` : code;
}

function condition(code: string, language: Language, { standard }: StepBook): string {
  const threshold = standard.indicators.find((candidate) => candidate.code === code)?.threshold;
  return threshold && 'deprived_when' in threshold ? threshold.deprived_when[language] : code;
}

/** `P2022.criterion`: the line of that name, of the nation or of a province. */
function lineName(path: string, language: Language, { standard, locals }: StepBook): string {
  const [owner, name] = path.split('.') as [string, 'poor_alone' | 'criterion' | 'average'];
  return [standard, ...locals].find(({ id }) => id === owner)?.lines[name]?.name[language] ?? path;
}

/** `B1-2016/B1.01` and `B1-2016/B1.01/4`: an item of a table of points, and an option of it. */
function itemOf(path: string, { instruments }: StepBook): { item: Item | undefined; option: string | undefined } {
  const [table, code, option] = path.split('/');
  return { item: instruments.find(({ id }) => id === table)?.items.find((item) => item.code === code), option };
}

const itemName: Show = (path, language, book) => itemOf(path, book).item?.name[language] ?? path;

function optionName(path: string, language: Language, book: StepBook): string {
  const { item, option } = itemOf(path, book);
  return item?.options.find(({ code }) => code === option)?.name[language] ?? path;
}

const money: Show = (value, language) => showMoney(Number(value), language);
const number: Show = (value, language) => showNumber(Number(value), language);
const word: Show = (value, language) => words[value]?.[language] ?? value;

/** How the inputs of steps are written, by the name of the slot. */
const shows: Readonly<Record<string, Show>> = {
  income: money,
  limit: money,
  line: lineName,
  area: word,
  compare: word,
  stated: word,
  computed: word,
  class: (value, language) => classNames[value as HouseholdClass][language],
  indicator: indicatorName,
  indicators: indicatorName,
  item: itemName,
  items: itemName,
  option: optionName,
  table: (value, language, { instruments }) => instruments.find(({ id }) => id === value)?.name[language] ?? value,
  floor_area: (value, language) => showRate(Math.round(Number(value) * 100), language),
};

function showInput(slot: string, value: Step['inputs'][string], language: Language, book: StepBook): string {
  const show = shows[slot] ?? number;
  return [value]
    .flat()
    .map((one) => show(String(one), language, book))
    .join(', ');
}

/** A step in words, without its citation. The same for a step just taken and for one read back from the register. */
export function stepText({ rule, outcome, inputs }: Step, language: Language, book: StepBook): string {
  const template = (sentences as Record<string, Record<string, Text>>)[rule]?.[outcome];
  if (!template) return `${rule}: ${outcome}`;
  const shown = Object.fromEntries(Object.entries(inputs).map(([slot, value]) => [slot, showInput(slot, value, language, book)]));
  return fill(template[language], { ...shown, condition: condition(String(inputs.indicator), language, book) });
}

/** `Nghị định 07/2021/NĐ-CP, Điều 3 khoản 1`; says so where it was not checked against the text. */
export function citationText({ provision, document }: Citation, language: Language): string {
  const parts = [document && `${document.kind[language]} ${document.number}`, provision.article?.[language]]
    .filter(Boolean)
    .join(', ');
  const doubt = provision.mark === 'unverified' || provision.mark === 'made_up' ? markNames[provision.mark][language] : '';
  return [parts, doubt].filter(Boolean).join('; ');
}

/** A step in words with its citation in brackets. */
export function stepSentence(step: Step, language: Language, book: StepBook): string {
  return `${stepText(step, language, book)} (${citationText(book.citations[step.citation]!, language)}).`;
}

const noteSentences: Readonly<Record<Note['note'], Text>> = {
  rests_on_unverified: {
    vi: 'Kết quả dựa trên quy định chưa đối chiếu với văn bản: {subjects}',
    en: 'The result rests on rules not checked against the text: {subjects}',
  },
  rests_on_made_up: {
    vi: 'Kết quả mô phỏng: dựa trên bảng điểm mẫu có số liệu tự đặt, không dùng cho hộ thật',
    en: 'A simulated result: it rests on a sample table with made-up figures and is for no real household',
  },
  copied_sum: { vi: 'Dùng tổng điểm chép từ phiếu: {subjects}', en: 'Uses a sum copied from the paper form: {subjects}' },
  unusable_sum: {
    vi: 'Tổng điểm chép từ phiếu không dùng được: {subjects}',
    en: 'A sum copied from the paper form cannot be used: {subjects}',
  },
  contradiction: {
    vi: 'Thông tin mâu thuẫn, cần kiểm tra lại: {subjects}',
    en: 'Contradictory information, to be settled: {subjects}',
  },
  no_threshold: {
    vi: 'Nhận theo trả lời trên phiếu vì chưa biết ngưỡng thiếu hụt: {subjects}',
    en: 'Taken as answered on the form, the threshold not being known: {subjects}',
  },
  average_unknown: {
    vi: 'Không phân biệt được hộ có mức sống trung bình với mức cao hơn',
    en: 'An average living standard cannot be told from a higher one',
  },
};

const missingSentences: Readonly<Record<Missing['what'], Text>> = {
  income: { vi: 'thu nhập bình quân đầu người hoặc điểm B1', en: 'the income per person, or the B1 score' },
  b1_table: { vi: 'bảng điểm B1 chính thức', en: 'the official table of B1 points' },
  b1_answers: { vi: 'câu trả lời hoặc điểm của phiếu B1: {subjects}', en: 'answers or points of form B1: {subjects}' },
  b1_cut: { vi: 'mức điểm B1 ứng với chuẩn thu nhập', en: 'the B1 score that stands for the income line' },
  region: { vi: 'vùng của xã, phường', en: 'the region of the commune' },
  area_kind: { vi: 'khu vực nông thôn hay thành thị', en: 'whether the area is rural or urban' },
  indicators: { vi: 'chỉ số chưa rõ: {subjects}', en: 'unknown indicators: {subjects}' },
  contradiction: {
    vi: 'kiểm tra lại chỉ số có thông tin mâu thuẫn: {subjects}',
    en: 'settling contradictory information on: {subjects}',
  },
};

const sumNames: Readonly<Record<string, Text>> = {
  b1: { vi: 'tổng điểm B1', en: 'the B1 sum' },
  b2: { vi: 'tổng điểm B2', en: 'the B2 sum' },
  income: { vi: 'thu nhập đã khai', en: 'the stated income' },
};

function provisionText({ id, provision, document }: Citation, language: Language): string {
  const place = [document?.number, provision.article?.[language]].filter(Boolean).join(', ') || id;
  return provision.note ? `${place} (${provision.note[language].replace(/\.$/, '')})` : place;
}

function subjectText(subject: string, language: Language, book: StepBook): string {
  const citation = book.citations[subject];
  if (citation) return provisionText(citation, language);
  if (subject in sumNames) return sumNames[subject]![language];
  return itemOf(subject, book).item?.name[language] ?? indicatorName(subject, language, book);
}

function withSubjects(template: Text, subjects: readonly string[], language: Language, book: StepBook): string {
  const shown = [...new Set(subjects.map((subject) => subjectText(subject, language, book)))];
  return fill(template[language], { subjects: shown.join('; ') });
}

export const noteText = ({ note, subjects }: Note, language: Language, book: StepBook): string =>
  withSubjects(noteSentences[note], subjects, language, book);
export const missingText = ({ what, subjects }: Missing, language: Language, book: StepBook): string =>
  withSubjects(missingSentences[what], subjects, language, book);

const inBoth = (say: (language: Language) => string): Text => ({ vi: say('vi'), en: say('en') });

/** The whole reasoning in both languages. */
export function explain(
  result: { steps: Step[]; notes: Note[]; missing: Missing[] },
  book: StepBook,
): { reasons: Sentence[]; notes: Text[]; missing: Text[] } {
  return {
    reasons: result.steps.map((step) => ({
      text: inBoth((language) => stepSentence(step, language, book)),
      citation: step.citation,
    })),
    notes: result.notes.map((note) => inBoth((language) => noteText(note, language, book))),
    missing: result.missing.map((missing) => inBoth((language) => missingText(missing, language, book))),
  };
}
