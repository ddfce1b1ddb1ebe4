import { describe, expect, it } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { plainDate } from '#kernel/plain-date.ts';
import type { AreaName, AreaRef } from '#modules/areas/contract.ts';
import type { ClassRecord, HouseholdFile, HouseholdMember } from './contract.ts';
import { classOn, compareDays, membersOn, originOf } from './rules.days.ts';

const area = (id: string): AreaName => ({ id: id as AreaRef, code: null, level: 'village', name: id, kind: 'thôn' });
const row = (person: string, from: string, to: string | null, rest: Partial<HouseholdMember> = {}): HouseholdMember => ({
  id: `${person} ${from}` as Id, person: person as Id, name: person, head: false, relation: null, sex: null, birth: null, ethnicity: null, idNumber: null,
  from: plainDate(from), to: to === null ? null : plainDate(to), source: from, enteredBy: null, enteredAt: '2026-01-01T00:00:00.000Z', ...rest,
});
const record = (asOf: string, rest: object): ClassRecord =>
  ({ asOf, official: true, current: true, size: 3, income: null, groups: { minority: true, noLabour: false, merit: false }, amends: null, causesTold: null, causes: [], hiddenCauses: 0, causesNote: null, deprivationCauses: [], village: area(asOf < '2025-09' ? 'A' : 'B'), class: 'poor', result: { b1: 100, b2: 30, deprivations: { VL1: 'yes', NO1: 'no' } }, ...rest }) as unknown as ClassRecord;

const file: Pick<HouseholdFile, 'members' | 'classes' | 'events' | 'village'> = {
  village: area('B'),
  events: [{ kind: 'moved_in', undone: false, day: '2025-09-01', village: area('B') }, { kind: 'moved_out', undone: false, day: '2025-09-01', village: area('A') }] as unknown as HouseholdFile['events'],
  members: [
    row('An', '2024-12-31', null, { head: true }),
    row('Bình', '2024-12-31', '2025-06-01', { relation: 'Con' }),
    row('Bình', '2025-06-01', '2026-03-01', { relation: 'Con', birth: '1990' }),
    row('Chi', '2025-08-15', null),
    row('Dũng', '2025-09-01', '2025-09-01'),
  ],
  classes: [
    record('2025-12-31', { class: 'near_poor', causes: [{ code: 'lack_of_capital', wording: 'Thiếu vốn', name: null }], result: { b1: 120, b2: 30, deprivations: { VL1: 'no', NO1: 'no' } } }),
    record('2024-12-31', {}),
    record('2025-12-31', { current: false, class: 'not_poor' }),
  ],
};
const on = (day: string) => membersOn(file, plainDate(day)).map(({ name }) => name);

describe('a day', () => {
  it.each([
    ['2024-12-30', []],
    ['2024-12-31', ['An', 'Bình']],
    ['2025-06-01', ['An', 'Bình']],
    ['2025-09-01', ['An', 'Bình', 'Chi']],
    ['2026-02-28', ['An', 'Bình', 'Chi']],
    ['2026-03-01', ['An', 'Chi']],
  ])('%s has its members; what was taken back never held', (day, names) => expect(on(day)).toEqual(names));
  it('has the official class of the last round that had closed', () => {
    expect([classOn(file, plainDate('2024-12-30')), classOn(file, plainDate('2025-12-30'))?.class, classOn(file, plainDate('2026-05-01'))?.class]).toEqual([null, 'poor', 'near_poor']);
  });
});

describe('causes that were told on the file', () => {
  const cause = (code: string) => ({ causes: [{ code, wording: code, name: null }] });
  const told = (revision: number, day: string, code: string, rest: object = {}) => record('2025-12-31', { period: '2025', standard: 'S', revision, amends: revision - 1, causesTold: { day }, ...cause(code), ...rest });
  const listed = record('2025-12-31', { period: '2025', standard: 'S', revision: 1, amends: null, causesTold: null, current: false, ...cause('listed') });
  const causesOn = (classes: readonly ClassRecord[]) => ['2025-12-31', '2026-02-28', '2026-03-01', '2026-06-01'].map((day) => classOn({ classes: [...classes] }, plainDate(day))?.causes[0]?.code);
  const once = told(2, '2026-03-01', 'told', { current: false });
  const twice = told(3, '2026-06-01', 'told again');
  it('hold from the day on which they were found', () => expect(causesOn([twice, once, listed])).toEqual(['listed', 'listed', 'told', 'told again']));
  it('never held when they were taken back', () => {
    expect(causesOn([{ ...twice, current: false, undone: true }, { ...once, current: true }, listed])).toEqual(['listed', 'listed', 'told', 'told']);
    expect(causesOn([{ ...once, undone: true }, { ...listed, current: true }])).toEqual(['listed', 'listed', 'listed', 'listed']);
  });
  it('are a difference between the days before and after', () => {
    expect(compareDays({ ...file, classes: [twice, once, listed] }, plainDate('2026-01-15'), plainDate('2026-04-01')).causes).toMatchObject([{ indicator: null, before: cause('listed'), after: cause('told') }]);
  });
});

it('two days differ in members, class, deprivations and facts', () => {
  const { joined, left, members, deprivations, facts, causes, village, classes } = compareDays(file, plainDate('2025-01-01'), plainDate('2026-01-01'));
  expect([joined.map(({ name }) => name), left]).toEqual([['Chi'], []]);
  expect(members).toEqual([{ name: 'Bình', field: 'birth', before: null, after: '1990' }]);
  expect([classes.before?.class, classes.after?.class]).toEqual(['poor', 'near_poor']);
  expect(deprivations).toEqual([{ code: 'VL1', before: 'yes', after: 'no' }]);
  expect(facts).toEqual([{ fact: 'b1', before: 100, after: 120 }]);
  expect([village?.before.id, village?.after.id]).toEqual(['A', 'B']);
  expect(causes).toMatchObject([{ indicator: null, before: { causes: [] }, after: { causes: [{ wording: 'Thiếu vốn' }] } }]);
});

it('a day does not differ from itself', () => {
  const { joined, left, members, deprivations, facts } = compareDays(file, plainDate('2026-01-01'), plainDate('2026-01-01'));
  expect([joined, left, members, deprivations, facts].flat()).toEqual([]);
});

it('a value comes from the first row that tells it without a break', () => {
  const binh = file.members[2]!;
  expect([originOf(file, binh, 'relation').source, originOf(file, binh, 'birth').source]).toEqual(['2024-12-31', '2025-06-01']);
});
