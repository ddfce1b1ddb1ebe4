import type { MemberIntake, Sex } from '#modules/households/contract.intake.ts';
import { fold } from '#kernel/vietnamese.ts';
import { fullName, type Naming } from './names.ts';
import type { Random } from './random.ts';

/** The people of a commune while they are being made up. */
export interface Register {
  random: Random;
  /** The year at whose end the ages are counted. */
  year: number;
  /** How often a grown-up has an ID number on the list. */
  idShare: number;
  /** Names with year of birth that are given away: no two people of a commune are taken for each other. */
  taken: Set<string>;
  /** The next serial number of an ID. */
  serial: { next: number };
}

type Head = 'elder' | 'adult' | 'mother' | 'single';
/** How a household is put together. `adults` are grown children of an elder, `parents` those of the head. */
interface Shape {
  head: Head;
  spouse?: true;
  children?: number;
  adults?: number;
  grandchildren?: number;
  parents?: number;
}

const shapes: Readonly<Record<number, readonly (readonly [Shape, number])[]>> = {
  1: [[{ head: 'elder' }, 80], [{ head: 'single' }, 20]],
  2: [
    [{ head: 'elder', spouse: true }, 34],
    [{ head: 'mother', children: 1 }, 30],
    [{ head: 'elder', grandchildren: 1 }, 14],
    [{ head: 'elder', adults: 1 }, 14],
    [{ head: 'adult', parents: 1 }, 8],
  ],
  3: [
    [{ head: 'adult', spouse: true, children: 1 }, 40],
    [{ head: 'mother', children: 2 }, 30],
    [{ head: 'elder', spouse: true, grandchildren: 1 }, 15],
    [{ head: 'elder', adults: 1, grandchildren: 1 }, 15],
  ],
  4: [
    [{ head: 'adult', spouse: true, children: 2 }, 62],
    [{ head: 'adult', spouse: true, children: 1, parents: 1 }, 24],
    [{ head: 'mother', children: 3 }, 14],
  ],
  5: [[{ head: 'adult', spouse: true, children: 3 }, 48], [{ head: 'adult', spouse: true, children: 2, parents: 1 }, 52]],
  6: [[{ head: 'adult', spouse: true, children: 3, parents: 1 }, 55], [{ head: 'adult', spouse: true, children: 2, parents: 2 }, 45]],
  7: [[{ head: 'adult', spouse: true, children: 3, parents: 2 }, 60], [{ head: 'adult', spouse: true, children: 4, parents: 1 }, 40]],
  8: [[{ head: 'adult', spouse: true, children: 4, parents: 2 }, 100]],
};

/** Province part of every ID number here: no province has it, so that no number can be anybody's. */
export const unrealProvince = '999';

function idNumber({ serial }: Register, sex: Sex, birthYear: number): string {
  const century = Math.floor(birthYear / 100) - 19;
  const mark = century * 2 + (sex === 'female' ? 1 : 0);
  return `${unrealProvince}${mark}${String(birthYear % 100).padStart(2, '0')}${String(serial.next++).padStart(6, '0')}`;
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** A birth as papers have it: of many old people only the year is known. */
function birthIn(random: Random, year: number, age: number): string {
  if (random.chance(age >= 60 ? 0.6 : 0.08)) return String(year);
  return `${year}-${twoDigits(random.int(1, 12))}-${twoDigits(random.int(1, 28))}`;
}

interface Part {
  relation: string;
  sex: Sex;
  age: number;
  family: string;
}

function member(register: Register, naming: Naming, { relation, sex, age, family }: Part): MemberIntake {
  const { random, year, idShare, taken } = register;
  const birthYear = year - age;
  let name = fullName(random, family, sex, birthYear);
  while (taken.has(`${fold(name)} ${birthYear}`)) name = fullName(random, family, sex, birthYear);
  taken.add(`${fold(name)} ${birthYear}`);
  const hasId = age >= 15 && random.chance(idShare);
  return {
    name,
    head: relation === 'Chủ hộ',
    relation,
    sex,
    birth: birthIn(random, birthYear, age),
    ethnicity: naming.ethnicity,
    idNumber: hasId ? idNumber(register, sex, birthYear) : null,
  };
}

const other = (sex: Sex): Sex => (sex === 'male' ? 'female' : 'male');

/** Ages of the head and of the mother of the children; the latter is high enough for as many children. */
function agesOf(random: Random, { head, children = 0, spouse }: Shape, sex: Sex): { head: number; mother: number } {
  if (head === 'elder') return { head: random.int(61, 90), mother: 0 };
  if (head === 'single') return { head: random.int(38, 59), mother: 0 };
  const mother = random.int(24 + 4 * Math.max(0, children - 1), 48);
  return { head: spouse && sex === 'male' ? mother + random.int(0, 6) : mother, mother };
}

/** The members of a household of `size` people, the head first. */
export function makeFamily(register: Register, naming: Naming, size: number): MemberIntake[] {
  const { random } = register;
  const shape = random.weighted(shapes[size]!);
  const sex: Sex = shape.head === 'mother' ? 'female' : random.chance(shape.spouse ? 0.86 : shape.head === 'elder' ? 0.24 : 0.6) ? 'male' : 'female';
  const ages = agesOf(random, shape, sex);
  const family = random.weighted(naming.families);
  const parts: Part[] = [{ relation: 'Chủ hộ', sex, age: ages.head, family }];
  const add = (relation: string, who: Sex, age: number, name: string): void => void parts.push({ relation, sex: who, age, family: name });
  const anySex = (): Sex => (random.chance(0.5) ? 'male' : 'female');

  const spouseFamily = random.weighted(naming.families);
  if (shape.spouse) {
    const age = shape.head === 'elder' ? Math.max(58, ages.head - random.int(-2, 5)) : sex === 'male' ? ages.mother : ages.mother + random.int(0, 5);
    add(sex === 'male' ? 'Vợ' : 'Chồng', other(sex), age, spouseFamily);
  }
  const fathersFamily = sex === 'male' ? family : spouseFamily;
  let childAge = ages.mother - random.int(20, 24);
  for (let child = 0; child < (shape.children ?? 0); child++) {
    add('Con', anySex(), Math.max(0, childAge), fathersFamily);
    childAge -= random.int(2, 4);
  }
  const mothersAge = sex === 'female' || !shape.spouse ? ages.head : ages.head - 4;
  for (let adult = 0; adult < (shape.adults ?? 0); adult++) add('Con', anySex(), Math.min(58, mothersAge - random.int(22, 38)), fathersFamily);
  for (let grandchild = 0; grandchild < (shape.grandchildren ?? 0); grandchild++) add('Cháu', anySex(), random.int(4, 16), fathersFamily);
  const parents = shape.parents ?? 0;
  if (parents > 1) add('Bố', 'male', Math.min(94, ages.head + random.int(24, 33)), family);
  if (parents > 0) add('Mẹ', 'female', Math.min(96, ages.head + random.int(21, 30)), random.weighted(naming.families));
  return parts.map((part) => member(register, naming, part));
}

/** A child born in the household after its last review. */
export function newborn(register: Register, naming: Naming, family: string, age: number): MemberIntake {
  return member(register, naming, { relation: 'Con', sex: register.random.chance(0.5) ? 'male' : 'female', age, family });
}

/** Age at the end of a year; every member made here has a year of birth. */
export const ageAt = ({ birth }: Pick<MemberIntake, 'birth'>, year: number): number => year - Number(birth!.slice(0, 4));
