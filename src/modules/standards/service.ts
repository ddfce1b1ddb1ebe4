import type { Ctx } from '#platform/ctx.ts';
import { isDemonstration } from '#modules/identity/service.ts';
import type { ClassifyCase, Explained, StandardSummary, StandardView } from './contract.ts';
import type { Instrument, LocalStandard } from './contract.packs.ts';
import { problem } from './problems.ts';
import { explain } from './rules.explain.ts';
import { indicatorCodes } from './rules.masks.ts';
import { classify as classifyFacts } from './rules.ts';
import { lawbook, viewOf } from './store.packs.ts';

/** The ids of the standards on record, the newest first. */
export const knownStandards = (): string[] => Object.values(lawbook().standards).sort((a, b) => (a.from < b.from ? 1 : -1)).map(({ id }) => id);

/** A standard with its fingerprint and all that it cites; throws `standard.not-found`. */
export const getStandard = (id: string): StandardView => viewOf(lawbook(), id);

export async function list(): Promise<StandardSummary[]> {
  return knownStandards().map((known) => {
    const { standard } = getStandard(known);
    const { id, name, period, from, to } = standard;
    return { id, name, period, from, to, indicators: indicatorCodes(standard) };
  });
}

export async function get(_ctx: Ctx, { id }: { id: string }): Promise<StandardView> {
  return getStandard(id);
}

export async function classify(ctx: Ctx, cases: readonly ClassifyCase[]): Promise<Explained[]> {
  return explainCases(cases, await isDemonstration(ctx));
}

/** Classifies cases and puts the reasons into words, in the same order. `demonstration` lets sample tables be used. */
export function explainCases(cases: readonly ClassifyCase[], demonstration: boolean): Explained[] {
  const { instruments, locals } = lawbook();
  const named = <Pack extends Instrument | LocalStandard>(packs: Readonly<Record<string, Pack>>, id: string | null): Pack | null => {
    if (id === null) return null;
    const pack = packs[id];
    if (!pack) throw problem('standard.not-found', { id, known: Object.keys(packs).join(', ') });
    return pack;
  };
  return cases.map(({ ref, standard: id, date, area, region, instrument, local, facts }) => {
    const view = getStandard(id);
    const packs = { instrument: named(instruments, instrument), local: named(locals, local) };
    const result = classifyFacts(facts, view.standard, { date, area, region, demonstration, ...packs });
    return { ref: ref ?? null, result, ...explain(result, view) };
  });
}
