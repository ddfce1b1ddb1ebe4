import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Period } from '#kernel/period.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import type { Figure, FigureRow, MeasureId, Reason } from './contract.ts';
import { mappedOf, reasonsOf } from './rules.mapped.ts';

const poor = 'households.poor' as MeasureId;
const day = '2025-12-31' as PlainDate;
const known = (value: number, more: Partial<Figure> = {}): Figure => ({ value, basis: 'households', reason: null, source: null, ...more });
const unknown = (code: Reason['code'], details: Reason['details'] = {}): Figure => ({ value: null, basis: null, reason: { code, details }, source: null });

function mapped(figures: readonly Figure[]) {
  const rows = figures.map((figure, place): FigureRow => ({ area: { id: `${10_000 + place}` as AreaRef, code: null, level: 'commune', name: `Xã ${place}`, kind: 'xã' }, within: null, figures: { [poor]: figure } }));
  const total: FigureRow = { area: { id: 'VN' as AreaRef, code: null, level: 'country', name: 'Việt Nam', kind: '' }, within: null, figures: {} };
  return mappedOf({ period: '2025' as Period, asOf: day, mapDate: day, total, rows, measures: [poor], sources: [] });
}

describe('figures column by column', () => {
  it('tell values, why the others are not known, estimates, and whose they are', () => {
    const { units, columns, reasons } = mapped([
      known(3),
      unknown('partly', { known: 1, units: 2 }),
      known(5, { basis: 'published', source: 2 }),
      unknown('not_listed'),
      known(7, { carried: { estimated: true, from: [] } }),
      unknown('partly', { known: 1, units: 2 }),
    ]);
    expect(units.names.slice(0, 2)).toEqual(['Xã 0', 'Xã 1']);
    expect(columns[poor]).toEqual({ values: [3, null, 5, null, 7, null], why: [0, 1, 0], estimated: [4], ownCount: true, sources: [2] });
    expect(reasons).toEqual([{ code: 'partly', details: { known: 1, units: 2 } }, { code: 'not_listed', details: {} }]);
  });

  it('lose no value and no reason', () => {
    const figure = fc.oneof(fc.nat(900).map((value) => known(value)), fc.record({ households: fc.nat(3) }).map((details) => unknown('unclear', details)));
    fc.assert(
      fc.property(fc.array(figure), (figures) => {
        const { columns, reasons } = mapped(figures);
        const why = reasonsOf(columns[poor]!, reasons);
        expect(figures.map((_, place) => [columns[poor]!.values[place], why.get(place) ?? null])).toEqual(figures.map(({ value, reason }) => [value, reason]));
      }),
    );
  });
});
