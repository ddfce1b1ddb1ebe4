import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '#kernel/vietnamese.ts';
import type { NumberForm } from './contract.matching.ts';
import { compareHouseholds, type Grouped } from './rules.matching.households.ts';
import { matchList } from './rules.matching.lists.ts';
import { compareNames, readName } from './rules.matching.names.ts';
import { reasonsOf } from './rules.matching.reasons.ts';
import { areAlike, comparePersons, isNear, mightFarBeOne, noShares, prepare, type Around, type Comparison, type Person } from './rules.matching.ts';
import { numberForm } from './store.matching.ts';

const form: NumberForm = numberForm();
const person = (name: string, told: Partial<Person> = {}): Person => ({ name, head: true, sex: null, birth: null, ethnicity: null, idNumber: null, ...told });
const village: Around = { place: 'village', others: 'unknown' };
const compare = (a: Person, b: Person, around: Around = village): Comparison => comparePersons(prepare(a, form), prepare(b, form), around, noShares);
const levelOf = ({ findings }: Comparison, feature: string): string => findings.find((finding) => finding.feature === feature)!.level;

describe('names as they are typed', () => {
  it.each([
    ['Nguyễn Văn Thành', 'Nguyễn Văn Thành', 'same'],
    ['Lý Thị Hoà', 'Lí Thị Hòa', 'same'],
    ['Nguyễn Văn Thành', 'Nguyen Van Thanh', 'unmarked'],
    ['Nguyễn Văn Thành', 'Nguyễn Văn Thanh', 'marks'],
    ['Nguyễn Văn Thành', 'Nguyeexn Vawn Thanhf', 'typed'],
    ['Đặng Văn Sơn', 'DDawngj Vawn Sown', 'typed'],
    ['Lương Thị Xoan', 'Luongw Thij Xoan', 'typed'],
    ['Nguyễn Văn Tú', 'Nguye6n4 Va8n Tu1', 'typed'],
    ['Nguyễn Thị Lan', 'Nguyeãn Thò Lan', 'typed'],
    ['Nguyễn Văn Thành', 'Thành Nguyễn Văn', 'order'],
    ['Nguyễn Văn Thành', 'Nguyễn Thành', 'middle'],
    ['Nguyễn Văn Thành', 'Ng. V. Thành', 'initials'],
    ['Nguyễn Văn Hùng', 'Nguyễn VănHùng', 'spaced'],
    ['Nguyễn Văn Hùng', 'Nguyễn Văn Hùg', 'spelling'],
    ['Nguyễn Văn Thành', 'Nguyễn Đức Thành', 'middle_other'],
    ['Nguyễn Văn Thành', 'Lê Văn Thành', 'given'],
    ['Nguyễn Văn Thành', 'Nguyễn Văn Hùng', 'other'],
  ])('%s / %s: %s', (one, other, level) => {
    expect(compareNames(readName(one), readName(other))).toBe(level);
    expect(compareNames(readName(other), readName(one))).toBe(level);
  });
});

describe('births', () => {
  it.each([
    ['1970-05-17', '1970-05-17', 'day'],
    ['1970-05-07', '1970-07-05', 'swapped'],
    ['1970-05-17', '1970', 'year'],
    ['1970-05-17', '1970-01-01', 'year'],
    ['1970-05-17', '1970-05-27', 'part'],
    ['1970-05-17', '1971-05-17', 'slip'],
    ['1970', '1971', 'next_year'],
    ['1970', '1991', 'other'],
    ['1970', null, 'unknown'],
  ])('%s / %s: %s', (one, other, level) => expect(levelOf(compare(person('Lê Văn An', { birth: one }), person('Lê Văn An', { birth: other })), 'birth')).toBe(level));
});

describe('persons', () => {
  it('a name and a year alone are asked about where the households are otherwise strangers', () => {
    expect(compare(person('Nguyễn Văn Hùng', { birth: '1970' }), person('Nguyễn Văn Hùng', { birth: '1970' }), { place: 'village', others: 'none' }).verdict).not.toBe('same');
  });
  it('father and son of one name are two', () => expect(compare(person('Lê Văn An', { birth: '1970' }), person('Lê Văn An', { birth: '1995', head: false })).verdict).toBe('different'));
  it('a number tells the year that one of the papers has wrong', () => {
    expect(levelOf(compare(person('Lê Văn An', { birth: '1971', idNumber: '999070000001' }), person('Lê Văn An', { birth: '1970' })), 'number')).toBe('implies');
  });
  it('numbers of 9 and of 12 digits are not compared, and the reasons say so', () => {
    const [a, b] = [person('Lê Văn An', { idNumber: '123456789' }), person('Lê Văn An', { idNumber: '999070000001' })];
    expect(reasonsOf(compare(a, b), a, b)).toContainEqual({ speaks: 'neither', text: { vi: '9 số CMND khác loại với 12 số CCCD nên không so được', en: 'A number of 9 digits cannot be compared with one of 12' } });
  });

  const names = fc.constantFrom('Nguyễn Văn Thành', 'Nguyen Van Thanh', 'Nguyeexn Vawn Thanhf', 'Nguyễn Thành', 'Lê Thị Lan', 'Lê Thị Loan', 'Bùi Văn Hùng', 'Y Bhăm Niê');
  const births = fc.constantFrom(null, '1970', '1970-01-01', '1970-05-07', '1970-07-05', '1971', '1971-05-07');
  const numbers = fc.constantFrom(null, '123456789', '999070000001', '999070000002', '999170123456');
  const anybody: fc.Arbitrary<Person> = fc.record({ name: names, head: fc.boolean(), sex: fc.constantFrom(null, 'male' as const, 'female' as const), birth: births, ethnicity: fc.constantFrom(null, 'Kinh', 'Mường'), idNumber: numbers });
  const anywhere: fc.Arbitrary<Around> = fc.record({ place: fc.constantFrom('village', 'commune', 'elsewhere'), others: fc.constantFrom('several', 'one', 'none', 'unknown') });

  it('that are not near are alike never, and one person only where that much is around them', () => {
    const years = fc.constantFrom(null, '1950', '1970', '1970-05-07', '1990-05-07', '1991-02-03', '2001');
    fc.assert(
      fc.property(anybody, anybody, years, years, anywhere, (one, other, born, otherBorn, around) => {
        const [a, b] = [prepare({ ...one, birth: born }, form), prepare({ ...other, birth: otherBorn }, form)];
        fc.pre(!isNear(a, b));
        expect(areAlike(a, b)).toBe(false);
        if (!mightFarBeOne(around, noShares)) expect(comparePersons(a, b, around, noShares).verdict).toBe('different');
      }),
    );
  });
  it('weigh the same whichever comes first', () =>
    fc.assert(
      fc.property(anybody, anybody, anywhere, (a, b, around) => {
        const [there, back] = [compare(a, b, around), compare(b, a, around)];
        expect(there.verdict).toBe(back.verdict);
        expect(there.score).toBeCloseTo(back.score, 9);
      }),
    ));
  it('are never the same with two different numbers of one kind', () =>
    fc.assert(
      fc.property(anybody, anybody, anywhere, (a, b, around) => {
        fc.pre(a.idNumber !== null && b.idNumber !== null && a.idNumber.length === b.idNumber.length && a.idNumber !== b.idNumber);
        expect(compare(a, b, around).verdict).not.toBe('same');
      }),
    ));
  it('told of alike in a village, with a day of birth, are the same; without diacritics too', () =>
    fc.assert(
      fc.property(anybody, (a) => {
        fc.pre(a.birth !== null && a.birth.length === 10 && a.birth !== '1970-01-01');
        expect(compare(a, a).verdict).toBe('same');
        expect(compare(a, { ...a, name: fold(readName(a.name).letters) }).verdict).toBe('same');
      }),
    ));
});

const group = (members: Person[], villageId = 'v'): Grouped => ({ villageId, communeId: 'c', members: members.map((member) => prepare(member, form)) });

describe('households', () => {
  const family = [person('Bùi Văn An', { birth: '1970' }), person('Lê Thị Bé', { birth: '1972', head: false }), person('Bùi Văn Tiến', { birth: '2010-03-04', head: false }), person('Bùi Văn Tiền', { birth: '2010-03-04', head: false })];
  it('are one by their persons; of twins each finds the right one', () => {
    const { verdict, pairs } = compareHouseholds(group(family), group([...family].reverse()), noShares);
    expect(verdict).toBe('same');
    expect(pairs.map(({ one, other }) => [one, other]).sort()).toEqual([[0, 3], [1, 2], [2, 1], [3, 0]]);
  });
  it('are not one because one person is in both', () => {
    const married = [person('Trần Văn Cường', { birth: '1995' }), { ...family[2]!, head: false }];
    expect(compareHouseholds(group(family), group(married), noShares).verdict).toBe('different');
  });
});

describe('a list held against the register', () => {
  const listed = (name: string, birth: string, others: Person[] = []) => ({ village: 'Thôn Một', members: [person(name, { birth }), ...others] });
  const wife = person('Lê Thị Bé', { birth: '1972-03-04', head: false });
  it('takes what is sure, asks where two are as sure, and names what is in it twice', () => {
    const register = [listed('Bùi Văn An', '1970-05-06', [wife]), listed('Cao Văn Dũng', '1980-07-08')];
    const sure = matchList([listed('Bui Van An', '1970', [{ ...wife, name: 'Le Thi Be' }])], register, register, form);
    expect(sure.matches).toMatchObject([{ one: 0, other: 0, verdict: 'same' }]);
    const twice = matchList([listed('Cao Van Dung', '1980-07-08'), listed('Cao Văn Dũng', '1980-07-08')], register, register, form);
    expect(twice.matches.map(({ verdict }) => verdict)).toEqual(['perhaps', 'perhaps']);
    expect(twice.doubles).toMatchObject([{ one: 0, other: 1 }]);
  });
});
