import { setImmediate as breathe } from 'node:timers/promises';
import type { Id } from '#kernel/ids.ts';
import type { Text } from '#kernel/text.ts';
import type { Area } from '#modules/areas/contract.ts';
import type { AreaOnDay } from '#modules/areas/service.ts';
import { applyIntake, classifyList, isTaken, planIntake, type Answer, type Classified, type IntakePlan } from '#modules/households/service.intake.ts';
import type { HouseholdIntake } from '#modules/households/contract.intake.ts';
import { headOf } from '#modules/households/rules.intake.ts';
import { setCoverage } from '#modules/measures/service.ts';
import type { RoundRow } from '#modules/rounds/service.ts';
import { knownOn } from '#modules/standards/rules.values.ts';
import { getStandard } from '#modules/standards/service.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { ImportCheck, ImportEntry, ImportMatch } from './contract.ts';
import type { CommuneReading, OldLetters, SheetFile } from './contract.parts.ts';
import { problem } from './problems.ts';
import { readCommuneWorkbook } from './rules.commune.ts';
import { rowInWords } from './rules.issues.ts';
import type { Layout } from './rules.layouts.ts';
import { communeForm } from './store.packs.ts';

/** Where a file belongs: found before it is read. */
export interface Destination {
  area: AreaOnDay;
  region: Area['region'];
  round: RoundRow;
  demonstration: boolean;
}

/** A file that was read and classified, ready to be held against the register. */
export interface CommuneFile {
  destination: Destination;
  reading: CommuneReading;
  list: Classified[];
  /** What its officer said of the households that it may mean. */
  answers: Map<string, Answer>;
}

/** Who has a file read: is told how far it is, and may stop it. */
export interface Reader {
  progress: (step: 'read' | 'classed', done: number, total: number | null) => void;
  signal: AbortSignal;
  /** What was said earlier of sheets, by their heads. */
  layouts: ReadonlyMap<string, Layout>;
  /** The old encoding that its person agreed to have converted. */
  convert: OldLetters['encoding'] | null;
}

const batch = 500;
const shownEntries = 300;

/** Reads and classifies a commune workbook. Takes its time, in small bites; needs no database. */
export async function readCommuneFile(file: SheetFile, destination: Destination, { progress, signal, layouts }: Reader): Promise<CommuneFile> {
  const { round, area, region, demonstration } = destination;
  const { standard } = getStandard(round.standards.find(({ official }) => official)!.id);
  const points = knownOn(standard.points_per_indicator, round.asOf);
  const reading = await readCommuneWorkbook(file, {
    form: communeForm(),
    indicators: standard.indicators,
    day: round.asOf,
    b2: points === null ? null : { step: points.value, most: points.value * standard.indicators.length },
    layouts,
    pause: async (rows) => {
      progress('read', rows, null);
      await breathe();
      signal.throwIfAborted();
    },
  });
  const list: Classified[] = [];
  for (let done = 0; done < reading.households.length; done += batch) {
    progress('classed', done, reading.households.length);
    list.push(...classifyList(reading.households.slice(done, done + batch).map(({ intake }) => intake), round, { urban: area.urban, region }, demonstration));
    await breathe();
    signal.throwIfAborted();
  }
  progress('classed', reading.households.length, reading.households.length);
  return { destination, reading, list, answers: new Map() };
}

/** The dry run: what loading the file would do. Writes nothing. */
export async function checkCommuneFile(ctx: Ctx, { destination, reading, list, answers }: CommuneFile): Promise<Omit<ImportCheck, 'oldLetters'>> {
  const { area, round } = destination;
  const plan = await planIntake(ctx, area, round, list, answers);
  const places = new Map(reading.households.map(({ intake, sheet, row }) => [intake.source, rowInWords(sheet, row)]));
  const placeOf = ({ source }: HouseholdIntake): Text => places.get(source)!;
  const entries = plan.households.map((planned) => entryOf(planned, placeOf(planned.classified.intake)));
  const count = (change: ImportEntry['change']): number => entries.filter((entry) => entry.change === change).length;
  const rank = ({ stated, computed, change }: ImportEntry): number => (stated !== null && stated !== computed ? 0 : change === 'same' ? 2 : 1);
  return {
    counts: reading.counts,
    issues: reading.issues,
    sheets: reading.sheets,
    layouts: reading.layouts,
    fields: fieldsOf(round),
    added: count('added'),
    changed: count('changed'),
    same: count('same'),
    unnamed: plan.unnamed,
    differs: entries.filter(({ stated, computed }) => stated !== null && stated !== computed).length,
    newVillages: plan.newVillages,
    entries: entries.sort((a, b) => rank(a) - rank(b)).slice(0, shownEntries),
    matches: plan.households.flatMap((planned) => matchOf(planned, placeOf(planned.classified.intake))).sort((a, b) => Number(a.verdict === 'same') - Number(b.verdict === 'same') || b.score - a.score),
    doubles: plan.doubles.map(({ one, other, reasons }) => {
      const [first, second] = [list[one]!.intake, list[other]!.intake];
      return { place: placeOf(first), head: headOf(first).name, otherPlace: placeOf(second), otherHead: headOf(second).name, reasons };
    }),
    figures: [],
  };
}

/** What a column may be said to be. */
function fieldsOf(round: RoundRow): ImportCheck['fields'] {
  const { standard } = getStandard(round.standards.find(({ official }) => official)!.id);
  const own = communeForm().columns.filter(({ kind }) => kind !== 'ignored').map(({ id, label }) => ({ id, label }));
  return [...own, ...standard.indicators.map(({ code, name }) => ({ id: code, label: { vi: `${code} ${name.vi}`, en: `${code} ${name.en}` } }))];
}

function matchOf({ classified: { intake }, match }: IntakePlan['households'][number], place: Text): ImportMatch[] {
  if (!match) return [];
  const { known, ...told } = match;
  return [{ source: intake.source, place, head: headOf(intake).name, village: intake.village, known: { id: known.id, head: headOf(known).name, village: known.village }, ...told, taken: isTaken(match) }];
}

function entryOf({ classified, change, known, class: official, computed }: IntakePlan['households'][number], source: ImportEntry['source']): ImportEntry {
  const { intake } = classified;
  return { source, head: headOf(intake).name, village: intake.village, change, class: official, computed, stated: intake.stated, before: known?.record?.class ?? null };
}

/** Loads the file, all of it in this transaction. Held against the register once more, since others may have written. Throws `import.has-errors`. */
export async function loadCommuneFile(ctx: Ctx, { destination, reading, list, answers }: CommuneFile, source: string, importId: Id): Promise<{ added: number; changed: number; same: number }> {
  const { area, round } = destination;
  if (reading.counts.errors > 0) throw problem('import.has-errors', { errors: reading.counts.errors });
  const { added, changed, same } = await applyIntake(ctx, await planIntake(ctx, area, round, list, answers), source, importId);
  await setCoverage(ctx, [{ area: area.id, roundId: round.id as Id, classes: ['poor', 'near_poor'], indicators: reading.indicators }]);
  return { added, changed, same };
}
