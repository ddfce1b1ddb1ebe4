import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageOn, plainDate } from '#kernel/plain-date.ts';
import { causesOf, ethnicitiesMeant, ethnicWordings, isChild, lastBirthOfAdults, wordingKey } from './rules.catalogues.ts';
import { catalogues } from './store.packs.ts';

const { ethnic, causes, children, ethnicWordings: peoples, causeWordings } = catalogues();

describe('the packs', () => {
  it('hold the 54 peoples and the eight causes, each under one code', () => {
    expect(new Set(ethnic.groups.map(({ code }) => code)).size).toBe(54);
    expect(ethnic.groups.filter(({ majority }) => majority).map(({ name }) => name)).toEqual(['Kinh']);
    expect(causes.causes.map(({ code }) => code)).toEqual(['land', 'capital', 'labour', 'tools', 'knowledge', 'skills', 'illness', 'other']);
    expect(ethnic.columns.value.every((code) => ethnic.groups.some((group) => group.code === code && !group.majority))).toBe(true);
  });
  it('that write two peoples alike are refused', () => {
    const twice = { ...ethnic, groups: ethnic.groups.map((group) => (group.code === 'tay' ? { ...group, aliases: ['mường'] } : group)) };
    expect(() => ethnicWordings(twice)).toThrow('tay, muong');
  });
});

describe('an ethnic group', () => {
  it.each([['Mường', 'muong'], ['MƯỜNG', 'muong'], ['dân tộc mường', 'muong'], ["H'Mông", 'hmong'], ['Mèo', 'hmong'], ['Êđê', 'e_de'], ['Việt', 'kinh'], ["M'nông", 'mnong'], ['Bru-Vân Kiều', 'bru_van_kieu']])('%s is %s', (text, code) =>
    expect(peoples.get(wordingKey(text))).toBe(code),
  );
  it.each(['Mán', 'Knh', ''])('that is not on record is not guessed: “%s”', (text) => expect(peoples.get(wordingKey(text))).toBeUndefined());
  it('is filtered by name, or by all but the named', () => {
    expect(ethnicitiesMeant('thai,muong', ethnic)).toEqual({ codes: ['thai', 'muong'], stranger: null });
    const { codes } = ethnicitiesMeant('-kinh,muong', ethnic);
    expect(codes).toHaveLength(52);
    expect(codes).not.toContain('kinh');
    expect(ethnicitiesMeant('thai,xyz', ethnic).stranger).toBe('xyz');
  });
});

describe('causes', () => {
  it.each<[string[], string[], string[]]>([
    [['Không có đất sản xuất'], ['land'], []],
    [['Thiếu vốn', 'THIẾU LAO ĐỘNG.', 'thiếu vốn sản xuất'], ['capital', 'labour'], []],
    [['Đông con', 'Ốm đau'], ['illness', 'other'], ['Đông con']],
    [['Nguyên nhân khác'], ['other'], []],
    [[], [], []],
  ])('%j are %j', (texts, codes, unmapped) => expect(causesOf(texts, causeWordings, causes)).toEqual({ codes, unmapped }));
});

describe('a child', () => {
  const day = plainDate('2025-06-30');
  const last = lastBirthOfAdults(children, day);
  it.each<[string | null, boolean | null]>([['2009-06-30', false], ['2009-07-01', true], ['2009', null], ['2010', true], ['2008', false], ['2009-06', false], ['2009-07', true], [null, null]])('born %s: %s', (birth, child) =>
    expect(isChild(birth, last)).toBe(child),
  );
  it('is below 16 by the same count of years as everywhere', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1990-01-01'), max: new Date('2025-12-31'), noInvalidDate: true }), (at) => {
        const birth = plainDate(at.toISOString().slice(0, 10));
        if (birth <= day) expect(isChild(birth, last)).toBe(ageOn(birth, day) < 16);
      }),
    );
  });
});
