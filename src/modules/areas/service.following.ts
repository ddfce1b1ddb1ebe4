import { fill, type Text } from '#kernel/text.ts';
import { sortKey } from '#kernel/vietnamese.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Consequences, FollowingPost } from './contract.acts.ts';
import type { AreaName, AreaRef, Level } from './contract.ts';
import type { Redrawing, VersionRow } from './rules.acts.ts';
import type { Land } from './rules.acts.plan.ts';
import { notes } from './rules.acts.texts.ts';
import type { AreaOnDay } from './store.ts';
import { followingIn, postsAt } from './store.following.ts';

const note = (text: Text, slots: Record<string, unknown>): Text => ({ vi: fill(text.vi, slots), en: fill(text.en, slots) });

/** What follows from an act that is planned and not yet made: what ends and begins, what lies there, who is concerned, what to look after. */
export async function consequencesOf(ctx: Ctx, drawing: Redrawing, land: Land, concerned: readonly AreaOnDay[]): Promise<Omit<Consequences, 'rewritten'>> {
  const { before, after } = drawing.changes();
  const had = new Set(before.area.map(({ area_id }) => area_id));
  const [versions, was] = [after.area_version.filter(({ valid_to }) => valid_to === null), new Map(before.area_version.filter(({ valid_to }) => valid_to === null).map((row) => [row.area_id, row]))];
  const nameOf = ({ area_id, name, kind }: VersionRow): AreaName => ({ id: area_id as AreaRef, code: drawing.area(area_id).code, level: drawing.area(area_id).level as Level, name, kind });
  const ending = [...drawing.followers.keys()];
  const begins = versions.filter(({ area_id }) => !had.has(area_id) && !was.has(area_id));
  const parents = new Map([...land.rows.area_version.filter(({ valid_to }) => valid_to === null), ...versions].map(({ area_id, name }) => [area_id, name]));
  const parentOf = ({ parent_id }: VersionRow): string => (parent_id === null ? '' : (parents.get(parent_id) ?? ''));
  const goesOn = versions.flatMap((row) => {
    const old = was.get(row.area_id);
    if (!old) return [];
    // A commune that only lies in the same province by its new identity has not moved for anybody.
    const [from, to] = old.name !== row.name || old.kind !== row.kind ? [old.name, row.name] : [parentOf(old), parentOf(row)];
    return from === to && old.kind === row.kind ? [] : [{ area: nameOf(row), from: old.kind === row.kind ? from : `${old.name} (${old.kind})`, to: old.kind === row.kind ? to : `${row.name} (${row.kind})` }];
  });

  const follows = (await followingIn(ctx.db, concerned.map(({ areaPath }) => areaPath!), [...new Set([...ending, ...concerned.map(({ id }) => id)])])).filter(({ count }) => count > 0);
  const posts = await followingPosts(ctx, drawing, land, new Map(versions.map((row) => [row.area_id, nameOf(row)])));
  const count = (sees: FollowingPost['sees']): number => posts.filter((post) => post.sees === sees).length;
  const countOf = (what: string): number => follows.find((one) => one.what === what)?.count ?? 0;
  const told: Text[] = [
    ...sameNames(drawing, begins),
    ...(count('less') > 0 ? [note(notes.seeLess, { count: count('less') })] : []),
    ...(count('more') > 0 ? [note(notes.seeMore, { count: count('more') })] : []),
    ...(ending.length > 0 && countOf('statistics') > 0 ? [note(notes.statistics, { count: countOf('statistics') })] : []),
    ...(ending.length > 0 && countOf('lists') > 0 ? [note(notes.lists, { count: countOf('lists') })] : []),
    ...(begins.some(({ area_id }) => drawing.area(area_id).level === 'commune') ? [notes.outline] : []),
  ];
  return { ends: ending.map((id) => nameOf(was.get(id)!)), begins: begins.map(nameOf), moves: goesOn, follows, posts, notes: told };
}

async function followingPosts(ctx: Ctx, drawing: Redrawing, land: Land, names: ReadonlyMap<string, AreaName>): Promise<FollowingPost[]> {
  const { after } = drawing.changes();
  const last = new Map(land.rows.area_version.filter(({ valid_to }) => valid_to === null).map((row) => [row.area_id, row]));
  const sees = (from: string, to: string): FollowingPost['sees'] => {
    if (after.area_lineage.some(({ old_id, new_id }) => new_id === to && old_id !== from)) return 'more';
    return after.area_lineage.some(({ old_id, kind }) => old_id === from && kind === 'part') ? 'less' : 'same';
  };
  return (await postsAt(ctx.db, [...drawing.followers.keys()], ctx.today)).map(({ name, role, areaId }) => {
    const { name: called, kind } = last.get(areaId)!;
    const { code, level } = drawing.area(areaId);
    const to = drawing.followers.get(areaId)!;
    return { name, role, from: { id: areaId as AreaRef, code, level: level as Level, name: called, kind }, to: names.get(to)!, sees: sees(areaId, to) };
  });
}

function sameNames(drawing: Redrawing, begins: readonly VersionRow[]): Text[] {
  return begins.flatMap((commune) => {
    const villages = drawing.changes().after.area_version.filter(({ parent_id, valid_to }) => parent_id === commune.area_id && valid_to === null);
    return [...Map.groupBy(villages, ({ name }) => sortKey(name)).values()].filter(({ length }) => length > 1).map((own) => note(notes.sameNames, { commune: commune.name, count: own.length, name: own[0]!.name }));
  });
}
