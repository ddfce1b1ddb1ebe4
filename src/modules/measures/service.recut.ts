import type { PlainDate } from '#kernel/plain-date.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import type { Strand } from '#modules/areas/rules.strands.ts';
import { outsidePost, strandsOf, strandsOnto, type Overlay } from '#modules/areas/service.strands.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Unit } from './rules.figures.ts';
import { piecesIn, piecesThrough, together, touchedBy, type Recut, type Source } from './rules.recut.ts';
import type { SumRow } from './store.ts';
import { standingOn, sumsAcross, unplacedVillages } from './store.recut.ts';

interface Asked {
  /** The area asked for, first, and what is laid out below it. */
  units: readonly Unit[];
  overlay: Overlay | undefined;
  asOf: PlainDate;
  mapDate: PlainDate;
  roundIds: readonly string[];
  /** Ids of the counted measures. */
  counted: readonly string[];
}

interface Laid {
  recut: Recut;
  provinces?: Recut;
  /** Of the villages whose place on the map is known, by commune of the map. */
  sums: SumRow[];
}

/** How the figures of the communes of the day of the data come over to the map of another day. */
export async function recutFor(ctx: Ctx, { units, overlay, asOf, mapDate, roundIds, counted }: Asked): Promise<Laid> {
  const [self] = units;
  const laidOut = new Set<string>(units.slice(overlay ? 1 : 0).filter(({ level }) => level === 'commune').map(({ id }) => id));
  const strands = await strandsFor(ctx, { laidOut, overlay, asOf, mapDate });
  const ids = strands.map(({ from }) => from.id);
  const days = { asOf, past: overlay?.day ?? asOf, mapDay: mapDate, roundIds };

  const sums: SumRow[] = [];
  const rest = new Map<string, Map<string, number>>();
  const inside = overlay && new Set<string>(overlay.communes.map(({ id }) => id));
  for (const { source, past, target, measure, value } of counted.length === 0 || roundIds.length === 0 ? [] : await sumsAcross(ctx.db, ids, { ...days, measures: counted })) {
    if (past === null || target === null) {
      const own = rest.get(source) ?? new Map<string, number>();
      rest.set(source, own.set(measure, (own.get(measure) ?? 0) + value));
    } else if (laidOut.has(target) && (!inside || inside.has(past))) sums.push({ area: target, measure, value });
  }
  const split = strands.filter(({ pieces }) => pieces.length > 1).map(({ from }) => from.id);
  const [outside, villages] = split.length === 0 ? [new Set<string>(), new Map<string, number>()] : [await outsidePost(ctx, split), await unplacedVillages(ctx.db, split, days)];
  const sources = strands.map(({ from, pieces }): Source => ({ area: from, pieces, outside: outside.has(from.id), villages: villages.get(from.id) ?? 0, rest: rest.get(from.id) ?? new Map() }));

  const touched = touchedBy(sources);
  const standing = await standingOn(ctx.db, units.map(({ id }) => id), asOf);
  if (overlay && self!.level === 'commune') {
    // An old commune is made up of what lies in the units below it, where else communes have villages.
    touched.set(self!.id, together([...touched.values()]));
    sums.push(...sums.map((row) => ({ ...row, area: self!.id })));
  }
  const partial = new Set<string>(overlay?.units.filter(({ whole }) => !whole).map(({ area }) => area.id));
  const recut: Recut = { sources, touched, partial, standing, isBack: asOf > (overlay?.day ?? mapDate) };
  return { recut, ...(await provincesFor(ctx, { units, overlay, asOf, mapDate, standing })), sums };
}

interface Between {
  laidOut: ReadonlySet<string>;
  overlay: Overlay | undefined;
  asOf: PlainDate;
  mapDate: PlainDate;
}

type Pieced = Pick<Strand, 'from'> & Pick<Source, 'pieces'>;

async function strandsFor(ctx: Ctx, { laidOut, overlay, asOf, mapDate }: Between): Promise<Pieced[]> {
  const inMap = ({ from, pieces }: Strand): Pieced => ({ from, pieces: piecesIn(pieces, laidOut) });
  if (!overlay) return (await strandsOnto(ctx, [...laidOut] as AreaRef[], 'commune', { from: asOf, to: mapDate })).map(inMap);
  if (overlay.day === asOf) return overlay.strands.map(inMap);
  const toPast = await strandsOnto(ctx, overlay.communes.map(({ id }) => id), 'commune', { from: asOf, to: overlay.day });
  const toMap = new Map((await strandsOf(ctx, toPast.map(({ from }) => from.id), 'commune', { from: asOf, to: mapDate })).map((strand) => [strand.from.id, strand]));
  const onwards = new Map(overlay.strands.map((strand) => [strand.from.id as string, strand]));
  return toPast.map((strand) => ({ from: strand.from, pieces: piecesThrough(strand, onwards, toMap.get(strand.from.id)!) }));
}

/** For provinces of the map that did not stand on the day of the data: those that went into them whole. */
async function provincesFor(ctx: Ctx, { units, overlay, asOf, mapDate, standing }: Pick<Asked, 'units' | 'overlay' | 'asOf' | 'mapDate'> & { standing: ReadonlySet<string> }): Promise<Pick<Laid, 'provinces'>> {
  const changed = overlay ? [] : units.filter(({ id, level }) => level === 'province' && !standing.has(id)).map(({ id }) => id);
  if (changed.length === 0) return {};
  const strands = await strandsOnto(ctx, changed, 'province', { from: asOf, to: mapDate });
  const whole = strands.filter(({ pieces }) => pieces.length === 1);
  // A province of which any part is a guess has no published sum.
  const guessed = new Set<string>(strands.filter(({ pieces }) => pieces.length > 1).flatMap(({ pieces }) => pieces.map(({ to }) => to)));
  const sources = whole.filter(({ pieces }) => !guessed.has(pieces[0]!.to)).map(({ from, pieces }): Source => ({ area: from, pieces, outside: false, villages: 0, rest: new Map() }));
  return { provinces: { sources, touched: touchedBy(sources), partial: new Set(), standing, isBack: asOf > mapDate } };
}
