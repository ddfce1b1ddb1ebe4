import { z } from 'zod';
import { householdRule, ofHousehold } from './rules.finding.ts';
import { answerOf, isOneOf, not } from './rules.known.ts';

/** The water for daily use is not hygienic, as the reviewer judges it: this standard's list of sources is not loaded. */
export const unhygienicWater = householdRule('water', {}, ({ waterIsHygienic }) => ofHousehold(not(answerOf(waterIsHygienic))));

/** The main source of water is none of those accepted. */
export const waterSourceNotAccepted = householdRule('water', { accepted: z.array(z.string()) }, ({ waterSource }, { accepted }) =>
  ofHousehold(not(isOneOf(waterSource, accepted))),
);

/** The latrine is not hygienic, as the reviewer judges it. */
export const unhygienicLatrine = householdRule('latrine', {}, ({ latrineIsHygienic }) => ofHousehold(not(answerOf(latrineIsHygienic))));

/** The latrine is none of those accepted. */
export const latrineNotAccepted = householdRule('latrine', { accepted: z.array(z.string()) }, ({ latrine }, { accepted }) =>
  ofHousehold(not(isOneOf(latrine, accepted))),
);
