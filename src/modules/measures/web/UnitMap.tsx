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
import type { MappedFigures } from '../contract.ts';
import { reasonsOf } from '../rules.mapped.ts';
import { useWhy } from './KeyFigures.tsx';
import { columnOf, drawnAs, useShowMapped, type MappedMeasure } from './mapped.ts';

const height = 460;
/** A phone is narrower than high. */
const phoneHeight = 320;

export function useMapHeight(): number {
  return useMediaQuery('(max-width: 600px)', undefined, { getInitialValueInEffect: false }) ? phoneHeight : height;
}

export type MapValues = ReadonlyMap<string, MapValue>;

/** What the map shows of each unit, by its id. */
export function useMapValues(figures: MappedFigures | undefined, measure: MappedMeasure): MapValues {
  const { t } = useTranslation('measures');
  const { language } = useLanguage();
  const why = useWhy();
  return useMemo(() => {
    const column = figures && columnOf(figures, measure);
    if (!column) return new Map();
    const [poor, rate] = [columnOf(figures, 'households.poor')?.values, columnOf(figures, 'rate.poor')?.values];
    const detailOf = (place: number): string => {
      const [households, share] = [poor?.[place] ?? null, rate?.[place] ?? null];
      if (measure === 'rate.poor') return households === null ? '' : t('map.households', { n: showNumber(households, language) });
      if (measure === 'households.poor' && share !== null) return t('map.poorShare', { rate: showRate(share, language) });
      return t(`map.unit.${measure}`);
    };
    const [reasons, estimated] = [reasonsOf(column, figures.reasons), new Set(column.estimated)];
    const { ids, names } = figures.units;
    return new Map(
      column.values.map((value, place): [string, MapValue] => {
        const detail = (): string => (value === null ? why({ reason: reasons.get(place)! }) : detailOf(place));
        return [ids[place]!, { name: names[place]!, value, ...(estimated.has(place) && { estimated: true }), detail }];
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
  figures: MappedFigures;
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
      title={t('map.name', { measure: t(`map.of.${measure}`), area: figures.area.name, day })}
      boundaries={outlines.boundaries}
      figure={{ scale, show }}
      onOpen={(id) => setPlace({ area: id as AreaRef })}
      height={pixels}
      file={useSheetTexts(figures, outlines, measure)}
    />
  );
}

/** What stands around the map on paper: all that one needs to read it without the screen. */
function useSheetTexts(figures: MappedFigures, { level, notes }: Outlines, measure: MappedMeasure): SheetTexts {
  const { t } = useTranslation('measures');
  const { t: tShell } = useTranslation();
  const { say } = useLanguage();
  const { demonstration } = useSession();
  const title = t(`map.of.${measure}`);
  const { area, period, asOf, mapDate, sources } = figures;
  const column = columnOf(figures, measure);
  const published = column?.sources.map((place) => say(sources[place]!.text)) ?? [];
  const parts = [fold(title), area.code ?? fold(area.name), period, level === null ? '' : t(`map.sheet.fileLevel.${level}`), mapDate === asOf ? '' : t('map.sheet.fileMap', { day: mapDate })];
  return {
    file: [t('map.sheet.file'), ...parts].filter(Boolean).join('-').replaceAll(/[^a-zA-Z0-9-]+/g, '-'),
    title,
    lines: [area.name, t('asOf', { day: showDate(asOf) }), t('map.sheet.map', { day: showDate(mapDate) })],
    notes: [
      ...(drawnAs(measure) === 'circles' ? [t('map.circles')] : []),
      ...(column?.ownCount ? [t('map.sheet.register')] : []),
      ...(published.length > 0 ? [t('map.sheet.source', { sources: published.join('; ') })] : []),
      ...(column && column.estimated.length > 0 ? [t('carried.noteSome')] : []),
      ...notes.map(say),
    ],
    simulated: demonstration ? tShell('simulated.long') : undefined,
  };
}
