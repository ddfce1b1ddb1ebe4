import { z } from 'zod';
import { AreaHit } from '../../contract.ts';

const storageKey = 'chungtay.recent-areas';
const kept = 6;

/** The areas that were chosen last in this browser, newest first. */
export function recentAreas(): AreaHit[] {
  try {
    return z.array(AreaHit).parse(JSON.parse(localStorage.getItem(storageKey) ?? '[]'));
  } catch {
    return [];
  }
}

export function rememberArea(area: AreaHit): void {
  const others = recentAreas().filter(({ id }) => id !== area.id);
  localStorage.setItem(storageKey, JSON.stringify([area, ...others].slice(0, kept)));
}
