import { z } from 'zod';
import { householdRule, ofHousehold } from './rules.finding.ts';
import { all, answerOf, any, not } from './rules.known.ts';

/** No member uses a telephone subscription or the internet. */
export const noTelephoneOrInternet = householdRule('information', {}, ({ usesTelephone, usesInternet }) =>
  ofHousehold(not(any(answerOf(usesTelephone), answerOf(usesInternet)))),
);

/** No member uses the internet. */
export const noInternet = householdRule('information', {}, ({ usesInternet }) => ofHousehold(not(answerOf(usesInternet))));

/** The household has none of the means that count and, where the loudspeaker counts, does not hear that either. */
export const noInformationMeans = householdRule(
  'information',
  { means: z.array(z.string()), loudspeaker_counts: z.boolean() },
  ({ informationMeans, hearsLoudspeaker }, { means, loudspeaker_counts }) => {
    const has = answerOf(informationMeans === null ? null : informationMeans.some((kind) => means.includes(kind)));
    return ofHousehold(loudspeaker_counts ? all(not(has), not(answerOf(hearsLoudspeaker))) : not(has));
  },
);
