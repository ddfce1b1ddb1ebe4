import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ClassifyCase } from './contract.ts';
import { valueOn } from './rules.values.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { hashOf, lawbook, viewOf } from './store.packs.ts';

const { standards, instruments, locals } = lawbook();

describe('the shipped packs', () => {
  it('hold the three standards, one after the other without a gap', () => {
    expect(Object.values(standards).map(({ id, from, to }) => [id, from, to])).toEqual([
      ['P2016', '2016-01-01', '2021-12-31'],
      ['P2022', '2022-01-01', '2026-12-31'],
      ['P2027', '2027-01-01', '2030-12-31'],
    ]);
  });
  it('have ten indicators in five dimensions, then twelve in six', () =>
    expect(Object.values(standards).map(({ dimensions, indicators }) => [dimensions.length, indicators.length])).toEqual([
      [5, 10],
      [6, 12],
      [6, 12],
    ]));
  it('ship the official tables of points empty and one sample that is only for demonstrations', () =>
    expect(Object.values(instruments).map(({ id, status, demo_only }) => [id, status, demo_only])).toEqual([
      ['B1-2016', 'empty', false],
      ['B1-2022', 'empty', false],
      ['B1-2016-MAU-MINH-HOA', 'sample', true],
    ]));
  it('ship no local standard, since the text of none was seen', () => expect(locals).toEqual({}));
  it('resolve every provision to its document', () => {
    for (const id of Object.keys(standards)) {
      for (const { provision, document } of Object.values(viewOf(lawbook(), id).citations))
        expect(document === null).toBe(provision.mark === 'made_up');
    }
  });
});

describe('the hash of a standard', () => {
  it('does not hang on the order of its keys', () => {
    const { id, ...rest } = standards.P2022!;
    expect(hashOf({ ...rest, id })).toBe(hashOf(standards.P2022));
  });
  it('changes with what it says', () =>
    expect(hashOf({ ...standards.P2022!, to: '2025-12-31' })).not.toBe(hashOf(standards.P2022)));
});

describe('a dated value', () => {
  const values = [
    { value: 1, from: plainDate('2016-01-01'), provision: 'X/1' },
    { value: 2, from: plainDate('2019-07-01'), provision: 'X/2' },
  ];
  it.each([
    ['2015-12-31', 1],
    ['2019-06-30', 1],
    ['2019-07-01', 2],
    ['2030-01-01', 2],
  ])('on %s is %i', (day, value) => expect(valueOn(values, plainDate(day)).value).toBe(value));
});

describe('the shape of a case', () => {
  it('documents itself as JSON Schema', () => {
    const schema = z.toJSONSchema(ClassifyCase, { io: 'input' });
    expect(schema.required).toEqual(['standard', 'date', 'facts']);
    expect(JSON.stringify(schema)).toContain('Thu nhập bình quân đầu người một tháng, đồng');
  });
});
