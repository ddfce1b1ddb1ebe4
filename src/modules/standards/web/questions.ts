import type { PlainDate } from '#kernel/plain-date.ts';
import { Facts, type MemberFacts } from '../contract.facts.ts';
import type { Standard } from '../contract.packs.ts';
import { indicatorRules, parametersOn } from '../rules.indicators.ts';

export type MemberQuestion = Exclude<keyof MemberFacts, 'birth' | 'age'>;
export type HouseQuestion = keyof NonNullable<Facts['house']>;
export type HomeQuestion = 'waterSource' | 'waterIsHygienic' | 'latrine' | 'latrineIsHygienic' | 'usesTelephone' | 'usesInternet' | 'informationMeans' | 'hearsLoudspeaker';

/** What each rule asks about every member, in the order in which a person would be asked. */
const ofMember: Readonly<Record<string, readonly MemberQuestion[]>> = {
  jobless_member: ['work', 'workIsRegular', 'ofWorkingAge', 'ableToWork', 'wantsWork'],
  dependants_share: ['allowanceAsElderlyOrDisabled'],
  undernourished_child: ['lowHeightForAge', 'lowWeightForAge'],
  uninsured_member: ['healthInsurance'],
  untreated_illness: ['seriouslyIll', 'treated'],
  adult_without_level: ['attending', 'completed'],
  adult_without_fitting_level: ['attending', 'completed', 'trainedByEmployer'],
  child_out_of_school: ['attending'],
  child_out_of_fitting_level: ['attending'],
};

const ofHouse: Readonly<Record<string, readonly HouseQuestion[]>> = {
  house_grade: ['grade'],
  structures_not_durable: ['wallsDurable', 'columnsDurable', 'roofDurable'],
  floor_area_per_person: ['floorArea'],
};

const ofHome: Readonly<Record<string, readonly HomeQuestion[]>> = {
  unhygienic_water: ['waterIsHygienic'],
  water_source_not_accepted: ['waterSource'],
  unhygienic_latrine: ['latrineIsHygienic'],
  latrine_not_accepted: ['latrine'],
  no_telephone_or_internet: ['usesTelephone', 'usesInternet'],
  no_internet: ['usesInternet'],
  no_information_means: ['informationMeans', 'hearsLoudspeaker'],
};

/** Questions that only an answer to another one raises. */
const raisedBy: Partial<Record<MemberQuestion, (member: MemberFacts) => boolean>> = {
  workIsRegular: ({ work }) => work === 'wage_without_contract',
  ofWorkingAge: ({ work }) => work === 'none',
  ableToWork: ({ work }) => work === 'none',
  wantsWork: ({ work }) => work === 'none',
  treated: ({ seriouslyIll }) => seriouslyIll === true,
};

/** The order on screen, whatever the order of the indicators. */
const order: readonly MemberQuestion[] = [
  'healthInsurance',
  'attending',
  'completed',
  'trainedByEmployer',
  'lowHeightForAge',
  'lowWeightForAge',
  'allowanceAsElderlyOrDisabled',
  'work',
  'workIsRegular',
  'ofWorkingAge',
  'ableToWork',
  'wantsWork',
  'seriouslyIll',
  'treated',
];

interface Named {
  rule: string;
  parameters: Readonly<Record<string, unknown>>;
}

/** The rules of a standard with their parameters on a day; indicators without a threshold have none. */
function rulesOf({ indicators }: Standard, on: PlainDate): Named[] {
  return indicators.flatMap(({ threshold }) => {
    if ('unknown' in threshold) return [];
    return [{ rule: threshold.rule, parameters: parametersOn(threshold, on) }];
  });
}

/**
 * The questions about a member that can still matter: those already answered, and those without which an indicator stays unknown for
 * this person. Nobody is asked about the school of a person of seventy.
 */
export function memberQuestions(member: MemberFacts, standard: Standard, on: PlainDate): MemberQuestion[] {
  const blank = Facts.parse({});
  const staysUnknown = ({ rule, parameters }: Named, question: MemberQuestion): boolean =>
    indicatorRules[rule]!.find({ ...blank, members: [{ ...member, [question]: null }] }, parameters, on).answer === 'unknown';
  const rules = rulesOf(standard, on);
  return order.filter((question) => {
    if (raisedBy[question]?.(member) === false) return false;
    const asking = rules.filter(({ rule }) => ofMember[rule]?.includes(question));
    return asking.length > 0 && (member[question] !== null || asking.some((named) => staysUnknown(named, question)));
  });
}

/** Whether a standard asks about members at all, or for their number. */
export const asksMembers = (standard: Standard, on: PlainDate): boolean => rulesOf(standard, on).some(({ rule }) => rule in ofMember || rule === 'floor_area_per_person');

/** The questions about house, water, latrine and information that a standard asks; the loudspeaker only where it counts. */
export function homeQuestions(standard: Standard, on: PlainDate): { house: HouseQuestion[]; home: HomeQuestion[] } {
  const rules = rulesOf(standard, on);
  const home = rules.flatMap(({ rule, parameters }) => (ofHome[rule] ?? []).filter((question) => question !== 'hearsLoudspeaker' || parameters['loudspeaker_counts'] === true));
  return { house: rules.flatMap(({ rule }) => ofHouse[rule] ?? []), home: [...new Set(home)] };
}
