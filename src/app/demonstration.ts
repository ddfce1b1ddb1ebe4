import { yearPeriod } from '#kernel/period.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { dropAddedAreas } from '#modules/areas/service.catalogue.ts';
import { makeUpPlaces } from '#modules/areas/service.places.ts';
import { ensureVillages, getArea, getAreaWithin } from '#modules/areas/service.ts';
import { applyIntake, classifyList, planIntake } from '#modules/households/service.intake.ts';
import type { DemoAccount } from '#modules/identity/contract.ts';
import { addUser } from '#modules/identity/service.ts';
import { MeasureId, type StatisticEntry } from '#modules/measures/contract.ts';
import { addStatistics, catalogue, refreshFigures, setCoverage } from '#modules/measures/service.ts';
import { getRoundFor, open } from '#modules/rounds/service.ts';
import { indicatorCodes } from '#modules/standards/rules.masks.ts';
import { getStandard } from '#modules/standards/service.ts';
import type { Ctx } from '#platform/ctx.ts';
import { emptyDatabase, hasSetting, isEmpty, putSetting } from '#platform/db/empty.ts';
import { runAs, system, type Runtime } from '#platform/run.ts';
import { demoAccounts, demoPassword } from '#demo/accounts.ts';
import { demonstration } from '#demo/demonstration.ts';
import type { Place, Statistic, VillageName } from '#demo/place.ts';
import { loadActs } from './demonstration.acts.ts';
import { problem } from './problems.ts';

/** Xã Cẩm Tân, whose register tells of what happened to households. */
const actsArea = '15178' as AreaRef;

/** Told of progress: a line a place. */
type Say = (line: string) => void;

/**
 * Fills an empty database with the demonstration, along the same road as an import. Marks the database first, so that a load that was
 * cut short can be reset. Throws `app.not-empty`.
 */
export async function loadDemonstration(runtime: Runtime, say: Say): Promise<void> {
  const { database } = runtime;
  if (!(await isEmpty(database))) throw problem('app.not-empty', { place: database.place });
  await putSetting(database, 'demonstration', { accounts: [] });
  for (const place of demonstration((id) => getStandard(id).standard)) {
    say(place.title.vi);
    await loadPlace(runtime, place);
  }
  await loadActs(runtime, actsArea);
  const accounts: DemoAccount[] = [];
  for (const account of demoAccounts) accounts.push(await addAccount(runtime, account));
  await refreshFigures(runtime);
  await putSetting(database, 'demonstration', { accounts });
}

/** Empties a demonstration and loads it again. Throws `app.not-a-demonstration` where the data may be real. */
export async function resetDemonstration(runtime: Runtime, say: Say): Promise<void> {
  const { database } = runtime;
  if (!(await hasSetting(database, 'demonstration'))) throw problem('app.not-a-demonstration', { place: database.place });
  await emptyDatabase(database, dropAddedAreas);
  await loadDemonstration(runtime, say);
}

/** Loads one place: its round, lists, published figures and coverage. */
export async function loadPlace(runtime: Runtime, { title, round: spec, communes, statistics, coverage }: Place): Promise<void> {
  const { area, year, standardId } = spec;
  const period = yearPeriod(year);
  const { result: round } = await runAs(runtime, system, async (ctx) => {
    await open(ctx, { area, period, standards: [standardId], official: standardId });
    return getRoundFor(ctx, area, period);
  });
  const codes = indicatorCodes(getStandard(standardId).standard);
  for (const { area: ref, households } of communes) {
    const { result: commune } = await runAs(runtime, system, async (ctx) => {
      const { region } = await getAreaWithin(ctx, ref, round.asOf);
      return { ...(await getArea(ctx, ref, round.asOf)), region };
    });
    const list = classifyList(households, round, commune, true);
    await runAs(runtime, system, async (ctx) => applyIntake(ctx, await planIntake(ctx, commune, round, list), title.vi));
    await runAs(runtime, system, (ctx) => makeUpPlaces(ctx, commune.id, round.asOf));
  }
  await runAs(runtime, system, async (ctx) => {
    for (const { area: covered, village, classes, indicators } of coverage) {
      await setCoverage(ctx, [{ area: await villageOf(ctx, covered, village), roundId: round.id, classes, indicators: indicators ? codes : [] }]);
    }
    const known = new Set<string>((await catalogue()).map(({ id }) => id));
    const entries: StatisticEntry[] = [];
    for (const statistic of statistics) if (known.has(statistic.measure)) entries.push(await entryOf(ctx, statistic));
    await addStatistics(ctx, entries);
  });
}

async function villageOf(ctx: Ctx, ref: AreaRef, name: VillageName): Promise<AreaRef> {
  if (name === null) return ref;
  const { villages } = await ensureVillages(ctx, await getArea(ctx, ref), [name]);
  return villages.get(name)!.id;
}

async function entryOf(ctx: Ctx, { area, village, asOf, measure, value, source }: Statistic): Promise<StatisticEntry> {
  // The text names the document with its number; its id in published.yaml is no number and says nothing on paper.
  return { area: await villageOf(ctx, area, village), asOf, measure: MeasureId.parse(measure), value, source: { text: source, document: null, mark: 'secondary' } };
}

async function addAccount(runtime: Runtime, { username, name, role, area: ref, village }: (typeof demoAccounts)[number]): Promise<DemoAccount> {
  const { result: area } = await runAs(runtime, system, async (ctx) => getArea(ctx, await villageOf(ctx, ref, village)));
  await addUser(runtime, { username, name, password: demoPassword, demo: true, role, area: area.id });
  return { username, password: demoPassword, name, role, area: area.name };
}
