import type { Facts } from './contract.facts.ts';

/**
 * What the rules of indicators look at, cut into subjects that are each answered apart: a rule is handed its own subject and nothing else, so that
 * households alike in it are alike to the rule. Members are the sixth; a rule for them is handed one at a time.
 */
export const subjects = {
  structures: ({ house }: Facts) => ({
    grade: house?.grade ?? null,
    wallsDurable: house?.wallsDurable ?? null,
    columnsDurable: house?.columnsDurable ?? null,
    roofDurable: house?.roofDurable ?? null,
  }),
  space: (facts: Facts) => ({ floorArea: facts.house?.floorArea ?? null, people: peopleOf(facts) }),
  water: ({ waterSource, waterIsHygienic }: Facts) => ({ waterSource, waterIsHygienic }),
  latrine: ({ latrine, latrineIsHygienic }: Facts) => ({ latrine, latrineIsHygienic }),
  information: ({ usesTelephone, usesInternet, informationMeans, hearsLoudspeaker }: Facts) => ({ usesTelephone, usesInternet, informationMeans, hearsLoudspeaker }),
};

export type SubjectName = keyof typeof subjects;
export type Subject<Name extends SubjectName> = ReturnType<(typeof subjects)[Name]>;

/** How many people live in a household, as far as is told. */
export const peopleOf = ({ people, members }: Facts): number | null => people ?? members?.length ?? null;
