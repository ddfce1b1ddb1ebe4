import { ageOn, plainDate, showDate, yearOf, type PlainDate } from '#kernel/plain-date.ts';
import type { Text } from '#kernel/text.ts';
import { sortKey } from '#kernel/vietnamese.ts';
import type { HouseholdIntake, MemberIntake, StandingInClass } from '#modules/households/contract.intake.ts';
import { Facts } from '#modules/standards/contract.facts.ts';
import type { HouseholdClass } from '#modules/standards/contract.ts';
import type { CommuneColumnId, FileDecision } from './contract.parts.ts';
import { blank } from './rules.issue-spec.ts';
import { rowInWords, type CellPlace, type Issues } from './rules.issues.ts';

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
  /** What has a value that could not be read, and was told so: that it is missing need not be told as well. */
  unread: Set<CommuneColumnId | string>;
  causes: string[];
  villageAbove: string | null;
}

export const emptyDraft = (sheet: string, row: number, head: string | null, villageAbove: string | null): Draft => ({
  sheet, row, head, headListed: false, members: [], told: new Map(), unread: new Set(), causes: [], villageAbove,
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
  /** What was decided of all households whose row has no decision. */
  decision: FileDecision | null;
  /** The head of the first of these columns that the sheet has, else the one that the form gives the first. */
  labelOf: LabelOf;
  /** Ways to write what a message expects. */
  words: { class: Text; head: string };
}

export type LabelOf = (...columns: readonly [CommuneColumnId, ...CommuneColumnId[]]) => string;

const mostMembers = 100;
const nothingKnown = Facts.parse({});

/** Notes a value of the household; a different one from another row is an issue. Null with something found is what could not be read. */
export function tell(draft: Draft, column: CommuneColumnId | string, value: Told['value'] | null, found: string, place: CellPlace, issues: Issues): void {
  if (value === null) {
    if (found !== '') draft.unread.add(column);
    return;
  }
  const known = draft.told.get(column);
  if (!known) draft.told.set(column, { value, found, row: place.row });
  else if (typeof value === 'string' ? sortKey(String(known.value)) !== sortKey(value) : known.value !== value) {
    issues.add('household.conflict', place, { head: draft.head ?? '?', found, other: known.found, otherRow: known.row });
  }
}

/** The household as an intake with the rows of its members, and what is odd about it told; null when it cannot be one. */
export function finish(draft: Draft, rules: HouseholdRules, issues: Issues): { intake: HouseholdIntake; memberRows: number[] } | null {
  const place: PlaceOf = (column, row = draft.row) => ({ sheet: draft.sheet, row, column: typeof column === 'string' ? rules.labelOf(column) : rules.labelOf(...column) });
  const head = draft.head;
  if (head === null) {
    const first = draft.members[0]!.intake;
    issues.add('household.no-head', place(['relation', 'head']), { name: first.name, found: first.relation ?? blank, word: rules.words.head });
    return null;
  }
  const members = draft.members.map(({ intake }) => intake);
  const memberRows = draft.members.map(({ row }) => row);
  if (!draft.headListed) {
    memberRows.unshift(draft.row);
    members.unshift({ name: head, head: true, relation: null, sex: null, birth: null, ethnicity: null, idNumber: null });
    issues.add('household.head-not-listed', place(['head', 'name']), { head });
  }
  if (members.length > mostMembers) {
    issues.add('household.too-many', place(['name', 'head']), { head, rows: members.length, most: mostMembers });
    return null;
  }
  const told = <Value>(column: CommuneColumnId | string): Value | null => (draft.told.get(column)?.value as Value | undefined) ?? null;

  const size = sizeOf(draft, members.length, place, head, issues);
  const stated = told<HouseholdClass>('class') ?? rules.stated;
  if (stated === null && !draft.unread.has('class')) issues.add('value.class-missing', place('class'), { head, expected: rules.words.class });
  const indicators = Object.fromEntries(
    rules.indicators.flatMap(({ code }) => {
      const deprived = told<boolean>(code);
      return deprived === null ? [] : [[code, deprived ? ('yes' as const) : ('no' as const)]];
    }),
  );
  checkB2(draft, indicators, rules, place, issues);
  const own = decisionOf(draft, rules.day, place, issues);
  const ofList = stated !== null && !hasDecision(draft) ? rules.decision && { number: rules.decision.number, day: rules.decision.day ?? null } : null;
  const intake: HouseholdIntake = {
    source: rowInWords(draft.sheet, draft.row).vi,
    village: told<string>('village') ?? draft.villageAbove,
    number: told('number'),
    members,
    size,
    stated,
    ...(draft.told.has('history') && { statedStanding: told<StandingInClass>('history')! }),
    ...(own || !ofList ? { decision: own } : { decision: ofList, decisionOfList: true as const }),
    facts: { ...nothingKnown, copiedB1: told('b1'), copiedB2: told('b2'), indicators, people: size },
    groups: { minority: told('minority'), noLabour: told('no_labour'), merit: told('merit') },
    causes: draft.causes,
  };
  return { intake, memberRows };
}

type PlaceOf = (column: CommuneColumnId | Parameters<LabelOf>, row?: number) => CellPlace;

function sizeOf(draft: Draft, rows: number, place: PlaceOf, head: string, issues: Issues): number | null {
  const size = draft.told.get('size');
  if (!size) return null;
  if ((size.value as number) < rows) issues.add('household.fewer-than-rows', place('size', size.row), { head, found: size.found, rows });
  // A list of heads alone tells of no other member on purpose.
  else if ((size.value as number) > rows && rows > 1) issues.add('household.more-than-rows', place('size', size.row), { head, found: size.found, rows });
  return size.value as number;
}

/** Whether the rows say anything of a decision, be it that it cannot be read. */
const hasDecision = ({ told, unread }: Draft): boolean => (['decision_number', 'decision_day'] as const).some((column) => told.has(column) || unread.has(column));

function decisionOf(draft: Draft, day: PlainDate, place: PlaceOf, issues: Issues): HouseholdIntake['decision'] {
  const number = draft.told.get('decision_number');
  const decided = draft.told.get('decision_day');
  if (decided && (decided.value as string) > day) issues.add('decision.after-round', place('decision_day', decided.row), { found: decided.found, day: showDate(day) });
  if (number) return { number: number.value as string, day: (decided?.value as PlainDate | undefined) ?? null };
  if (decided && !draft.unread.has('decision_number')) issues.add('decision.without-number', place('decision_number', decided.row), { day: decided.found });
  return null;
}

function checkB2(draft: Draft, indicators: Readonly<Record<string, 'yes' | 'no'>>, { b2, indicators: all }: HouseholdRules, place: PlaceOf, issues: Issues): void {
  const told = draft.told.get('b2');
  if (!told || !b2) return;
  const score = told.value as number;
  if (score % b2.step !== 0) issues.add('value.score-step', place('b2', told.row), { found: told.found, ...b2 });
  else if (score > b2.most) issues.add('value.score-range', place('b2', told.row), { found: told.found, ...b2 });
  const marked = Object.values(indicators).filter((answer) => answer === 'yes').length * b2.step;
  const complete = Object.keys(indicators).length === all.length;
  const expected = complete ? { vi: `${marked}`, en: `${marked}` } : { vi: `${marked} trở lên`, en: `${marked} or more` };
  if (complete ? marked !== score : marked > score) issues.add('score.indicators', place('b2', told.row), { found: told.found, marked, expected });
}

/** The ages that fit a birth: in full years, by the difference of years, or one more as the elders count. */
export function agesOf(birth: string, day: PlainDate): { least: number; most: number } {
  const years = yearOf(day) - Number(birth.slice(0, 4));
  const full = birth.length === 10 ? ageOn(plainDate(birth), day) : years - 1;
  return { least: Math.max(0, Math.min(full, years)), most: years + 1 };
}
