import { useTranslation } from 'react-i18next';
import type { HouseholdEvent } from '../contract.events.ts';

/** An event as a sentence, without the other household that it names. */
export function useEventWords(): (event: HouseholdEvent) => string {
  const { t } = useTranslation('households');
  return ({ kind, person, otherVillage, because }) => {
    const words = t(`events.kind.${kind}`, { person: person ?? t('events.somebody'), village: otherVillage?.name ?? '' });
    return because === null ? words : `${words} (${t(`events.because.${because}`).toLowerCase()})`;
  };
}
