import { setImmediate as breathe } from 'node:timers/promises';
import type { Id } from '#kernel/ids.ts';
import type { Text } from '#kernel/text.ts';
import { sortKey } from '#kernel/vietnamese.ts';
import type { Area } from '#modules/areas/contract.ts';
import { unknownVillage } from '#modules/areas/rules.ts';
import type { AreaOnDay } from '#modules/areas/service.ts';
import type { AbsenceAnswer } from '#modules/households/contract.absences.ts';
import { applyActs, applyClasses, namedIn, planAbsences, settleNamed, tryAnswer, type Absent } from '#modules/households/service.absences.ts';
import { applyIntake, isTaken, listClassifier, planIntake, type Answer, type Classified, type IntakePlan } from '#modules/households/service.intake.ts';
import { plannedStandings } from '#modules/households/service.standings.ts';
import type { HouseholdIntake, StandingInClass } from '#modules/households/contract.intake.ts';
import { headOf } from '#modules/households/rules.intake.ts';
import { setCoverage } from '#modules/measures/service.ts';
import type { RoundRow } from '#modules/rounds/service.ts';
import { knownOn } from '#modules/standards/rules.values.ts';
import { getStandard } from '#modules/standards/service.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Import, ImportAbsence, ImportCheck, ImportEntry, ImportMatch } from './contract.ts';
import type { CommuneReading, FileDecision, OldLetters, SheetFile } from './contract.parts.ts';
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
  decision: FileDecision | null;
  reading: CommuneReading;
  list: Classified[];
  /** What its officer said of the households that it may mean. */
  answers: Map<string, Answer>;
  /** What its check found that loading it would do. */
  plan: IntakePlan | null;
  /** The households of the last list that it does not name, as its check found them. */
  absent: Absent[];
  /** What its officer said of them, with the place or household that the answer names. */
  absences: Map<Id, { answer: AbsenceAnswer; named: string | null }>;
}

/** Who has a file read: is told how far it is, and may stop it. */
export interface Reader {
  progress: (step: Import['progress']['step'], done: number) => void;
  signal: AbortSignal;
  /** What was said earlier of sheets, by their heads. */
  layouts: ReadonlyMap<string, Layout>;
  /** The old encoding that its person agreed to have converted. */
  convert: OldLetters['encoding'] | null;
  /** What was decided of all households whose row has no decision. */
  decision: FileDecision | null;
  /** How many issues are told in full; the usual number when left out. */
  issues?: number;
}

const shownEntries = 300;
const shownAbsences = 500;

/** Reads a commune workbook and classifies its households. Takes its time, in small bites; needs no database. */
export async function readCommuneFile(file: SheetFile, destination: Destination, { progress, signal, layouts, decision, issues }: Reader): Promise<CommuneFile> {
  const { round, area, region, demonstration } = destination;
  const { standard } = getStandard(round.standards.find(({ official }) => official)!.id);
  const points = knownOn(standard.points_per_indicator, round.asOf);
  const classify = listClassifier(round, { urban: area.urban, region }, demonstration);
  const classed = new Map<HouseholdIntake, Classified>();
  const reading = await readCommuneWorkbook(file, {
    form: communeForm(),
    indicators: standard.indicators,
    day: round.asOf,
    b2: points === null ? null : { step: points.value, most: points.value * standard.indicators.length },
    layouts,
    decision,
    ...(issues !== undefined && { issues }),
    // Each is classed while the next rows are being unpacked.
    arrived: (household) => classed.set(household, classify(household)),
    pause: async (rows) => {
      progress('read', rows);
      await breathe();
      signal.throwIfAborted();
    },
  });
  progress('compared', reading.households.length);
  const list = reading.households.map(({ intake }) => classed.get(intake)!);
  return { destination, decision, reading, list, answers: new Map(), plan: null, absent: [], absences: new Map() };
}

/** The dry run: what loading the file would do. Writes nothing but what the file knows of those absent. */
export async function checkCommuneFile(ctx: Ctx, file: CommuneFile): Promise<Omit<ImportCheck, 'oldLetters'>> {
  const { destination, decision, reading, list, answers } = file;
  const { area, round } = destination;
  const plan = await planIntake(ctx, area, round, list, answers);
  file.plan = plan;
  file.absent = await planAbsences(ctx, plan);
  const places = new Map(reading.households.map(({ intake, sheet, row }) => [intake.source, rowInWords(sheet, row)]));
  const placeOf = ({ source }: HouseholdIntake): Text => places.get(source)!;
  const standings = await plannedStandings(ctx, plan);
  const entries = plan.households.map((planned, place) => entryOf(planned, placeOf(planned.classified.intake), standings.get(place) ?? null));
  const count = (change: ImportEntry['change']): number => entries.filter((entry) => entry.change === change).length;
  const rank = ({ stated, computed, change, ...entry }: ImportEntry): number => ((stated !== null && stated !== computed) || standsOtherwise(entry) ? 0 : change === 'same' ? 2 : 1);
  return {
    counts: reading.counts,
    issues: reading.issues,
    sheets: reading.sheets,
    decision: decision && { ...decision, households: list.filter(({ intake }) => intake.decisionOfList).length },
    layouts: reading.layouts,
    fields: fieldsOf(round),
    added: count('added'),
    changed: count('changed'),
    same: count('same'),
    ...viewAbsences(file),
    differs: entries.filter(({ stated, computed }) => stated !== null && stated !== computed).length,
    standingDiffers: entries.filter(standsOtherwise).length,
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

/** Whether the file lists households that left poverty: then one that it does not name is none of them. */
const namesExits = ({ reading }: CommuneFile): boolean => reading.sheets.some(({ id }) => id !== 'current');

/** Those absent, with what was said of them. */
export function viewAbsences(file: CommuneFile): Pick<ImportCheck, 'absent' | 'absences' | 'namesExits'> {
  const { absent, absences, list } = file;
  const named = new Set(list.map(({ intake }) => sortKey(intake.village ?? '')));
  const views = absent.map(({ known, last: { class: was, period }, since }): ImportAbsence => {
    const said = absences.get(known.id);
    const { id, village, members } = known;
    return { household: id, head: headOf(known).name, size: members.length, village, villageNamed: village === unknownVillage.name || named.has(sortKey(village)), last: { class: was, period }, since, answer: said?.answer ?? null, named: said?.named ?? null };
  });
  return { absent: { total: views.length, answered: views.filter(({ answer }) => answer !== null).length }, absences: views.slice(0, shownAbsences), namesExits: namesExits(file) };
}

/** Keeps what an officer says of households that the file does not name; null takes it back. Throws where it cannot be. */
export async function answerAbsences(ctx: Ctx, file: CommuneFile, households: readonly Id[], answer: AbsenceAnswer | null): Promise<void> {
  const absent = new Map(file.absent.map((one) => [one.known.id, one]));
  const asked = households.map((id) => {
    const found = absent.get(id);
    if (!found) throw problem('import.no-such-absence', {});
    return found;
  });
  if (answer !== null) for (const one of asked) await tryAnswer(ctx, one, file.destination.round, answer, namesExits(file));
  const named = answer === null ? null : await namedIn(ctx, answer);
  for (const id of households) {
    if (answer === null) file.absences.delete(id);
    else file.absences.set(id, { answer, named });
  }
}

/** What a column may be said to be. */
function fieldsOf(round: RoundRow): ImportCheck['fields'] {
  const { standard } = getStandard(round.standards.find(({ official }) => official)!.id);
  const own = communeForm().columns.filter(({ kind }) => kind !== 'ignored').map(({ id, label }) => ({ id, label }));
  return [...own, ...standard.indicators.map(({ code, name }) => ({ id: code, label: { vi: `${code} ${name.vi}`, en: `${code} ${name.en}` } }))];
}

const standsOtherwise = ({ standing }: Pick<ImportEntry, 'standing'>): boolean => standing !== null && standing.computed !== null && standing.stated !== standing.computed;

function matchOf({ classified: { intake }, match }: IntakePlan['households'][number], place: Text): ImportMatch[] {
  if (!match) return [];
  const { known, ...told } = match;
  return [{ source: intake.source, place, head: headOf(intake).name, village: intake.village, known: { id: known.id, head: headOf(known).name, village: known.village }, ...told, taken: isTaken(match) }];
}

function entryOf({ classified, change, known, class: official, computed }: IntakePlan['households'][number], source: ImportEntry['source'], standing: StandingInClass | null): ImportEntry {
  const { intake } = classified;
  return { source, head: headOf(intake).name, village: intake.village, change, class: official, computed, stated: intake.stated, standing: intake.statedStanding === undefined ? null : { stated: intake.statedStanding, computed: standing }, before: known?.record?.class ?? null };
}

/** Loads the file, all of it in this transaction. Held against the register once more, since others may have written. Throws `import.has-errors`. */
export async function loadCommuneFile(ctx: Ctx, file: CommuneFile, source: string, importId: Id): Promise<{ added: number; changed: number; same: number }> {
  const { destination, reading, list, answers, absences } = file;
  const { area, region, round } = destination;
  if (reading.counts.errors > 0) throw problem('import.has-errors', { errors: reading.counts.errors });
  const plan = await planIntake(ctx, area, round, list, answers, file.plan);
  const absent = await planAbsences(ctx, plan);
  const said = new Map([...absences].map(([id, { answer }]) => [id, answer]));
  const from = { source, importId, namesExits: namesExits(file) };
  const acted = await applyActs(ctx, absent, said, round, from);
  // Who was merged into a household of the list is found there only now.
  const { added, changed, same } = await applyIntake(ctx, acted === 0 ? plan : await planIntake(ctx, area, round, list, answers), source, importId);
  await applyClasses(ctx, absent, said, { commune: area, round, region }, from);
  await settleNamed(ctx, round, plan.households.flatMap(({ known }) => (known ? [known.id] : [])), from);
  await setCoverage(ctx, [{ area: area.id, roundId: round.id as Id, classes: ['poor', 'near_poor'], indicators: reading.indicators }]);
  return { added, changed, same };
}
