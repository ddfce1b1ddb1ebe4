import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import type { AreaRef } from './contract.ts';
import { judge, keysOf, listingsAfter, readLine, withoutTwins, type ActInForce, type Candidate } from './rules.lists.ts';

const ref = (text: string): AreaRef => text as AreaRef;
const add = (from: string, to: string | null, ...areas: string[]): ActInForce => ({ kind: 'add', document: '01/QĐ', from: plainDate(from), to: to === null ? null : plainDate(to), areas: areas.map(ref) });
const end = (day: string, ...areas: string[]): ActInForce => ({ kind: 'end', document: '02/QĐ', day: plainDate(day), areas: areas.length === 0 ? null : areas.map(ref) });
const after = (...acts: ActInForce[]) => listingsAfter([], acts).map(({ area, from, to, exitDecision }) => [area, from, to, exitDecision]);

describe('who is on a list', () => {
  it('is whoever a document put there, until one takes it off', () => {
    expect(after(add('2022-01-01', null, 'a', 'b'), end('2025-07-01', 'a'))).toEqual([['a', '2022-01-01', '2025-06-30', '02/QĐ'], ['b', '2022-01-01', null, null]]);
    expect(after(add('2022-01-01', '2025-12-31', 'a', 'b'), end('2024-01-01'))).toEqual([['a', '2022-01-01', '2023-12-31', '02/QĐ'], ['b', '2022-01-01', '2023-12-31', '02/QĐ']]);
  });
  it('is not ended twice, and may come onto it again', () => {
    expect(after(add('2022-01-01', '2022-12-31', 'a'), end('2024-01-01'))).toEqual([['a', '2022-01-01', '2022-12-31', null]]);
    expect(after(add('2022-01-01', null, 'a'), end('2023-01-01'), add('2024-01-01', null, 'a'))).toEqual([['a', '2022-01-01', '2022-12-31', '02/QĐ'], ['a', '2024-01-01', null, null]]);
  });
  it('never lasts beyond its end', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2022-01-${String(n).padStart(2, '0')}`);
    fc.assert(
      fc.property(fc.array(fc.tuple(day, fc.constantFrom('a', 'b'))), day, (added, last) => {
        for (const { from, to } of listingsAfter([], [...added.map(([from, area]) => add(from, null, area)), end(last)])) expect([to! < last, from <= to!]).toEqual([true, true]);
      }),
    );
  });
});

describe('a pasted line', () => {
  it.each([
    ['15178', '15178', null, []],
    ['Xã Cẩm Tân', null, 'Xã Cẩm Tân', []],
    ['3;15178;Xã Cẩm Tân', '15178', 'Xã Cẩm Tân', []],
    ['12. Cẩm Tân\tThanh Hóa', null, 'Cẩm Tân', ['Thanh Hóa']],
    ['Cẩm Tân, Thanh Hóa', null, 'Cẩm Tân', ['Thanh Hóa']],
  ])('%s is read', (text, code, name, within) => expect(readLine(text)).toEqual({ code, name, within }));
  it('may be empty', () => expect([readLine(''), readLine(' ; ')]).toEqual([null, null]));

  const area = (id: string, name: string, within: string, inside = true): Candidate => ({ id: ref(id), code: id, level: 'commune', name, kind: name.split(' ')[0]!.toLowerCase(), within, inside });
  const [tan, other, ward] = [area('15178', 'Xã Cẩm Tân', 'Tỉnh Thanh Hóa'), area('99999', 'Xã Cẩm Tân', 'Tỉnh Khác'), area('11111', 'Phường Cẩm Tân', 'Tỉnh Khác')];
  const judged = (text: string, byCode: Candidate[], byName: Candidate[], alike: Candidate[] = []) => {
    const { state, areas } = judge(1, text, readLine(text)!, { byCode, byName, alike });
    return [state, ...areas.map(({ id }) => id)];
  };
  it('means the area of its code, or the only one of its name', () => {
    expect(judged('15178', [tan], [])).toEqual(['found', '15178']);
    expect(judged('15178; Cẩm Tân', [tan], [tan])).toEqual(['found', '15178']);
    expect(judged('Cẩm Tân', [], [tan])).toEqual(['found', '15178']);
    expect(judged('Cẩm Tân; Thanh Hoá', [], [tan, other])).toEqual(['found', '15178']);
  });
  it('is doubtful where several bear the name, the code is of another, or the kind or the letters differ', () => {
    expect(judged('Cẩm Tân', [], [tan, other])).toEqual(['doubtful', '15178', '99999']);
    expect(judged('15178; Nga Sơn', [tan], [other])).toEqual(['doubtful', '15178', '99999']);
    expect(judged('Xã Cẩm Tân', [], [ward])).toEqual(['doubtful', '11111']);
    expect(judged('cam tan', [], [], [tan])).toEqual(['doubtful', '15178']);
  });
  it('is missing, outside the post, or there twice', () => {
    expect(judged('Không Có', [], [])).toEqual(['missing']);
    expect(judged('15178', [{ ...tan, inside: false }], [])).toEqual(['outside', '15178']);
    const found = judge(1, '15178', readLine('15178')!, { byCode: [tan], byName: [], alike: [] });
    expect(withoutTwins([found, { ...found, line: 2 }]).map(({ state }) => state)).toEqual(['found', 'twice']);
  });
  it('is looked up without its kind, a village with every kind', () => {
    expect(keysOf('Xã Cẩm Tân', 'commune')).toEqual(expect.arrayContaining(keysOf('Cẩm Tân', 'commune')));
    expect(keysOf('Cao Long', 'village').length).toBeGreaterThan(10);
  });
});
