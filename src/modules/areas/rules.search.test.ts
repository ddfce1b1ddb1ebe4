import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlainDate } from '#kernel/plain-date.ts';
import { sortKey } from '#kernel/vietnamese.ts';
import type { AreaRef, Level } from './contract.ts';
import { properName } from './rules.catalogue.ts';
import { AreaIndex, findIn, type NamedArea } from './rules.search.ts';

const today = '2026-11-21' as PlainDate;

/** An area that was called one thing after another, a year each, in the same parent. */
const area = (id: string, level: Level, names: string | string[], parent: string | null, { code = null, ended = false, path = null }: { code?: string | null; ended?: boolean; path?: string | null } = {}): NamedArea => ({
  id: id as AreaRef,
  code,
  level,
  areaPath: path,
  names: [names].flat().map((name, at, all) => ({
    name,
    kind: '',
    parentId: parent as AreaRef | null,
    from: `200${at}-01-01` as PlainDate,
    to: (at < all.length - 1 ? `200${at}-12-31` : ended ? '2025-06-30' : null) as PlainDate | null,
    sortKey: sortKey(properName(name)),
  })),
});

const country: NamedArea[] = [
  area('VN', 'country', 'Việt Nam', null, { path: '0' }),
  area('38', 'province', 'Tỉnh Thanh Hóa', 'VN', { code: '38', path: '38' }),
  area('75', 'province', 'Tỉnh Đồng Nai', 'VN', { code: '75', path: '75' }),
  area('380', 'district', 'Thành phố Thanh Hóa', '38', { code: '380', ended: true }),
  area('401', 'district', 'Huyện Nga Sơn', '38', { code: '401', ended: true }),
  area('nga-thanh', 'commune', 'Xã Nga Thạch', '401', { code: '16126', ended: true }),
  area('tan-phu', 'commune', 'Xã Tân Phú', '38', { code: '16001', path: '38.16001' }),
  area('tan-phu-dong', 'commune', 'Phường Tân Phú Đông', '75', { code: '26001', path: '75.26001' }),
  area('phu-tan', 'commune', 'Xã Phú Tân', '75', { code: '26002', path: '75.26002' }),
  area('tan-phu-cu', 'commune', 'Xã Tân Phú', '401', { code: '16002', ended: true }),
  area('tan-phong', 'commune', ['Thị trấn P Rao', 'Xã Tân Phong'], '38', { code: '16003', path: '38.16003' }),
  area('v1', 'village', 'Thôn 1', 'tan-phu', { path: '38.16001.v1' }),
  area('v2', 'village', 'Thôn 1', 'phu-tan', { path: '75.26002.v2' }),
  area('v3', 'village', 'Thôn 11', 'phu-tan', { path: '75.26002.v3' }),
  area('v4', 'village', 'Thôn Tân Phú', 'phu-tan', { path: '75.26002.v4' }),
];
const all = new Map(country.map((one) => [one.id, one]));
const aliases = new Map([['16003', '99003']]);
const index = new AreaIndex(country, all, aliases);
const ids = (text: string, options: { level?: Level; limit?: number; near?: string; indexes?: AreaIndex[] } = {}): string[] =>
  findIn(options.indexes ?? [index], all, { text, today, level: options.level, limit: options.limit ?? 20, near: options.near === undefined ? null : { low: options.near, high: `${options.near}/` } }).map(({ id }) => id);

describe('finding areas', () => {
  const cases: { says: string; text: string; finds: string[] }[] = [
    { says: 'the whole name first, as it stands before as it ended; then longer names, then other orders of the words, communes before villages', text: 'tan phu', finds: ['tan-phu', 'tan-phu-cu', 'tan-phu-dong', 'phu-tan', 'v4'] },
    { says: 'diacritics, case and spaces do not count', text: ' TÂN   phú', finds: ['tan-phu', 'tan-phu-cu', 'tan-phu-dong', 'phu-tan', 'v4'] },
    { says: 'what stands today comes before what has ended', text: 'thanh ho', finds: ['38', '380'] },
    { says: 'the type of a unit belongs to its whole name, which comes first of all', text: 'thanh pho thanh hoa', finds: ['380', 'tan-phong'] },
    { says: 'words of what an area lies in count, but not alone', text: 'nga thach thanh hoa', finds: ['nga-thanh'] },
    { says: 'a former name finds', text: 'p rao', finds: ['tan-phong'] },
    { says: 'a code finds, whole before begun', text: '38', finds: ['38', '380'] },
    { says: 'so does the code by which others know it', text: '99003', finds: ['tan-phong'] },
    { says: 'a number is a word: 1 before 11', text: 'thon 1', finds: ['v1', 'v2', 'v3'] },
    { says: 'a village is found with its commune and province', text: 'thon 1 phu tan dong nai', finds: ['v2', 'v3'] },
    { says: 'what is nowhere is not found', text: 'tan phu xyz', finds: [] },
    { says: 'no word, no area', text: ' - ', finds: [] },
  ];
  for (const { says, text, finds } of cases) it(`${says}: ${text}`, () => expect(ids(text)).toEqual(finds));

  it('puts those inside the post first among equals', () => expect(ids('thon 1', { near: '75.26002' })).toEqual(['v2', 'v1', 'v3']));
  it('keeps to a level', () => expect(ids('tan phu', { level: 'village' })).toEqual(['v4']));
  it('says what an area lies in, lowest first', () => expect(findIn([index], all, { text: 'thon tan phu', today, limit: 1, near: null })[0]).toMatchObject({ name: 'Thôn Tân Phú', within: 'Xã Phú Tân, Tỉnh Đồng Nai' }));
  it('counts the first nine words of a long text', () => expect(ids('tan phu thanh hoa a b c d e f g')).toEqual([]));

  it('gives the same from one index as from several, and no more than asked, the first first', () => {
    const word = fc.constantFrom('t', 'tan', 'phu', 'thon', '1', 'xa', 'nga', 'thanh', '38', '16', 'p');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 3 }), fc.array(fc.integer({ min: 0, max: 2 }), { minLength: country.length, maxLength: country.length }), fc.integer({ min: 1, max: 15 }), (typed, parts, limit) => {
        const indexes = [0, 1, 2].map((part) => new AreaIndex(country.filter((_, at) => parts[at] === part), all, aliases));
        const text = typed.join(' ');
        expect(ids(text, { indexes, limit })).toEqual(ids(text).slice(0, limit));
      }),
    );
  });
});
