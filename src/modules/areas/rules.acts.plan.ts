import type { PlainDate } from '#kernel/plain-date.ts';
import { sortKey } from '#kernel/vietnamese.ts';
import type { ActRequest } from './contract.acts.ts';
import { problem } from './problems.ts';
import { checkCommuneName, pathOf, Redrawing, type Rows } from './rules.acts.ts';
import { unknownVillage } from './rules.ts';

/** All that an act may touch, read before it is planned. References in the request have become ids. */
export interface Land {
  rows: Rows;
  /** Whether an area may have lain, in its time, on the land of a village or commune that moves; true where nobody knows. */
  held(areaId: string, movingId: string): boolean;
  /** Codes of communes that stand today. */
  codes: ReadonlySet<string>;
  /** Households of a village that is split, by each number or id that was given. */
  households: ReadonlyMap<string, string>;
}

interface Target {
  name: string;
  areaKind: string;
  code: string;
  provinceId: string;
  takes: { commune: string; villages: readonly string[] | 'rest' }[];
}

/** Plans an act: what it does to the catalogue and which paths it moves. Throws where it cannot be done. */
export function planAct(request: ActRequest, land: Land, { day, resolution, newId }: { day: PlainDate; resolution: string; newId: () => string }): Redrawing {
  const drawing = new Redrawing(land.rows, day, resolution);
  const standing = (id: string) => drawing.standing(id);
  switch (request.kind) {
    case 'rename': {
      if (drawing.area(request.area).level === 'commune') checkCommuneName(request.name, request.areaKind);
      drawing.rename(request.area, { name: request.name, kind: request.areaKind });
      break;
    }
    case 'merge_villages': mergeVillages(drawing, request, newId()); break;
    case 'split_village': splitVillage(drawing, land, request, newId); break;
    case 'move_villages': {
      const leaving = Map.groupBy(request.moves.flatMap(({ villages, to }) => villages.map((id) => ({ id: id as string, to: to as string, from: standing(id).parent_id! }))), ({ from }) => from);
      const communes = new Set<string>([...leaving.keys(), ...request.moves.map(({ to }) => to)]);
      const targets = [...communes].map((commune): Target => {
        const { name, kind, parent_id } = standing(commune);
        const incoming = [...leaving].flatMap(([from, moved]) => {
          const villages = moved.filter(({ to }) => to === commune).map(({ id }) => id);
          return villages.length > 0 && from !== commune ? [{ commune: from, villages }] : [];
        });
        return { name, areaKind: kind, code: drawing.area(commune).code!, provinceId: parent_id!, takes: [{ commune, villages: 'rest' }, ...incoming] };
      });
      if (targets.every(({ takes }) => takes.length === 1)) throw problem('area.act-nothing', {});
      redraw(drawing, land, targets);
      break;
    }
    case 'merge_communes': {
      const { name, areaKind, code, communes } = request;
      redraw(drawing, land, [{ name, areaKind, code, provinceId: standing(communes[0]!).parent_id!, takes: communes.map((commune) => ({ commune, villages: 'rest' })) }]);
      break;
    }
    case 'split_commune': {
      const { commune, parts, rest } = request;
      const provinceId = standing(commune).parent_id!;
      const asked = parts.map(({ villages, ...part }): Target => ({ ...part, provinceId, takes: [{ commune, villages }] }));
      redraw(drawing, land, [{ ...rest, provinceId, takes: [{ commune, villages: 'rest' }] }, ...asked]);
      break;
    }
    case 'move_commune': moveCommune(drawing, land, request); break;
  }
  return drawing;
}

function mergeVillages(drawing: Redrawing, { villages, name, areaKind }: Extract<ActRequest, { kind: 'merge_villages' }>, id: string): void {
  const commune = commonParent(drawing, villages);
  refuseTaken(drawing, commune, [name], villages);
  const path = `${pathOf(drawing.area(commune), drawing.standing(commune).name)}.${id}`;
  for (const village of villages) {
    const { name: own, kind } = drawing.standing(village);
    if (kind === unknownVillage.kind) throw problem('area.act-unknown-village', { name: own });
    drawing.move(pathOf(drawing.area(village), own), path);
    drawing.end(village, id);
    drawing.link(village, id, 'whole', 'merged');
  }
  drawing.begin({ area_id: id, code: null, level: 'village', epoch: null, area_path: path }, { name, kind: areaKind, parent: commune });
}

function splitVillage(drawing: Redrawing, land: Land, { village, parts, rest }: Extract<ActRequest, { kind: 'split_village' }>, newId: () => string): void {
  const { name, kind, parent_id } = drawing.standing(village);
  if (kind === unknownVillage.kind) throw problem('area.act-unknown-village', { name });
  refuseTaken(drawing, parent_id!, [rest, ...parts.map((part) => part.name)], [village]);
  const commune = pathOf(drawing.area(parent_id!), name);
  const [left, ...others] = [{ name: rest, households: [] as string[] }, ...parts].map((part) => ({ ...part, id: newId() }));
  const pathIn = (id: string): string => `${commune}.${id}`;
  const households: Record<string, string> = {};
  for (const { id, name: into, households: given } of others) {
    for (const each of given) {
      const household = land.households.get(each);
      if (household === undefined) throw problem('area.act-no-household', { household: each, village: name });
      if (households[household] !== undefined && households[household] !== pathIn(id)) throw problem('area.act-household-twice', { household: each, village: into });
      households[household] = pathIn(id);
    }
  }
  const old = pathOf(drawing.area(village), name);
  drawing.moves.push({ from: old, to: pathIn(left!.id), households, shared: commune });
  drawing.spread(old, () => [left!, ...others].map(({ id }) => pathIn(id)));
  drawing.end(village, left!.id);
  for (const { id, name: own } of [left!, ...others]) {
    drawing.begin({ area_id: id, code: null, level: 'village', epoch: null, area_path: pathIn(id) }, { name: own, kind, parent: parent_id! });
    drawing.link(village, id, 'part', id === left!.id ? 'remainder' : 'part');
  }
}

/** Ends the communes whose land is given anew and begins those that take it, village by village. */
function redraw(drawing: Redrawing, land: Land, targets: readonly Target[]): void {
  const ending = new Set(targets.flatMap(({ takes }) => takes.map(({ commune }) => commune)));
  const endingCodes = new Set([...ending].map((id) => drawing.area(id).code));
  const codes = new Set<string>();
  for (const { code, name, areaKind } of targets) {
    checkCommuneName(name, areaKind);
    if (codes.has(code) || (land.codes.has(code) && !endingCodes.has(code))) throw problem('area.act-code-taken', { code });
    codes.add(code);
  }
  const provinces = new Set([...ending].map((id) => drawing.standing(id).parent_id));
  if (provinces.size > 1) throw problem('area.act-across-provinces', {});

  const laid = targets.map((target) => ({ ...target, id: `${target.code}@${drawing.day}`, path: `${drawing.area(target.provinceId).area_path}.${target.code}` }));
  for (const commune of ending) {
    const { name } = drawing.standing(commune);
    const takers = laid.flatMap((target) => target.takes.filter((take) => take.commune === commune).map(({ villages }) => ({ ...target, villages })));
    const given = new Map<string, (typeof laid)[number]>();
    const children = drawing.childrenOf(commune);
    for (const taker of takers) {
      for (const village of taker.villages === 'rest' ? [] : taker.villages) {
        if (!children.includes(village)) throw problem('area.act-not-in', { village: drawing.standing(village).name, commune: name });
        if (given.has(village)) throw problem('area.act-village-twice', { village: drawing.standing(village).name });
        given.set(village, taker);
      }
    }
    const rest = takers.find(({ villages }) => villages === 'rest')!;
    const from = pathOf(drawing.area(commune), name);
    drawing.moves.push({ from, to: rest.path, withBelow: true });
    // An older unit lies in a part as well where it held one of the villages there, or where nobody knows that it did not.
    drawing.spread(from, (areaId) => [rest.path, ...takers.filter((taker) => taker !== rest && (areaId === commune || (taker.villages as readonly string[]).some((village) => land.held(areaId, village)))).map(({ path }) => path)]);
    for (const village of children) {
      const target = given.get(village) ?? rest;
      const { name: own, kind } = drawing.standing(village);
      const isNamed = kind === unknownVillage.kind && own === unknownVillage.name && target.name !== name;
      drawing.rename(village, { parent: target.id, ...(isNamed && { name: `${own} (${name} cũ)` }) });
      drawing.move(pathOf(drawing.area(village), own), `${target.path}.${village}`);
    }
    for (const taker of takers) {
      const isWhole = takers.length === 1;
      drawing.link(commune, taker.id, isWhole ? 'whole' : 'part', isWhole ? 'merged' : taker === rest ? 'remainder' : 'part');
    }
    drawing.end(commune, rest.id);
  }
  for (const { id, code, path, name, areaKind, provinceId } of laid) {
    drawing.begin({ area_id: id, code, level: 'commune', epoch: 'two_level', area_path: path }, { name, kind: areaKind, parent: provinceId });
  }
}

/** A commune in another province keeps its identity; the two provinces become other areas, and their communes versions under them. */
function moveCommune(drawing: Redrawing, land: Land, { commune, province: to }: Extract<ActRequest, { kind: 'move_commune' }>): void {
  const { name, parent_id: from } = drawing.standing(commune);
  if (from === to) throw problem('area.act-nothing', {});
  const { code } = drawing.area(commune);
  const idOf = (province: string): string => `${drawing.area(province).code}@${drawing.day}`;
  const [own, path] = [pathOf(drawing.area(commune), name), `${drawing.area(to).area_path}.${code}`];
  for (const village of drawing.childrenOf(commune)) drawing.move(pathOf(drawing.area(village), name), `${path}.${village}`);
  const left = drawing.area(from!).area_path!;
  drawing.spread(left, (areaId) => [left, ...(areaId === from || land.held(areaId, commune) ? [drawing.area(to).area_path!] : [])]);
  drawing.move(own, path, true);
  for (const province of [from!, to]) {
    const { name: called, kind, parent_id } = drawing.standing(province);
    const provincePath = drawing.area(province).area_path!;
    for (const each of drawing.childrenOf(province)) drawing.rename(each, { parent: each === commune ? idOf(to) : idOf(province) });
    drawing.link(province, idOf(province), province === to ? 'whole' : 'part', province === to ? 'merged' : 'remainder');
    drawing.end(province, idOf(province));
    drawing.begin({ area_id: idOf(province), code: drawing.area(province).code, level: 'province', epoch: null, area_path: provincePath }, { name: called, kind, parent: parent_id! });
    drawing.inheritRegion(province, idOf(province));
  }
  drawing.link(from!, idOf(to), 'part', 'part');
}

function commonParent(drawing: Redrawing, villages: readonly string[]): string {
  const parents = new Set(villages.map((id) => drawing.standing(id).parent_id!));
  if (parents.size > 1 || new Set(villages).size < villages.length) throw problem('area.act-villages-apart', {});
  return [...parents][0]!;
}

/** A commune has no two villages of the same name, those aside that end by the act. */
function refuseTaken(drawing: Redrawing, commune: string, names: readonly string[], ending: readonly string[]): void {
  const taken = new Set(drawing.childrenOf(commune).filter((id) => !ending.includes(id)).map((id) => sortKey(drawing.standing(id).name)));
  for (const name of names) {
    if (taken.has(sortKey(name))) throw problem('area.act-name-taken', { name });
    taken.add(sortKey(name));
  }
}
