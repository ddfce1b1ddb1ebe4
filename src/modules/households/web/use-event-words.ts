import { useTranslation } from 'react-i18next';
import type { HouseholdEvent } from '../contract.events.ts';

/** The events of an act that are told: a move inside the register is one, though it left one village and entered another. */
export const toldEvents = (events: readonly HouseholdEvent[]): HouseholdEvent[] => events.filter(({ kind, act }) => kind !== 'moved_out' || !events.some((other) => other.kind === 'moved_in' && other.act === act));

/** An event as a sentence, without the other household that it names. */
export function useEventWords(): (event: HouseholdEvent) => string {
  const { t } = useTranslation('households');
  return ({ kind, person, village, otherVillage, because }) => {
    if (kind === 'moved_in' && otherVillage) return t('events.moved', { from: otherVillage.name, to: village.name });
    const words = t(`events.kind.${kind}`, { person: person ?? t('events.somebody'), village: otherVillage?.name ?? '' });
    return because === null ? words : `${words} (${t(`events.because.${because}`).toLowerCase()})`;
  };
}
