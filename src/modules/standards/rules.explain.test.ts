import { describe, expect, it } from 'vitest';
import type { Text } from '#kernel/text.ts';
import { citationText, explain, missingText, noteText, stepSentence } from './rules.explain.ts';
import { sentences } from './rules.sentences.ts';
import { step } from './rules.step.ts';
import { lawbook, viewOf } from './store.packs.ts';

const view = viewOf(lawbook(), 'P2022');
const citation = (id: string) => view.citations[id]!;
const slots = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot!).sort();

describe('every sentence', () => {
  const all = Object.entries(sentences as Record<string, Record<string, Text>>).flatMap(([rule, outcomes]) =>
    Object.entries(outcomes).map(([outcome, text]) => [`${rule}/${outcome}`, text] as const),
  );
  it.each(all)('%s has the same slots in both languages', (_name, { vi, en }) => expect(slots(en)).toEqual(slots(vi)));
});

describe('a citation', () => {
  it('names document and article', () => {
    expect(citationText(citation('P2022/3.1.a'), 'vi')).toBe('Nghị định 07/2021/NĐ-CP, Điều 3 khoản 1 điểm a');
    expect(citationText(citation('P2022/3.1.a'), 'en')).toBe('Decree 07/2021/NĐ-CP, Article 3(1)(a)');
  });
  it('says where it was not checked', () => {
    expect(citationText(citation('P2022/scoring'), 'vi')).toBe('Thông tư 07/2021/TT-BLĐTBXH; chưa đối chiếu với văn bản');
    expect(citationText(citation('P2022/3.2.c'), 'en')).toBe(
      'Decree 07/2021/NĐ-CP, Article 3(2)(c); not checked against the text',
    );
  });
});

describe('a step', () => {
  it('is told with the figures of its language', () => {
    const met = step(
      'income.criterion',
      'met',
      { income: 1_200_000, compare: 'below', line: 'P2022.criterion', limit: 1_500_000, area: 'rural' },
      'P2022/3.1.a',
    );
    expect(stepSentence(met, 'en', view)).toBe(
      'The income of 1,200,000 VND per person per month is below the income line of 1,500,000 VND for rural areas: it meets the income criterion of poor and near-poor households (Decree 07/2021/NĐ-CP, Article 3(1)(a)).',
    );
  });
  it('names the people concerned', () => {
    const found = {
      rule: 'indicator.members',
      outcome: 'yes',
      inputs: { indicator: 'YT2', members: [1, 3] },
      citation: 'P2022/annex',
    };
    expect(stepSentence(found, 'vi', view)).toContain('thành viên số 1, 3 (Nghị định 07/2021/NĐ-CP, Phụ lục).');
  });
});

describe('notes and what is missing', () => {
  it('speak of documents by number and of indicators by name', () => {
    expect(noteText({ note: 'rests_on_unverified', subjects: ['P2022/3.2.c'] }, 'vi', view)).toBe(
      'Kết quả dựa trên quy định chưa đối chiếu với văn bản: 07/2021/NĐ-CP, Điều 3 khoản 2 điểm c (Điểm và hai mức tiền chưa đối chiếu; hai mức này trùng với mức của người lao động có thu nhập thấp tại Nghị định 30/2025/NĐ-CP)',
    );
    expect(missingText({ what: 'indicators', subjects: ['YT2'] }, 'vi', view)).toBe('chỉ số chưa rõ: Bảo hiểm y tế (YT2)');
  });
  it('come in both languages', () => {
    const { notes, missing } = explain(
      { steps: [], notes: [{ note: 'copied_sum', subjects: ['b2'] }], missing: [{ what: 'area_kind', subjects: [] }] },
      view,
    );
    expect(notes).toEqual([
      { vi: 'Dùng tổng điểm chép từ phiếu: tổng điểm B2', en: 'Uses a sum copied from the paper form: the B2 sum' },
    ]);
    expect(missing).toEqual([{ vi: 'khu vực nông thôn hay thành thị', en: 'whether the area is rural or urban' }]);
  });
});
