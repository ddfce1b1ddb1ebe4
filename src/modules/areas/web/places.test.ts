import { expect, it } from 'vitest';
import { readPlaces } from './places.ts';

it.each([
  ['Thôn Một; 20.15; 105.5', [{ village: 'Thôn Một', lat: 20.15, lon: 105.5 }], []],
  ['Thôn Một\t20,15\t105,5', [{ village: 'Thôn Một', lat: 20.15, lon: 105.5 }], []],
  ['tên thôn,vĩ độ,kinh độ\nThôn Một,20.15,105.5\n', [{ village: 'Thôn Một', lat: 20.15, lon: 105.5 }], []],
  ['Thôn Một; ; \nThôn Hai; 20.1; 105.4', [{ village: 'Thôn Hai', lat: 20.1, lon: 105.4 }], []],
  ['Thôn Một; hai mươi; 105\nThôn Hai; 20', [], [1, 2]],
])('reads %j', (text, rows, wrong) => expect(readPlaces(text)).toEqual({ rows, wrong }));
