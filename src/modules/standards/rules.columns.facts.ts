import type { PlainDate } from '#kernel/plain-date.ts';
import type { Answer } from './contract.facts.ts';
import type { Indicator } from './contract.packs.ts';
import { indicatorRules, parametersOn } from './rules.indicators.ts';
import type { Counted } from './rules.known.ts';
import { membersListed, notTold, packedHead, packedMember, packSpace, peopleIn, placeOf, unpackPerson, unpackSubject } from './rules.packed.ts';
import type { SubjectName } from './rules.subjects.ts';

/** What the rules of indicators look at, of many households side by side: a number for each subject, and the members of all in a row. */
export interface FactColumns extends Record<Exclude<SubjectName, 'space'>, Uint16Array> {
  space: Int32Array;
  /** 1 where the members are told of one by one. */
  isListed: Uint8Array;
  /** Where the members of a row begin in `members`; they end where those of the next begin. One longer than the rows. */
  firstMember: Uint32Array;
  /** Places in `persons`. */
  members: Uint32Array;
  persons: Persons;
}

/** Every way in which a person is told of, once: packed, and its place. It only grows, so that columns made of other columns can share it. */
export interface Persons {
  packed: number[];
  places: Map<number, number>;
}

export const noPersons = (): Persons => ({ packed: [], places: new Map() });

const ofRows = ['structures', 'space', 'water', 'latrine', 'information', 'isListed'] as const satisfies (keyof FactColumns)[];

/** Columns for so many households with so many members, to be filled row by row. */
export function factColumns(rows: number, members: number, persons: Persons): FactColumns {
  return {
    structures: new Uint16Array(rows),
    space: new Int32Array(rows),
    water: new Uint16Array(rows),
    latrine: new Uint16Array(rows),
    information: new Uint16Array(rows),
    isListed: new Uint8Array(rows),
    firstMember: new Uint32Array(rows + 1),
    members: new Uint32Array(members),
    persons,
  };
}

/** Puts the packed facts that begin at `at` into a row; its members go after those of the row before. */
export function putFacts(columns: FactColumns, row: number, view: DataView, at: number): void {
  columns.space[row] = packSpace(view, at);
  columns.structures[row] = view.getUint8(at + placeOf.structures);
  columns.water[row] = view.getUint8(at + placeOf.water);
  columns.latrine[row] = view.getUint8(at + placeOf.latrine);
  columns.information[row] = view.getUint16(at + placeOf.information);
  columns.isListed[row] = view.getUint8(at + placeOf.listed) === notTold ? 0 : 1;
  let next = columns.firstMember[row]!;
  const { packed, places } = columns.persons;
  for (let member = 0; member < membersListed(view, at); member++) {
    const person = view.getFloat64(at + packedHead + packedMember * member);
    let place = places.get(person);
    if (place === undefined) places.set(person, (place = packed.push(person) - 1));
    columns.members[next++] = place;
  }
  columns.firstMember[row + 1] = next;
}

/** Puts rows of some columns into others with the same persons, from row `at` on. */
export function copyFacts(before: FactColumns, from: number, to: number, after: FactColumns, at: number): void {
  for (const name of ofRows) after[name].set(before[name].subarray(from, to), at);
  const [first, end] = [before.firstMember[from]!, before.firstMember[to]!];
  const shift = after.firstMember[at]! - first;
  after.members.set(before.members.subarray(first, end), first + shift);
  for (let row = from; row < to; row++) after.firstMember[at + row - from + 1] = before.firstMember[row + 1]! + shift;
}

/** Some rows: the same memory, not a copy. */
export function factsWithin({ firstMember, members, persons, ...told }: FactColumns, from: number, to: number): FactColumns {
  return {
    structures: told.structures.subarray(from, to),
    space: told.space.subarray(from, to),
    water: told.water.subarray(from, to),
    latrine: told.latrine.subarray(from, to),
    information: told.information.subarray(from, to),
    isListed: told.isListed.subarray(from, to),
    firstMember: firstMember.subarray(from, to + 1),
    members,
    persons,
  };
}

/** Answers as numbers: places in this list. */
export const answersInColumns = ['unknown', 'no', 'yes'] as const satisfies Answer[];
const numberOf = (answer: Answer): number => answersInColumns.indexOf(answer);
const notYet = 255;

/**
 * What the facts of many households say of an indicator, as `findIndicator` says it of one; null where its threshold is not known. It knows no threshold of
 * its own: the rule is asked once for each thing that it is told by any household, and once for each way in which a person is told of.
 */
export function findInColumns({ threshold }: Indicator, columns: FactColumns, on: PlainDate): Uint8Array | null {
  if ('unknown' in threshold) return null;
  const rule = indicatorRules[threshold.rule]!;
  const parameters = parametersOn(threshold, on);
  const { space, isListed, firstMember, members, persons } = columns;
  const found = new Uint8Array(space.length);
  if (rule.looksAt === 'members') {
    const ofPerson = new Uint8Array(persons.packed.length).fill(notYet);
    const [unknown, yes] = [numberOf('unknown'), numberOf('yes')];
    // One for all rows: millions of them would have to be swept up.
    const counted: Counted = { yes: 0, unsure: 0, listed: null, people: null };
    for (let row = 0; row < found.length; row++) {
      counted.yes = counted.unsure = 0;
      counted.listed = isListed[row] === 1 ? firstMember[row + 1]! - firstMember[row]! : null;
      counted.people = peopleIn(space[row]!);
      for (let place = firstMember[row]!; place < firstMember[row + 1]!; place++) {
        const person = members[place]!;
        if (ofPerson[person] === notYet) ofPerson[person] = numberOf(rule.ofMember(unpackPerson(persons.packed[person]!), parameters, on));
        const answer = ofPerson[person]!;
        if (answer === yes) counted.yes++;
        else if (answer === unknown) counted.unsure++;
      }
      found[row] = numberOf(rule.settle(counted, parameters));
    }
    return found;
  }
  const { looksAt } = rule;
  const ask = (packed: number): number => numberOf(rule.findIn(unpackSubject[looksAt](packed), parameters).answer);
  if (looksAt === 'space') {
    const known = new Map<number, number>();
    for (let row = 0; row < found.length; row++) {
      const packed = space[row]!;
      let answer = known.get(packed);
      if (answer === undefined) known.set(packed, (answer = ask(packed)));
      found[row] = answer;
    }
    return found;
  }
  const known = new Uint8Array(1 << 16).fill(notYet);
  const told = columns[looksAt];
  for (let row = 0; row < found.length; row++) {
    const packed = told[row]!;
    if (known[packed] === notYet) known[packed] = ask(packed);
    found[row] = known[packed]!;
  }
  return found;
}
