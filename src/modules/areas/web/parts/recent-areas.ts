import { z } from 'zod';
import { currentLanguage } from '#web/i18n/language.ts';
import { AreaHit } from '../../contract.ts';
import { inLanguage } from '../../rules.names.ts';

/** An area as the picker offers it. */
export const PickedArea = AreaHit.omit({ from: true }).strip();
export type PickedArea = z.infer<typeof PickedArea>;

const storageKey = 'chungtay.recent-areas';
const kept = 6;

/** The areas that were chosen last in this browser, newest first. */
export function recentAreas(): PickedArea[] {
  try {
    return inLanguage(z.array(PickedArea).parse(JSON.parse(localStorage.getItem(storageKey) ?? '[]')), currentLanguage());
  } catch {
    return [];
  }
}

export function rememberArea(area: PickedArea): void {
  const others = recentAreas().filter(({ id }) => id !== area.id);
  localStorage.setItem(storageKey, JSON.stringify([area, ...others].slice(0, kept)));
}
