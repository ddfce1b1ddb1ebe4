import { ageOn, plainDate, showDate, yearOf, type PlainDate } from '#kernel/plain-date.ts';
import { sortKey } from '#kernel/vietnamese.ts';
import type { HouseholdIntake, MemberIntake } from '#modules/households/contract.intake.ts';
import { Facts } from '#modules/standards/contract.facts.ts';
import type { HouseholdClass } from '#modules/standards/contract.ts';
import type { CommuneColumnId } from './contract.parts.ts';
import type { Issues, Place } from './rules.issues.ts';

/** A value of the household with where it was first found, so that a second, different one can be told. */
export interface Told {
  value: string | number | boolean;
  found: string;
  row: number;
}

/** A household while its rows are read. */
export interface Draft {
  sheet: string;
  row: number;
  /** Name of the head, from the column of heads or from the row of the head. */
  head: string | null;
  headListed: boolean;
  members: { intake: MemberIntake; row: number }[];
  told: Map<CommuneColumnId | string, Told>;
  causes: string[];
  villageAbove: string | null;
}

export const emptyDraft = (sheet: string, row: number, head: string | null, villageAbove: string | null): Draft => ({
  sheet, row, head, headListed: false, members: [], told: new Map(), causes: [], villageAbove,
});

/** What the scale of form B2 is, where the round’s standard tells: points of one indicator, and the most. */
export interface B2Scale {
  step: number;
  most: number;
}

export interface HouseholdRules {
  day: PlainDate;
  b2: B2Scale | null;
  indicators: readonly { code: string }[];
  /** Class of a household whose own is blank, by its list. */
  stated: HouseholdClass | null;
  /** The heads of the columns, for messages. */
  labelOf: (column: CommuneColumnId) => string;
}

const mostMembers = 100;
const nothingKnown = Facts.parse({});

/** Notes a value of the household; a different one from another row is an issue. */
export function tell(draft: Draft, column: CommuneColumnId | string, value: Told['value'] | null, found: string, place: Place & { row: number }, issues: Issues): void {
  if (value === null) return;
  const known = draft.told.get(column);
  if (!known) draft.told.set(column, { value, found, row: place.row });
  else if (typeof value === 'string' ? sortKey(String(known.value)) !== sortKey(value) : known.value !== value) {
    issues.add('household.conflict', place, { head: draft.head ?? '?', found, other: known.found, otherRow: known.row });
  }
}

/** The household as an intake with the rows of its members, and what is odd about it told; null when it cannot be one. */
export function finish(draft: Draft, rules: HouseholdRules, issues: Issues): { intake: HouseholdIntake; memberRows: number[] } | null {
  const place = (column?: CommuneColumnId, row = draft.row): Place => ({ sheet: draft.sheet, row, ...(column && { column: rules.labelOf(column) }) });
  const head = draft.head;
  if (head === null) {
    issues.add('household.no-head', place(), {});
    return null;
  }
  const members = draft.members.map(({ intake }) => intake);
  const memberRows = draft.members.map(({ row }) => row);
  if (!draft.headListed) {
    memberRows.unshift(draft.row);
    members.unshift({ name: head, head: true, relation: null, sex: null, birth: null, ethnicity: null, idNumber: null });
    issues.add('household.head-not-listed', place(), { head });
  }
  if (members.length > mostMembers) {
    issues.add('household.too-many', place(), { head, most: mostMembers });
    return null;
  }
  const told = <Value>(column: CommuneColumnId | string): Value | null => (draft.told.get(column)?.value as Value | undefined) ?? null;

  const size = sizeOf(draft, members.length, place, head, issues);
  const stated = told<HouseholdClass>('class') ?? rules.stated;
  if (stated === null) issues.add('value.class-missing', place('class'), { head });
  const indicators = Object.fromEntries(
    rules.indicators.flatMap(({ code }) => {
      const deprived = told<boolean>(code);
      return deprived === null ? [] : [[code, deprived ? ('yes' as const) : ('no' as const)]];
    }),
  );
  checkB2(draft, indicators, rules, place, issues);
  const intake: HouseholdIntake = {
    source: `${draft.sheet}, dòng ${draft.row}`,
    village: told<string>('village') ?? draft.villageAbove,
    number: told('number'),
    members,
    size,
    stated,
    decision: decisionOf(draft, rules.day, place, issues),
    facts: { ...nothingKnown, copiedB1: told('b1'), copiedB2: told('b2'), indicators, people: size },
    groups: { minority: told('minority'), noLabour: told('no_labour'), merit: told('merit') },
    causes: draft.causes,
  };
  return { intake, memberRows };
}

type PlaceOf = (column?: CommuneColumnId, row?: number) => Place;

function sizeOf(draft: Draft, rows: number, place: PlaceOf, head: string, issues: Issues): number | null {
  const size = draft.told.get('size');
  if (!size) return null;
  if ((size.value as number) < rows) issues.add('household.fewer-than-rows', place('size', size.row), { head, found: size.found, rows });
  // A list of heads alone tells of no other member on purpose.
  else if ((size.value as number) > rows && rows > 1) issues.add('household.more-than-rows', place('size', size.row), { head, found: size.found, rows });
  return size.value as number;
}

function decisionOf(draft: Draft, day: PlainDate, place: PlaceOf, issues: Issues): HouseholdIntake['decision'] {
  const number = draft.told.get('decision_number');
  const decided = draft.told.get('decision_day');
  if (decided && (decided.value as string) > day) issues.add('decision.after-round', place('decision_day', decided.row), { found: decided.found, day: showDate(day) });
  if (number) return { number: number.value as string, day: (decided?.value as PlainDate | undefined) ?? null };
  if (decided) issues.add('decision.without-number', place('decision_day', decided.row), {});
  return null;
}

function checkB2(draft: Draft, indicators: Readonly<Record<string, 'yes' | 'no'>>, { b2, indicators: all }: HouseholdRules, place: PlaceOf, issues: Issues): void {
  const told = draft.told.get('b2');
  if (!told || !b2) return;
  const score = told.value as number;
  if (score % b2.step !== 0) issues.add('value.score-step', place('b2', told.row), { found: told.found, step: b2.step });
  else if (score > b2.most) {
    const expected = { vi: `từ 0 đến ${b2.most}`, en: `from 0 to ${b2.most}` };
    issues.add('value.score-range', { ...place('b2', told.row), expected }, { found: told.found });
  }
  const marked = Object.values(indicators).filter((answer) => answer === 'yes').length * b2.step;
  const complete = Object.keys(indicators).length === all.length;
  if (complete ? marked !== score : marked > score) issues.add('score.indicators', place('b2', told.row), { found: told.found, marked });
}

/** Whether an age fits a birth: ages are given in full years, or by the difference of years, or one more as the elders count. */
export function fitsAge(age: number, birth: string, day: PlainDate): boolean {
  const years = yearOf(day) - Number(birth.slice(0, 4));
  const full = birth.length === 10 ? ageOn(plainDate(birth), day) : years - 1;
  return age >= Math.min(full, years) && age <= years + 1;
}
