import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { plainDate } from '#kernel/plain-date.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import type { Act } from './contract.events.ts';
import { decide, type Circumstances } from './rules.acts.ts';
import { lineOf, presentOf, recentSplit, standingOf, type HouseholdNow, type MemberRow, type Outcome } from './rules.events.ts';

const id = (text: string) => text as Id;
const day = plainDate('2026-08-10');
const today = plainDate('2026-11-21');

/** A household of people by short names, the head first: `family('a', 'An Bình Chi')`. */
function family(name: string, people: string, from = '2025-12-31'): HouseholdNow {
  const rows = people.split(' ').map(
    (person, position): MemberRow => ({
      row: id(`${name}-${person}`), person: id(person), position, name: person, head: position === 0, relation: position === 0 ? 'Chủ hộ' : 'Con',
      sex: null, birth: null, ethnicity: null, idNumber: null, from: plainDate(from), to: null,
    }),
  );
  return { id: id(name), village: `village-${name}` as AreaRef, standing: 'present', rows, headName: rows[0]!.name };
}

const inside = { village: 'village-new' as AreaRef, name: 'Thôn Mới', inside: true };
const around = (rest: Partial<Circumstances> & Pick<Circumstances, 'household'>): Circumstances => ({ day, today, other: null, destination: inside, fresh: { household: id('new'), person: id('newcomer') }, ...rest });

/** Who lives where after an outcome, the head first and marked. */
function after(outcome: Outcome, ...before: HouseholdNow[]): Record<string, string> {
  const ended = new Set(outcome.ended.map(({ row }) => row));
  const rows = [
    ...before.flatMap((one) => presentOf(one).filter(({ row }) => !ended.has(row)).map((row) => ({ household: one.id, ...row }))),
    ...outcome.begun,
  ].sort((one, two) => one.position - two.position);
  return Object.fromEntries([...Map.groupBy(rows, ({ household }) => household)].map(([household, members]) => [household, members.map(({ head, name }) => (head ? `*${name}` : name)).join(' ')]));
}

const told = ({ events }: Outcome): string[] => events.map(({ household, kind, otherHousehold }) => [household, kind, otherHousehold].filter(Boolean).join(' '));
const newcomer = { name: 'Dung', relation: null, sex: null, birth: null, ethnicity: null, idNumber: null } as const;
const marriage = { kind: 'marriage', person: id('Bình'), headStaying: null, headStayingThere: null, place: null, head: 'person', relation: 'Vợ' } as const;

const cases: { name: string; act: Act; other?: HouseholdNow; household?: HouseholdNow; lives: Record<string, string>; events: string[] }[] = [
  {
    name: 'tách hộ: both ends are told, the new household has its head first',
    act: { kind: 'split', people: [id('Bình'), id('Chi')], head: id('Chi'), headStaying: null, relations: [], village: 'v' as AreaRef, number: null },
    lives: { a: '*An', new: '*Chi Bình' },
    events: ['a split_off new', 'new split_from a'],
  },
  {
    name: 'tách hộ with the head leaving: another stays as head',
    act: { kind: 'split', people: [id('An')], head: id('An'), headStaying: id('Chi'), relations: [], village: 'v' as AreaRef, number: null },
    lives: { a: 'Bình *Chi', new: '*An' },
    events: ['a head_changed', 'a split_off new', 'new split_from a'],
  },
  { name: 'nhập hộ: all go under the head of the other', act: { kind: 'merge', into: id('b'), relations: [] }, other: family('b', 'Sơn Tư'), lives: { b: '*Sơn Tư An Bình Chi' }, events: ['a merged_into b', 'b merged_from a'] },
  { name: 'chuyển nơi ở inside the post', act: { kind: 'move', to: 'v' as AreaRef }, lives: { a: '*An Bình Chi' }, events: ['a moved_out', 'a moved_in'] },
  { name: 'sinh', act: { kind: 'birth', child: newcomer }, lives: { a: '*An Bình Chi Dung' }, events: ['a born'] },
  { name: 'chết of the head', act: { kind: 'death', person: id('An'), headStaying: id('Bình'), relations: [] }, lives: { a: '*Bình Chi' }, events: ['a head_changed', 'a died'] },
  { name: 'chết of the last member ends the household', household: family('a', 'An'), act: { kind: 'death', person: id('An'), headStaying: null, relations: [] }, lives: {}, events: ['a died', 'a ended'] },
  {
    name: 'kết hôn: the spouse comes here',
    act: { ...marriage, spouse: { household: id('b'), person: id('Tư') }, home: 'here' },
    other: family('b', 'Sơn Tư'),
    lives: { a: '*An Bình Chi Tư', b: '*Sơn' },
    events: ['a married b', 'b married a', 'b left a', 'a joined b'],
  },
  {
    name: 'kết hôn: the person goes there',
    act: { ...marriage, spouse: { household: id('b'), person: id('Tư') }, home: 'there' },
    other: family('b', 'Sơn Tư'),
    lives: { a: '*An Chi', b: '*Sơn Tư Bình' },
    events: ['a married b', 'b married a', 'a left b', 'b joined a'],
  },
  { name: 'kết hôn: a spouse from outside the register comes here', act: { ...marriage, spouse: newcomer, home: 'here' }, lives: { a: '*An Bình Chi Dung' }, events: ['a married', 'a joined'] },
  {
    name: 'kết hôn: a household of their own, out of two',
    act: { ...marriage, spouse: { household: id('b'), person: id('Tư') }, home: 'new', place: { village: 'v' as AreaRef, number: null } },
    other: family('b', 'Sơn Tư'),
    lives: { a: '*An Chi', b: '*Sơn', new: '*Bình Tư' },
    events: ['a married b', 'b married a', 'a split_off new', 'new split_from a', 'b split_off new', 'new split_from b', 'new married'],
  },
  { name: 'đổi chủ hộ', act: { kind: 'head', person: id('Chi'), relations: [{ person: id('An'), relation: 'Bố' }] }, lives: { a: 'An Bình *Chi' }, events: ['a head_changed'] },
  { name: 'vào hộ from another household', act: { kind: 'join', who: { household: id('b'), person: id('Tư') }, relation: 'Cháu', headStayingThere: null }, other: family('b', 'Sơn Tư'), lives: { a: '*An Bình Chi Tư', b: '*Sơn' }, events: ['b left a', 'a joined b'] },
  { name: 'ra khỏi hộ', act: { kind: 'leave', person: id('Chi'), headStaying: null, relations: [] }, lives: { a: '*An Bình' }, events: ['a left'] },
  { name: 'hộ không còn', act: { kind: 'end', because: 'abroad' }, lives: {}, events: ['a ended'] },
];

describe('an act', () => {
  it.each(cases)('$name', ({ act, other, household = family('a', 'An Bình Chi'), lives, events }) => {
    const outcome = decide(act, around({ household, other: other ?? null }));
    expect(after(outcome, household, ...(other ? [other] : []))).toEqual(lives);
    expect(told(outcome)).toEqual(events);
  });

  it('sends a household that leaves the area of the post: its rows end here and begin where it is placed', () => {
    const household = family('a', 'An Bình');
    const out = decide({ kind: 'move', to: 'v' as AreaRef }, around({ household, destination: { ...inside, inside: false } }));
    expect([out.ended.length, out.begun, out.moved, told(out)]).toEqual([2, [], null, ['a moved_out']]);
    const placed = decide({ kind: 'place', to: 'v' as AreaRef }, around({ household: { ...household, standing: 'sent' } }));
    expect([placed.ended, after(placed), placed.moved?.to, told(placed)]).toEqual([[], { a: '*An Bình' }, 'village-new', ['a moved_in']]);
  });

  it('ends what a list tells of a day still to come, and what held until then', () => {
    const household = family('a', 'An Bình');
    const [an, binh] = household.rows as [MemberRow, MemberRow];
    const coming = plainDate('2026-12-31');
    const rows = [an, { ...binh, to: coming }, { ...binh, row: id('later'), from: coming }];
    const { ended } = decide({ kind: 'death', person: id('Bình'), headStaying: null, relations: [] }, around({ household: { ...household, rows } }));
    expect(ended.map(({ row, day: on, before }) => [row, on, before])).toEqual([['a-Bình', day, coming], ['later', coming, null]]);
  });
});

describe('an act is refused', () => {
  const household = family('a', 'An Bình');
  const death = { kind: 'death', person: id('Bình'), headStaying: null, relations: [] } as const;
  it.each<[string, Act, Partial<Circumstances>, string]>([
    ['in the future', death, { day: plainDate('2026-11-22') }, 'household.act-in-future'],
    ['before the person was there', death, { day: plainDate('2025-12-30') }, 'household.act-too-early'],
    ['of a household that is gone', death, { household: { ...household, standing: 'merged' } }, 'household.not-present'],
    ['of somebody else', { ...death, person: id('Sơn') }, {}, 'household.not-a-member'],
    ['when all would leave', { kind: 'split', people: [id('An'), id('Bình')], head: id('An'), headStaying: null, relations: [], village: 'v' as AreaRef, number: null }, {}, 'household.nobody-stays'],
    ['when no head stays', { ...death, person: id('An') }, {}, 'household.head-needed'],
    ['when the head is not among those who split off', { kind: 'split', people: [id('Bình')], head: id('An'), headStaying: null, relations: [], village: 'v' as AreaRef, number: null }, {}, 'household.head-not-among'],
    ['into itself', { kind: 'merge', into: id('a'), relations: [] }, { other: household }, 'household.same-household'],
    ['to where it is', { kind: 'move', to: 'v' as AreaRef }, { destination: { ...inside, village: household.village } }, 'household.same-village'],
    ['to place what was not sent', { kind: 'place', to: 'v' as AreaRef }, {}, 'household.not-sent'],
    ['to make the head the head', { kind: 'head', person: id('An'), relations: [] }, {}, 'household.already-head'],
    ['for a child born on another day', { kind: 'birth', child: { ...newcomer, birth: '2025-03' } }, {}, 'household.birth-not-on-day'],
    ['to a household there that nobody knows', { ...marriage, spouse: newcomer, home: 'there' }, {}, 'household.marriage-home'],
    ['to found a household outside the post', { kind: 'split', people: [id('Bình')], head: id('Bình'), headStaying: null, relations: [], village: 'v' as AreaRef, number: null }, { destination: { ...inside, inside: false } }, 'household.village-outside'],
  ])('%s', (_, act, rest, code) => {
    expect(() => decide(act, around({ household, ...rest }))).toThrow(expect.objectContaining({ code }));
  });
});

it('nobody is lost, nobody is in two households, and every household with people has one head', () => {
  const one = family('a', 'An Bình Chi Dũng');
  const two = family('b', 'Sơn Tư Út');
  const person = fc.constantFrom('An', 'Bình', 'Chi', 'Dũng').map(id);
  const theirs = fc.constantFrom('Sơn', 'Tư', 'Út').map(id);
  const next = fc.option(person, { nil: null });
  const acts = fc.oneof(
    fc.record({ kind: fc.constant('split' as const), people: fc.uniqueArray(person, { minLength: 1 }), head: person, headStaying: next, relations: fc.constant([]), village: fc.constant('v' as AreaRef), number: fc.constant(null) }),
    fc.record({ kind: fc.constant('merge' as const), into: fc.constant(id('b')), relations: fc.constant([]) }),
    fc.record({
      kind: fc.constant('marriage' as const), person, spouse: fc.record({ household: fc.constant(id('b')), person: theirs }), home: fc.constantFrom('here' as const, 'there' as const, 'new' as const),
      place: fc.constant({ village: 'v' as AreaRef, number: null }), head: fc.constantFrom('person' as const, 'spouse' as const), headStaying: next, headStayingThere: fc.option(theirs, { nil: null }), relation: fc.constant(null),
    }),
    fc.record({ kind: fc.constant('join' as const), who: fc.record({ household: fc.constant(id('b')), person: theirs }), relation: fc.constant(null), headStayingThere: fc.option(theirs, { nil: null }) }),
    fc.record({ kind: fc.constant('head' as const), person, relations: fc.constant([]) }),
    fc.record({ kind: fc.constant('move' as const), to: fc.constant('v' as AreaRef) }),
  );
  let decided = 0;
  fc.assert(
    fc.property(acts, (act) => {
      let outcome: Outcome;
      try {
        outcome = decide(act, around({ household: one, other: two }));
      } catch {
        return;
      }
      decided++;
      const lives = Object.values(after(outcome, one, two));
      const people = lives.flatMap((names) => names.replaceAll('*', '').split(' '));
      expect(people.sort()).toEqual(['An', 'Bình', 'Chi', 'Dũng', 'Sơn', 'Tư', 'Út'].sort());
      for (const names of lives) expect(names.split('*')).toHaveLength(2);
    }),
    { numRuns: 500 },
  );
  expect(decided).toBeGreaterThan(100);
});

describe('events', () => {
  const event = (household: string, kind: 'split_off' | 'split_from' | 'merged_into' | 'moved_out' | 'moved_in' | 'undone' | 'ended', act = 'x', other: string | null = null, on = '2026-08-10') => ({
    household: id(household), act: id(act), kind, day: plainDate(on), otherHousehold: other === null ? null : id(other),
  });
  it.each([
    [[], 'present'],
    [[event('a', 'split_off')], 'present'],
    [[event('a', 'merged_into')], 'merged'],
    [[event('a', 'merged_into'), event('a', 'undone')], 'present'],
    [[event('a', 'moved_out')], 'sent'],
    [[event('a', 'moved_out'), event('a', 'moved_in')], 'present'],
    [[event('a', 'moved_out'), event('a', 'moved_in'), event('a', 'moved_out', 'y')], 'sent'],
    [[event('a', 'split_from'), event('a', 'undone')], 'void'],
    [[event('a', 'ended')], 'ended'],
  ] as const)('%j: %s', (events, standing) => expect(standingOf(events)).toBe(standing));

  it('make a line, each step once though both ends tell of it, and none that was taken back', () => {
    const events = [event('a', 'split_off', 'x', 'b'), event('b', 'split_from', 'x', 'a'), event('b', 'merged_into', 'y', 'c', '2026-09-01'), event('a', 'split_off', 'z', 'd'), event('a', 'undone', 'z')];
    expect(lineOf(events).map(({ from, to, kind }) => `${from} ${kind} ${to}`)).toEqual(['a split b', 'b merge c']);
  });

  it('tell of a split shortly before a closing day, both bounds counted', () => {
    const split = [event('a', 'split_off', 'x', 'b', '2026-10-02')];
    const asOf = plainDate('2026-12-31');
    expect(recentSplit(split, asOf, plainDate('2026-10-02'))).toBe('2026-10-02');
    expect(recentSplit(split, asOf, plainDate('2026-10-03'))).toBeNull();
    expect(recentSplit([...split, event('a', 'undone')], asOf, plainDate('2026-10-02'))).toBeNull();
  });
});
