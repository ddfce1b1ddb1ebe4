import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { ActRequest } from './contract.acts.ts';
import type { AreaRef } from './contract.ts';
import { changedTables, keyOf, type Changes, type Rows, type VersionRow } from './rules.acts.ts';
import { planAct, type Land } from './rules.acts.plan.ts';

const day = '2026-03-01' as PlainDate;
const communes = ['10001', '10002', '10003'];
const idOf = (code: string): string => `${code}@2025-07-01`;
const villagesOf = (code: string): string[] => [1, 2, 3, 4].map((number) => `v${code}-${number}`);
const version = (area_id: string, parent_id: string | null, name: string, kind: string): VersionRow => ({ area_id, valid_from: '2025-07-01' as PlainDate, valid_to: null, since_before: false, name, kind, parent_id, urban: null, sort_key: name, assumed: false });

/** A province of three communes of four villages each. */
const rows: Rows = {
  area: [
    { area_id: '99@2025-07-01', code: '99', level: 'province', epoch: null, area_path: '99', source: 'pack' },
    ...communes.map((code) => ({ area_id: idOf(code), code, level: 'commune', epoch: 'two_level', area_path: `99.${code}`, source: 'pack' })),
    ...communes.flatMap((code) => villagesOf(code).map((id) => ({ area_id: id, code: null, level: 'village', epoch: null, area_path: `99.${code}.${id}`, source: 'officer' }))),
  ],
  area_version: [
    version('99@2025-07-01', 'VN', 'Tỉnh Mẫu', 'tỉnh'),
    ...communes.map((code) => version(idOf(code), '99@2025-07-01', `Xã ${code}`, 'xã')),
    ...communes.flatMap((code) => villagesOf(code).map((id, place) => version(id, idOf(code), `Thôn ${code} ${place}`, 'thôn'))),
  ],
  area_lineage: [],
  area_today: communes.flatMap((code) => [{ area_id: idOf(code), today_path: `99.${code}`, main: true }, ...villagesOf(code).map((id) => ({ area_id: id, today_path: `99.${code}.${id}`, main: true }))]),
  area_region: [],
};
const land: Land = { rows, held: () => true, codes: new Set(communes), households: new Map() };

/** The catalogue once the changes are made, or taken back. */
function applied(before: Rows, { before: out, after: into }: Changes): Rows {
  const result = {} as Record<string, object[]>;
  for (const table of changedTables) {
    const gone = new Set(out[table].map((row) => keyOf(table, row)));
    result[table] = [...before[table].filter((row) => !gone.has(keyOf(table, row))), ...into[table]];
  }
  return result as unknown as Rows;
}
const sorted = (all: Rows): string[] => changedTables.flatMap((table) => all[table].map((row) => JSON.stringify(row))).sort();

const moves = fc.array(fc.record({ villages: fc.subarray(communes.flatMap(villagesOf), { minLength: 1 }), to: fc.constantFrom(...communes) }), { minLength: 1, maxLength: 3 });

it('whatever villages move: each lies in a commune that stands, its path and its rows with it; and taken back, all is as it was', () => {
  let planned = 0;
  fc.assert(
    fc.property(moves, (asked) => {
      const request: ActRequest = { kind: 'move_villages', moves: asked.map(({ villages, to }) => ({ villages: villages as AreaRef[], to: idOf(to) as AreaRef })) };
      let made = 0;
      let drawing;
      try {
        drawing = planAct(request, land, { day, resolution: '01/NQ', newId: () => `new-${made++}` });
      } catch (error) {
        // A village named twice, or one that lies there already and leaves nothing to do.
        expect((error as { code?: string }).code).toMatch(/^area\.act-(village-twice|nothing|not-in)$/);
        return;
      }
      planned++;
      const changes = drawing.changes();
      const after = applied(rows, changes);
      const standing = new Map(after.area_version.filter(({ valid_to }) => valid_to === null).map((row) => [row.area_id, row]));
      const areas = new Map(after.area.map((row) => [row.area_id, row]));
      for (const id of communes.flatMap(villagesOf)) {
        const parent = areas.get(standing.get(id)!.parent_id!)!;
        expect(standing.has(parent.area_id)).toBe(true);
        expect(areas.get(id)!.area_path).toBe(`${parent.area_path}.${id}`);
        expect(after.area_today.filter((row) => row.area_id === id).map(({ today_path }) => today_path)).toEqual([`${parent.area_path}.${id}`]);
      }
      for (const { area_id, area_path } of after.area) expect(area_path === null).toBe(!standing.has(area_id));
      expect(new Set(after.area_today.filter(({ main }) => main).map(({ area_id }) => area_id)).size).toBe(after.area_today.filter(({ main }) => main).length);
      expect(sorted(applied(after, { before: changes.after, after: changes.before }))).toEqual(sorted(rows));
    }),
  );
  expect(planned).toBeGreaterThan(10);
});
