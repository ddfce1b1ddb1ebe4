import type { AreaName, AreaRef } from './contract.ts';

/** A unit of some day with the places on today’s map where its land lies. */
export interface Lying extends AreaName {
  /** Where most of it lies. */
  main: string;
}

/** What is on record between an old unit and a new one. */
export interface Link {
  oldId: AreaRef;
  newId: AreaRef;
  kind: 'whole' | 'part';
  /** What the resolution calls it; `area_only` took no people. */
  detail: string | null;
  /** Part of the old unit’s land, 0 to 1. */
  share: number | null;
  landKm2: number | null;
}

export interface Piece {
  to: AreaRef;
  /** Part of the unit’s land, 0 to 1; 1 where all of its people live there; null where nothing tells. */
  share: number | null;
}

/** A unit of one day, and the units of another day among which its people are. The known shares of a unit add up to 1. */
export interface Strand {
  from: AreaName;
  pieces: readonly Piece[];
}

interface Between {
  /** Units of the first day. */
  from: readonly Lying[];
  /** Units of the other day. */
  to: readonly Lying[];
  links: readonly Link[];
  /** Whether the other day is the later one. */
  forward: boolean;
}

/**
 * Where the people of the units of one day are among those of another. A unit that stands on both days is itself; otherwise the links between
 * the two maps tell; and where there are none, the units whose land lies mostly in the same unit of today: one for one where both days have
 * the same codes there, all in one where there is but one, else in any of them.
 */
export function strandsBetween({ from, to, links, forward }: Between): Strand[] {
  const onBoth = new Set<string>(to.map(({ id }) => id));
  const standing = new Set<string>(from.map(({ id }) => id));
  const peopled = drawnApart(links);
  const bySide = Map.groupBy(peopled.filter(({ oldId, newId }) => onBoth.has(forward ? newId : oldId)), ({ oldId, newId }) => (forward ? oldId : newId) as string);
  const changedTo = Map.groupBy(to.filter(({ id }) => !standing.has(id)), ({ main }) => main);
  const changedFrom = Map.groupBy(from.filter(({ id }) => !onBoth.has(id)), ({ main }) => main);
  const stayed = Map.groupBy(to.filter(({ id }) => standing.has(id)), ({ main }) => main);

  function guess({ main, code }: Lying): Piece[] {
    const there = changedTo.get(main) ?? [];
    const here = changedFrom.get(main) ?? [];
    const codes = new Map(there.map((unit) => [unit.code, unit.id]));
    if (here.length === there.length && here.every((unit) => codes.has(unit.code))) return [{ to: codes.get(code)!, share: 1 }];
    return spread(there.length > 0 ? there : (stayed.get(main) ?? []));
  }

  return from.map(({ main, ...unit }) => {
    if (onBoth.has(unit.id)) return { from: unit, pieces: [{ to: unit.id, share: 1 }] };
    const own = bySide.get(unit.id) ?? [];
    return { from: unit, pieces: own.length === 0 ? guess({ main, ...unit }) : forward ? ahead(own) : back(own) };
  });
}

/** One of them and nobody knows which; for certain where there is but one. */
const spread = (units: readonly AreaName[]): Piece[] => units.map(({ id }) => ({ to: id, share: units.length === 1 ? 1 : null }));

/** The links by which people went: without land that had none, and without the rim that two drawings of a unit that went whole leave over. */
function drawnApart(links: readonly Link[]): Link[] {
  const whole = new Set(links.filter(({ kind }) => kind === 'whole').map(({ oldId }) => oldId));
  return links.filter(({ oldId, kind, detail }) => detail !== 'area_only' && (kind === 'whole' || !whole.has(oldId)));
}

const ahead = (links: readonly Link[]): Piece[] => weighed(links.map((link) => ({ to: link.newId, weight: link.kind === 'whole' ? 1 : link.share })));
const back = (links: readonly Link[]): Piece[] => weighed(links.map((link) => ({ to: link.oldId, weight: link.landKm2 })));

function weighed(parts: readonly { to: AreaRef; weight: number | null }[]): Piece[] {
  if (parts.length === 1) return [{ to: parts[0]!.to, share: 1 }];
  const all = parts.reduce<number | null>((sum, { weight }) => (sum === null || weight === null ? null : sum + weight), 0);
  return parts.map(({ to, weight }) => ({ to, share: all === null || all === 0 ? null : weight! / all }));
}
