import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AreaRef, Level } from '#modules/areas/contract.ts';
import type { MeasureId } from './contract.ts';
import { figuresOf, nearestDay, type Grounds, type Unit } from './rules.figures.ts';
import { buildCatalogue } from './rules.measures.ts';
import { plainDate } from '#kernel/plain-date.ts';

const text = (name: string) => ({ vi: name, en: name });
const catalogue = buildCatalogue([{ code: 'YT2', name: { vi: 'Bảo hiểm y tế', en: 'Health insurance' } }], {
  groups: [{ code: 'merit', name: text('merit') }],
  ethnicities: [{ code: 'kinh', name: text('Kinh'), majority: true }, { code: 'thai', name: text('Thái'), majority: false }],
  causes: [{ code: 'land', name: text('land'), rest: false }],
  childIndicators: [],
});
const poor = 'households.poor' as MeasureId;
const rate = 'rate.poor' as MeasureId;

const unit = (id: string, level: Level, parentId: string | null): Unit => ({ id: id as AreaRef, code: null, level, name: id, kind: level, parentId: parentId as AreaRef | null });

/** A district of communes, each with its number of poor households, or null where it was not listed. */
function district(counts: readonly (number | null)[], more: Partial<Grounds> = {}) {
  const listed = { classes: ['poor'], indicators: [], standardIndicators: ['YT2'] };
  const grounds: Grounds = {
    units: [unit('district', 'district', null), ...counts.map((_, place) => unit(`c${place}`, 'commune', 'district'))],
    hasRound: true,
    origins: new Map(counts.map((count, place) => [`c${place}`, [{ whole: count === null ? null : listed, villages: [] }]])),
    sums: new Map(counts.map((count, place) => [`c${place}`, new Map([['households.poor', count ?? 99]])])),
    published: new Map(),
    ...more,
  };
  return figuresOf(grounds, catalogue);
}

describe('a whole', () => {
  it('is the sum of its parts where all are known, and says how many are where not', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.nat(5000)), { minLength: 1, maxLength: 40 }), (counts) => {
        const figure = district(counts);
        const whole = figure('district', poor);
        const known = counts.filter((count) => count !== null);
        counts.forEach((count, place) => expect(figure(`c${place}`, poor).value).toBe(count));
        if (known.length === counts.length) expect(whole.value).toBe(known.reduce((sum, count) => sum + count, 0));
        else if (known.length === 0) expect(whole.reason).toEqual({ code: 'not_listed', details: {} });
        else expect(whole.reason).toEqual({ code: 'partly', details: { known: known.length, units: counts.length } });
      }),
    );
  });
  it('of published parts is a whole only when every part is published, and its own publication goes first', () => {
    const all = (value: number, source: number | null = 0) => new Map([['households.all', { value, source }]]);
    const households = 'households.all' as MeasureId;
    expect(district([1, 2], { published: new Map([['c0', all(10)]]) })('district', households)).toMatchObject({ value: null, reason: { code: 'not_published' } });
    expect(district([1, 2], { published: new Map([['c0', all(10)], ['c1', all(20)]]) })('district', households)).toMatchObject({ value: 30, basis: 'sum_of_published' });
    expect(district([1, 2], { published: new Map([['c0', all(10)], ['c1', all(20)], ['district', all(31)]]) })('district', households)).toMatchObject({ value: 31, basis: 'published', source: 0 });
  });
});

describe('a rate', () => {
  it('is worked out from counts and never from rates of parts', () => {
    const published = new Map([
      ['c0', new Map([['households.all', { value: 1362, source: 0 }]])],
      ['c1', new Map([['households.all', { value: 800, source: 0 }]])],
    ]);
    const figure = district([43, 1], { published });
    expect([figure('c0', rate).value, figure('c1', rate).value, figure('district', rate).value]).toEqual([316, 13, 204]);
  });
  it('stays as published, and gives away no count', () => {
    const figure = district([null], { published: new Map([['district', new Map([['rate.poor', { value: 581, source: 2 }]])]]) });
    expect(figure('district', rate)).toEqual({ value: 581, basis: 'published', reason: null, source: 2 });
    expect(figure('district', poor).value).toBeNull();
  });
});

describe('the day of the map', () => {
  const area = { from: plainDate('2009-04-01'), to: plainDate('2021-10-31') };
  it.each([['2017-12-31', '2017-12-31'], ['2026-01-01', '2021-10-31'], ['2001-01-01', '2009-04-01']])('%s becomes %s', (day, shown) => expect(nearestDay(plainDate(day), area)).toBe(shown));
});

describe('a part of a class', () => {
  /** Communes, each with its households, those of a part, and those of which the part is not known. */
  const withParts = (what: string, id: string, communes: readonly { all: number; part: number; unclear: number }[]) =>
    district(communes.map(({ all }) => all), {
      sums: new Map(communes.map(({ all, part, unclear }, place) => [`c${place}`, new Map([['households.poor', all], [id, part], [`unclear.poor.${what}`, unclear]])])),
    });
  const merit = 'group.households.poor.merit' as MeasureId;
  const land = 'cause.poor.land' as MeasureId;

  it('is known where it is of every household, and 0 where there are none', () => {
    const figure = withParts('merit', merit, [{ all: 5, part: 2, unclear: 0 }, { all: 0, part: 0, unclear: 0 }]);
    expect([figure('c0', merit).value, figure('c1', merit).value, figure('district', merit).value]).toEqual([2, 0, 2]);
  });
  it('is unknown while some are open, says how many, and adds them up where no unit is known', () => {
    const figure = withParts('merit', merit, [{ all: 5, part: 2, unclear: 1 }, { all: 4, part: 0, unclear: 3 }]);
    expect(figure('c0', merit).reason).toEqual({ code: 'unclear', details: { households: 1 } });
    expect(figure('district', merit)).toMatchObject({ value: null, reason: { code: 'unclear', details: { households: 4 } } });
  });
  it('that no household was asked for is not told, and never 0', () => {
    const figure = withParts('merit', merit, [{ all: 5, part: 0, unclear: 5 }, { all: 4, part: 0, unclear: 4 }]);
    expect(figure('district', merit)).toMatchObject({ value: null, reason: { code: 'not_told' } });
    expect(withParts('cause', land, [{ all: 5, part: 0, unclear: 5 }])('c0', land).reason).toEqual({ code: 'not_told', details: {} });
  });
  it('by cause counts what is told, although some households tell none', () =>
    expect(withParts('cause', land, [{ all: 5, part: 2, unclear: 1 }])('c0', land)).toMatchObject({ value: 2, basis: 'households' }));
});
