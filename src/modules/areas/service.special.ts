import { isWithin, type PlainDate } from '#kernel/plain-date.ts';
import type { Ctx } from '#platform/ctx.ts';
import { countryPath, isInside } from '#platform/db/scope.ts';
import type { ListDetails, ListEntry, SpecialList } from './contract.lists.ts';
import type { Area, AreaName, AreaRef } from './contract.ts';
import { listingsAfter, type ActInForce, type Listing } from './rules.lists.ts';
import { standingsOf, type Naming } from './rules.special.ts';
import { actsOnLists, addedLists, namesOn, unitsOfActs, villagesUnder, type StoredAct } from './store.lists.ts';
import { placesOf } from './store.ts';
import { landsOf, shippedListings, shippedLists } from './store.special.ts';

type Head = Omit<ListEntry, 'acts' | 'mayWrite' | 'onRecord' | 'partial'>;

interface KnownList {
  head: Head;
  /** Whether an administrator said that all is on record; null for a list of the packs, which is counted. */
  complete: boolean | null;
  acts: StoredAct[];
}

const country = 'VN' as AreaRef;

/** All lists with what was done with them; those of which everything was taken back are left out. */
async function knownLists(ctx: Ctx): Promise<KnownList[]> {
  const [added, acts] = [await addedLists(ctx.db), Map.groupBy(await actsOnLists(ctx.db), ({ list }) => list)];
  const names = await namesOn(ctx.db, [...new Set([country, ...added.map(({ of }) => of)])], ctx.today);
  const shipped = shippedLists().map(({ document, checked_on, ...list }): KnownList => ({ head: { ...list, of: names.get(country)!, shipped: true }, complete: null, acts: acts.get(list.id) ?? [] }));
  const own = added.flatMap(({ id, kind, name, level, of, authority }): KnownList[] => {
    const done = acts.get(id) ?? [];
    const last = done.findLast((act) => act.kind === 'add' && act.undone_at === null);
    if (last === undefined) return [];
    const article = [authority, last.document].join(', ');
    return [{ head: { id, kind, name: { vi: name, en: name }, level, of: names.get(of)!, article: { vi: article, en: article }, shipped: false, mark: null, named: null }, complete: last.complete, acts: done }];
  });
  return [...shipped, ...own];
}

/** Who is on each list, by its id. */
async function listings(ctx: Ctx, known: readonly KnownList[]): Promise<Map<string, Listing[]>> {
  const shipped = Map.groupBy(await shippedListings(ctx.db), ({ list }) => list);
  const inForce = known.flatMap(({ acts }) => acts.filter(({ undone_at }) => undone_at === null));
  const units = await unitsOfActs(ctx.db, inForce.map(({ id }) => id));
  const actOf = ({ id, kind, document, valid_from, valid_to, units: count }: StoredAct): ActInForce =>
    kind === 'add' ? { kind, document, from: valid_from!, to: valid_to, areas: units.get(id) ?? [] } : { kind, document, day: valid_from!, areas: count === 0 ? null : (units.get(id) ?? []) };
  return new Map(known.map(({ head: { id }, acts }) => [id, listingsAfter((shipped.get(id) ?? []).map(({ list, ...listing }) => listing), acts.filter(({ undone_at }) => undone_at === null).map(actOf))]));
}

const countOf = (on: readonly Listing[]): number => new Set(on.map(({ area }) => area)).size;
const isPartial = ({ head: { named }, complete }: KnownList, onRecord: number): boolean => (complete === null ? onRecord < named! : !complete);

/**
 * How a district, commune or village stands on the lists of authorities; they begin after the catalogue of 2009 has ended. Of a village and of a list of
 * villages only what is known is told; of the others also that nothing is, where the area lies in that of the list.
 */
export async function listsOf(ctx: Ctx, { id, level, epoch }: Pick<Area, 'id' | 'level' | 'epoch'>): Promise<SpecialList[]> {
  if ((level !== 'district' && level !== 'commune' && level !== 'village') || epoch === 'census_2009') return [];
  const known = await knownLists(ctx);
  const all = await listings(ctx, known);
  const lands = await landsOf(ctx.db, id);
  const ids = new Set<string>(lands.flatMap((land) => land.ids));
  const places = await placesOf(ctx.db, [id, ...known.map(({ head }) => head.of.id)]);
  const isIn = (of: AreaRef): boolean => of === country || (places.get(id) ?? []).some((path) => (places.get(of) ?? []).some((around) => isInside(path, around)));
  const told: SpecialList[] = [];
  for (const list of known) {
    const { head } = list;
    const on = all.get(head.id) ?? [];
    const namings = on.filter(({ area }) => ids.has(area));
    const standing = standingsOf(lands, await named(ctx, head.id, namings));
    const inside = head.level === 'village' && level === 'commune' ? await villagesOn(ctx, on, id) : [];
    const isTold = standing.length > 0 || inside.length > 0 || (level !== 'village' && head.level !== 'village' && (level === 'commune' || head.level === 'district') && isIn(head.of.id));
    const onRecord = countOf(on);
    if (isTold) told.push({ ...head, onRecord, partial: isPartial(list, onRecord), standings: standing.map(({ list: of, ...own }) => own), inside });
  }
  return told;
}

/** The villages of a commune that are on a list today. */
async function villagesOn(ctx: Ctx, on: readonly Listing[], commune: AreaRef): Promise<AreaName[]> {
  const now = on.filter(({ from, to }) => isWithin(ctx.today, from, to)).map(({ area }) => area);
  const here = await villagesUnder(ctx.db, now, commune, ctx.today);
  return [...(await namesOn(ctx.db, [...here], ctx.today)).values()];
}

/** Listings with the names that their areas bore on the first day. */
async function named(ctx: Ctx, list: string, on: readonly Listing[]): Promise<Naming[]> {
  const names = new Map<PlainDate, Map<string, AreaName>>();
  for (const [day, own] of Map.groupBy(on, ({ from }) => from)) names.set(day, await namesOn(ctx.db, own.map(({ area }) => area), day));
  return on.map(({ area, ...own }) => ({ list, named: names.get(own.from)!.get(area)!, ...own }));
}

export interface OpenList {
  known: KnownList;
  on: Listing[];
  entry: ListEntry;
}

/** All lists, each with who is on it and whether the actor may write to it. */
export async function openLists(ctx: Ctx): Promise<OpenList[]> {
  const known = await knownLists(ctx);
  const all = await listings(ctx, known);
  const places = await placesOf(ctx.db, known.map(({ head }) => head.of.id));
  const { areaPath } = ctx.actor;
  return known.map((list) => {
    const on = all.get(list.head.id) ?? [];
    const onRecord = countOf(on);
    const ofPaths = list.head.of.id === country ? [countryPath] : (places.get(list.head.of.id) ?? []);
    const mayWrite = areaPath !== null && ofPaths.length > 0 && ofPaths.every((path) => isInside(path, areaPath));
    return { known: list, on, entry: { ...list.head, onRecord, partial: isPartial(list, onRecord), acts: list.acts.map(told).reverse(), mayWrite } };
  });
}

const told = ({ id, kind, document, document_day, title, valid_from, valid_to, units, entered_name, entered_at, undone_at, undone_name }: StoredAct): ListEntry['acts'][number] => ({
  id,
  kind,
  document,
  documentDay: document_day,
  title,
  from: valid_from,
  to: valid_to,
  units,
  by: entered_name,
  at: entered_at.toISOString(),
  undone: undone_at && { by: undone_name, at: undone_at.toISOString() },
});

/** A list with the areas that it names, in the order in which they came onto it. */
export async function detailsOf(ctx: Ctx, { known: { head }, on, entry }: OpenList): Promise<ListDetails> {
  const areas = (await named(ctx, head.id, on)).map(({ named: area, from, to, decision, exitDecision }) => ({ named: area, from, to, decision, exitDecision }));
  return { ...entry, areas };
}
