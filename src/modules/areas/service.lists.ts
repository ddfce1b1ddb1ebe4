import type { Id } from '#kernel/ids.ts';
import { isWithin, showDate, type PlainDate } from '#kernel/plain-date.ts';
import { fold } from '#kernel/vietnamese.ts';
import type { Ctx } from '#platform/ctx.ts';
import { isInside } from '#platform/db/scope.ts';
import type { AddToList, CheckedLine, EndList, ListDetails, ListEntry, ListLevel } from './contract.lists.ts';
import type { AreaName, AreaRef } from './contract.ts';
import { problem } from './problems.ts';
import { judge, keysOf, readLine, withoutTwins, type Candidate, type ReadLine } from './rules.lists.ts';
import { find } from './service.find.ts';
import { getArea } from './service.ts';
import { detailsOf, openLists, type OpenList } from './service.special.ts';
import * as store from './store.lists.ts';
import { chainsOf, placesOf, type AreaOnDay } from './store.ts';

/** Lines that bear no known name are looked up one by one, without diacritics; so many of them at most. */
const mostSuggested = 200;

export const lists = async (ctx: Ctx): Promise<ListEntry[]> => (await openLists(ctx)).map(({ entry }) => entry);

/** Throws `area.list-not-found`. */
export const list = async (ctx: Ctx, { id }: { id: string }): Promise<ListDetails> => detailsOf(ctx, await openList(ctx, id));

async function openList(ctx: Ctx, id: string): Promise<OpenList> {
  const found = (await openLists(ctx)).find(({ entry }) => entry.id === id);
  if (!found) throw problem('area.list-not-found', {});
  return found;
}

interface Checking {
  of: AreaRef;
  level: ListLevel;
  day: PlainDate;
  lines: readonly string[];
}

/** Which areas pasted lines mean. Empty lines are left out. Throws `area.not-found`, `area.outside-post`. */
export async function checkUnits(ctx: Ctx, { of: ref, level, day, lines }: Checking): Promise<CheckedLine[]> {
  const of = await areaOfPost(ctx, ref);
  const read = lines.flatMap((text, place) => {
    const own = readLine(text);
    return own === null ? [] : [{ line: place + 1, text: text.trim(), own }];
  });
  const codes = read.flatMap(({ own: { code } }) => code ?? []);
  const keys = read.flatMap(({ own: { name } }) => (name === null ? [] : keysOf(name, level)));
  const standing = await store.standingBy(ctx.db, { level, day, codes, keys });
  const candidates = await placed(ctx, standing, of, day);
  const byCode = Map.groupBy(candidates, ({ code, id }) => code ?? id);
  const byId = new Map(candidates.map((candidate) => [candidate.id as string, candidate]));
  const byKey = Map.groupBy(standing, ({ sortKey }) => sortKey);
  let suggested = 0;
  const checked: CheckedLine[] = [];
  for (const { line, text, own } of read) {
    const ofCode = own.code === null ? [] : (byCode.get(own.code) ?? [byId.get(own.code)].filter((each) => each !== undefined));
    const ids = own.name === null ? [] : keysOf(own.name, level).flatMap((key) => byKey.get(key) ?? []).map(({ id }) => id);
    const byName = [...new Set(ids)].map((id) => byId.get(id)!);
    const isOpen = ofCode.length === 0 && byName.length === 0;
    const alike = isOpen && suggested++ < mostSuggested ? await alikeOf(ctx, own, { of, level, day }) : [];
    checked.push(judge(line, text, own, { byCode: ofCode, byName, alike }));
  }
  return withoutTwins(checked);
}

/** Areas of nearly the name of a line. */
async function alikeOf(ctx: Ctx, { name }: ReadLine, { of, level, day }: { of: AreaOnDay; level: ListLevel; day: PlainDate }): Promise<Candidate[]> {
  if (name === null || fold(name) === '') return [];
  const hits = await find(ctx, { text: name, level, limit: 20 });
  const then = hits.filter(({ from, to }) => isWithin(day, from, to)).map(({ id, code, level: own, name: called, kind, within }) => ({ id, code, level: own, name: called, kind, within, sortKey: '' }));
  return (await placed(ctx, then, of, day)).filter(({ inside }) => inside);
}

/** Tells which areas lie in the post and in the area that the list is of. */
async function placed(ctx: Ctx, areas: readonly store.Standing[], of: AreaOnDay, day: PlainDate): Promise<Candidate[]> {
  const ids = areas.map(({ id }) => id);
  const [places, chains] = [await placesOf(ctx.db, ids), await chainsOf(ctx.db, ids, day)];
  const { areaPath } = ctx.actor;
  const isOurs = (id: AreaRef): boolean => areaPath !== null && (places.get(id) ?? []).length > 0 && places.get(id)!.every((path) => isInside(path, areaPath));
  const isOfList = (id: AreaRef): boolean => of.level === 'country' || chains.get(id)?.has(of.id) === true || (of.areaPath !== null && (places.get(id) ?? []).every((path) => isInside(path, of.areaPath!)));
  return areas.map(({ sortKey, ...area }) => ({ ...area, inside: isOurs(area.id) && isOfList(area.id) }));
}

/** An area for which the actor may keep lists; throws `area.outside-post`. */
async function areaOfPost(ctx: Ctx, ref: AreaRef): Promise<AreaOnDay> {
  const area = await getArea(ctx, ref);
  const { areaPath } = ctx.actor;
  if (areaPath === null || area.areaPath === null || !isInside(area.areaPath, areaPath)) throw problem('area.outside-post', { name: area.name });
  return area;
}

/**
 * Opens a list, or adds areas to one. Throws `area.list-not-found`, `area.list-outside-post`, `area.list-days`, and of areas that are of another
 * level, do not stand on the first day, or lie elsewhere `area.list-units`; then nothing is written.
 */
export async function addToList(ctx: Ctx, { list: asked, from, to, complete, areas, ...paper }: AddToList): Promise<ListDetails> {
  if (to !== undefined && to < from) throw problem('area.list-days', { from: showDate(from), to: showDate(to) });
  const opened = typeof asked === 'string' ? await writable(ctx, asked) : { id: ctx.newId(), ...asked, of: await areaOfPost(ctx, asked.of) };
  const units = await fitUnits(ctx, opened, areas, from);
  if (typeof asked !== 'string') await store.insertList(ctx.db, { ...asked, id: opened.id as Id, of: opened.of.id }, stampOf(ctx));
  await store.insertListAct(ctx.db, { id: ctx.newId(), list: opened.id, kind: 'add', ...paper, from, to, complete, areas: units }, stampOf(ctx));
  ctx.record({ action: 'area.list-added', subject: opened.id, areaPath: opened.of.areaPath, details: { document: paper.document, from, areas: units.length } });
  return list(ctx, { id: opened.id });
}

/** Takes areas off a list, or ends it. Throws `area.list-not-found`, `area.list-outside-post`, and `area.list-not-on` for areas that are not on it then. */
export async function endList(ctx: Ctx, { id, day, areas, ...paper }: EndList): Promise<ListDetails> {
  const { of } = await writable(ctx, id);
  const { on } = await openList(ctx, id);
  const then = new Set(on.filter(({ to }) => to === null || to >= day).map(({ area }) => area));
  const absent = areas === undefined ? [] : areas.filter((area) => !then.has(area));
  if (then.size === 0 || absent.length > 0) throw problem('area.list-not-on', { day: showDate(day), names: await namesOf(ctx, absent, day) });
  await store.insertListAct(ctx.db, { id: ctx.newId(), list: id, kind: 'end', ...paper, from: day, areas: areas ?? [] }, stampOf(ctx));
  ctx.record({ action: 'area.list-ended', subject: id, areaPath: of.areaPath, details: { document: paper.document, day, areas: areas?.length ?? 'all' } });
  return list(ctx, { id });
}

/** Takes back what was done with a list. Throws `area.list-act-not-found`, `area.act-undone`, `area.list-outside-post`. */
export async function undoListAct(ctx: Ctx, { act: id }: { act: Id }): Promise<{ list: string }> {
  const found = (await store.actsOnLists(ctx.db)).find((act) => act.id === id);
  if (!found) throw problem('area.list-act-not-found', {});
  if (found.undone_at !== null) throw problem('area.act-undone', {});
  const { of } = await writable(ctx, found.list);
  await store.insertListAct(ctx.db, { id: ctx.newId(), list: found.list, kind: 'undo', document: found.document, undoes: id, areas: [] }, stampOf(ctx));
  ctx.record({ action: 'area.list-undone', subject: found.list, areaPath: of.areaPath, details: { act: id, document: found.document } });
  return { list: found.list };
}

async function writable(ctx: Ctx, id: string): Promise<{ id: string; level: ListLevel; of: AreaOnDay }> {
  const { entry } = await openList(ctx, id);
  if (!entry.mayWrite) throw problem('area.list-outside-post', { list: entry.name.vi, area: entry.of.name });
  return { id, level: entry.level, of: await getArea(ctx, entry.of.id) };
}

/** The ids of areas that are fit for a list on a day, given by ids or codes. */
async function fitUnits(ctx: Ctx, { level, of }: { level: ListLevel; of: AreaOnDay }, areas: readonly AreaRef[], day: PlainDate): Promise<AreaRef[]> {
  const standing = await placed(ctx, await store.standingBy(ctx.db, { level, day, codes: areas, keys: [] }), of, day);
  const fit = new Map(standing.filter(({ inside }) => inside).flatMap(({ id, code }) => [[id as string, id], ...(code === null ? [] : [[code, id] as const])] as const));
  const unfit = areas.filter((area) => !fit.has(area));
  if (unfit.length > 0) throw problem('area.list-units', { names: await namesOf(ctx, unfit, day), count: unfit.length, day: showDate(day), area: of.name });
  return areas.map((area) => fit.get(area)!);
}

/** Names of the first few of some areas, for a sentence. */
async function namesOf(ctx: Ctx, areas: readonly AreaRef[], day: PlainDate): Promise<string> {
  const names: ReadonlyMap<string, AreaName> = await store.namesOn(ctx.db, areas.slice(0, 5), day);
  return [...areas.slice(0, 5).map((area) => names.get(area)?.name ?? area), ...(areas.length > 5 ? ['…'] : [])].join(', ');
}

const stampOf = ({ actor, now }: Ctx) => ({ entered_by: actor.userId, entered_name: actor.name, entered_at: now });
