import type { PlainDate } from '#kernel/plain-date.ts';
import { InformationMeans, LatrineKind, SchoolLevel, WaterSource, type Facts, type MemberFacts } from './contract.facts.ts';
import { subjects, type Subject, type SubjectName } from './rules.subjects.ts';

/**
 * What the rules of indicators look at, in few bytes, so that a whole register of it can be read and held. A subject is one whole number: the places of its
 * answers among those that there are, first to last. Records are kept so: where this changes, a migration must empty what was packed before.
 *
 * Big-endian: how many members are listed 1; people 1 (0: unknown); floor area 4 (hundredths of a square metre, -1: unknown); structures 1, water 1, latrine 1,
 * information 2; then the members.
 */
export const placeOf = { listed: 0, people: 1, floorArea: 2, structures: 6, water: 7, latrine: 8, information: 9 } as const;
export const packedHead = 11;
/** A member is a whole number in a float. */
export const packedMember = 8;
/** In the place of how many members are listed: none is told of. */
export const notTold = 255;

export function membersListed(view: DataView, at: number): number {
  const listed = view.getUint8(at + placeOf.listed);
  return listed === notTold ? 0 : listed;
}

/** How many bytes a household with so many members listed takes: a multiple of three, so that those of many can be put in a row in base64 too. */
export const packedLength = (members: number): number => Math.ceil((packedHead + packedMember * members) / 3) * 3;

const answer = [null, false, true] as const;
const level = [null, 'none', ...SchoolLevel.options] as const;

/** The answers that there are to each question, in an order that is never changed: what was packed is read by it. */
const answers = {
  structures: {
    grade: [null, 'permanent', 'semi_permanent', 'less_permanent', 'simple'],
    wallsDurable: answer,
    columnsDurable: answer,
    roofDurable: answer,
  },
  water: { waterSource: [null, ...WaterSource.options], waterIsHygienic: answer },
  latrine: { latrine: [null, ...LatrineKind.options], latrineIsHygienic: answer },
  information: { usesTelephone: answer, usesInternet: answer, hearsLoudspeaker: answer },
  member: {
    attending: level,
    completed: level,
    work: [null, 'none', 'own_work', 'wage_with_contract', 'wage_without_contract'],
    trainedByEmployer: answer,
    healthInsurance: answer,
    workIsRegular: answer,
    ofWorkingAge: answer,
    ableToWork: answer,
    wantsWork: answer,
    allowanceAsElderlyOrDisabled: answer,
    lowHeightForAge: answer,
    lowWeightForAge: answer,
    seriouslyIll: answer,
    treated: answer,
  },
} as const satisfies {
  [Name in Exclude<SubjectName, 'space'>]: { [Question in keyof Omit<Subject<Name>, 'informationMeans'>]: readonly Subject<Name>[Question][] };
} & { member: { [Question in keyof Omit<MemberFacts, 'birth' | 'age'>]: readonly MemberFacts[Question][] } };

type Answers = Readonly<Record<string, readonly unknown[]>>;

function packAnswers(among: Answers, told: Readonly<Record<string, unknown>>, first = 0): number {
  return Object.entries(among).reduce((packed, [question, known]) => packed * known.length + known.indexOf(told[question]), first);
}

/** What was packed, and the number that it was packed onto. */
function unpackAnswers(among: Answers, packed: number): { told: Record<string, unknown>; first: number } {
  const told: Record<string, unknown> = {};
  let rest = packed;
  for (const [question, known] of Object.entries(among).toReversed()) {
    told[question] = known[rest % known.length];
    rest = Math.floor(rest / known.length);
  }
  return { told, first: rest };
}

/** A set of means as a mask, one more than that; 0 is not told. */
const packMeans = (means: Facts['informationMeans']): number => (means === null ? 0 : 1 + InformationMeans.options.reduce((mask, kind, bit) => (means.includes(kind) ? mask | (1 << bit) : mask), 0));
const unpackMeans = (packed: number): Facts['informationMeans'] => (packed === 0 ? null : InformationMeans.options.filter((_, bit) => ((packed - 1) >> bit) & 1));

const [months, days] = [13, 32];
/** Ages, one more than they are, come before days of birth; 0 is neither. */
const firstBirth = 132;

/** A year, a month or a day of birth; else the age; a member with a birth needs no age. */
function packBirth({ birth, age }: MemberFacts): number {
  if (birth === null) return age === null ? 0 : 1 + age;
  const [year, month = 0, day = 0] = birth.split('-').map(Number);
  return firstBirth + (year! * months + month) * days + day;
}

function unpackBirth(packed: number): Pick<MemberFacts, 'birth' | 'age'> {
  if (packed < firstBirth) return { birth: null, age: packed === 0 ? null : packed - 1 };
  const [day, month] = [(packed - firstBirth) % days, Math.floor((packed - firstBirth) / days) % months];
  const year = String(Math.floor((packed - firstBirth) / (days * months))).padStart(4, '0');
  return { birth: [year, ...[month, day].flatMap((part) => (part === 0 ? [] : [String(part).padStart(2, '0')]))].join('-') as PlainDate, age: null };
}

export const packPerson = (member: MemberFacts): number => packAnswers(answers.member, member, packBirth(member));

export function unpackPerson(packed: number): MemberFacts {
  const { told, first } = unpackAnswers(answers.member, packed);
  return { ...told, ...unpackBirth(first) } as MemberFacts;
}

/** Floor area and people as one number: the people in the last seven bits. */
export const packSpace = (view: DataView, at: number): number => ((view.getInt32(at + placeOf.floorArea) + 1) << 7) | view.getUint8(at + placeOf.people);
export const peopleIn = (space: number): number | null => space & 127 || null;

/** What a rule looks at, out of the number that it was packed into. */
export const unpackSubject: { [Name in SubjectName]: (packed: number) => Subject<Name> } = {
  structures: (packed) => unpackAnswers(answers.structures, packed).told as Subject<'structures'>,
  space: (packed) => ({ floorArea: packed >> 7 === 0 ? null : ((packed >> 7) - 1) / 100, people: peopleIn(packed) }),
  water: (packed) => unpackAnswers(answers.water, packed).told as Subject<'water'>,
  latrine: (packed) => unpackAnswers(answers.latrine, packed).told as Subject<'latrine'>,
  information: (packed) => {
    const { told, first } = unpackAnswers(answers.information, packed);
    return { ...told, informationMeans: unpackMeans(first) } as Subject<'information'>;
  },
};

/** The facts of a household, packed. What is not looked at by any rule of an indicator is left out: the facts are the record, this is for reading many. */
export function packFacts(facts: Facts): Uint8Array {
  const { floorArea, people } = subjects.space(facts);
  const members = facts.members ?? [];
  const packed = new Uint8Array(packedLength(members.length));
  const view = new DataView(packed.buffer);
  view.setUint8(placeOf.listed, facts.members === null ? notTold : members.length);
  view.setUint8(placeOf.people, people ?? 0);
  view.setInt32(placeOf.floorArea, floorArea === null ? -1 : Math.round(floorArea * 100));
  view.setUint8(placeOf.structures, packAnswers(answers.structures, subjects.structures(facts)));
  view.setUint8(placeOf.water, packAnswers(answers.water, subjects.water(facts)));
  view.setUint8(placeOf.latrine, packAnswers(answers.latrine, subjects.latrine(facts)));
  view.setUint16(placeOf.information, packAnswers(answers.information, subjects.information(facts), packMeans(facts.informationMeans)));
  members.forEach((member, place) => view.setFloat64(packedHead + packedMember * place, packPerson(member)));
  return packed;
}
