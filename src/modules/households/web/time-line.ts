import { endOf } from '#kernel/period.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { FileAbsence } from '../contract.absences.ts';
import type { Correction } from '../contract.corrections.ts';
import type { HouseholdEvent } from '../contract.events.ts';
import type { HousePhoto, HousePlace } from '../contract.house.ts';
import type { ClassRecord, HouseholdChange, HouseholdFile } from '../contract.ts';
import { causeChanges, type CauseChange } from '../rules.causes.ts';
import type { PlaceChange } from '../rules.stays.ts';
import { dayOfInstant } from './file.ts';

type Kinds = {
  class: { record: ClassRecord; changes: readonly HouseholdChange[]; replaced: readonly ClassRecord[] };
  gone: { change: HouseholdChange };
  act: { events: readonly HouseholdEvent[] };
  correction: { correction: Correction };
  causes: { record: ClassRecord; changes: readonly CauseChange[] };
  place: { place: HousePlace };
  photo: { photo: HousePhoto };
  absence: { absence: FileAbsence };
  area: { change: PlaceChange };
};
export type Entry<Kind extends keyof Kinds = keyof Kinds> = { [One in Kind]: { day: PlainDate; key: string; kind: One } & Kinds[One] }[Kind];

/** What entries are told apart by where a time line is long. */
export const topics = { class: ['class', 'gone', 'absence'], act: ['act'], causes: ['causes'], correction: ['correction'], house: ['place', 'photo'], area: ['area'] } as const satisfies Record<string, readonly (keyof Kinds)[]>;
export type Topic = keyof typeof topics;

export const isOf = (topic: Topic, { kind }: Entry): boolean => (topics[topic] as readonly string[]).includes(kind);

/** All that is on record of a household in one order, the latest day first. A class stands once, with the revisions that were handed in before it. */
export function entriesOf({ classes, changes, events, corrections, house, absences }: HouseholdFile, areas: readonly PlaceChange[]): Entry[] {
  // A household that moves to another commune is sent on one day and placed on another, by others.
  const acts = Map.groupBy(events, ({ act, kind, day }) => `${act} ${day} ${kind === 'undone'}`);
  const sameClass = (one: ClassRecord, other: ClassRecord): boolean => one.period === other.period && one.standard === other.standard;
  const entries: Entry[] = [
    ...classes.filter(({ current }) => current).map((record): Entry => ({
      day: record.asOf,
      key: `class ${record.period} ${record.standard}`,
      kind: 'class',
      record,
      changes: record.official ? changes.filter(({ period, listed }) => listed && period === record.period) : [],
      replaced: classes.filter((other) => sameClass(other, record) && other.amends === null && other.revision !== record.handedIn),
    })),
    ...changes
      .filter(({ listed, period }) => !listed && !classes.some((record) => record.current && record.period === period))
      .map((change): Entry => ({ day: endOf(change.period), key: `gone ${change.period} ${change.change}`, kind: 'gone', change })),
    ...classes.flatMap((record): Entry[] => {
      const before = record.amends === null || !record.official ? undefined : classes.find((other) => sameClass(other, record) && other.revision === record.amends);
      const { causesTold } = record;
      return before && causesTold ? [{ day: causesTold.day, key: `causes ${record.period} ${record.revision}`, kind: 'causes', record, changes: causeChanges(before, record) }] : [];
    }),
    ...[...acts].map(([key, of]): Entry => ({ day: of[0]!.day, key: `act ${key}`, kind: 'act', events: of.toReversed() })),
    ...corrections.map((correction): Entry => ({ day: dayOfInstant(correction.askedAt), key: correction.id, kind: 'correction', correction })),
    ...house.places.map((place): Entry => ({ day: place.day, key: place.id, kind: 'place', place })),
    ...house.photos.map((photo): Entry => ({ day: photo.day, key: photo.id, kind: 'photo', photo })),
    ...absences.map((absence): Entry => ({ day: dayOfInstant(absence.askedAt), key: absence.id, kind: 'absence', absence })),
    ...areas.map((change): Entry => ({ day: change.day, key: `area ${change.day} ${change.kind}`, kind: 'area', change })),
  ];
  return entries.sort((one, two) => (one.day < two.day ? 1 : one.day > two.day ? -1 : 0));
}
