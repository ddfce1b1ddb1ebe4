import { endOf, type Period } from '#kernel/period.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { getArea, requireInside, territoryOf, type AreaOnDay } from '#modules/areas/service.ts';
import { roundsFor } from '#modules/rounds/service.ts';
import type { Standard } from '#modules/standards/contract.packs.ts';
import { canonicalJson } from '#modules/standards/rules.canonical.ts';
import { classifyColumns } from '#modules/standards/rules.columns.ts';
import { getStandard } from '#modules/standards/service.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Changes, Reading } from './contract.ts';
import { problem } from './problems.ts';
import type { Register } from './rules.register.ts';
import { carriedOver, changedStandard, otherThresholds } from './rules.scenario.ts';
import { judgeAnew } from './rules.trial.ts';
import { prepareRegister, registerOf } from './service.register.ts';
import type { TriedOn } from './store.columns.ts';

export interface Place {
  area: AreaRef;
  period: Period;
  map?: PlainDate | undefined;
}
export type Asked = Place & { changes: Changes };

/** The households of an area in a period, and the standard that they were classed by. */
interface Ground {
  area: AreaOnDay;
  asOf: PlainDate;
  mapDate: PlainDate;
  base: Standard;
  triedOn: TriedOn;
}

export interface Trial extends Ground {
  tried: Standard;
  register: Register;
  /** Classes as places in `HouseholdClass.options`, on both sides. */
  before: Uint8Array;
  after: Uint8Array;
  /** Households whose answer to a changed threshold has no raw facts: it stayed as it was. */
  withoutFacts: number;
}

async function groundOf(ctx: Ctx, { area: ref, period, map }: Place): Promise<Ground> {
  const asOf = endOf(period);
  const mapDate = map ?? asOf;
  const area = await getArea(ctx, ref, mapDate);
  await requireInside(ctx, area);
  const rounds = await roundsFor(ctx, area.id, period);
  const standards = [...new Set(rounds.map((round) => round.standards.find(({ official }) => official)!.id))];
  if (standards.length === 0) throw problem('analysis.no-round', { area: area.name, period });
  if (standards.length > 1) throw problem('analysis.several-standards', { area: area.name, period, standards: standards.join(', ') });
  const base = getStandard(standards[0]!).standard;
  return { area, asOf, mapDate, base, triedOn: { roundIds: rounds.map(({ id }) => id), standardId: base.id, territory: await territoryOf(ctx, area, mapDate) } };
}

/** Sees to it that the register of an area is in memory for trials, and says how far that is. Throws as `tryOut` does. */
export async function prepare(ctx: Ctx, place: Place): Promise<Reading> {
  const { area, triedOn } = await groundOf(ctx, place);
  // Below a province there are so few that a trial reads them itself.
  return area.level === 'country' || area.level === 'province' ? prepareRegister(ctx, triedOn) : { isReady: true, read: 0, total: 0 };
}

/** The classes of all households of an area, as they are and as they would be. Throws the problems of areas and of the changes, and `analysis.no-round`. */
export async function tryOut(ctx: Ctx, { changes, ...place }: Asked): Promise<Trial> {
  const ground = await groundOf(ctx, place);
  const { base, asOf, triedOn } = ground;
  const tried = changedStandard(getStandard(changes.standard ?? base.id).standard, changes);
  const without = changes.without ?? [];
  const register = await registerOf(ctx, triedOn);
  const context = { date: asOf, local: null };
  const before = await remembered(register, canonicalJson([base.id, asOf]), () => classifyColumns(register.columns, base, context).class);
  const found = await remembered(register, canonicalJson([base.id, asOf, changes]), () => {
    const carried = carriedOver(register.columns, base, tried, without, asOf);
    const withoutFacts = judgeAnew(carried, register.facts, otherThresholds(base, tried, without), asOf);
    return { after: classifyColumns(carried, tried, context).class, withoutFacts };
  });
  return { ...ground, tried, register, before, ...found };
}

/** What was last found of a register, which is another object once a record of it or the map changes: a page of names asks for the same as the totals before it. */
const lastFound = new WeakMap<Register, Map<string, unknown>>();
const mostFound = 6;

export async function remembered<Found>(register: Register, key: string, find: () => Found | Promise<Found>): Promise<Found> {
  const found = lastFound.get(register) ?? new Map<string, unknown>();
  lastFound.set(register, found);
  const result = found.has(key) ? (found.get(key) as Found) : await find();
  // Anew at the end: what was asked for longest ago is the first to go.
  found.delete(key);
  found.set(key, result);
  if (found.size > mostFound) found.delete(found.keys().next().value!);
  return result;
}
