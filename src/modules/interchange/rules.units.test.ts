import { describe, expect, it } from 'vitest';
import { unitNamed } from './rules.units.ts';

const areas = [
  { name: 'Thị trấn Nga Sơn', kind: 'thị trấn' },
  { name: 'Xã Nga Thanh', kind: 'xã' },
  { name: 'Xã Nga Thành', kind: 'xã' },
  { name: 'Xã Ba Đình', kind: 'xã' },
];
const found = (unit: string): string | undefined => unitNamed(unit, areas)?.name;

describe('the unit that a table names', () => {
  it('is found by its whole or its proper name', () => expect([found('Xã Ba Đình'), found('ba đình')]).toEqual(['Xã Ba Đình', 'Xã Ba Đình']));
  it('is found by its kind, where there is only one', () => expect([found('Thị trấn'), found('Xã')]).toEqual(['Thị trấn Nga Sơn', undefined]));
  it('is not taken for its neighbour whose name differs by a tone', () => expect([found('Xã Nga Thanh'), found('Nga Thành')]).toEqual(['Xã Nga Thanh', 'Xã Nga Thành']));
  it('is found without diacritics where only one fits', () => expect([found('Xa Ba Dinh'), found('Xa Nga Thanh')]).toEqual(['Xã Ba Đình', undefined]));
});
