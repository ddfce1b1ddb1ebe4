import { expect, it } from 'vitest';
import { listOf, putInto, readPlaces } from './places.ts';

it.each([
  ['Thôn Một; 20.15; 105.5', [{ village: 'Thôn Một', lat: 20.15, lon: 105.5 }], []],
  ['Thôn Một\t20,15\t105,5', [{ village: 'Thôn Một', lat: 20.15, lon: 105.5 }], []],
  ['tên thôn,vĩ độ,kinh độ\nThôn Một,20.15,105.5\n', [{ village: 'Thôn Một', lat: 20.15, lon: 105.5 }], []],
  ['Thôn Một; ; \nThôn Hai; 20.1; 105.4', [{ village: 'Thôn Hai', lat: 20.1, lon: 105.4 }], []],
  ['Thôn Một; hai mươi; 105\nThôn Hai; 20', [], [1, 2]],
])('reads %j', (text, rows, wrong) => expect(readPlaces(text)).toEqual({ rows, wrong }));

it('puts a village into the list, in its line or in a new one', () => {
  expect(putInto('Thôn Một; ; \nThôn Hai; 20.1; 105.4', 'Thôn Một', { lat: 20.15, lon: 105.5 })).toBe('Thôn Một; 20.15; 105.5\nThôn Hai; 20.1; 105.4');
  expect(putInto('Thôn Một; 1; 2\n', 'Thôn Ba', { lat: 20.15, lon: 105.5 })).toBe('Thôn Một; 1; 2\nThôn Ba; 20.15; 105.5');
});

it.each([
  [[['Danh sách thôn'], ['STT', 'Tên thôn', 'Kinh độ (độ)', 'Vĩ độ (độ)'], [1, 'Thôn Một', 105.5, 20.15], [2, null, 105.6, 20.1]], 'Thôn Một; 20.15; 105.5'],
  [[['Thôn Một', '20,15', '105,5']], 'Thôn Một; 20,15; 105,5'],
  [[['id', 'lat', 'lng'], ['0199c840-546e-7b5d-87aa-bd5c5f350b13', 20.15, 105.5]], '0199c840-546e-7b5d-87aa-bd5c5f350b13; 20.15; 105.5'],
])('reads a sheet of places %#', (rows, list) => expect(listOf(rows)).toBe(list));
