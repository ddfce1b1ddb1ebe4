import { useTranslation } from 'react-i18next';
import type { HouseholdEvent } from '../contract.events.ts';

/** The events of an act that are told: a move inside the register is one, though it left one village and entered another, unless it was placed on a later day. */
export const toldEvents = (events: readonly HouseholdEvent[]): HouseholdEvent[] => events.filter(({ kind, act, day }) => kind !== 'moved_out' || !events.some((other) => other.kind === 'moved_in' && other.act === act && other.day === day));

const placed = (...names: (string | undefined)[]): string => names.filter(Boolean).join(', ');

/** An event as a sentence, without the other household that it names. */
export function useEventWords(): (event: HouseholdEvent) => string {
  const { t } = useTranslation('households');
  return ({ kind, person, village, otherVillage, because }) => {
    const here = placed(village.name, otherVillage?.communes?.here);
    const there = placed(otherVillage?.name, otherVillage?.communes?.there);
    if (kind === 'moved_in' && otherVillage) return t('events.moved', { from: there, to: here });
    const words = t(`events.kind.${kind}`, { person: person ?? t('events.somebody'), village: there });
    return because === null ? words : `${words} (${t(`events.because.${because}`).toLowerCase()})`;
  };
}
