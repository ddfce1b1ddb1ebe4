import { expect, it } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import type { AreaName, AreaPage, AreaRef } from '#modules/areas/contract.ts';
import type { HouseholdFile } from './contract.ts';
import { placeChanges, staysOf, villageOn } from './rules.stays.ts';

const area = (id: string): AreaName => ({ id: id as AreaRef, code: null, level: 'village', name: id, kind: 'thôn' });
const listed = (asOf: string, village: string, rest: object = {}) => ({ asOf, village: area(village), current: true, official: true, ...rest });
const file = (classes: object[], village: string, events: object[] = []) => ({ classes, events, village: area(village) }) as unknown as HouseholdFile;
const page = (id: string, versions: [string, string, string][], predecessors: object[] = []) =>
  [id, { versions: versions.map(([name, parent, from]) => ({ name, kind: 'thôn', parent: area(parent), from, to: null })), predecessors, lifetime: { from: versions[0]![2], to: null } }] as unknown as [AreaRef, AreaPage];
const today = plainDate('2026-11-21');
const changes = (one: HouseholdFile, ...pages: [AreaRef, AreaPage][]) =>
  placeChanges(staysOf(one, today), new Map(pages)).map(({ day, kind, before, after, resolution }) => [day, kind, `${before.name}, ${before.parent?.name}`, `${after.name}, ${after.parent?.name}`, resolution]);

const one = page('A', [['Thôn 1', 'X', '2010-01-01'], ['Thôn 1', 'Y', '2025-07-01'], ['Thôn Một', 'Y', '2026-02-01']]);

it('tells of a commune and a name that changed while the household lived there, and not of those before', () => {
  expect(changes(file([listed('2024-12-31', 'A')], 'A'), one)).toEqual([
    ['2025-07-01', 'regrouped', 'Thôn 1, X', 'Thôn 1, Y', null],
    ['2026-02-01', 'renamed', 'Thôn 1, Y', 'Thôn Một, Y', null],
  ]);
  expect(changes(file([listed('2025-12-31', 'A')], 'A'), one).map(([day]) => day)).toEqual(['2026-02-01']);
});

it('tells nothing of a village after the household moved on, or before it came', () => {
  const other = page('B', [['Thôn 2', 'X', '2010-01-01'], ['Thôn 2', 'Z', '2025-03-01'], ['Thôn Hai', 'Z', '2026-05-01']]);
  const moved = file([listed('2024-12-31', 'A'), listed('2025-12-31', 'B')], 'B', [{ kind: 'moved_in', undone: false, day: '2025-08-01', village: area('B') }]);
  expect(changes(moved, one, other).map(([day]) => day)).toEqual(['2025-07-01', '2026-05-01']);
});

it('tells of the village that came in the place of another, by its resolution', () => {
  const merged = page('C', [['Thôn 1 mới', 'Y', '2026-03-01']], [{ area: area('A'), day: '2026-03-01', resolution: '12/NQ-HĐND' }]);
  expect(changes(file([listed('2025-12-31', 'A')], 'C'), one, merged)).toEqual([
    ['2026-02-01', 'renamed', 'Thôn 1, Y', 'Thôn Một, Y', null],
    ['2026-03-01', 'followed', 'Thôn Một, Y', 'Thôn 1 mới, Y', '12/NQ-HĐND'],
  ]);
});

it('takes no account of moves that were taken back, and lists that were replaced', () => {
  const still = file([listed('2024-12-31', 'A'), listed('2024-12-31', 'B', { current: false })], 'A', [{ kind: 'moved_in', undone: true, day: '2025-08-01', village: area('B') }]);
  expect(staysOf(still, today).map(({ village, from, to }) => [village.id, from, to])).toEqual([['A', '2024-12-31', null]]);
});

it('has a household where it was seen on a day, the day of a move in the new village', () => {
  const couple = file([], 'B', [
    { kind: 'moved_in', undone: false, day: '2026-10-12', village: area('B') },
    { kind: 'moved_out', undone: false, day: '2026-10-12', village: area('A') },
    { kind: 'split_from', undone: false, day: '2026-05-18', village: area('A') },
    { kind: 'died', undone: false, day: '2026-09-01', village: area('B') },
  ]);
  const stays = staysOf(couple, today);
  expect(['2026-05-01', '2026-05-18', '2026-10-11', '2026-10-12', '2026-11-21'].map((day) => villageOn(stays, plainDate(day)).id)).toEqual(['A', 'A', 'A', 'B', 'B']);
});
