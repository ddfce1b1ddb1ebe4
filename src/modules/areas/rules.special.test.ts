import { describe, expect, it } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import type { AreaName, AreaRef } from './contract.ts';
import { standingsOf } from './rules.special.ts';

const area = (id: string): AreaName => ({ id: id as AreaRef, code: null, level: 'commune', name: id, kind: 'xã' });
const land = (id: string, district: string) => ({ area: area(id), ids: [id, district] as AreaRef[] });
const naming = (id: string) => ({ list: 'poor', named: area(id), from: plainDate('2022-03-15'), to: null, decision: '353/QĐ-TTg', exitDecision: null, seenAt: 'page' });
const told = (lands: ReturnType<typeof land>[], ...ids: string[]) => standingsOf(lands, ids.map(naming)).map(({ extent, lands: on, named }) => [named.id, extent, ...on.map(({ id }) => id)]);

describe('the standing of a commune', () => {
  it('is that of all its land where its whole district was named', () => expect(told([land('a', 'd'), land('b', 'd')], 'd')).toEqual([['d', 'whole', 'a', 'b']]));
  it('binds only the land of the old commune that was named', () => expect(told([land('a', 'd'), land('b', 'd')], 'b')).toEqual([['b', 'part', 'b']]));
  it('is none where nothing of it was named', () => expect(told([land('a', 'd')], 'other')).toEqual([]));
});
