/** In which villages a household lived, and what became of these on the map meanwhile. */
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AreaName, AreaPage, AreaRef, AreaVersion } from '#modules/areas/contract.ts';
import type { EventKind } from './contract.events.ts';
import type { HouseholdFile } from './contract.ts';

/** A village in which a household is seen without a move in between. The end is the first day on which it is seen elsewhere. */
export interface Stay {
  village: AreaName;
  from: PlainDate;
  to: PlainDate | null;
  /** The household went on to the next village; else it is the village that became another. */
  movedOn: boolean;
}

/** Events that say where the household lived on their day; others are entered with where it lives when they are. */
const placing = ['split_from', 'moved_out', 'moved_in'] as const satisfies readonly EventKind[];

/** The villages of a household in the order of time, by its lists, its moves and where it is now. */
export function staysOf({ classes, events, village }: Pick<HouseholdFile, 'classes' | 'events' | 'village'>, today: PlainDate): Stay[] {
  const listed = classes.filter(({ current, official }) => current && official).map((record) => ({ day: record.asOf, village: record.village, moved: false }));
  const told = events.filter(({ kind, undone }) => !undone && (placing as readonly EventKind[]).includes(kind)).map((event) => ({ day: event.day, village: event.village, moved: event.kind === 'moved_in' }));
  const before = told.filter(({ moved }) => !moved);
  // Of one day: what happened before the household moved, the move, the list that found it there.
  const seen = [...before, ...told.filter(({ moved }) => moved), ...listed].sort((one, two) => (one.day < two.day ? -1 : one.day > two.day ? 1 : 0));
  const stays: Stay[] = [];
  for (const sight of [...seen, { day: seen.at(-1)?.day ?? today, village, moved: false }]) {
    const last = stays.at(-1);
    if (last?.village.id === sight.village.id) continue;
    if (last) Object.assign(last, { to: sight.day, movedOn: sight.moved });
    stays.push({ village: sight.village, from: sight.day, to: null, movedOn: false });
  }
  return stays;
}

/** Where a household lived on a day; before it was first seen, where it was seen first. */
export const villageOn = (stays: readonly Stay[], day: PlainDate): AreaName => (stays.findLast(({ from }) => from <= day) ?? stays[0]!).village;

/** The village of a household was called or belonged otherwise from a day on, or another came in its place. */
export interface PlaceChange {
  day: PlainDate;
  kind: 'renamed' | 'regrouped' | 'followed';
  before: { name: string; parent: AreaName | null };
  after: { name: string; parent: AreaName | null };
  /** As cited, where it is on record with the village itself. */
  resolution: string | null;
}

const side = ({ name, parent }: Pick<AreaVersion, 'name' | 'parent'>): PlaceChange['before'] => ({ name, parent });

/** What happened to the villages of a household while it lived there; `pages` of as many as are known. */
export function placeChanges(stays: readonly Stay[], pages: ReadonlyMap<AreaRef, Pick<AreaPage, 'versions' | 'predecessors' | 'lifetime'>>): PlaceChange[] {
  return stays.flatMap(({ village, from, to: seenElsewhere, movedOn }, at) => {
    const page = pages.get(village.id);
    if (!page) return [];
    const next = stays[at + 1];
    const to = (!movedOn && next && pages.get(next.village.id)?.lifetime.from) || seenElsewhere;
    const before = stays[at - 1];
    const follows = before !== undefined && !before.movedOn;
    const start = follows && page.lifetime.from > before.from ? page.lifetime.from : from;
    const within = page.versions.flatMap((version, place): PlaceChange[] => {
      const earlier = page.versions[place - 1];
      if (!earlier || version.from <= start || (to !== null && version.from >= to)) return [];
      return [{ day: version.from, kind: version.parent?.id === earlier.parent?.id ? 'renamed' : 'regrouped', before: side(earlier), after: side(version), resolution: null }];
    });
    if (!follows) return within;
    const edge = page.predecessors.find(({ area }) => area.id === before.village.id);
    const last = pages.get(before.village.id)?.versions.at(-1);
    const became: PlaceChange = {
      day: edge?.day ?? start,
      kind: 'followed',
      before: last ? side(last) : { name: before.village.name, parent: null },
      after: page.versions[0] ? side(page.versions[0]) : { name: village.name, parent: null },
      resolution: edge?.resolution ?? null,
    };
    return [became, ...within];
  });
}
