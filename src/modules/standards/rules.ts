import type { PlainDate } from '#kernel/plain-date.ts';
import type { AreaKind, Classification, HouseholdClass, IncomeBand, Missing, Note, Step } from './contract.ts';
import type { Facts } from './contract.facts.ts';
import type { Instrument, LocalStandard, Provision, Standard } from './contract.packs.ts';
import { problem } from './problems.ts';
import { countAgainst, countDeprivations, type DeprivationCount } from './rules.count.ts';
import { isSameBand, place, type Measure, type Ruler } from './rules.income.ts';
import { findDeprivations } from './rules.indicators.ts';
import { scoreB1 } from './rules.score.ts';
import { step } from './rules.step.ts';
import { valueOn } from './rules.values.ts';

/** Where and when a household is classified. */
export interface ClassifyContext {
  /** The day of the round: it tells ages and which dated value holds, never which standard. */
  date: PlainDate;
  area: AreaKind | null;
  /** Region code of the commune; only a table of points needs it. */
  region: string | null;
  instrument: Instrument | null;
  /** The province's own higher lines, to be applied beside the national ones. */
  local: LocalStandard | null;
  /** Whether sample tables may be used: only in a demonstration. */
  demonstration: boolean;
}

const areaKinds = ['rural', 'urban'] as const satisfies AreaKind[];

type DecidedClass = Exclude<HouseholdClass, 'insufficient'>;

/** The classes that a band of income and a number of deprivations leave open. */
function classesFor(band: IncomeBand | null, { least, most }: DeprivationCount, min: number): DecidedClass[] {
  if (band === null) return ['poor', 'near_poor', 'average', 'not_poor'];
  if (band === 'poor_alone') return ['poor'];
  if (band === 'average') return ['average'];
  if (band !== 'criterion') return ['not_poor'];
  return [...(most >= min ? ['poor' as const] : []), ...(least < min ? ['near_poor' as const] : [])];
}

interface Verdict {
  class: HouseholdClass;
  band: IncomeBand | null;
  incomeSteps: Step[];
  classSteps: Step[];
  notes: Note[];
  /** What of the household the class waits for. */
  waitsFor: { income: boolean; area: boolean; indicators: boolean };
}

/** Holds a household against one set of lines. What is unknown is tried both ways: it is decided where that changes nothing. */
function decide(measure: Measure | null, count: DeprivationCount, ruler: Ruler, area: AreaKind | null, on: PlainDate): Verdict {
  const { level, classes } = ruler;
  const law = classes.poor;
  const { value: min, provision: countLaw } = valueOn(ruler.min_deprived, on);
  const placed = measure === null ? [] : (area === null ? areaKinds : [area]).map((kind) => place(measure, ruler, kind, on));
  const bands: (IncomeBand | null)[] = measure === null ? [null] : placed.map(({ band }) => band);
  const isOneBand = new Set(bands).size === 1;
  const open = [...new Set(bands.flatMap((band) => classesFor(band, count, min)))];
  const decided = open.length === 1 ? open[0]! : null;
  const needsCount = bands.some((band) => band === null || band === 'criterion');
  return {
    class: decided ?? 'insufficient',
    band: isOneBand ? bands[0]! : null,
    incomeSteps: measure === null ? [step('income.unknown', 'unknown', {}, law)] : placed.flatMap(({ steps }) => steps),
    classSteps: [
      countAgainst(min, count, countLaw),
      ...(decided && count.least !== count.most ? [step('unknowns.indicators', 'do_not_matter', {}, law)] : []),
      ...(decided && area === null ? [step('unknowns.area', 'does_not_matter', {}, law)] : []),
      decided
        ? step(`class.${level}`, 'decided', { class: decided }, classes[decided])
        : step(`class.${level}`, 'insufficient', {}, law),
    ],
    notes: decided && bands.includes('above_criterion') ? [{ note: 'average_unknown', subjects: [] }] : [],
    waitsFor: {
      income: !decided && bands.includes(null),
      area: !decided && area === null && (measure === null || !isOneBand),
      indicators: !decided && needsCount && count.least < min && count.most >= min,
    },
  };
}

const nationalRuler = (standard: Standard): Ruler => ({ ...standard, owner: standard.id, level: 'national' });
const localRuler = (standard: Standard, local: LocalStandard): Ruler => ({
  owner: local.id,
  level: 'local',
  lines: local.lines,
  b1_cuts: local.b1_cuts ?? null,
  min_deprived: local.min_deprived ?? standard.min_deprived,
  classes: { poor: local.provision, near_poor: local.provision, average: local.provision, not_poor: local.provision },
});

/** The classes alone that follow from what tells the income and from a number of deprivations: what `classify` decides, without its reasons. */
export function classesFrom(measure: Measure | null, count: DeprivationCount, standard: Standard, { date, area, local }: Pick<ClassifyContext, 'date' | 'area' | 'local'>): { national: HouseholdClass; local: HouseholdClass | null } {
  return {
    national: decide(measure, count, nationalRuler(standard), area, date).class,
    local: local && decide(measure, count, localRuler(standard, local), area, date).class,
  };
}

/** Whether a B1 score beside a stated income leads to the same band; it is said either way, and the income decides. */
function compareWithB1(
  income: number,
  points: number,
  ruler: Ruler,
  area: AreaKind | null,
  on: PlainDate,
): { steps: Step[]; notes: Note[] } {
  const pairs = (area === null ? areaKinds : [area]).map(
    (kind) => [place({ income }, ruler, kind, on).band, place({ points }, ruler, kind, on).band] as const,
  );
  if (pairs.some(([, byPoints]) => byPoints === null)) return { steps: [], notes: [] };
  const agrees = pairs.some(([byIncome, byPoints]) => isSameBand(byIncome, byPoints));
  return {
    steps: [step('income.against_b1', agrees ? 'agrees' : 'contradicts', { income, points }, ruler.classes.poor)],
    notes: agrees ? [] : [{ note: 'contradiction', subjects: ['income', 'b1'] }],
  };
}

/** Notes on what the steps rest on, where that is less than a text that was read. */
function notesOnBasis(steps: readonly Step[], provisions: Readonly<Record<string, Provision>>): Note[] {
  const cited = [...new Set(steps.map(({ citation }) => citation))];
  const marked = (mark: Provision['mark']): string[] => cited.filter((id) => provisions[id]!.mark === mark);
  const note = (name: Note['note'], subjects: string[]): Note[] => (subjects.length > 0 ? [{ note: name, subjects }] : []);
  return [...note('rests_on_unverified', marked('unverified')), ...note('rests_on_made_up', marked('made_up'))];
}

function refuseStrangers(standard: Standard, { instrument, local }: ClassifyContext): void {
  if (instrument && instrument.standard !== standard.id)
    throw problem('standard.not-its-own', { id: instrument.id, owner: instrument.standard, standard: standard.id });
  if (local && local.base !== standard.id)
    throw problem('standard.not-its-own', { id: local.id, owner: local.base, standard: standard.id });
}

/** The same kind of note once, with all its subjects. */
function gather<Entry extends { subjects: string[] }>(entries: readonly Entry[], kindOf: (entry: Entry) => string): Entry[] {
  return [...Map.groupBy(entries, kindOf).values()].map((same) => ({
    ...same[0]!,
    subjects: [...new Set(same.flatMap(({ subjects }) => subjects))],
  }));
}

/**
 * Classifies a household under a standard and says why, step by step. The one classifier of the program: pure, so that the
 * phone, the server and the command line give the same answer, and so that a stored result can be worked out again.
 *
 * Where evidence disagrees: a stated income goes before a B1 score, a score worked out of answers before a copied one,
 * indicators before a copied B2 sum; an answer on the form against facts that say otherwise leaves the indicator unknown. Each
 * is said in a step and a note.
 */
export function classify(facts: Facts, standard: Standard, context: ClassifyContext): Classification {
  refuseStrangers(standard, context);
  const { date, area, local } = context;
  const national = nationalRuler(standard);
  const score = scoreB1(facts, standard, context);
  const points = score?.points ?? null;
  const measure: Measure | null = facts.income !== null ? { income: facts.income } : points !== null ? { points } : null;
  const comparison =
    facts.income !== null && points !== null
      ? compareWithB1(facts.income, points, national, area, date)
      : { steps: [], notes: [] };

  const deprivations = findDeprivations(facts, standard, date);
  const count = countDeprivations(facts, standard, deprivations.answers, date);
  const verdict = decide(measure, count, national, area, date);
  const localVerdict = local && decide(measure, count, localRuler(standard, local), area, date);
  const verdicts = localVerdict ? [verdict, localVerdict] : [verdict];

  const steps = [
    ...(score?.steps ?? []),
    ...comparison.steps,
    ...verdict.incomeSteps,
    ...deprivations.steps,
    ...count.steps,
    ...verdict.classSteps,
    ...(localVerdict ? [...localVerdict.incomeSteps, ...localVerdict.classSteps] : []),
  ];
  const notes: Note[] = [
    ...(score?.notes ?? []),
    ...comparison.notes,
    ...deprivations.notes,
    ...count.notes,
    ...verdicts.flatMap((one) => one.notes),
  ];
  const waits = (what: keyof Verdict['waitsFor']): boolean => verdicts.some(({ waitsFor }) => waitsFor[what]);
  const cutsAreUnknown = measure !== null && 'points' in measure && waits('income');
  const missing: Missing[] = [
    ...(waits('income') ? [{ what: 'income' as const, subjects: [] }, ...(score?.missing ?? [])] : []),
    ...(cutsAreUnknown ? [{ what: 'b1_cut' as const, subjects: [] }] : []),
    ...(waits('area') ? [{ what: 'area_kind' as const, subjects: [] }] : []),
    ...(waits('indicators') ? deprivations.missing : []),
  ];
  const provisions = { ...standard.provisions, ...local?.provisions, ...context.instrument?.provisions };
  return {
    standard: standard.id,
    class: verdict.class,
    income: { route: facts.income !== null ? 'stated_income' : points !== null ? score!.route : null, band: verdict.band },
    b1: points,
    deprivations: deprivations.answers,
    deprived: { least: count.least, most: count.most },
    b2: count.b2,
    b2Basis: count.b2Basis,
    local: local && localVerdict && { standard: local.id, class: localVerdict.class, band: localVerdict.band },
    notes: gather([...notes, ...notesOnBasis(steps, provisions)], ({ note }) => note),
    missing: gather(missing, ({ what }) => what),
    steps,
  };
}
