import { describe, expect, it } from 'vitest';
import { foldedName, inAnyOrder, Likeness, likeness } from './rules.names.ts';

const near = (text: string, name: string) => likeness(foldedName(text).split(' '), foldedName(name).split(' '));

describe('how near a name is to what is sought', () => {
  it.each([
    ['nguyen van an', 'Nguyễn Văn An', Likeness.same],
    ['An, Nguyễn Văn', 'Nguyễn Văn An', Likeness.same],
    ['nguyễn an', 'Nguyễn Văn An', Likeness.within],
    ['nguyen van a', 'Nguyễn Văn An', Likeness.begun],
    ['n v a', 'Nguyễn Văn An', Likeness.begun],
    ['hà', 'Hà Thị Hà', Likeness.within],
    ['van bình', 'Nguyễn Văn An', null],
  ])('%s and %s', (text, name, expected) => {
    expect(near(text, name)).toBe(expected);
  });
});

it.each([
  ['  NGUYỄN  Đình-Ánh ', 'nguyen dinh anh'],
  ['Hà Thị Hà', 'ha thi'],
  ['—', ''],
])('the name %s is found as “%s”', (name, folded) => {
  expect(foldedName(name)).toBe(folded);
});

it('the orders of words are the names that are nearest to them', () => {
  const sought = ['nguyen', 'thi', 'thu', 'ha'];
  const orders = inAnyOrder(sought);
  expect(new Set(orders).size).toBe(24);
  expect(orders.every((name) => likeness(sought, name.split(' ')) === Likeness.same)).toBe(true);
  expect([inAnyOrder(['an']), inAnyOrder([...sought, 'mai'])]).toEqual([['an'], []]);
});
