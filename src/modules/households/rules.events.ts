/**
 * What happens to households, decided without a database: an act and the households as they stand give the rows that end, the rows that begin,
 * and the events of both ends. A person who changes household ends one row and begins another with the same `person`.
 */
import type { Id } from '#kernel/ids.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { showDate } from '#kernel/plain-date.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import type { Because, EventKind, Standing } from './contract.events.ts';
import type { MemberIntake } from './contract.intake.ts';
import { problem } from './problems.ts';

/** A row of a member that holds now or later. */
export interface MemberRow extends MemberIntake {
  row: Id;
  person: Id;
  position: number;
  from: PlainDate;
  /** Null for the row that stands; a day to come where a later list already tells something else. */
  to: PlainDate | null;
}

export interface HouseholdNow {
  id: Id;
  village: AreaRef;
  standing: Standing;
  /** In the order of the list. Those who make up the household are the rows without an end. */
  rows: readonly MemberRow[];
  /** Whose household it is now, or was last. */
  headName: string;
}

/** A row that the act ends on a day; `before` is the end that it had. */
export interface EndedRow {
  household: Id;
  row: Id;
  day: PlainDate;
  before: PlainDate | null;
}

export interface BegunRow extends MemberIntake {
  household: Id;
  person: Id;
  position: number;
  from: PlainDate;
}

export interface DecidedEvent {
  household: Id;
  /** The village that the event is written in. */
  village: AreaRef;
  kind: EventKind;
  person: Id | null;
  otherHousehold: Id | null;
  otherVillage: AreaRef | null;
  /** Why a household ended. */
  because?: Because;
}

export interface Outcome {
  founded: { id: Id; village: AreaRef; number: string | null } | null;
  /** A household that goes to another village inside the area of the post. */
  moved: { id: Id; from: AreaRef; to: AreaRef } | null;
  ended: EndedRow[];
  begun: BegunRow[];
  events: DecidedEvent[];
}

/** Those who make up the household now. */
export const presentOf = ({ rows }: Pick<HouseholdNow, 'rows'>): MemberRow[] => rows.filter(({ to }) => to === null);

export type Relations = readonly { person: Id; relation: string | null }[];

/** An outcome in the making: each step keeps rows and events in agreement. */
export class Draft {
  readonly outcome: Outcome = { founded: null, moved: null, ended: [], begun: [], events: [] };
  private readonly day: PlainDate;
  private readonly today: PlainDate;

  constructor(day: PlainDate, today: PlainDate) {
    if (day > today) throw problem('household.act-in-future', { day: showDate(day) });
    this.day = day;
    this.today = today;
  }

  tell(household: HouseholdNow, kind: EventKind, rest: Partial<Pick<DecidedEvent, 'person' | 'otherHousehold' | 'otherVillage' | 'because' | 'village'>> = {}): void {
    this.outcome.events.push({ household: household.id, village: household.village, kind, person: null, otherHousehold: null, otherVillage: null, ...rest });
  }

  /** Ends all that the register tells of a person in a household from the day on; returns the row that stood. */
  take(household: HouseholdNow, person: Id): MemberRow {
    const standing = presentOf(household).find((row) => row.person === person);
    if (!standing) throw problem('household.not-a-member', { head: household.headName });
    for (const row of household.rows.filter((one) => one.person === person && (one.to === null || one.to > this.day))) this.end(household, row);
    return standing;
  }

  private end(household: HouseholdNow, { row, from, to, name }: MemberRow): void {
    // What a list tells of a closing day still to come never held when the person goes before it; what held already cannot end before it began.
    if (from > this.day && from <= this.today) throw problem('household.act-too-early', { name, from: showDate(from), day: showDate(this.day) });
    this.outcome.ended.push({ household: household.id, row, day: from > this.day ? from : this.day, before: to });
  }

  put(household: Id, who: MemberIntake & { person: Id }, as: { head: boolean; relation: string | null; position: number }): void {
    const { name, sex, birth, ethnicity, idNumber, person } = who;
    this.outcome.begun.push({ household, person, name, sex, birth, ethnicity, idNumber, ...as, from: this.day });
  }

  /** Makes one of those who stay the head. Who the others are to the new head is known only where it is told. */
  changeHead(household: HouseholdNow, staying: readonly MemberRow[], head: Id, relations: Relations): void {
    if (!staying.some(({ person }) => person === head)) throw problem('household.head-needed', { head: household.headName });
    for (const { person, position } of staying) {
      const row = this.take(household, person);
      const isHead = person === head;
      this.put(household.id, row, { head: isHead, relation: isHead ? headRelation : relationOf(relations, person), position });
    }
    this.tell(household, 'head_changed', { person: head });
  }

  /** Takes people out of a household that goes on; where the head is among them another follows. Returns their rows. */
  takeOut(household: HouseholdNow, people: readonly Id[], next: Id | null, relations: Relations): MemberRow[] {
    const staying = presentOf(household).filter(({ person }) => !people.includes(person));
    if (staying.length === 0) throw problem('household.nobody-stays', { head: household.headName });
    const taken = [...new Set(people)].map((person) => this.take(household, person));
    if (taken.some(({ head }) => head)) {
      if (next === null) throw problem('household.head-needed', { head: household.headName });
      this.changeHead(household, staying, next, relations);
    }
    return taken;
  }
}

export const headRelation = 'Chủ hộ';

export const relationOf = (relations: Relations, person: Id): string | null => relations.find((one) => one.person === person)?.relation ?? null;

/** The place of the next member in the list of a household. */
export const nextPosition = ({ rows }: HouseholdNow): number => Math.max(-1, ...rows.map(({ position }) => position)) + 1;

/** An event as far as standing and line follow from it. */
export interface ToldEvent {
  household: Id;
  act: Id;
  kind: EventKind;
  day: PlainDate;
  otherHousehold: Id | null;
}

/** The acts among events that were taken back. */
export const undoneActs = (events: readonly Pick<ToldEvent, 'act' | 'kind'>[]): Set<Id> => new Set(events.filter(({ kind }) => kind === 'undone').map(({ act }) => act));

/** The events that stand: neither taken back nor the taking back itself. */
export function standingEvents<Event extends Pick<ToldEvent, 'act' | 'kind'>>(events: readonly Event[]): Event[] {
  const undone = undoneActs(events);
  return events.filter(({ act }) => !undone.has(act));
}

/** How a household stands by its own events. */
export function standingOf(events: readonly Pick<ToldEvent, 'act' | 'kind'>[]): Standing {
  const standing = standingEvents(events);
  const undone = undoneActs(events);
  if (events.some(({ kind, act }) => kind === 'split_from' && undone.has(act)) && !standing.some(({ kind }) => kind === 'split_from')) return 'void';
  if (standing.some(({ kind }) => kind === 'merged_into')) return 'merged';
  if (standing.some(({ kind }) => kind === 'ended')) return 'ended';
  const arrived = new Set(standing.filter(({ kind }) => kind === 'moved_in').map(({ act }) => act));
  return standing.some(({ kind, act }) => kind === 'moved_out' && !arrived.has(act)) ? 'sent' : 'present';
}

export interface LineStep {
  from: Id;
  to: Id;
  kind: 'split' | 'merge';
  day: PlainDate;
}

/** The steps by which households came out of each other, the earliest first, each once although both ends tell of it. */
export function lineOf(events: readonly ToldEvent[]): LineStep[] {
  const steps = new Map<string, LineStep>();
  for (const { household, otherHousehold: other, kind, day } of standingEvents(events)) {
    if (other === null) continue;
    const step: LineStep | null =
      kind === 'split_from' ? { from: other, to: household, kind: 'split', day }
      : kind === 'split_off' ? { from: household, to: other, kind: 'split', day }
      : kind === 'merged_into' ? { from: household, to: other, kind: 'merge', day }
      : kind === 'merged_from' ? { from: other, to: household, kind: 'merge', day }
      : null;
    if (step) steps.set(`${step.from} ${step.to} ${step.kind}`, step);
  }
  return [...steps.values()].sort((one, two) => (one.day < two.day ? -1 : one.day > two.day ? 1 : one.from < two.from ? -1 : 1));
}

/**
 * The day on which a household last split from or off another, where that lies within so many days before a closing day; the closing day counts,
 * the day that many days before it does too.
 */
export function recentSplit(events: readonly Pick<ToldEvent, 'act' | 'kind' | 'day'>[], asOf: PlainDate, earliest: PlainDate): PlainDate | null {
  const days = standingEvents(events).filter(({ kind, day }) => (kind === 'split_from' || kind === 'split_off') && earliest <= day && day <= asOf);
  return days.map(({ day }) => day).sort().at(-1) ?? null;
}
