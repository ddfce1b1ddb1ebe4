import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AreaName, AreaRef } from '#modules/areas/contract.ts';
import type { Strand } from '#modules/areas/rules.strands.ts';
import { carry, piecesIn, piecesThrough, shareOut, together, touchedBy, type Source } from './rules.recut.ts';

const area = (id: string): AreaName => ({ id: id as AreaRef, code: null, level: 'commune', name: id, kind: 'xã' });
const to = (id: string, share: number | null) => ({ to: id as AreaRef, share });

const source = (id: string, pieces: Source['pieces'], poor: number, more: Partial<Source> = {}): Source => ({ area: area(id), pieces, outside: false, villages: 1, rest: new Map([['poor', poor]]), ...more });
const poorOf = ({ rest }: Source): number => rest.get('poor') ?? 0;

/** Weights that add up to 1. */
const shares = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 12 }).map((weights) => weights.map((weight) => weight / weights.reduce((sum, one) => sum + one, 0)));

/** A territory of old units, each gone into some of the new ones. */
const territory = fc
  .array(fc.record({ poor: fc.nat(5000), parts: shares, first: fc.nat(7) }), { minLength: 1, maxLength: 20 })
  .map((olds) => olds.map(({ poor, parts, first }, place) => source(`old${place}`, parts.map((share, part) => to(`new${(first + part) % 12}`, share)), poor)));

describe('a number that is shared out', () => {
  it('adds up again, and no piece is a whole one from its exact part', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), shares, (value, parts) => {
        const pieces = shareOut(value, parts);
        expect(pieces.reduce((sum, piece) => sum + piece, 0)).toBe(value);
        pieces.forEach((piece, place) => expect(Math.abs(piece - value * parts[place]!)).toBeLessThan(1));
      }),
    );
  });
  it('gives what is left to who lost most', () => expect([shareOut(10, [0.26, 0.48, 0.26]), shareOut(1, [0.5, 0.5])]).toEqual([[3, 5, 2], [1, 0]]));
});

describe('a complete territory', () => {
  it('has the same sum on both maps, and as a whole it is exact', () => {
    fc.assert(
      fc.property(territory, (sources) => {
        const touched = touchedBy(sources);
        const all = sources.reduce((sum, one) => sum + poorOf(one), 0);
        const parts = [...touched.values()].map((own) => carry(sources, own, poorOf));
        expect(parts.reduce((sum, { value }) => sum + value, 0)).toBe(all);
        expect(carry(sources, together([...touched.values()]), poorOf)).toMatchObject({ value: all, estimated: false, unknown: null });
      }),
    );
  });
  it('is estimated just where a unit with people was split', () => {
    fc.assert(
      fc.property(territory, (sources) => {
        for (const [, own] of touchedBy(sources)) {
          const split = [...own].some(([index, places]) => poorOf(sources[index]!) > 0 && places.length < sources[index]!.pieces.length);
          expect(carry(sources, own, poorOf).estimated).toBe(split);
        }
      }),
    );
  });
});

describe('a unit that was split', () => {
  const half = [to('a', 0.5), to('b', 0.5)];
  const touched = (sources: readonly Source[], unit: string) => touchedBy(sources).get(unit)!;
  it('is not known where nothing tells how, and known for both together', () => {
    const sources = [source('old', [to('a', null), to('b', null)], 7, { villages: 3 })];
    expect(carry(sources, touched(sources, 'a'), poorOf).unknown).toEqual({ code: 'not_placed', villages: 3 });
    expect(carry(sources, together([touched(sources, 'a'), touched(sources, 'b')]), poorOf)).toMatchObject({ value: 7, estimated: false, unknown: null });
  });
  it('gives nothing away of what lies outside the post', () => {
    const sources = [source('old', half, 7, { outside: true })];
    expect(carry(sources, touched(sources, 'a'), poorOf)).toMatchObject({ value: 0, unknown: { code: 'outside_post' } });
  });
  it('with nobody in it is exact', () => {
    const sources = [source('old', half, 0)];
    expect(carry(sources, touched(sources, 'a'), poorOf)).toEqual({ value: 0, from: [], estimated: false, unknown: null });
  });
  it('has what lies elsewhere as one piece', () => expect(piecesIn([to('a', 0.5), to('b', 0.3), to('c', 0.2)], new Set(['a']))).toEqual([to('a', 0.5), { to: null, share: 0.5 }]));
});

describe('an area that has ended, laid over a later map', () => {
  const strand = (id: string, ...pieces: Strand['pieces']): Strand => ({ from: area(id), pieces });
  const onwards = new Map([['m1', strand('m1', to('x', 1))], ['m2', strand('m2', to('x', 0.25), to('y', 0.75))]]);
  it('takes of a later unit the part that lay in it, and puts it where the unit is', () => {
    expect(piecesThrough(strand('x', to('m1', 0.4), to('m2', 0.1), to('other', 0.5)), onwards, strand('x', to('x', 1)))).toEqual([to('x', 0.5), { to: null, share: 0.5 }]);
  });
  it('follows a unit of before through the area', () => {
    const cells = piecesThrough(strand('s', to('m2', 0.8), to('other', 0.2)), onwards, strand('s', to('x', 0.3), to('y', 0.6), to('z', 0.1)));
    expect(cells.map(({ to: unit, share }) => [unit, Math.round(share! * 100)])).toEqual([['x', 20], ['y', 60], [null, 20]]);
  });
  it('knows no part where a step is not known', () => expect(piecesThrough(strand('s', to('m1', null)), onwards, strand('s', to('x', 1)))).toEqual([to('x', null)]));
});
