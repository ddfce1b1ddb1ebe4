import { addDays, plainDate, type PlainDate } from '#kernel/plain-date.ts';
import { sortKey } from '#kernel/vietnamese.ts';
import type { Epoch, Level } from './contract.ts';

/** Rows of packs/vn/areas, as the files have them: every value is text, an empty one is unknown. */
export interface UnitRow { code: string; level: string; parent_code: string; kind: string; name: string; valid_from: string; valid_to: string }
export interface MergeRow { level: string; old_code: string; new_code: string; kind: string; detail: string; area_share_est: string; resolution: string }
export interface CensusRow { census_id: string; code: string; code_method: string; name: string; district_name: string; district_code: string; province_code: string; new_code: string; area_share: string }
export interface RegionRow { region_code: string; region_name: string; province_code: string; valid_from: string; valid_to: string; source: string }
export interface LandRow { census_id: string; area_km2: string }
export interface SizeRow { code: string; area_km2: string; population: string; area_check: string }
export interface SpecialRow { list: string; unit_level: string; code: string; valid_from: string; valid_to: string; decision: string; exit_decision: string; seen_at: string }

export interface CatalogueFiles {
  /** Three levels: what ended before the catalogue of 2025, and that catalogue. */
  threeLevels: readonly UnitRow[];
  twoLevels: readonly UnitRow[];
  merges: readonly MergeRow[];
  census: readonly CensusRow[];
  regions: readonly RegionRow[];
  land: readonly LandRow[];
  sizes: readonly SizeRow[];
  specials: readonly SpecialRow[];
}

/** First days of the three maps, from packs/vn/areas/epochs.yaml. */
export type EpochStarts = Readonly<Record<Epoch, PlainDate>>;

export interface CatalogueArea { area_id: string; code: string | null; level: Level; epoch: Epoch | null; area_path: string | null; source: 'pack' }
export interface CatalogueVersion {
  area_id: string;
  valid_from: PlainDate;
  valid_to: PlainDate | null;
  since_before: boolean;
  name: string;
  kind: string;
  parent_id: string | null;
  urban: boolean | null;
  sort_key: string;
}
export interface CatalogueEdge {
  old_id: string;
  new_id: string;
  day: PlainDate;
  kind: 'whole' | 'part';
  detail: string | null;
  share: number | null;
  basis: 'resolution' | 'published' | 'overlap';
  resolution: string | null;
  land_km2: number | null;
}

/** Names with their type in front: what is left when it is taken away is what people sort and search by. */
const types = /^(thành phố|thị xã|thị trấn|đặc khu|phường|huyện|quận|tỉnh|xã)\s+/iu;
export const properName = (name: string): string => name.replace(types, '');

/** Whether a kind of commune is urban; the special zones are not settled. */
export function isUrban(kind: string): boolean | null {
  if (kind === 'phường' || kind === 'thị trấn') return true;
  return kind === 'xã' ? false : null;
}

export const villageKind = 'thôn';

const share = (text: string): number | null => (text === '' ? null : Number(text));
const dayOr = (text: string, otherwise: PlainDate): PlainDate => (text === '' ? otherwise : plainDate(text));

/** Builds the tree of all three maps with its lineage: the areas, what they were called when, and which went into which. */
export function buildCatalogue(files: CatalogueFiles, starts: EpochStarts) {
  const areas = new Map<string, CatalogueArea>();
  const versions: CatalogueVersion[] = [];
  const latest = new Map<string, CatalogueVersion>();
  const edges: CatalogueEdge[] = [];

  function add(area: Omit<CatalogueArea, 'source'>): string {
    areas.set(area.area_id, { ...area, source: 'pack' });
    return area.area_id;
  }

  /** Adds what the area was called from then on; a version that only goes on with the one before it prolongs that. */
  function call(version: Omit<CatalogueVersion, 'sort_key' | 'urban'>, level: Level): void {
    const before = latest.get(version.area_id);
    const same = before && before.name === version.name && before.kind === version.kind && before.parent_id === version.parent_id;
    if (same && before.valid_to !== null && addDays(before.valid_to, 1) === version.valid_from) {
      before.valid_to = version.valid_to;
      return;
    }
    const added = { ...version, urban: level === 'commune' ? isUrban(version.kind) : null, sort_key: sortKey(properName(version.name)) };
    versions.push(added);
    latest.set(version.area_id, added);
  }

  const country = add({ area_id: 'VN', code: 'VN', level: 'country', epoch: null, area_path: '0' });
  call({ area_id: country, valid_from: starts.census_2009, valid_to: null, since_before: true, name: 'Việt Nam', kind: 'quốc gia', parent_id: null }, 'country');

  // Which area a code stands for on a day. Codes are used again, so this is the only way from a code to an area.
  const byCode = new Map<string, { id: string; from: PlainDate; to: PlainDate | null }[]>();
  function remember(level: Level, code: string, id: string, from: PlainDate, to: PlainDate | null): void {
    const key = `${level} ${code}`;
    byCode.set(key, [...(byCode.get(key) ?? []), { id, from, to }]);
  }
  function areaOn(level: Level, code: string, day: PlainDate): string {
    const found = byCode.get(`${level} ${code}`)?.find(({ from, to }) => from <= day && (to === null || day <= to));
    if (!found) throw new Error(`packs/vn/areas: no ${level} ${code} on ${day}`);
    return found.id;
  }

  const wentWhole = new Set(files.merges.filter(({ level, kind }) => level === 'commune' && kind === 'whole').map(({ old_code, new_code }) => `${old_code} ${new_code}`));
  const land = new Map(files.land.map(({ census_id, area_km2 }) => [census_id, Number(area_km2)]));
  const landOf = (census: string, part: number): number | null => (land.has(census) ? land.get(census)! * part : null);
  const goesOn = new Set(files.merges.filter(({ detail }) => detail === 'unchanged' || detail === 'renamed').map(({ level, old_code }) => `${level} ${old_code}`));
  const lastThreeLevel = addDays(starts.two_level, -1);
  const lastCensus = addDays(starts.three_level, -1);
  const units = (rows: readonly UnitRow[], level: Level) => rows.filter((row) => row.level === level).sort((a, b) => (a.code + a.valid_to < b.code + b.valid_to ? -1 : 1));

  /** Provinces last over the maps; districts and communes belong to one, unless the merger of 2025 left them as they were. */
  function addThreeLevels(level: 'province' | 'district' | 'commune'): void {
    const start = level === 'province' ? starts.census_2009 : starts.three_level;
    const rows = units(files.threeLevels, level);
    const lastDay = new Map(rows.map(({ code, valid_to }) => [code, valid_to]));
    const endedWithout = new Set(rows.filter(({ code, valid_to }) => lastDay.get(code) === valid_to).map(({ parent_code, valid_to }) => `${parent_code} ${valid_to}`));
    let previous: UnitRow | undefined;
    let id = '';
    for (const row of rows) {
      const from = dayOr(row.valid_from, start);
      const again = previous?.code === row.code;
      // A code that goes on under another name just when a neighbour ends has taken that neighbour in: another area.
      const merged = again && properName(previous!.name) !== properName(row.name) && endedWithout.has(`${row.parent_code} ${previous!.valid_to}`);
      if (!again || merged) {
        id = add({ area_id: `${row.code}@${from}`, code: row.code, level, epoch: level === 'province' ? null : 'three_level', area_path: null });
      }
      const to = plainDate(row.valid_to);
      const parent = level === 'province' ? country : areaOn(level === 'district' ? 'province' : 'district', row.parent_code, to);
      call({ area_id: id, valid_from: from, valid_to: to, since_before: row.valid_from === '', name: row.name, kind: row.kind, parent_id: parent }, level);
      remember(level, row.code, id, from, to);
      previous = row;
    }
  }

  function addTwoLevels(level: 'province' | 'commune'): void {
    for (const row of units(files.twoLevels, level).sort((a, b) => (a.code + a.valid_from < b.code + b.valid_from ? -1 : 1))) {
      const from = plainDate(row.valid_from);
      const to = row.valid_to === '' ? null : plainDate(row.valid_to);
      const known = byCode.get(`${level} ${row.code}`)?.at(-1);
      const isSame = known && (from > starts.two_level ? known.from >= starts.two_level || goesOn.has(`${level} ${row.code}`) : goesOn.has(`${level} ${row.code}`));
      const path = level === 'province' ? row.code : `${row.parent_code}.${row.code}`;
      const id = isSame ? known.id : add({ area_id: `${row.code}@${from}`, code: row.code, level, epoch: level === 'province' ? null : 'two_level', area_path: path });
      areas.get(id)!.area_path = path;
      const parent = level === 'province' ? country : areaOn('province', row.parent_code, from);
      call({ area_id: id, valid_from: from, valid_to: to, since_before: false, name: row.name, kind: row.kind, parent_id: parent }, level);
      remember(level, row.code, id, from, to);
    }
  }

  function addCensus(): void {
    for (const row of files.census) {
      if (row.name.startsWith('<')) continue; // islands that the census map draws without a name
      const district = row.district_code || `T${row.census_id.slice(0, 5)}`;
      const districtId = `${district}@${starts.census_2009}`;
      const kindOf = (name: string): string => types.exec(name)?.[1]?.toLowerCase() ?? 'xã';
      if (!areas.has(districtId)) {
        add({ area_id: districtId, code: district, level: 'district', epoch: 'census_2009', area_path: null });
        const parent = areaOn('province', row.province_code, lastCensus);
        call({ area_id: districtId, valid_from: starts.census_2009, valid_to: lastCensus, since_before: true, name: row.district_name, kind: kindOf(row.district_name), parent_id: parent }, 'district');
      }
      const code = row.code || `T${row.census_id}`;
      const id = `${code}@${starts.census_2009}`;
      if (!areas.has(id)) {
        add({ area_id: id, code, level: 'commune', epoch: 'census_2009', area_path: null });
        call({ area_id: id, valid_from: starts.census_2009, valid_to: lastCensus, since_before: true, name: row.name, kind: kindOf(row.name), parent_id: districtId }, 'commune');
      }
      // The maps were drawn apart: what overlaps by nine tenths is the whole unit, the rest is the drawing. So it is where most of a unit lies
      // in the commune to which a resolution gave it whole.
      const part = Number(row.area_share);
      const whole = part >= 0.9 || (part > 0.5 && row.code_method === 'name' && wentWhole.has(`${row.code} ${row.new_code}`));
      edges.push({
        old_id: id, new_id: areaOn('commune', row.new_code, starts.two_level), day: starts.two_level, kind: whole ? 'whole' : 'part', detail: null,
        share: share(row.area_share), basis: 'overlap', resolution: null, land_km2: landOf(row.census_id, whole ? 1 : part),
      });
    }
  }

  function addMerges(): void {
    for (const row of files.merges) {
      if (goesOn.has(`${row.level} ${row.old_code}`)) continue;
      const level = row.level as 'province' | 'district' | 'commune';
      edges.push({
        old_id: areaOn(level, row.old_code, lastThreeLevel),
        new_id: areaOn(level === 'province' ? 'province' : 'commune', row.new_code, starts.two_level),
        day: starts.two_level,
        kind: row.kind as 'whole' | 'part',
        detail: row.detail || null,
        share: share(row.area_share_est),
        basis: row.resolution === '' ? 'published' : 'resolution',
        resolution: row.resolution || null,
        land_km2: null,
      });
    }
  }

  addThreeLevels('province');
  addThreeLevels('district');
  addThreeLevels('commune');
  addTwoLevels('province');
  addTwoLevels('commune');
  addCensus();
  addMerges();
  measureLand(edges);

  const regions = files.regions.map((row) => {
    const from = dayOr(row.valid_from, starts.census_2009);
    return { province_id: areaOn('province', row.province_code, from), valid_from: from, valid_to: row.valid_to || null, code: row.region_code, name: row.region_name, source: row.source };
  });
  const sizes = files.sizes.map(({ code, area_km2, population, area_check }) => ({
    area_id: areaOn('commune', code, starts.two_level), km2: share(area_km2), people: share(population), agrees: area_check === 'missing' ? null : area_check === 'ok',
  }));
  const specials = files.specials.map(({ list, unit_level, code, valid_from, valid_to, decision, exit_decision, seen_at }) => ({
    area_id: areaOn(unit_level as Level, code, plainDate(valid_from)), list, valid_from: plainDate(valid_from), valid_to: valid_to === '' ? null : plainDate(valid_to),
    decision, exit_decision: exit_decision || null, seen_at,
  }));
  const list = [...areas.values()];
  return { areas: list, versions, edges, regions, sizes, specials, today: placeToday(list, versions, edges) };
}

/**
 * Gives the edges of the catalogue of three levels the land that the census measured, where just the same units made up the new commune at
 * both times; elsewhere some of them had changed in between, and none is known.
 */
function measureLand(edges: CatalogueEdge[]): void {
  const codeOf = (edge: CatalogueEdge): string => edge.old_id.split('@')[0]!;
  for (const own of Map.groupBy(edges, ({ new_id }) => new_id).values()) {
    const measured = new Map(own.filter(({ basis, kind }) => basis === 'overlap' && kind === 'whole').map((edge) => [codeOf(edge), edge.land_km2]));
    const later = own.filter(({ basis, detail }) => basis !== 'overlap' && detail !== 'area_only');
    const same = later.length === measured.size && later.every((edge) => edge.kind === 'whole' && measured.has(codeOf(edge)));
    if (same) for (const edge of later) edge.land_km2 = measured.get(codeOf(edge))!;
  }
}

/** Where the land of every area lies on today's map: its own path, or those that it went into. */
export function placeToday(areas: readonly CatalogueArea[], versions: readonly CatalogueVersion[], edges: readonly CatalogueEdge[]) {
  const paths = new Map(areas.map(({ area_id, area_path }) => [area_id, area_path]));
  const shares = new Map<string, Map<string, number>>();
  const give = (area: string, path: string, part: number): void => {
    const own = shares.get(area) ?? new Map<string, number>();
    shares.set(area, own.set(path, (own.get(path) ?? 0) + part));
  };
  for (const { area_id, area_path } of areas) if (area_path !== null) give(area_id, area_path, 1);
  for (const edge of edges) give(edge.old_id, paths.get(edge.new_id)!, edge.share ?? (edge.detail === 'area_only' ? 0 : 0.5));
  // What ended before 2025 without a resolution on record lies where the unit of the same code lay in 2009.
  const census = new Map(areas.filter(({ epoch }) => epoch === 'census_2009').map(({ code, area_id }) => [code, area_id]));
  for (const { area_id, code, level, epoch } of areas) {
    if (level !== 'commune' || epoch !== 'three_level' || shares.has(area_id)) continue;
    for (const [path, part] of shares.get(census.get(code) ?? '') ?? []) give(area_id, path, part);
  }
  // A district lies where its communes lie.
  const levels = new Map(areas.map(({ area_id, level }) => [area_id, level]));
  for (const { area_id, parent_id } of versions) {
    if (levels.get(area_id) !== 'commune' || parent_id === null || levels.get(parent_id) !== 'district') continue;
    for (const [path, part] of shares.get(area_id) ?? []) give(parent_id, path, part);
  }
  return [...shares].flatMap(([area_id, own]) => {
    const largest = Math.max(...own.values());
    const main = [...own].find(([, part]) => part === largest)![0];
    return [...own.keys()].map((today_path) => ({ area_id, today_path, main: today_path === main }));
  });
}
