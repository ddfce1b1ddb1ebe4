import type { PlainDate } from '#kernel/plain-date.ts';
import type { AreaKind, IncomeBand, Step } from './contract.ts';
import type { LocalStandard, Standard } from './contract.packs.ts';
import { step } from './rules.step.ts';
import { knownOn } from './rules.values.ts';

/** What tells the income: an amount of đồng, or a score that stands for it. The two are never mixed, and B2 never joins them. */
export type Measure = { income: number } | { points: number };

/** The lines, national or of a province, that a household is held against. */
export interface Ruler {
  /** Id of the standard that the lines belong to. */
  owner: string;
  level: 'national' | 'local';
  lines: Standard['lines'] | LocalStandard['lines'];
  b1_cuts: Standard['b1_cuts'] | null;
  min_deprived: Standard['min_deprived'];
  /** What says which household is of which class. */
  classes: Standard['classes'];
}

export interface Placed {
  /** Null where the line for this measure is not known. */
  band: IncomeBand | null;
  steps: Step[];
}

const compareWith = (value: number, limit: number): 'below' | 'equal' | 'above' =>
  value < limit ? 'below' : value === limit ? 'equal' : 'above';

/** Finds the band of a stated income. At a line means under it („từ … trở xuống“). */
function placeIncome(income: number, { owner, lines, classes }: Ruler, area: AreaKind, on: PlainDate): Placed {
  const steps: Step[] = [];
  for (const name of ['poor_alone', 'criterion', 'average'] as const) {
    const line = lines[name];
    if (!line && name === 'poor_alone') continue;
    const known = line ? knownOn(line[area], on) : null;
    if (known === null) {
      if (name !== 'average') return { band: null, steps };
      const citation = line && 'unknown' in line[area] ? line[area].provision : classes.average;
      return { band: 'above_criterion', steps: [...steps, step('income.average', 'unknown', {}, citation)] };
    }
    const limit = known.value;
    const isMet = income <= limit;
    const inputs = { income, compare: compareWith(income, limit), line: `${owner}.${name}`, limit, area };
    steps.push(step(`income.${name}`, isMet ? 'met' : 'not_met', inputs, known.provision));
    if (isMet) return { band: name, steps };
  }
  return { band: 'above', steps };
}

/** Finds the band of a B1 score. Above the criterion it says no more. */
function placePoints(points: number, { b1_cuts, classes }: Ruler, area: AreaKind, on: PlainDate): Placed {
  const steps: Step[] = [];
  for (const name of ['poor_alone', 'criterion'] as const) {
    const cutFor = b1_cuts?.[name]?.[area];
    if (!cutFor && name === 'poor_alone') continue;
    const known = cutFor ? knownOn(cutFor, on) : null;
    if (known === null)
      return {
        band: null,
        steps: [step('b1.cut', 'unknown', {}, cutFor && 'unknown' in cutFor ? cutFor.provision : classes.poor)],
      };
    const cut = known.value;
    const isMet = points <= cut;
    steps.push(
      step(`b1.${name}`, isMet ? 'met' : 'not_met', { points, compare: compareWith(points, cut), cut, area }, known.provision),
    );
    if (isMet) return { band: name, steps };
    if (name === 'criterion') steps.push(step('b1.average', 'unknown', {}, known.provision));
  }
  return { band: 'above_criterion', steps };
}

export const place = (measure: Measure, ruler: Ruler, area: AreaKind, on: PlainDate): Placed =>
  'income' in measure ? placeIncome(measure.income, ruler, area, on) : placePoints(measure.points, ruler, area, on);

/** Bands that lead to the same choice of classes; a score knows nothing finer. */
export const isSameBand = (one: IncomeBand | null, other: IncomeBand | null): boolean => {
  const coarse = (band: IncomeBand | null) => (band === 'average' || band === 'above' ? 'above_criterion' : band);
  return coarse(one) === coarse(other);
};
