import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { testBook } from './cases/book.ts';
import { Facts, InformationMeans, LatrineKind, MemberFacts, SchoolLevel, WaterSource } from './contract.facts.ts';
import type { Indicator } from './contract.packs.ts';
import { answersInColumns, factColumns, findInColumns, noPersons, putFacts, type FactColumns } from './rules.columns.facts.ts';
import { findIndicator } from './rules.indicators.ts';
import { membersListed, packFacts, packPerson, unpackPerson } from './rules.packed.ts';

const on = plainDate('2025-12-31');
const option = <Value>(values: fc.Arbitrary<Value>) => fc.option(values);
const yesOrNo = option(fc.boolean());
const one = <Value>(values: readonly Value[]) => option(fc.constantFrom(...values));
const two = (from: number, to: number) => fc.integer({ min: from, max: to }).map((value) => String(value).padStart(2, '0'));

/** Ages near which thresholds and bands lie, told in each of the ways. */
const birth = fc.tuple(fc.integer({ min: 1910, max: 2025 }).map(String), two(1, 12), two(1, 28), fc.integer({ min: 1, max: 3 })).map((parts) => parts.slice(0, parts[3]).join('-'));
const answered = {
  attending: one(['none' as const, ...SchoolLevel.options]),
  completed: one(['none' as const, ...SchoolLevel.options]),
  trainedByEmployer: yesOrNo,
  healthInsurance: yesOrNo,
  work: one(['none', 'own_work', 'wage_with_contract', 'wage_without_contract'] as const),
  workIsRegular: yesOrNo,
  ofWorkingAge: yesOrNo,
  ableToWork: yesOrNo,
  wantsWork: yesOrNo,
  allowanceAsElderlyOrDisabled: yesOrNo,
  lowHeightForAge: yesOrNo,
  lowWeightForAge: yesOrNo,
  seriouslyIll: yesOrNo,
  treated: yesOrNo,
};
const member = fc.record({ birth: option(birth), age: option(fc.integer({ min: 0, max: 130 })), ...answered });
const house = fc.record({
  grade: one(['permanent', 'semi_permanent', 'less_permanent', 'simple'] as const),
  wallsDurable: yesOrNo,
  columnsDurable: yesOrNo,
  roofDurable: yesOrNo,
  floorArea: option(fc.oneof(fc.integer({ min: 0, max: 10_000_000 }).map((hundredths) => hundredths / 100), fc.double({ min: 0, max: 120, noNaN: true }))),
});
const household = fc
  .record({
    people: option(fc.integer({ min: 1, max: 100 })),
    members: option(fc.array(member, { minLength: 1, maxLength: 7 })),
    house: option(house),
    waterSource: one(WaterSource.options),
    waterIsHygienic: yesOrNo,
    latrine: one(LatrineKind.options),
    latrineIsHygienic: yesOrNo,
    usesTelephone: yesOrNo,
    usesInternet: yesOrNo,
    informationMeans: option(fc.subarray(InformationMeans.options)),
    hearsLoudspeaker: yesOrNo,
  })
  .map(({ people, ...rest }) => Facts.parse({ ...rest, people: people === null || rest.members === null ? people : Math.max(people % 9, rest.members.length) }));

function columnsOf(households: readonly Facts[]): FactColumns {
  const views = households.map((facts) => new DataView(packFacts(facts).buffer));
  const columns = factColumns(views.length, views.reduce((sum, view) => sum + membersListed(view, 0), 0), noPersons());
  views.forEach((view, row) => putFacts(columns, row, view, 0));
  return columns;
}

/** An indicator as it is, and with each number of its threshold another. */
function variants(indicator: Indicator): fc.Arbitrary<Indicator> {
  const { threshold } = indicator;
  if ('unknown' in threshold) return fc.constant(indicator);
  return fc.integer({ min: -3, max: 3 }).map((by) => {
    const moved = Object.entries(threshold.parameters).map(([name, values]) => [name, values.map((dated) => (typeof dated.value === 'number' ? { ...dated, value: dated.value + by } : dated))]);
    return { ...indicator, threshold: { ...threshold, parameters: Object.fromEntries(moved) } };
  });
}

const indicators = Object.values(testBook.standards).flatMap(({ id, indicators: all }) => all.filter(({ threshold }) => !('unknown' in threshold)).map((indicator) => ({ name: `${id} ${indicator.code}`, indicator })));

describe('an indicator judged in columns', () => {
  it.each(indicators)('$name: the answer is that of one by one, whatever the numbers of its threshold', ({ indicator }) => {
    fc.assert(
      fc.property(fc.array(household, { minLength: 1, maxLength: 30 }), variants(indicator), (households, tried) => {
        const found = [...findInColumns(tried, columnsOf(households), on)!].map((place) => answersInColumns[place]);
        expect(found).toEqual(households.map((facts) => findIndicator(tried, facts, on)!.answer));
      }),
      { numRuns: 60 },
    );
  });

  it('has no answer where the threshold is not known', () => {
    const unread = { ...indicators[0]!.indicator, threshold: { unknown: { vi: '', en: '' } } } as Indicator;
    expect(findInColumns(unread, columnsOf([Facts.parse({})]), on)).toBeNull();
  });
});

describe('a person, packed', () => {
  it('is the same again; a birth makes the age needless', () => {
    fc.assert(
      fc.property(member, (told) => {
        const facts = MemberFacts.parse(told);
        expect(unpackPerson(packPerson(facts))).toEqual({ ...facts, age: facts.birth === null ? facts.age : null });
      }),
    );
  });

  it('keeps every answer at the ends of what there is', () => {
    const last = MemberFacts.parse({ birth: '9999-12-31', attending: 'university', completed: 'university', work: 'wage_without_contract', ...Object.fromEntries(Object.keys(answered).filter((name) => !['attending', 'completed', 'work'].includes(name)).map((name) => [name, true])) });
    expect(Number.isSafeInteger(packPerson(last))).toBe(true);
    expect(unpackPerson(packPerson(last))).toEqual(last);
  });

  it('is packed as it was yesterday: where this must change, a migration empties what was packed (class_record.packed_facts)', () => {
    const told = Facts.parse({
      people: 3,
      members: [{ birth: '1986-05-17', attending: 'none', completed: 'primary', work: 'own_work', healthInsurance: true, treated: false }, { age: 7, attending: 'primary', lowHeightForAge: false }],
      house: { grade: 'simple', wallsDurable: true, columnsDurable: false, floorArea: 36.25 },
      waterSource: 'other',
      latrine: 'double_vault',
      usesInternet: true,
      informationMeans: ['radio', 'smartphone'],
      hearsLoudspeaker: false,
    });
    expect(Buffer.from(packFacts(told)).toString('base64')).toBe('AgMAAA4pgRUMBxhC0KUSwKd5AEHF6NOGgAAA');
  });
});
