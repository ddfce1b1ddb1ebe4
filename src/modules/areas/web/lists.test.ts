import { expect, it } from 'vitest';
import type { CheckedLine } from '../contract.lists.ts';
import type { AreaRef } from '../contract.ts';
import { meantBy } from './lists.ts';

const checked = (line: number, state: CheckedLine['state'], ...ids: string[]): CheckedLine => ({
  line,
  text: '',
  state,
  areas: ids.map((id) => ({ id: id as AreaRef, code: null, level: 'commune', name: id, kind: 'xã', within: '' })),
});

it('checked lines mean what was found and what was chosen, each area once; the others are open', () => {
  const lines = [checked(1, 'found', 'a'), checked(2, 'doubtful', 'b', 'c'), checked(3, 'missing'), checked(4, 'twice', 'a'), checked(5, 'outside', 'd')];
  expect(meantBy(lines, new Map())).toEqual({ areas: ['a'], open: 3 });
  expect(meantBy(lines, new Map([[2, 'c' as AreaRef], [3, null]]))).toEqual({ areas: ['a', 'c'], open: 1 });
  expect(meantBy(lines, new Map([[2, 'a' as AreaRef], [3, null], [5, null]]))).toEqual({ areas: ['a'], open: 0 });
});
