/** A household as it was on a day, what changed between two days, and where each value of a member comes from. */
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AreaName } from '#modules/areas/contract.ts';
import type { Answer } from '#modules/standards/contract.facts.ts';
import type { ClassRecord, HouseholdFile, HouseholdMember } from './contract.ts';
import { causeChanges, type CauseChange } from './rules.causes.ts';
import { staysOf, villageOn } from './rules.stays.ts';

/** Whether a row of a member holds on a day. Its end is the first day on which it no longer does. */
const holdsOn = ({ from, to }: Pick<HouseholdMember, 'from' | 'to'>, day: PlainDate): boolean => from <= day && (to === null || day < to);

/** Who was in the household on a day. */
export const membersOn = ({ members }: Pick<HouseholdFile, 'members'>, day: PlainDate): HouseholdMember[] => members.filter((member) => holdsOn(member, day));

/**
 * The official class that stood on a day: of the last round whose closing day had come, with the causes that had been found by then. What was taken
 * back never held, as with members and acts.
 */
export function classOn({ classes }: Pick<HouseholdFile, 'classes'>, day: PlainDate): ClassRecord | null {
  const last = classes.filter(({ official, current, asOf }) => official && current && asOf <= day).sort((one, two) => (one.asOf < two.asOf ? 1 : -1))[0];
  return last ? knownBy(last, classes, day) : null;
}

/** A record without the causes that were found after a day only. */
function knownBy(record: ClassRecord, classes: readonly ClassRecord[], day: PlainDate): ClassRecord {
  const { amends, causesTold, period, standard } = record;
  if (amends === null || causesTold === null || causesTold.day <= day) return record;
  const before = classes.find((other) => other.period === period && other.standard === standard && other.revision === amends);
  return before ? knownBy(before, classes, day) : record;
}

export type MemberField = 'name' | 'head' | 'relation' | 'sex' | 'birth' | 'ethnicity' | 'idNumber';
export const memberFields: readonly MemberField[] = ['name', 'head', 'relation', 'sex', 'birth', 'ethnicity', 'idNumber'];

export type Fact = 'size' | 'income' | 'b1' | 'b2' | 'minority' | 'noLabour' | 'merit';

export interface Changes {
  joined: HouseholdMember[];
  left: HouseholdMember[];
  members: { name: string; field: MemberField; before: HouseholdMember[MemberField]; after: HouseholdMember[MemberField] }[];
  /** The classes on both days; null where there was none. */
  classes: { before: ClassRecord | null; after: ClassRecord | null };
  deprivations: { code: string; before: Answer; after: Answer }[];
  facts: { fact: Fact; before: FactValue; after: FactValue }[];
  causes: CauseChange[];
  /** Where it lived; null where that is the same. */
  village: { before: AreaName; after: AreaName } | null;
}
export type FactValue = string | number | boolean | null;

const factsOf = (record: ClassRecord): Record<Fact, FactValue> => ({
  size: record.size,
  income: record.income,
  b1: record.result.b1,
  b2: record.result.b2,
  ...record.groups,
});

/** What differs between two days. Deprivations and facts are compared only where both days have a class; indicators only where both standards have them. */
export function compareDays(file: Pick<HouseholdFile, 'members' | 'classes' | 'events' | 'village'>, first: PlainDate, second: PlainDate): Changes {
  const before = new Map(membersOn(file, first).map((member) => [member.person, member]));
  const after = new Map(membersOn(file, second).map((member) => [member.person, member]));
  const classes = { before: classOn(file, first), after: classOn(file, second) };
  const stays = staysOf(file, second);
  const [livedIn, livesIn] = [villageOn(stays, first), villageOn(stays, second)];
  const both = classes.before && classes.after && classes.before !== classes.after ? ([classes.before, classes.after] as const) : null;
  return {
    joined: [...after.values()].filter(({ person }) => !before.has(person)),
    left: [...before.values()].filter(({ person }) => !after.has(person)),
    members: [...after.values()].flatMap((now) => {
      const then = before.get(now.person);
      return then ? memberFields.filter((field) => then[field] !== now[field]).map((field) => ({ name: now.name, field, before: then[field], after: now[field] })) : [];
    }),
    classes,
    deprivations: both ? deprivationsBetween(...both) : [],
    facts: both ? factsBetween(...both) : [],
    causes: both ? causeChanges(...both) : [],
    village: livedIn.id === livesIn.id ? null : { before: livedIn, after: livesIn },
  };
}

function deprivationsBetween({ result: one }: ClassRecord, { result: two }: ClassRecord): Changes['deprivations'] {
  return Object.entries(two.deprivations).flatMap(([code, after]) => {
    const before = one.deprivations[code];
    return before === undefined || before === after ? [] : [{ code, before, after }];
  });
}

function factsBetween(one: ClassRecord, two: ClassRecord): Changes['facts'] {
  const [before, after] = [factsOf(one), factsOf(two)];
  return (Object.keys(after) as Fact[]).flatMap((fact) => (before[fact] === after[fact] ? [] : [{ fact, before: before[fact], after: after[fact] }]));
}

/** Where the value that a member has now comes from: the earliest row in an unbroken run that says the same. */
export function originOf({ members }: Pick<HouseholdFile, 'members'>, member: HouseholdMember, field: MemberField): HouseholdMember {
  const rows = members.filter(({ person, from, to }) => person === member.person && from !== to).sort((one, two) => (one.from < two.from ? -1 : 1));
  let origin = member;
  for (const row of rows.slice(0, rows.findIndex(({ id }) => id === member.id)).reverse()) {
    if (row[field] !== member[field]) break;
    origin = row;
  }
  return origin;
}
