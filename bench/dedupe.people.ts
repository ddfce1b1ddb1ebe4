/**
 * A made register with a truth: persons in households in villages, some of them recorded twice, with the slips that lists have. All rates are
 * assumptions (there is no published count for Viet Nam); they stand here in one table, and the benchmark prints them.
 */
import { fullName, haNam, kinhNgaSon, muongCamThuy, type Naming } from '#demo/names.ts';
import { seeded, type Random } from '#demo/random.ts';
import { fold } from '#kernel/vietnamese.ts';
import type { Sex } from '#modules/households/contract.intake.ts';
import type { Person } from '#modules/households/rules.matching.ts';

/** Per person or household recorded a second time, unless said otherwise. */
export const rates = {
  /** Households recorded twice in their commune, and how many of these in the same village. */
  householdAgain: 0.06, sameVillage: 0.8,
  /** Households recorded again in another commune, and persons recorded again in another household. */
  moved: 0.01, personElsewhere: 0.015,
  /** A member of a household recorded twice that only one of the two records has. */
  memberMissing: 0.12,
  name: { unmarked: 0.16, mark: 0.06, telex: 0.04, vni: 0.02, order: 0.02, noMiddle: 0.04, initials: 0.03, letter: 0.04 },
  birth: { yearOnly: 0.12, firstOfJanuary: 0.04, swapped: 0.03, nextYear: 0.04, digit: 0.03, none: 0.04 },
  /** Numbers: grown-ups that have one, of old cards of nine digits; then as recorded again. */
  number: { held: 0.6, nine: 0.2, otherCard: 0.1, none: 0.3, digit: 0.015 },
  sexNone: 0.03, sexWrong: 0.005, ethnicityNone: 0.1,
  /** Traps: twins among births, a son with his father's name among families, a household of a namesake of the same year next door. */
  twins: 0.02, fathersName: 0.01, namesakeNextDoor: 0.01,
} as const;

export interface MadePerson extends Person {
  /** Who it truly is. */
  truth: number;
}

export interface MadeHousehold {
  villageId: string;
  communeId: string;
  members: MadePerson[];
}

const namings: readonly Naming[] = [haNam, kinhNgaSon, muongCamThuy];
const secondMiddles = ['Thanh', 'Ngọc', 'Minh', 'Hoài', 'Quốc', 'Trung', 'Thị', 'Hồng', 'Bích', 'Tuấn'];
const telexOf: Readonly<Record<string, string>> = { '\u0300': 'f', '\u0309': 'r', '\u0303': 'x', '\u0301': 's', '\u0323': 'j' };
const vniOf: Readonly<Record<string, string>> = { '\u0301': '1', '\u0300': '2', '\u0309': '3', '\u0303': '4', '\u0323': '5', '\u0302': '6', '\u031b': '7', '\u0306': '8' };
const pad = (value: number): string => String(value).padStart(2, '0');

/** A syllable as the keys were struck. */
function keysOf(syllable: string, way: 'telex' | 'vni'): string {
  let [keys, tone] = ['', ''];
  for (const letter of syllable.normalize('NFD')) {
    if (way === 'vni') keys += letter === 'đ' ? 'd9' : letter === 'Đ' ? 'D9' : (vniOf[letter] ?? letter);
    else if (telexOf[letter]) tone = telexOf[letter];
    else if (letter === '\u0302') keys += keys.at(-1)!.toLowerCase();
    else if (letter === '\u0306' || letter === '\u031b') keys += 'w';
    else keys += letter === 'đ' ? 'dd' : letter === 'Đ' ? 'DD' : letter;
  }
  return keys + tone;
}

function nameSlip(random: Random, name: string): string {
  const { unmarked, mark, telex, vni, order, noMiddle, initials, letter } = rates.name;
  const parts = name.split(' ');
  const at = random.int(0, parts.length - 1);
  const kinds = [['unmarked', unmarked], ['mark', mark], ['telex', telex], ['vni', vni], ['order', order], ['noMiddle', noMiddle], ['initials', initials], ['letter', letter]] as const;
  const kind = random.weighted([...kinds, ['none', 1 - kinds.reduce((sum, [, rate]) => sum + rate, 0)] as const]);
  switch (kind) {
    case 'unmarked':
      return fold(name).replace(/(^| )\S/g, (first) => first.toUpperCase());
    case 'mark':
      return parts.map((part, index) => (index === at ? fold(part).replace(/^./, (first) => first.toUpperCase()) : part)).join(' ');
    case 'telex':
    case 'vni':
      return parts.map((part) => keysOf(part, kind)).join(' ');
    case 'order':
      return [parts.at(-1), ...parts.slice(0, -1)].join(' ');
    case 'noMiddle':
      return [parts[0], parts.at(-1)].join(' ');
    case 'initials':
      return parts.map((part, index) => (index > 0 && index < parts.length - 1 ? `${part[0]}.` : part)).join(' ');
    case 'letter': {
      const place = random.int(1, name.length - 1);
      const other = random.pick([...'aehinotu']);
      return name.slice(0, place) + random.pick(['', other, name[place]! + other]) + name.slice(place + 1);
    }
    default:
      return name;
  }
}

function birthSlip(random: Random, birth: string | null): string | null {
  if (birth === null) return null;
  const { yearOnly, firstOfJanuary, swapped, nextYear, digit, none } = rates.birth;
  const year = birth.slice(0, 4);
  const kind = random.weighted([['yearOnly', yearOnly], ['firstOfJanuary', firstOfJanuary], ['swapped', swapped], ['nextYear', nextYear], ['digit', digit], ['none', none], ['same', 1 - yearOnly - firstOfJanuary - swapped - nextYear - digit - none]] as const);
  if (kind === 'none') return null;
  if (kind === 'nextYear') return `${Number(year) + (random.chance(0.5) ? 1 : -1)}${birth.slice(4)}`;
  if (kind === 'yearOnly') return year;
  if (kind === 'firstOfJanuary') return `${year}-01-01`;
  if (birth.length < 10 || kind === 'same') return birth;
  const [month, day] = [Number(birth.slice(5, 7)), Number(birth.slice(8))];
  if (kind === 'swapped') return day <= 12 ? `${year}-${pad(day)}-${pad(month)}` : birth;
  return random.chance(0.5) ? `${year}-${pad(random.int(1, 12))}-${pad(day)}` : `${year}-${pad(month)}-${pad(random.int(1, 28))}`;
}

function numberSlip(random: Random, idNumber: string | null): string | null {
  if (idNumber === null || random.chance(rates.number.none)) return null;
  if (idNumber.length === 12 && random.chance(rates.number.otherCard)) return String(random.int(100_000_000, 399_999_999));
  if (!random.chance(rates.number.digit)) return idNumber;
  const at = random.int(3, idNumber.length - 1);
  return idNumber.slice(0, at) + String((Number(idNumber[at]) + random.int(1, 9)) % 10) + idNumber.slice(at + 1);
}

/** The person as a second clerk writes it down. */
const again = (random: Random, person: MadePerson): MadePerson => ({
  ...person,
  name: nameSlip(random, person.name),
  birth: birthSlip(random, person.birth),
  idNumber: numberSlip(random, person.idNumber),
  sex: random.chance(rates.sexNone) ? null : person.sex !== null && random.chance(rates.sexWrong) ? (person.sex === 'male' ? 'female' : 'male') : person.sex,
  ethnicity: random.chance(rates.ethnicityNone) ? null : person.ethnicity,
});

class Maker {
  readonly random: Random;
  truth = 0;
  serial = 0;
  constructor(seed: string) {
    this.random = seeded(seed);
  }

  person(naming: Naming, family: string, sex: Sex, year: number, head: boolean): MadePerson {
    const { random } = this;
    let name = fullName(random, family, sex, year);
    if (random.chance(0.35)) name = name.replace(/ (\S+)$/, ` ${random.pick(secondMiddles)} $1`);
    const held = 2024 - year >= 15 && random.chance(rates.number.held);
    const twelve = `999${(year >= 2000 ? 2 : 0) + (sex === 'female' ? 1 : 0)}${pad(year % 100)}${String(++this.serial % 1_000_000).padStart(6, '0')}`;
    const idNumber = !held ? null : random.chance(rates.number.nine) ? String(random.int(100_000_000, 399_999_999)) : twelve;
    const birth = random.chance(year < 1964 ? 0.5 : 0.06) ? String(year) : `${year}-${pad(random.int(1, 12))}-${pad(random.int(1, 28))}`;
    return { truth: ++this.truth, name, head, sex, birth, ethnicity: naming.ethnicity, idNumber };
  }

  household(naming: Naming): MadePerson[] {
    const { random } = this;
    const family = random.weighted(naming.families);
    const headSex: Sex = random.chance(0.7) ? 'male' : 'female';
    const year = random.int(1935, 1998);
    const members = [this.person(naming, family, headSex, year, true)];
    if (random.chance(0.7)) members.push(this.person(naming, random.weighted(naming.families), headSex === 'male' ? 'female' : 'male', year + random.int(-3, 6), false));
    const children = random.weighted([[0, 25], [1, 22], [2, 33], [3, 15], [4, 5]] as const);
    for (let child = 0; child < children; child++) {
      const born = Math.min(2024, year + 22 + child * 3 + random.int(0, 2));
      const made = this.person(naming, family, random.chance(0.5) ? 'male' : 'female', born, false);
      if (made.sex === 'male' && headSex === 'male' && random.chance(rates.fathersName)) made.name = members[0]!.name;
      members.push(made);
      if (random.chance(rates.twins)) {
        const twin = this.person(naming, family, made.sex!, born, false);
        members.push({ ...twin, birth: made.birth, name: [...made.name.split(' ').slice(0, -1), twin.name.split(' ').at(-1)].join(' ') });
      }
    }
    if (random.chance(0.2)) members.push(this.person(naming, random.weighted(naming.families), 'female', year - random.int(19, 30), false));
    return members;
  }
}

const villagesPerCommune = 10;
const householdsPerVillage = 180;

/** About `persons` records of a register; the same for the same seed. */
export function makeRegister(seed: string, persons: number): MadeHousehold[] {
  const maker = new Maker(seed);
  const { random } = maker;
  const made: MadeHousehold[] = [];
  let count = 0;
  const communes = Math.max(2, Math.ceil(persons / (villagesPerCommune * householdsPerVillage * 3.7)));
  const place = (commune: number, village: number) => ({ communeId: `${seed}.${commune}`, villageId: `${seed}.${commune}.${village}` });
  const add = (household: MadeHousehold): void => {
    if (household.members.length === 0) return;
    made.push(household);
    count += household.members.length;
  };
  for (let commune = 0; count < persons; commune = (commune + 1) % communes) {
    const naming = namings[commune % namings.length]!;
    const village = random.int(0, villagesPerCommune - 1);
    const here = place(commune, village);
    const members = maker.household(naming);
    add({ ...here, members });
    const copy = (): MadePerson[] => members.filter(({ head }) => head || !random.chance(rates.memberMissing)).map((member) => again(random, member));
    if (random.chance(rates.householdAgain)) add({ ...(random.chance(rates.sameVillage) ? here : place(commune, random.int(0, villagesPerCommune - 1))), members: copy() });
    if (random.chance(rates.moved)) add({ ...place(random.int(0, communes - 1), random.int(0, villagesPerCommune - 1)), members: copy() });
    if (random.chance(rates.personElsewhere)) {
      const guest = again(random, random.pick(members));
      add({ ...(random.chance(0.5) ? here : place(random.int(0, communes - 1), random.int(0, villagesPerCommune - 1))), members: [...maker.household(naming), { ...guest, head: false }] });
    }
    if (random.chance(rates.namesakeNextDoor)) {
      const [other, ...rest] = maker.household(naming);
      const { name, birth, sex } = members[0]!;
      add({ ...here, members: [{ ...other!, name, sex, birth: birth && birth.slice(0, 4) + (other!.birth?.slice(4) ?? ''), idNumber: other!.idNumber && other!.idNumber.length === 12 ? null : other!.idNumber }, ...rest] });
    }
  }
  return made;
}
