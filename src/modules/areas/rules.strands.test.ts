import { describe, expect, it } from 'vitest';
import type { AreaRef } from './contract.ts';
import { strandsBetween, type Link, type Lying } from './rules.strands.ts';

const unit = (id: string, main = 'p', code: string | null = id): Lying => ({ id: id as AreaRef, code, level: 'commune', name: id, kind: 'xã', main });
const link = (oldId: string, newId: string, more: Partial<Link> = {}): Link => ({ oldId: oldId as AreaRef, newId: newId as AreaRef, kind: 'whole', detail: null, share: null, landKm2: null, ...more });
const places = (strands: ReturnType<typeof strandsBetween>) => Object.fromEntries(strands.map(({ from, pieces }) => [from.id, Object.fromEntries(pieces.map(({ to, share }) => [to, share]))]));

describe('forward', () => {
  const onto = (links: Link[], from = ['a', 'b'], to = ['x', 'y']) => places(strandsBetween({ from: from.map((id) => unit(id)), to: to.map((id) => unit(id)), links, forward: true }));
  it('a unit goes whole where a link says so, whatever rim the drawings leave', () => {
    expect(onto([link('a', 'x', { share: 0.93 }), link('a', 'y', { kind: 'part', share: 0.07 }), link('b', 'y')])).toEqual({ a: { x: 1 }, b: { y: 1 } });
  });
  it('a split one goes by land, and land without people takes none', () => {
    expect(onto([link('a', 'x', { kind: 'part', share: 0.6 }), link('a', 'y', { kind: 'part', share: 0.2 }), link('b', 'x', { kind: 'part', detail: 'remainder' }), link('b', 'y', { kind: 'part', detail: 'area_only' })])).toEqual({
      a: { x: 0.6 / 0.8, y: 0.2 / 0.8 },
      b: { x: 1 },
    });
  });
  it('a split one of which the land is not known may be anywhere', () => {
    expect(onto([link('a', 'x', { kind: 'part', share: 0.6 }), link('a', 'y', { kind: 'part' }), link('b', 'y')])).toMatchObject({ a: { x: null, y: null } });
  });
  it('a unit that stands on both days is itself', () => expect(onto([], ['a'], ['a', 'x'])).toEqual({ a: { a: 1 } }));
});

describe('backward', () => {
  it('a unit divides by the land that each old one brought, and is one with its only one', () => {
    const strands = strandsBetween({
      from: [unit('x'), unit('y')],
      to: [unit('a'), unit('b'), unit('c')],
      links: [link('a', 'x', { landKm2: 30 }), link('b', 'x', { landKm2: 10 }), link('c', 'y')],
      forward: false,
    });
    expect(places(strands)).toEqual({ x: { a: 0.75, b: 0.25 }, y: { c: 1 } });
  });
});

describe('without a link', () => {
  const guess = (from: Lying[], to: Lying[]) => places(strandsBetween({ from, to, links: [], forward: true }));
  it('the same codes on the same land are the same units', () => expect(guess([unit('a1', 'p', 'a'), unit('b1', 'p', 'b')], [unit('a2', 'p', 'a'), unit('b2', 'p', 'b')])).toEqual({ a1: { a2: 1 }, b1: { b2: 1 } }));
  it('all are in the only one there', () => expect(guess([unit('a1', 'p', 'a'), unit('b1', 'p', 'b')], [unit('a2', 'p', 'a')])).toEqual({ a1: { a2: 1 }, b1: { a2: 1 } }));
  it('where one has gone, nobody knows which of the others took it in', () => {
    expect(guess([unit('a1', 'p', 'a'), unit('b1', 'p', 'b'), unit('c1', 'p', 'c')], [unit('a2', 'p', 'a'), unit('b2', 'p', 'b')])).toEqual({
      a1: { a2: null, b2: null },
      b1: { a2: null, b2: null },
      c1: { a2: null, b2: null },
    });
    expect(guess([unit('s'), unit('c1', 'p', 'c')], [unit('s')])).toEqual({ s: { s: 1 }, c1: { s: 1 } });
  });
  it('none is where no land is', () => expect(guess([unit('a1', 'p', 'a')], [unit('x', 'q')])).toEqual({ a1: {} }));
});
