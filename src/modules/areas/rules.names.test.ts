import { expect, it } from 'vitest';
import { inLanguage, nameIn } from './rules.names.ts';
import { namesIn, unknownVillage } from './rules.ts';

const placements = [{ communeId: '1', to: '2025-06-30' }, { communeId: '2', to: null }] as unknown as Parameters<typeof namesIn>[2];
const [own, former] = namesIn(unknownVillage, 'Xã Cẩm Tân', placements) as [string, string];

it.each([
  [own, 'Village unknown'],
  [former, 'Village unknown (former Xã Cẩm Tân)'],
  ['Thôn Một', 'Thôn Một'],
])('%s is %s in English, there and back', (vi, en) => {
  expect([nameIn(vi, 'en'), nameIn(en, 'vi'), nameIn(vi, 'vi'), nameIn(en, 'en')]).toEqual([en, vi, vi, en]);
});

it('finds the names wherever they stand, and in the English of a sentence', () => {
  const answer = { rows: [{ village: { name: own, kind: 'chưa rõ' }, size: 3 }], note: { vi: `Hộ ở ${former}.`, en: `A household in ${former}.` } };
  expect(inLanguage(answer, 'en')).toEqual({
    rows: [{ village: { name: 'Village unknown', kind: 'chưa rõ' }, size: 3 }],
    note: { vi: `Hộ ở ${former}.`, en: 'A household in Village unknown (former Xã Cẩm Tân).' },
  });
});

it('leaves what somebody wrote, and what holds no such name is the same object', () => {
  const answer = { because: `${own}, hỏi lại trưởng thôn`, file: new Blob(['x']), rows: [{ name: 'Thôn Một' }, null] };
  expect(inLanguage(answer, 'en')).toBe(answer);
});
