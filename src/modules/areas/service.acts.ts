import type { Id } from '#kernel/ids.ts';
import { isWithin, showDate, type PlainDate } from '#kernel/plain-date.ts';
import type { Text } from '#kernel/text.ts';
import type { Ctx } from '#platform/ctx.ts';
import { asOwner, repath, repathBack, strayTables } from '#platform/db/repath.ts';
import { isInside, sharedPath } from '#platform/db/scope.ts';
import type { ActEntry, ActForm, ActRequest, Consequences } from './contract.acts.ts';
import type { AreaRef, Level } from './contract.ts';
import { problem } from './problems.ts';
import { changedTables, keyOf, type Redrawing, type Rows } from './rules.acts.ts';
import { planAct, type Land } from './rules.acts.plan.ts';
import { listed, recordsNamed, titleOf } from './rules.acts.texts.ts';
import { getArea, requireInside } from './service.ts';
import { consequencesOf } from './service.following.ts';
import * as store from './store.acts.ts';
import { insertChange } from './store.find.ts';
import type { AreaOnDay } from './store.ts';
import { lockMap } from './store.villages.ts';

/** What would follow from a change of the map: it is made and taken back again in the same transaction. */
export async function tryAct(ctx: Ctx, form: ActForm): Promise<Consequences> {
  const silent: Ctx = { ...ctx, record: () => {} };
  const { consequences, areaPath } = await store.rehearse(ctx.db, () => perform(silent, form));
  ctx.record({ action: 'area.act-tried', subject: form.request.kind, areaPath, details: { day: form.day, resolution: form.resolution } });
  return consequences;
}

/** Changes the map. Throws `area.outside-post` unless all of it lies inside the post, and a problem of its own for whatever else is in the way. */
export async function act(ctx: Ctx, form: ActForm): Promise<{ id: Id; consequences: Consequences }> {
  const { id, consequences } = await perform(ctx, form);
  return { id, consequences };
}

async function perform(ctx: Ctx, { day, resolution, request: asked }: ActForm): Promise<{ id: Id; areaPath: string; consequences: Consequences }> {
  if (day > ctx.today) throw problem('area.act-future', { day: showDate(day) });
  await lockMap(ctx.db, 'alone');
  const { request, concerned, reach } = await resolve(ctx, asked);
  const id = ctx.newId();
  const land = await readLand(ctx, request, reach);
  const drawing = planAct(request, land, { day, resolution, newId: () => ctx.newId() });

  const consequences = await consequencesOf(ctx, drawing, land, concerned);
  const counts = await repath(ctx.db, id, drawing.moves);
  const changes = drawing.changes();
  await asOwner(ctx.db, (owner) => store.applyChanges(owner, changes));
  await insertChange(ctx.db, { id: ctx.newId(), areaIds: null });
  await refuseStray(ctx, drawing, changes.after);
  const followers = [...drawing.followers].map(([from, to]) => ({ from, to }));
  const villages = villagesOf(drawing, land);
  await ctx.emit({ name: 'areas.redrawn', act: id, undoes: null, day, followers, villages, paths: pathsTo(drawing), gone: [] });

  const found: Consequences = { ...consequences, rewritten: Object.values(counts).reduce((all, count) => all + count, 0) };
  const areaPath = concerned.map(({ areaPath: path }) => path!).reduce(sharedPath);
  const moves = drawing.moves.flatMap(({ from, to, withBelow = false, households = {} }) => [to, ...new Set(Object.values(households))].map((path) => ({ from, to: path, withBelow })));
  const followed = { moves, followers, villages, consequences: found };
  await store.insertAct(ctx.db, { id, areaPath, kind: request.kind, day, resolution, request, changes, followed, undoes: null, by: ctx.actor.name, at: ctx.now }, ctx.actor.userId);
  ctx.record({ action: 'area.redrawn', subject: id, areaPath, details: { kind: request.kind, day, resolution, rows: counts, ends: followers.map(({ from }) => from) } });
  return { id, areaPath, consequences: found };
}

interface Resolved {
  /** The request with ids in the place of references. */
  request: ActRequest;
  /** The areas whose land is concerned. */
  concerned: AreaOnDay[];
  reach: store.Reach;
}

/** Finds the areas of a request, checks their levels and that each lies inside the post, and says what must be read. */
async function resolve(ctx: Ctx, request: ActRequest): Promise<Resolved> {
  const find = async (ref: AreaRef, ...levels: Level[]): Promise<AreaOnDay> => {
    const area = await getArea(ctx, ref);
    if (!levels.includes(area.level)) throw problem('area.act-level', { name: area.name });
    if (area.areaPath === null) throw problem('area.act-ended-today', { name: area.name });
    await requireInside(ctx, area);
    return area;
  };
  const all = async (refs: readonly AreaRef[], level: Level): Promise<AreaOnDay[]> => {
    const found: AreaOnDay[] = [];
    for (const ref of new Set(refs)) found.push(await find(ref, level));
    return found;
  };
  const ids = (areas: readonly AreaOnDay[]): AreaRef[] => areas.map(({ id }) => id);
  const parents = (areas: readonly AreaOnDay[]): AreaRef[] => [...new Set(areas.map(({ parentId }) => parentId!))];
  const whole = (areas: readonly AreaOnDay[]): store.Reach => ({ whole: ids(areas), alone: parents(areas), paths: areas.map(({ areaPath }) => ({ path: areaPath!, withBelow: true })) });
  const ofVillages = (villages: readonly AreaOnDay[]): store.Reach => ({ whole: parents(villages), alone: [], paths: villages.map(({ areaPath }) => ({ path: areaPath!, withBelow: true })) });

  switch (request.kind) {
    case 'rename': {
      const area = await find(request.area, 'village', 'commune');
      return { request: { ...request, area: area.id }, concerned: [area], reach: { whole: [area.id], alone: parents([area]), paths: [] } };
    }
    case 'move_villages': {
      const moves: { villages: AreaRef[]; to: AreaRef }[] = [];
      const [concerned, communes]: AreaOnDay[][] = [[], []];
      for (const { villages, to } of request.moves) {
        const [moved, commune] = [await all(villages, 'village'), await find(to, 'commune')];
        moves.push({ villages: ids(moved), to: commune.id });
        concerned!.push(...moved);
        communes!.push(commune, ...(await all(parents(moved), 'commune')));
      }
      return { request: { ...request, moves }, concerned: concerned!, reach: whole(unique(communes!)) };
    }
    case 'merge_villages': {
      const villages = await all(request.villages, 'village');
      return { request: { ...request, villages: ids(villages) }, concerned: villages, reach: ofVillages(villages) };
    }
    case 'split_village': {
      const village = await find(request.village, 'village');
      return { request: { ...request, village: village.id }, concerned: [village], reach: ofVillages([village]) };
    }
    case 'merge_communes': {
      const communes = await all(request.communes, 'commune');
      return { request: { ...request, communes: ids(communes) }, concerned: communes, reach: whole(communes) };
    }
    case 'split_commune': {
      const commune = await find(request.commune, 'commune');
      const parts: typeof request.parts = [];
      for (const part of request.parts) parts.push({ ...part, villages: ids(await all(part.villages, 'village')) });
      return { request: { ...request, commune: commune.id, parts }, concerned: [commune], reach: whole([commune]) };
    }
    case 'move_commune': {
      const [commune, to] = [await find(request.commune, 'commune'), await find(request.province, 'province')];
      const [from] = await all(parents([commune]), 'province');
      const paths = [{ path: commune.areaPath!, withBelow: true }, { path: from!.areaPath!, withBelow: false }, { path: to.areaPath!, withBelow: false }];
      return { request: { ...request, commune: commune.id, province: to.id }, concerned: [commune], reach: { whole: [from!.id, to.id], alone: parents([from!]), paths } };
    }
  }
}

const unique = (areas: readonly AreaOnDay[]): AreaOnDay[] => [...new Map(areas.map((area) => [area.id, area])).values()];

async function readLand(ctx: Ctx, request: ActRequest, reach: store.Reach): Promise<Land> {
  const rows = await store.landOf(ctx.db, reach);
  const moving = request.kind === 'move_villages' ? request.moves.flatMap(({ villages }) => villages) : request.kind === 'split_commune' ? request.parts.flatMap(({ villages }) => villages) : request.kind === 'move_commune' ? [request.commune] : [];
  const held = new Set((await store.historiesOf(ctx.db, moving)).map(({ moving: id, heldBy }) => `${heldBy} ${id}`));
  const spans = Map.groupBy(await store.spansOf(ctx.db, [...moving, ...rows.area_today.map(({ area_id }) => area_id)]), ({ id }) => id);
  const lastDay = (id: string): PlainDate => (spans.get(id) ?? []).reduce<PlainDate>((last, { from, to }) => ((to ?? from) > last ? (to ?? from) : last), '0001-01-01' as PlainDate);
  const isKnown = (id: string, day: PlainDate): boolean => request.kind === 'move_commune' || (spans.get(id) ?? []).some(({ from, to, assumed }) => !assumed && isWithin(day, from, to));
  const households = new Map<string, string>();
  if (request.kind === 'split_village') {
    const asked = request.parts.flatMap((part) => part.households);
    const found = await store.householdsOf(ctx.db, request.village, asked);
    for (const each of asked) {
      const own = found.filter(({ id, number }) => id === each || number === each);
      if (own.length > 1) throw problem('area.act-household-many', { household: each, count: own.length });
      if (own.length === 1) households.set(each, own[0]!.id);
    }
  }
  return {
    rows,
    held: (areaId, movingId) => held.has(`${areaId} ${movingId}`) || !isKnown(movingId, lastDay(areaId)),
    codes: await store.standingCodes(ctx.db),
    households,
  };
}

/** Nothing may be left in a part of the map that is gone. */
async function refuseStray(ctx: Ctx, { moves }: Pick<Redrawing, 'moves'>, after: Rows): Promise<void> {
  const standing = new Set(after.area.flatMap(({ area_path }) => area_path ?? []));
  const gone = moves.filter(({ from, to, households }) => (from !== to || households !== undefined) && !standing.has(from)).map(({ from }) => from);
  const stray = await strayTables(ctx.db, gone);
  if (stray.length > 0) throw new Error(`the act leaves rows of ${stray.join(', ')} where nothing stands`);
}

const pathsTo = ({ moves }: Pick<Redrawing, 'moves'>): string[] => [...new Set(moves.flatMap(({ to, households = {} }) => [to, ...Object.values(households)]))];

/** The villages that a plan moves, ends or begins, with the commune that each lay in before; one that begins, the commune that it lies in. */
function villagesOf(drawing: Redrawing, land: Land): { id: string; wasIn: string }[] {
  const touched = new Map(drawing.changes().after.area_version.filter(({ area_id }) => drawing.area(area_id).level === 'village').map((row) => [row.area_id, row.parent_id!]));
  const before = new Map(land.rows.area_version.filter(({ valid_to }) => valid_to === null).map((row) => [row.area_id, row.parent_id!]));
  return [...touched].map(([id, parent]) => ({ id, wasIn: before.get(id) ?? parent }));
}

/** The changes of the map inside the post, the newest first. */
export async function acts(ctx: Ctx): Promise<ActEntry[]> {
  const rows = await store.findActs(ctx.db);
  const undone = new Map(rows.flatMap((row) => (row.undoes === null ? [] : [[row.undoes, row] as const])));
  return rows.filter(({ undoes }) => undoes === null).map((row) => entryOf(row, undone.get(row.id)));
}

const entryOf = (row: store.ActRow, undone: store.ActRow | undefined): ActEntry => ({
  id: row.id,
  title: titleOf(row.kind, row.followed.consequences),
  day: row.day,
  resolution: row.resolution,
  by: row.by,
  at: row.at.toISOString(),
  undone: undone ? { by: undone.by, at: undone.at.toISOString() } : null,
});

/**
 * Takes a change of the map back: every path and every row of the catalogue is as it was. Throws `area.act-built-on` where something else rests
 * on it by now, and says what.
 */
export async function undoAct(ctx: Ctx, { id }: { id: Id }): Promise<ActEntry> {
  await lockMap(ctx.db, 'alone');
  const rows = await store.findActs(ctx.db, id);
  const row = rows.find((one) => one.id === id && one.undoes === null);
  if (!row) throw problem('area.act-not-found', {});
  if (rows.some(({ undoes }) => undoes === id)) throw problem('area.act-undone', {});
  const reached = [row.areaPath, ...row.followed.moves.flatMap(({ from, to }) => [from, to])];
  if (ctx.actor.areaPath === null || !reached.every((path) => isInside(path, ctx.actor.areaPath!))) throw problem('area.act-not-found', {});
  await refuseBuiltOn(ctx, row);

  const undo = ctx.newId();
  const { before, after } = row.changes;
  await repathBack(ctx.db, id);
  // What came to a moved village since then goes back with it.
  const goneBack = [...Map.groupBy(row.followed.moves, ({ to }) => to).values()].filter((moves) => moves.length === 1).map(([move]) => ({ ...move!, from: move!.to, to: move!.from }));
  const paths = row.followed.moves.map(({ from }) => from);
  // Sums and posts leave the areas that began before these go.
  await ctx.emit({ name: 'areas.redrawn', act: undo, undoes: id, day: row.day, followers: [], villages: row.followed.villages, paths, gone: begunBy(row) });
  await repath(ctx.db, undo, goneBack);
  await asOwner(ctx.db, (owner) => store.applyChanges(owner, { before: after, after: before }));
  await insertChange(ctx.db, { id: ctx.newId(), areaIds: null });
  const followed = { moves: goneBack, followers: [], villages: row.followed.villages, consequences: row.followed.consequences };
  const entry: store.ActRow = { id: undo, areaPath: row.areaPath, kind: 'undo', day: row.day, resolution: row.resolution, request: { kind: 'undo' }, changes: { before: after, after: before }, followed, undoes: id, by: ctx.actor.name, at: ctx.now };
  await store.insertAct(ctx.db, entry, ctx.actor.userId);
  ctx.record({ action: 'area.act-undone', subject: id, areaPath: row.areaPath, details: { kind: row.kind, undo } });
  return entryOf(row, entry);
}

function begunBy({ changes: { before, after } }: store.ActRow): string[] {
  const known = new Set(before.area.map(({ area_id }) => area_id));
  return after.area.filter(({ area_id }) => !known.has(area_id)).map(({ area_id }) => area_id);
}

/** Throws where the areas were changed again, got villages, or anything else names what the act began. */
async function refuseBuiltOn(ctx: Ctx, row: store.ActRow): Promise<void> {
  const { changes } = row;
  const now = await store.rowsNow(ctx.db, changes.after);
  const isChanged = changedTables.some((table) => {
    const rows = new Map(now[table].map((row) => [keyOf(table, row), canonical(row)]));
    return changes.after[table].some((row) => rows.get(keyOf(table, row)) !== canonical(row));
  });
  if (isChanged) throw problem('area.act-changed-since', { later: await laterThan(ctx, row) });
  const began = begunBy(row);
  const added = await store.addedSince(ctx.db, began, changes);
  if (added.length > 0) throw problem('area.act-villages-since', { names: listed(added) });
  const found = await store.rowsNaming(ctx.db, began, row);
  if (found.length > 0) throw problem('area.act-records-since', { what: recordsNamed(found) });
}

/** The newest act after one that changed the same areas, as the list of acts names it. */
async function laterThan(ctx: Ctx, { id, at, changes }: store.ActRow): Promise<Text | string> {
  const mine = areasIn(changes);
  const rows = await store.findActs(ctx.db);
  const undone = new Set(rows.map(({ undoes }) => undoes));
  const later = rows.find((row) => row.id !== id && row.undoes === null && !undone.has(row.id) && row.at >= at && [...areasIn(row.changes)].some((area) => mine.has(area)));
  return later ? titleOf(later.kind, later.followed.consequences) : '–';
}

const areasIn = ({ before, after }: store.ActRow['changes']): Set<string> => new Set([...before.area_version, ...after.area_version].map(({ area_id }) => area_id));

const canonical = (row: object): string => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
