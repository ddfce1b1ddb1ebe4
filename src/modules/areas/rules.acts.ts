import { addDays, showDate, type PlainDate } from '#kernel/plain-date.ts';
import { fold, sortKey } from '#kernel/vietnamese.ts';
import { problem } from './problems.ts';
import { isUrban, properName } from './rules.catalogue.ts';

/** Rows of the catalogue, as its tables hold them. */
export interface AreaRow { area_id: string; code: string | null; level: string; epoch: string | null; area_path: string | null; source: string }
export interface VersionRow { area_id: string; valid_from: PlainDate; valid_to: PlainDate | null; since_before: boolean; name: string; kind: string; parent_id: string | null; urban: boolean | null; sort_key: string; assumed: boolean }
export interface LineageRow { old_id: string; new_id: string; day: PlainDate; kind: 'whole' | 'part'; detail: string | null; share: number | null; basis: string; resolution: string | null; land_km2: number | null }
export interface TodayRow { area_id: string; today_path: string; main: boolean }
export interface RegionRow { province_id: string; valid_from: PlainDate; valid_to: PlainDate | null; code: string; name: string; source: string }

/** The tables of the catalogue that an act may change, in the order in which rows are put in. */
export interface Rows { area: AreaRow[]; area_version: VersionRow[]; area_lineage: LineageRow[]; area_today: TodayRow[]; area_region: RegionRow[] }
export const rowKeys = {
  area: ['area_id'],
  area_version: ['area_id', 'valid_from'],
  area_lineage: ['old_id', 'new_id'],
  area_today: ['area_id', 'today_path'],
  area_region: ['province_id', 'valid_from'],
} as const satisfies { [Table in keyof Rows]: readonly (keyof Rows[Table][number])[] };
export const changedTables = Object.keys(rowKeys) as (keyof Rows)[];

/** What an act takes out of the catalogue and what it puts in. A row that it changes is on both sides. */
export interface Changes { before: Rows; after: Rows }

/** Where rows at a path of today’s map go; platform/db/repath moves them. */
export interface Move { from: string; to: string; withBelow?: boolean; households?: Record<string, string>; shared?: string }

/** A village or commune under another name, kind or parent from the day on. */
export interface NewVersion { name?: string; kind?: string; parent?: string }

type Tables = { [Table in keyof Rows]: Map<string, Rows[Table][number]> };

export const keyOf = (table: keyof Rows, row: object): string => rowKeys[table].map((column) => (row as Record<string, unknown>)[column]).join('|');

/**
 * The catalogue as an act changes it: begun with the rows that it may touch, and read out as what differs.
 * The rules of docs/decisions/0005: another territory is another area, another name, kind or parent a new version of the same.
 */
export class Redrawing {
  readonly moves: Move[] = [];
  /** Of each area that ends, the one that what was tied to it follows. */
  readonly followers = new Map<string, string>();
  readonly day: PlainDate;
  readonly #resolution: string;
  readonly #before: Rows;
  readonly #after: Tables;

  constructor(land: Rows, day: PlainDate, resolution: string) {
    this.day = day;
    this.#resolution = resolution;
    this.#before = land;
    this.#after = Object.fromEntries(changedTables.map((table) => [table, new Map(land[table].map((row) => [keyOf(table, row), { ...row }]))])) as Tables;
  }

  area(id: string): AreaRow {
    const found = this.#after.area.get(id);
    if (!found) throw new Error(`${id} was not read for this act`);
    return found;
  }

  /** What an area is called on the day. Throws where it does not stand then, has begun only that day, or has changed since. */
  standing(id: string): VersionRow {
    const own = [...this.#after.area_version.values()].filter(({ area_id }) => area_id === id).sort((a, b) => (a.valid_from < b.valid_from ? -1 : 1));
    const last = own.at(-1)!;
    if (last.valid_to !== null) throw problem('area.act-ended', { name: last.name, day: showDate(last.valid_to) });
    if (last.valid_from >= this.day) throw problem('area.act-too-early', { name: last.name, day: showDate(addDays(last.valid_from, 1)) });
    return last;
  }

  /** Ids of what lies in an area on the day, by the dictionary. */
  childrenOf(id: string): string[] {
    const own = [...this.#after.area_version.values()].filter(({ parent_id, valid_from, valid_to }) => parent_id === id && valid_from <= this.day && (valid_to === null || valid_to >= this.day));
    return own.sort((a, b) => (a.sort_key < b.sort_key ? -1 : 1)).map(({ area_id }) => area_id);
  }

  /** The same area under another name, kind or parent from the day on. */
  rename(id: string, { name, kind, parent }: NewVersion): void {
    const last = this.standing(id);
    this.#close(last);
    const isCommune = this.area(id).level === 'commune';
    const version = { ...last, valid_from: this.day, valid_to: null, since_before: false, assumed: false, name: name ?? last.name, kind: kind ?? last.kind, parent_id: parent ?? last.parent_id };
    this.#call({ ...version, urban: isCommune ? isUrban(version.kind) : last.urban, sort_key: sortKey(isCommune ? properName(version.name) : version.name) });
  }

  /** An area that begins on the day. */
  begin(area: Pick<AreaRow, 'area_id' | 'code' | 'level' | 'epoch' | 'area_path'>, { name, kind, parent }: Required<NewVersion>): void {
    if (this.#after.area.has(area.area_id)) throw problem('area.act-same-day', { name, day: showDate(this.day) });
    this.#after.area.set(area.area_id, { ...area, source: 'officer' });
    const isVillage = area.level === 'village';
    const urban = area.level === 'commune' ? isUrban(kind) : null;
    this.#call({ area_id: area.area_id, valid_from: this.day, valid_to: null, since_before: false, name, kind, parent_id: parent, urban, sort_key: sortKey(isVillage ? name : properName(name)), assumed: false });
    this.#put('area_today', { area_id: area.area_id, today_path: area.area_path!, main: true });
  }

  /** An area that ends on the day before; `follower` takes what was tied to it. */
  end(id: string, follower: string): void {
    this.#close(this.standing(id));
    this.#after.area.set(id, { ...this.area(id), area_path: null });
    this.followers.set(id, follower);
  }

  link(oldId: string, newId: string, kind: LineageRow['kind'], detail: 'merged' | 'part' | 'remainder'): void {
    this.#put('area_lineage', { old_id: oldId, new_id: newId, day: this.day, kind, detail, share: null, basis: 'resolution', resolution: this.#resolution, land_km2: null });
  }

  /** Moves all that lies at a path of today’s map, and the land of ended areas there with it. */
  move(from: string, to: string, withBelow = false): void {
    this.moves.push({ from, to, withBelow });
    for (const [id, area] of this.#after.area) if (area.area_path === from) this.#after.area.set(id, { ...area, area_path: to });
    this.spread(from, () => [to]);
  }

  /** Gives the land that areas have at a path to others: the first takes the place of the old one. */
  spread(from: string, targets: (areaId: string) => readonly string[]): void {
    for (const row of [...this.#after.area_today.values()].filter(({ today_path }) => today_path === from)) {
      const [first, ...rest] = targets(row.area_id);
      this.#after.area_today.delete(keyOf('area_today', row));
      for (const [place, path] of [first!, ...rest].entries()) {
        const there = this.#after.area_today.get(keyOf('area_today', { area_id: row.area_id, today_path: path }));
        this.#put('area_today', { area_id: row.area_id, today_path: path, main: (place === 0 && row.main) || (there?.main ?? false) });
      }
    }
  }

  /** Lets a province that takes the place of another have its region from the day on. */
  inheritRegion(oldId: string, newId: string): void {
    const region = [...this.#after.area_region.values()].find(({ province_id, valid_to }) => province_id === oldId && valid_to === null);
    if (!region) return;
    this.#put('area_region', { ...region, valid_to: addDays(this.day, -1) });
    this.#put('area_region', { ...region, province_id: newId, valid_from: this.day });
  }

  changes(): Changes {
    const [before, after] = [{} as Record<string, object[]>, {} as Record<string, object[]>];
    for (const table of changedTables) {
      const was = new Map(this.#before[table].map((row) => [keyOf(table, row), JSON.stringify(row)]));
      const is = new Map([...this.#after[table]].map(([key, row]) => [key, JSON.stringify(row)]));
      before[table] = this.#before[table].filter((row) => is.get(keyOf(table, row)) !== was.get(keyOf(table, row)));
      after[table] = [...this.#after[table]].filter(([key]) => is.get(key) !== was.get(key)).map(([, row]) => row);
    }
    return { before, after } as unknown as Changes;
  }

  #close(version: VersionRow): void {
    this.#put('area_version', { ...version, valid_to: addDays(this.day, -1) });
  }

  #call(version: VersionRow): void {
    this.#put('area_version', version);
  }

  #put<Table extends keyof Rows>(table: Table, row: Rows[Table][number]): void {
    (this.#after[table] as Map<string, Rows[Table][number]>).set(keyOf(table, row), row);
  }
}

/** A name of a commune begins with its kind, as the catalogue writes it. Throws otherwise. */
export function checkCommuneName(name: string, kind: string): void {
  if (!fold(name).startsWith(`${fold(kind)} `)) throw problem('area.act-name', { name, kind });
}

/** Where a unit lies on today’s map. Throws where it has ended. */
export function pathOf(area: AreaRow, name: string): string {
  if (area.area_path === null) throw problem('area.act-ended-today', { name });
  return area.area_path;
}
