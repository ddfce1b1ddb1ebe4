import type { PlainDate } from '#kernel/plain-date.ts';
import type { Missing, Note, Step } from './contract.ts';
import type { Answer, Facts } from './contract.facts.ts';
import type { Indicator, IndicatorCode, Standard } from './contract.packs.ts';
import { problem } from './problems.ts';
import * as education from './rules.education.ts';
import type { Finding, IndicatorRule } from './rules.finding.ts';
import * as health from './rules.health.ts';
import * as housing from './rules.housing.ts';
import * as information from './rules.information.ts';
import { step } from './rules.step.ts';
import { valueOn } from './rules.values.ts';
import * as water from './rules.water.ts';
import * as work from './rules.work.ts';

/** The rules that a standard may name for its indicators. */
export const indicatorRules: Readonly<Record<string, IndicatorRule>> = {
  jobless_member: work.joblessMember,
  dependants_share: work.dependantsShare,
  undernourished_child: health.undernourishedChild,
  uninsured_member: health.uninsuredMember,
  untreated_illness: health.untreatedIllness,
  adult_without_level: education.adultWithoutLevel,
  adult_without_fitting_level: education.adultWithoutFittingLevel,
  child_out_of_school: education.childOutOfSchool,
  child_out_of_fitting_level: education.childOutOfFittingLevel,
  house_grade: housing.houseGrade,
  structures_not_durable: housing.structuresNotDurable,
  floor_area_per_person: housing.floorAreaPerPerson,
  unhygienic_water: water.unhygienicWater,
  water_source_not_accepted: water.waterSourceNotAccepted,
  unhygienic_latrine: water.unhygienicLatrine,
  latrine_not_accepted: water.latrineNotAccepted,
  no_telephone_or_internet: information.noTelephoneOrInternet,
  no_internet: information.noInternet,
  no_information_means: information.noInformationMeans,
};

/** What the facts say of an indicator; null where its threshold is not known, so that nothing is worked out. */
export function findIndicator({ threshold }: Indicator, facts: Facts, on: PlainDate): Finding | null {
  return 'unknown' in threshold ? null : indicatorRules[threshold.rule]!.find(facts, parametersOn(threshold, on), on);
}

type Threshold = Exclude<Indicator['threshold'], { unknown: unknown }>;

/** The parameters of a threshold as they hold on a day. */
export const parametersOn = ({ parameters }: Pick<Threshold, 'parameters'>, on: PlainDate): Record<string, unknown> =>
  Object.fromEntries(Object.entries(parameters).map(([name, values]) => [name, valueOn(values, on).value]));

interface Judged {
  answer: Answer;
  step: Step | null;
  contradicts: boolean;
}

/** An answer from the form and a finding from the facts must agree; while they do not, the indicator is unknown. */
function judge({ code, provision }: Indicator, stated: Answer, finding: Finding | null): Judged {
  const indicator = code;
  const computed = finding?.answer ?? 'unknown';
  if (stated !== 'unknown' && computed !== 'unknown' && stated !== computed) {
    return {
      answer: 'unknown',
      step: step('indicator.contradiction', 'unknown', { indicator, stated, computed }, provision),
      contradicts: true,
    };
  }
  if (computed !== 'unknown') {
    const { rule, inputs } = finding!;
    return {
      answer: computed,
      step: { rule, outcome: computed, inputs: { indicator, ...inputs }, citation: provision },
      contradicts: false,
    };
  }
  return {
    answer: stated,
    step: stated === 'unknown' ? null : step('indicator.stated', stated, { indicator }, provision),
    contradicts: false,
  };
}

export interface Deprivations {
  answers: Record<IndicatorCode, Answer>;
  steps: Step[];
  notes: Note[];
  /** What would have to be known for every indicator. */
  missing: Missing[];
}

/**
 * The deprivations of a household, in the order of the standard's columns. Throws where an answer names an indicator that it has
 * not.
 */
export function findDeprivations(facts: Facts, standard: Standard, on: PlainDate): Deprivations {
  const codes = standard.indicators.map(({ code }) => code);
  const strangers = Object.keys(facts.indicators).filter((code) => !codes.includes(code));
  if (strangers.length > 0)
    throw problem('standard.indicator-unknown', { standard: standard.id, codes: strangers.join(', '), known: codes.join(', ') });

  const judged = standard.indicators.map((indicator) => ({
    indicator,
    ...judge(indicator, facts.indicators[indicator.code] ?? 'unknown', findIndicator(indicator, facts, on)),
  }));
  const codesWhere = (test: (entry: (typeof judged)[number]) => boolean): string[] =>
    judged.filter(test).map(({ indicator }) => indicator.code);
  const hasThreshold = (indicator: Indicator): boolean => !('unknown' in indicator.threshold);
  const silent = codesWhere(({ step, indicator }) => step === null && hasThreshold(indicator));
  const withoutThreshold = codesWhere(({ step, indicator }) => step === null && !hasThreshold(indicator));
  const takenAsStated = codesWhere(({ answer, indicator }) => answer !== 'unknown' && !hasThreshold(indicator));
  const contradictions = codesWhere(({ contradicts }) => contradicts);
  const open = [...silent, ...withoutThreshold];

  const firstProvision = (among: readonly string[]): string =>
    standard.indicators.find(({ code }) => among.includes(code))!.provision;
  return {
    answers: Object.fromEntries(judged.map(({ indicator, answer }) => [indicator.code, answer])),
    steps: [
      ...judged.flatMap(({ step }) => step ?? []),
      ...(silent.length > 0 ? [step('indicators.unknown', 'unknown', { indicators: silent }, firstProvision(silent))] : []),
      ...(withoutThreshold.length > 0
        ? [step('indicators.no_threshold', 'unknown', { indicators: withoutThreshold }, firstProvision(withoutThreshold))]
        : []),
    ],
    notes: [
      ...(takenAsStated.length > 0 ? [{ note: 'no_threshold' as const, subjects: takenAsStated }] : []),
      ...(contradictions.length > 0 ? [{ note: 'contradiction' as const, subjects: contradictions }] : []),
    ],
    missing: [
      ...(open.length > 0 ? [{ what: 'indicators' as const, subjects: open }] : []),
      ...(contradictions.length > 0 ? [{ what: 'contradiction' as const, subjects: contradictions }] : []),
    ],
  };
}
