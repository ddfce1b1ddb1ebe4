import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDate, type PlainDate } from '#kernel/plain-date.ts';
import { HouseholdClass } from '#modules/standards/contract.ts';
import { FollowedClass } from './contract.changes.ts';
import { changeKinds, changesOf, changeTexts, explainingEvents, type Course, type Flow, standingIn } from './rules.changes.ts';

const both: HouseholdClass[] = ['poor', 'near_poor'];
const seen = (value: HouseholdClass, size: number | null = 3) => ({ class: value, size });
const now = (value: HouseholdClass, more: { size?: number | null; formerly?: HouseholdClass } = {}) => ({ class: value, size: more.size ?? 3, formerly: more.formerly ?? null });
const course = (told: Partial<Course>): Course => ({
  before: null, now: null, listed: { before: both, now: both }, ever: { poor: false, near_poor: false }, elsewhere: false, events: new Set(), ...told,
});
const words = (flows: readonly Flow[]): string[] => flows.map((flow) => `${flow.class} ${flow.change}${flow.why === null ? '' : ` (${flow.why})`}`);
const ever = (value: FollowedClass) => ({ ever: { poor: value === 'poor', near_poor: value === 'near_poor' } });
const poorOnly: HouseholdClass[] = ['poor'];

describe('a household from one list to the next', () => {
  it.each<[string, Partial<Course>, string[]]>([
    ['stays poor', { before: seen('poor'), now: now('poor') }, []],
    ['becomes near-poor', { before: seen('poor'), now: now('near_poor') }, ['poor poor_to_near_poor', 'near_poor poor_to_near_poor']],
    ['becomes poor from near-poor', { before: seen('near_poor'), now: now('poor') }, ['near_poor near_poor_to_poor', 'poor near_poor_to_poor']],
    ['rises above both lines', { before: seen('poor'), now: now('not_poor') }, ['poor escaped_poor']],
    ['rises to an average living standard', { before: seen('poor'), now: now('average') }, ['poor escaped_poor']],
    ['leaves near-poverty', { before: seen('near_poor'), now: now('not_poor') }, ['near_poor escaped_near_poor']],
    ['is on no earlier list', { now: now('poor') }, ['poor new_poor']],
    ['was on the list before as not poor, and never poor', { before: seen('not_poor'), now: now('poor') }, ['poor new_poor']],
    ['had escaped and falls back', { before: seen('not_poor'), now: now('poor'), ...ever('poor') }, ['poor relapsed_poor']],
    ['had left the list and falls back', { now: now('poor'), ...ever('poor') }, ['poor relapsed_poor']],
    ['had escaped near-poverty and is near-poor again', { before: seen('average'), now: now('near_poor'), ...ever('near_poor') }, ['near_poor relapsed_near_poor']],
    ['was poor once but never near-poor, and is near-poor now', { before: seen('not_poor'), now: now('near_poor'), ...ever('poor') }, ['near_poor new_near_poor']],
    ['was poor once, then near-poor, and is poor again: it comes from near-poor', { before: seen('near_poor'), now: now('poor'), ...ever('poor') }, ['near_poor near_poor_to_poor', 'poor near_poor_to_poor']],
    ['split off shortly before the review', { now: now('poor'), events: new Set(['split_from']) }, ['poor other_in (split)']],
    ['split off a household that had been poor: a split, not a relapse', { now: now('poor'), events: new Set(['split_from']), ...ever('poor') }, ['poor other_in (split)']],
    ['moved in with a record on both sides', { now: now('near_poor'), elsewhere: true }, ['near_poor other_in (moved)']],
    ['moved in from where nothing is listed', { now: now('poor'), events: new Set(['moved_in']) }, ['poor other_in (moved)']],
    ['moved away with a record on both sides', { before: seen('poor'), elsewhere: true }, ['poor other_out (moved)']],
    ['merged into another', { before: seen('poor'), events: new Set(['merged_into']) }, ['poor other_out (merged)']],
    ['ended with its last person', { before: seen('near_poor'), events: new Set(['ended']) }, ['near_poor other_out (ended)']],
    ['is gone without any event', { before: seen('poor') }, ['poor unexplained']],
    ['has moved in, and was on the list before all the same: its class tells', { before: seen('not_poor'), now: now('poor'), events: new Set(['moved_in']) }, ['poor new_poor']],
    ['is not yet reached by a review that is under way', { before: seen('poor'), listed: { before: both, now: [] } }, []],
    ['is gone by an event while the review is under way', { before: seen('poor'), listed: { before: both, now: [] }, events: new Set(['moved_out']) }, ['poor other_out (moved)']],
    ['comes where the list before held the poor only: it may have been near-poor', { now: now('poor'), listed: { before: poorOnly, now: both } }, ['poor unknown_in']],
    ['comes where the list before held the poor only, by a split', { now: now('poor'), listed: { before: poorOnly, now: both }, events: new Set(['split_from']) }, ['poor other_in (split)']],
    ['was of insufficient basis before', { before: seen('insufficient'), now: now('poor') }, ['poor unknown_in']],
    ['is of insufficient basis now', { before: seen('near_poor'), now: now('insufficient') }, ['near_poor unknown_out']],
    ['was never in either class', { before: seen('not_poor'), now: now('average') }, []],
    ['is made poor by the new standard alone', { before: seen('not_poor'), now: now('poor', { formerly: 'not_poor' }) }, ['poor standard_in']],
    ['goes to near-poor by the old standard and back to poor by the new', { before: seen('poor'), now: now('poor', { formerly: 'near_poor' }) },
      ['poor poor_to_near_poor', 'near_poor poor_to_near_poor', 'near_poor standard_out', 'poor standard_in']],
    ['is new by the old standard, and the new one leaves it out', { now: now('not_poor', { formerly: 'poor' }) }, ['poor new_poor', 'poor standard_out']],
    ['whose class by the old standard is not settled is compared directly', { before: seen('poor'), now: now('near_poor', { formerly: 'insufficient' }) }, ['poor poor_to_near_poor', 'near_poor poor_to_near_poor']],
  ])('%s', (_, told, expected) => expect(words(changesOf(course(told)))).toEqual(expected));

  it('takes its persons along, and a birth in a household that stays is another rise of persons alone', () => {
    expect(changesOf(course({ before: seen('poor', 4), now: now('not_poor', { size: 5 }) })).map(({ persons }) => persons)).toEqual([4]);
    expect(changesOf(course({ before: seen('poor', 4), now: now('near_poor', { size: 5 }) })).map((flow) => [flow.class, flow.change, flow.persons])).toEqual([
      ['poor', 'poor_to_near_poor', 5], ['near_poor', 'poor_to_near_poor', 5], ['poor', 'grown', 1],
    ]);
    expect(changesOf(course({ before: seen('poor', 4), now: now('poor', { size: 5 }) }))).toEqual([{ class: 'poor', change: 'grown', why: null, households: 0, persons: 1 }]);
    expect(changesOf(course({ before: seen('poor', 4), now: now('poor', { size: 2 }) }))).toEqual([{ class: 'poor', change: 'shrunk', why: null, households: 0, persons: 2 }]);
    expect(changesOf(course({ before: seen('poor', null), now: now('not_poor') }))[0]?.persons).toBeNull();
  });
});

const anyClass = fc.constantFrom(...HouseholdClass.options);
const anySize = fc.integer({ min: 1, max: 12 });
const anyCourse = fc.record({
  before: fc.option(fc.record({ class: anyClass, size: anySize })),
  now: fc.option(fc.record({ class: anyClass, size: anySize, formerly: fc.option(anyClass) })),
  listed: fc.record({ before: fc.subarray(both), now: fc.constant(both) }),
  ever: fc.record({ poor: fc.boolean(), near_poor: fc.boolean() }),
  elsewhere: fc.boolean(),
  events: fc.subarray([...explainingEvents]).map((kinds) => new Set(kinds)),
});

describe('of any pair of lists', () => {
  it.each(FollowedClass.options)('start − out + in = end for households and persons: %s', (of) => {
    const ways = { out: new Set<string>(Object.values(changeKinds[of].out).flat()), in: new Set<string>(Object.values(changeKinds[of].in).flat()) };
    fc.assert(
      fc.property(fc.array(anyCourse, { maxLength: 30 }), (courses) => {
        const flows = courses.flatMap(changesOf).filter((flow) => flow.class === of);
        const end = (grain: 'households' | 'persons', side: 'before' | 'now'): number =>
          courses.reduce((sum, one) => sum + (one[side]?.class === of ? (grain === 'households' ? 1 : one[side].size!) : 0), 0);
        for (const grain of ['households', 'persons'] as const) {
          const sum = (way: 'out' | 'in'): number => flows.filter(({ change }) => ways[way].has(change)).reduce((all, flow) => all + flow[grain]!, 0);
          expect(end(grain, 'before') - sum('out') + sum('in')).toBe(end(grain, 'now'));
        }
        for (const { change } of flows) expect(ways.out.has(change) !== ways.in.has(change)).toBe(true);
      }),
    );
  });

  it('what leaves one class for the other enters it', () => {
    fc.assert(
      fc.property(anyCourse, (one) => {
        const flows = changesOf(one);
        for (const change of ['poor_to_near_poor', 'near_poor_to_poor']) {
          const [one, two, ...more] = flows.filter((flow) => flow.change === change).map(({ persons }) => persons);
          expect([one, more]).toEqual([two, []]);
        }
        expect(new Set(flows.map((flow) => `${flow.class} ${flow.change}`)).size).toBe(flows.length);
      }),
    );
  });
});

it('every change is counted on one side of each class only, and the ten codes of the register are all there', () => {
  const codes = new Set(Object.values(changeTexts).flatMap(({ code }) => code ?? []));
  expect([...codes].sort()).toEqual(['CAN_LEN_NGHEO', 'CAN_MOI', 'KHAC_GIAM', 'KHAC_TANG', 'NGHEO_MOI', 'NGHEO_XUONG_CAN', 'TAI_CAN', 'TAI_NGHEO', 'THOAT_CAN', 'THOAT_NGHEO']);
});

describe('how a household stands in a class', () => {
  const [older, before] = [plainDate('2023-12-31'), plainDate('2024-12-31')];
  it.each<[PlainDate | null, PlainDate[], ReturnType<typeof standingIn>]>([
    [null, [older], null],
    [before, [], 'new'],
    [before, [older], 'again'],
    [before, [before], 'still'],
    [before, [older, before], 'still'],
    // On a monthly list since, but not on the one that is compared with: it came back.
    [before, [plainDate('2025-03-31')], 'again'],
  ])('list before %s, in it on %j: %s', (day, days, standing) => expect(standingIn(day, days)).toBe(standing));
});
