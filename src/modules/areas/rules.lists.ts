import { addDays, type PlainDate } from '#kernel/plain-date.ts';
import { fold, sortKey } from '#kernel/vietnamese.ts';
import type { CheckedLine, ListLevel } from './contract.lists.ts';
import type { AreaName, AreaRef } from './contract.parts.ts';
import { properName } from './rules.catalogue.ts';

/** An area on a list from a day to a day, both included, as documents put it there and took it off. */
export interface Listing {
  area: AreaRef;
  from: PlainDate;
  to: PlainDate | null;
  decision: string;
  exitDecision: string | null;
  seenAt: string | null;
}

/** What was done with a list and is in force. */
export type ActInForce =
  | { kind: 'add'; document: string; from: PlainDate; to: PlainDate | null; areas: readonly AreaRef[] }
  | { kind: 'end'; document: string; day: PlainDate; /** Null for all that are on it. */ areas: readonly AreaRef[] | null };

/** Who is on a list for what time: what the packs say of it, and then each act in its turn. */
export function listingsAfter(shipped: readonly Listing[], acts: readonly ActInForce[]): Listing[] {
  let listings = [...shipped];
  for (const act of acts) {
    if (act.kind === 'add') {
      listings.push(...act.areas.map((area): Listing => ({ area, from: act.from, to: act.to, decision: act.document, exitDecision: null, seenAt: null })));
      continue;
    }
    const [named, last] = [act.areas && new Set(act.areas), addDays(act.day, -1)];
    listings = listings.flatMap((listing): Listing[] => {
      const isMeant = (named === null || named.has(listing.area)) && (listing.to === null || listing.to > last);
      if (!isMeant) return [listing];
      // What would begin only after its end was never on the list.
      return listing.from > last ? [] : [{ ...listing, to: last, exitDecision: act.document }];
    });
  }
  return listings;
}

/** What villages are called in front of their names; the catalogue sorts other units by their names alone. */
const villageKinds = ['Thôn', 'Bản', 'Ấp', 'Buôn', 'Làng', 'Xóm', 'Khu phố', 'Tổ dân phố', 'Khu', 'Khóm', 'Tiểu khu', 'Phum', 'Sóc', 'Plei', 'Bon'];

/** A pasted line: a code or id, a name, and names of what it lies in. Numbers of a row before a name are not part of it. */
export interface ReadLine {
  code: string | null;
  name: string | null;
  within: readonly string[];
}

const codePattern = /^(T?\d{2,7}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Cells are apart by tabs or semicolons, or, where there is neither, by commas. Null for an empty line. */
export function readLine(text: string): ReadLine | null {
  const cells = (/[\t;]/.test(text) ? text.split(/[\t;]/) : text.split(',')).map((cell) => cell.trim()).filter(Boolean);
  // A first cell of one or two figures before others is the number of the row: no district, commune or village has so short a code.
  const told = cells.length > 1 && /^\d{1,2}\.?$/.test(cells[0]!) ? cells.slice(1) : cells;
  if (told.length === 0) return null;
  const code = told.find((cell) => codePattern.test(cell)) ?? null;
  const [name = null, ...within] = told.filter((cell) => cell !== code);
  return { code, name: name === null ? null : name.replace(/^\d{1,4}[.)]\s+/, ''), within };
}

/** Sort keys under which the catalogue may hold a name: without its kind, or, of a village, as it is written and with each kind before it. */
export const keysOf = (name: string, level: ListLevel): string[] =>
  level === 'village' ? [name, ...villageKinds.map((kind) => `${kind} ${name}`)].map(sortKey) : [...new Set([name, properName(name)].map(sortKey))];

export interface Candidate extends AreaName {
  /** Names of what it lies in, lowest first. */
  within: string;
  /** All its land lies in the post. */
  inside: boolean;
}

/** What is known of a line before it is judged: areas of its code, of its name with or without a kind, and of nearly its name. */
export interface Found {
  byCode: readonly Candidate[];
  byName: readonly Candidate[];
  alike: readonly Candidate[];
}

/** Whether a name as it was pasted is that of an area: with its kind in front, or with none. */
const isName = (name: string, area: AreaName): boolean => [area.name, properName(area.name), area.name.slice(area.kind.length + 1)].some((own) => sortKey(own) === sortKey(name));

/** Which area a line means. A code and a name that do not agree are doubtful, as is a name that several bear or that is only nearly one. */
export function judge(line: number, text: string, { code, name, within }: ReadLine, { byCode, byName, alike }: Found): CheckedLine {
  const lies = (candidate: Candidate): boolean => within.every((part) => fold(candidate.within).includes(fold(part)));
  const say = (state: CheckedLine['state'], areas: readonly Candidate[]): CheckedLine => ({ line, text, state, areas: areas.slice(0, 12).map(({ inside, ...area }) => area) });
  const settled = (area: Candidate): CheckedLine => say(area.inside ? 'found' : 'outside', [area]);
  if (code !== null && byCode.length === 1) {
    const [area] = byCode as [Candidate];
    return name === null || isName(name, area) ? settled(area) : say('doubtful', [area, ...byName.filter(({ id }) => id !== area.id)]);
  }
  const named = byName.filter((area) => name !== null && isName(name, area) && lies(area));
  if (code === null && named.length === 1) return settled(named[0]!);
  const perhaps = [named, byName.filter(lies), byName, alike].find(({ length }) => length > 0) ?? [];
  return say(perhaps.length > 0 ? 'doubtful' : 'missing', perhaps);
}

/** Marks the areas that an earlier line found already. */
export function withoutTwins(lines: readonly CheckedLine[]): CheckedLine[] {
  const seen = new Set<string>();
  return lines.map((checked) => {
    if (checked.state !== 'found') return checked;
    const [{ id }] = checked.areas as [CheckedLine['areas'][number]];
    const isTwin = seen.has(id);
    seen.add(id);
    return isTwin ? { ...checked, state: 'twice' } : checked;
  });
}
