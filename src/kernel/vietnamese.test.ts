import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, nameSortKey, sortKey, tidy, words } from './vietnamese.ts';

const sorted = (names: string[], key: (name: string) => string): string[] =>
  [...names].sort((a, b) => (key(a) < key(b) ? -1 : 1));

describe('fold', () => {
  it('strips marks, case and extra spaces', () => expect(fold('  Nguyễn  ĐÌNH Ước ')).toBe('nguyen dinh uoc'));
  it('reads decomposed Unicode and zero-width marks as the same word', () =>
    expect(fold('Nguyễn\u200b'.normalize('NFD'))).toBe(fold('Nguyễn')));
});

describe('tidy', () => {
  it('composes and evens out spaces', () => expect(tidy('Cẩm\u00a0Long\n'.normalize('NFD'))).toBe('Cẩm Long'));
});

describe('tidy of any text', () => {
  it('is what evening out every text in full gives', () => {
    const pieces = fc.constantFrom('Nguyễn', 'Ước', 'đ', '1/2', ' ', '  ', '\u00a0', '\n', '\u200b', '\u00ad', '\u0301', 'e', 'ữ'.normalize('NFD'), '–', '\u212b');
    const inFull = (text: string) => text.normalize('NFC').replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '').replace(/\s+/gu, ' ').trim();
    fc.assert(fc.property(fc.array(pieces).map((parts) => parts.join('')), (text) => tidy(text) === inFull(text)));
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => tidy(text) === inFull(text)));
  });
});

describe('words', () => {
  it('gives each folded word once', () => expect(words('Xã Nga Sơn (xã cũ)')).toEqual(['xa', 'nga', 'son', 'cu']));
});

describe('sortKey', () => {
  it('follows the alphabet: a ă â b c d đ e ê', () =>
    expect(sorted(['đa', 'de', 'ân', 'ăn', 'an', 'êm', 'em'], sortKey)).toEqual(['an', 'ăn', 'ân', 'de', 'đa', 'em', 'êm']));
  it('follows the tones: ngang huyền hỏi ngã sắc nặng', () =>
    expect(sorted(['mạ', 'má', 'mã', 'mả', 'mà', 'ma'], sortKey)).toEqual(['ma', 'mà', 'mả', 'mã', 'má', 'mạ']));
});

describe('nameSortKey', () => {
  it('sorts by given name, then middle names, then family name', () =>
    expect(sorted(['Bùi Văn Chương', 'Trần Thị An', 'Lê Văn An', 'Nguyễn An'], nameSortKey)).toEqual([
      'Nguyễn An',
      'Trần Thị An',
      'Lê Văn An',
      'Bùi Văn Chương',
    ]));
  it('takes a name of one word', () => expect(nameSortKey('Y')).toBe(sortKey('Y')));
});
