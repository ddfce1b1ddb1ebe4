import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { showNumber, showRate } from '#kernel/show.ts';
import { useLanguage } from '#web/i18n/language.ts';
import type { Scale } from '#web/ui/map/steps.ts';
import type { MappedColumn, MappedFigures, MeasureId } from '../contract.ts';

/** The measures that the map can show, the one that compares units best first. */
export const MappedMeasure = z.enum(['rate.poor', 'households.poor', 'households.near_poor', 'deprivations.poor']);
export type MappedMeasure = z.infer<typeof MappedMeasure>;

/** What the address of the first screen says of its map. */
export const MapSearch = z.object({
  figure: MappedMeasure.optional().catch(undefined),
  /** The units of the map, where it is finer than the table. */
  units: z.literal('commune').optional().catch(undefined),
});
export type MapSearch = z.infer<typeof MapSearch>;

/** The values of a measure; none where the figures do not hold it. */
export const columnOf = ({ columns }: MappedFigures, measure: MappedMeasure): MappedColumn | undefined => columns[measure as MeasureId];

/** A rate is drawn in steps of colour, a number in circles: see `Scale`. */
export const drawnAs = (measure: MappedMeasure): Scale['as'] => (measure === 'rate.poor' ? 'steps' : 'circles');

/** The figure on the map: the one of the address where some unit knows it, else the first that some unit knows. */
export function useMapped(figures: MappedFigures): { measure: MappedMeasure; known: readonly MappedMeasure[] } {
  const { figure } = useSearch({ from: '/shell/' });
  const known = MappedMeasure.options.filter((measure) => columnOf(figures, measure)?.values.some((value) => value !== null));
  return { measure: figure !== undefined && known.includes(figure) ? figure : (known[0] ?? 'households.poor'), known };
}

/** Changes what the map shows, in the address too. */
export function useSetMap(): (change: MapSearch) => void {
  const navigate = useNavigate({ from: '/' });
  return (change) => void navigate({ to: '.', search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false });
}

/** A figure of the map in the person's language. */
export function useShowMapped(measure: MappedMeasure): (value: number) => string {
  const { t } = useTranslation('measures');
  const { language } = useLanguage();
  return (value) => (measure === 'rate.poor' ? t('map.percent', { rate: showRate(value, language) }) : showNumber(value, language));
}
