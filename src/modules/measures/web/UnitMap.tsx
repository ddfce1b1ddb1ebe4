import { useMediaQuery } from '@mantine/hooks';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { showDate } from '#kernel/plain-date.ts';
import { showNumber, showRate } from '#kernel/show.ts';
import { fold } from '#kernel/vietnamese.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import type { Outlines } from '#modules/areas/web/parts/boundaries.ts';
import { useSession } from '#modules/identity/web/parts/session.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { useSetPlace } from '#web/place.ts';
import { AreaMap } from '#web/ui/map/AreaMap.tsx';
import { scaleOf, type MapValue, type Scale } from '#web/ui/map/steps.ts';
import type { SheetTexts } from '#web/ui/map/sheet.ts';
import type { Figures } from '../contract.ts';
import { useWhy } from './KeyFigures.tsx';
import { drawnAs, ofRow, useShowMapped, type MappedMeasure } from './mapped.ts';

const height = 460;
/** A phone is narrower than high. */
const phoneHeight = 320;

export function useMapHeight(): number {
  return useMediaQuery('(max-width: 600px)', undefined, { getInitialValueInEffect: false }) ? phoneHeight : height;
}

export type MapValues = ReadonlyMap<string, MapValue>;

/** What the map shows of each unit, by its id. */
export function useMapValues(figures: Figures | undefined, measure: MappedMeasure): MapValues {
  const { t } = useTranslation('measures');
  const { language } = useLanguage();
  const why = useWhy();
  return useMemo(() => {
    const detailOf = (row: Figures['rows'][number]): string => {
      const [poor, rate] = [ofRow(row, 'households.poor')?.value ?? null, ofRow(row, 'rate.poor')?.value ?? null];
      if (measure === 'rate.poor') return poor === null ? '' : t('map.households', { n: showNumber(poor, language) });
      if (measure === 'households.poor' && rate !== null) return t('map.poorShare', { rate: showRate(rate, language) });
      return t(`map.unit.${measure}`);
    };
    return new Map(
      figures?.rows.map((row): [string, MapValue] => {
        const figure = ofRow(row, measure)!;
        return [row.area.id, { name: row.area.name, value: figure.value, ...(figure.carried?.estimated && { estimated: true }), detail: figure.value === null ? why(figure) : detailOf(row) }];
      }),
    );
  }, [figures, measure, language]);
}

/** One scale for the maps whose values are given. */
export function useScale(measure: MappedMeasure, ...maps: readonly MapValues[]): Scale {
  const pixels = useMapHeight();
  return useMemo(
    () => scaleOf(drawnAs(measure), maps.flatMap((values) => [...values.values()]), { units: Math.max(...maps.map(({ size }) => size)), height: pixels }),
    [measure, pixels, ...maps],
  );
}

interface Props {
  figures: Figures;
  outlines: Outlines;
  measure: MappedMeasure;
  values: MapValues;
  scale: Scale;
  noLegend?: boolean;
  onPoint?: (id: string | null) => void;
  lit?: ReadonlySet<string>;
  ground?: ReadonlySet<string>;
}

/** The units below an area on a map: a click goes into one, and the map can be taken along. */
export function UnitMap({ figures, outlines, measure, ...rest }: Props) {
  const { t } = useTranslation('measures');
  const setPlace = useSetPlace();
  const pixels = useMapHeight();
  const show = useShowMapped(measure);
  const { scale, ...drawing } = rest;
  const day = figures.mapDate === figures.asOf ? showDate(figures.asOf) : t('map.onMap', { day: showDate(figures.asOf), map: showDate(figures.mapDate) });
  return (
    <AreaMap
      {...drawing}
      title={t('map.name', { measure: t(`map.of.${measure}`), area: figures.total.area.name, day })}
      boundaries={outlines.boundaries}
      figure={{ scale, show }}
      onOpen={(id) => setPlace({ area: id as AreaRef })}
      height={pixels}
      file={useSheetTexts(figures, outlines, measure)}
    />
  );
}

/** What stands around the map on paper: all that one needs to read it without the screen. */
function useSheetTexts({ total: { area }, rows, period, asOf, mapDate, sources }: Figures, { level, notes }: Outlines, measure: MappedMeasure): SheetTexts {
  const { t } = useTranslation('measures');
  const { t: tShell } = useTranslation();
  const { say } = useLanguage();
  const { demonstration } = useSession();
  const title = t(`map.of.${measure}`);
  const shown = rows.flatMap((row) => ofRow(row, measure) ?? []);
  const published = [...new Set(shown.flatMap(({ source }) => (source === null ? [] : [source])))].map((place) => say(sources[place]!.text));
  const isOwnCount = shown.some(({ basis }) => basis === 'households' || basis === 'computed');
  const parts = [fold(title), area.code ?? fold(area.name), period, level === null ? '' : t(`map.sheet.fileLevel.${level}`), mapDate === asOf ? '' : t('map.sheet.fileMap', { day: mapDate })];
  return {
    file: [t('map.sheet.file'), ...parts].filter(Boolean).join('-').replaceAll(/[^a-zA-Z0-9-]+/g, '-'),
    title,
    lines: [area.name, t('asOf', { day: showDate(asOf) }), t('map.sheet.map', { day: showDate(mapDate) })],
    notes: [
      ...(drawnAs(measure) === 'circles' ? [t('map.circles')] : []),
      ...(isOwnCount ? [t('map.sheet.register')] : []),
      ...(published.length > 0 ? [t('map.sheet.source', { sources: published.join('; ') })] : []),
      ...(shown.some(({ carried }) => carried?.estimated) ? [t('carried.noteSome')] : []),
      ...notes.map(say),
    ],
    simulated: demonstration ? tShell('simulated.long') : undefined,
  };
}
