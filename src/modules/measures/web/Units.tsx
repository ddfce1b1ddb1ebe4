import { NativeSelect, SegmentedControl, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { endOf } from '#kernel/period.ts';
import { showNumber } from '#kernel/show.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import type { CommunePlaces } from '#modules/areas/contract.places.ts';
import { outlinesQuery, placesQuery, pointsOf, type Outlines } from '#modules/areas/web/parts/boundaries.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { usePlace } from '#web/place.ts';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { Section } from '#web/ui/Page.tsx';
import type { Figures, MappedFigures, MeasureId } from '../contract.ts';
import { mappedOf } from '../rules.mapped.ts';
import { useWhy } from './KeyFigures.tsx';
import { drawnAs, MappedMeasure, useMapped, useSetMap } from './mapped.ts';
import styles from './OverviewPage.module.css';
import { communesQuery } from './queries.ts';
import { UnitMap, useMapHeight, useMapValues, useScale } from './UnitMap.tsx';
import { UnitTable } from './UnitTable.tsx';

const height = 460;
/** Rows that fit beside the map; more of them scroll. */
const fitting = 11;

/** The units below the area as a map and as a table: where it is worst, and the way into each. */
export function Units({ figures }: { figures: Figures }) {
  const { t } = useTranslation('measures');
  const { language } = useLanguage();
  const { period, map } = usePlace();
  const { units } = useSearch({ from: '/shell/' });
  const why = useWhy();
  const finer = figures.rows[0]!.area.level === units ? undefined : units;
  const fine = useQuery({ ...communesQuery(figures.total.area.id, period, map), enabled: finer !== undefined });
  const coarse = useMemo(() => mappedOf(figures), [figures]);
  const shown = finer === undefined ? coarse : fine.data;
  const { measure, known } = useMapped(shown ?? coarse);
  const rate = figures.rows[0]!.figures['rate.poor' as MeasureId]!;
  return (
    <Section
      title={t('map.title')}
      note={t('map.units', { n: showNumber(figures.rows.length, language) })}
      actions={<MapChoice figures={figures} measure={measure} known={known} />}
    >
      <div className={styles.units}>
        <div>
          {fine.error ? <ErrorNotice error={fine.error} onRetry={() => void fine.refetch()} /> : <MapOfUnits area={figures.total.area.id} level={finer} figures={shown} measure={measure} />}
          {drawnAs(measure) === 'circles' && <p className={styles.quiet}>{t('map.circles')}</p>}
          {!known.includes('rate.poor') && rate.value === null && <p className={styles.quiet}>{t('map.noRates', { why: why(rate) })}</p>}
          <CertaintyNote figures={figures} />
        </div>
        <UnitTable figures={figures} {...(figures.rows.length > fitting ? { height } : {})} />
      </div>
    </Section>
  );
}

/** Which figure the map shows and, of an area whose units hold communes, how fine it is. */
function MapChoice({ figures, measure, known }: { figures: Figures; measure: MappedMeasure; known: readonly MappedMeasure[] }) {
  const { t } = useTranslation('measures');
  const setMap = useSetMap();
  const { units } = useSearch({ from: '/shell/' });
  const level = figures.rows[0]!.area.level;
  return (
    <div className={styles.choices}>
      {(level === 'province' || level === 'district') && (
        <SegmentedControl
          size="xs"
          aria-label={t('map.level')}
          value={units ?? level}
          onChange={(next) => setMap({ units: next === 'commune' ? next : undefined })}
          data={[level, 'commune' as const].map((value) => ({ value, label: t(`map.by.${value}`) }))}
        />
      )}
      <NativeSelect
        size="xs"
        aria-label={t('map.measure')}
        value={measure}
        onChange={({ currentTarget }) => setMap({ figure: MappedMeasure.parse(currentTarget.value) })}
        data={MappedMeasure.options.map((value) => ({ value, label: t(`map.of.${value}`), disabled: !known.includes(value) && value !== measure }))}
      />
    </div>
  );
}

function MapOfUnits({ area, level, figures, measure }: { area: AreaRef; level: 'commune' | undefined; figures: MappedFigures | undefined; measure: MappedMeasure }) {
  const { t } = useTranslation('measures');
  const { language } = useLanguage();
  const { period, map } = usePlace();
  const pixels = useMapHeight();
  const { data: outlines, error, refetch } = useQuery(outlinesQuery(area, map ?? endOf(period), level));
  const values = useMapValues(figures, measure);
  const scale = useScale(measure, values);
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (outlines === undefined || figures === undefined) return <Skeleton height={pixels} />;
  return (
    <>
      <UnitMap figures={figures} outlines={outlines} measure={measure} values={values} scale={scale} />
      {level !== undefined && <p className={styles.quiet}>{t('map.finer', { n: showNumber(values.size, language) })}</p>}
      <Notes notes={outlines.notes} />
    </>
  );
}

/** The villages of a commune: points on a map, as far as somebody has said where they are, and a table. */
export function Villages({ figures }: { figures: Figures }) {
  const { t } = useTranslation('measures');
  const { language } = useLanguage();
  const mapped = useMemo(() => mappedOf(figures), [figures]);
  const { measure, known } = useMapped(mapped);
  const commune = figures.total.area.id;
  const { data } = useQuery(placesQuery(commune, figures.mapDate));
  const placed = data?.villages.some(({ place }) => place !== null) ?? false;
  return (
    <Section title={t('map.villages')} note={t('map.units', { n: showNumber(figures.rows.length, language) })} actions={placed && <MapChoice figures={figures} measure={measure} known={known} />}>
      {data && placed && <MapOfVillages figures={mapped} places={data} measure={measure} />}
      <UnitTable figures={figures} />
      {data && <Unplaced commune={commune} places={data} />}
      <CertaintyNote figures={figures} />
    </Section>
  );
}

function MapOfVillages({ figures, places, measure }: { figures: MappedFigures; places: CommunePlaces; measure: MappedMeasure }) {
  const { t } = useTranslation('measures');
  const commune = figures.area.id;
  const outlines = useMemo((): Outlines => ({ boundaries: pointsOf(places), day: figures.mapDate, level: 'village', approximate: false, withoutOutline: [], notes: [] }), [places, figures.mapDate]);
  const all = useMapValues(figures, measure);
  // Only what is on the map sets the size of its circles.
  const values = useMemo(() => new Map(places.villages.flatMap(({ village: { id }, place }) => (place && all.has(id) ? [[id, all.get(id)!] as const] : []))), [places, all]);
  const scale = useScale(measure, values);
  const ground = useMemo(() => new Set<string>([commune]), [commune]);
  const isMadeUp = places.villages.some(({ place }) => place?.mark === 'made_up');
  return (
    <div className={styles.points}>
      <UnitMap figures={figures} outlines={outlines} measure={measure} values={values} scale={scale} ground={ground} />
      {isMadeUp && <p className={styles.quiet}>{t('map.madeUpPlaces')}</p>}
    </div>
  );
}

/** Which villages are not on the map, and the way to put them there. */
function Unplaced({ commune, places: { villages } }: { commune: AreaRef; places: CommunePlaces }) {
  const { t } = useTranslation('measures');
  const missing = villages.filter(({ place }) => place === null);
  if (missing.length === 0) return null;
  return (
    <p className={styles.quiet}>
      {t('map.unplaced', { names: missing.map(({ village }) => village.name).join(', ') })}{' '}
      <Link to="/areas/$ref" params={{ ref: commune }} search={(before) => ({ ...before, area: commune })}>
        {t('map.placeThem')}
      </Link>
    </p>
  );
}

/** On another map than that of the data: which of the figures are exact, and what the sign of the others means. */
function CertaintyNote({ figures: { asOf, mapDate, rows, overlay } }: { figures: Figures }) {
  const { t } = useTranslation('measures');
  if (mapDate === asOf && !overlay) return null;
  const all = rows.flatMap(({ figures: own }) => Object.values(own)).filter(({ value }) => value !== null);
  if (all.length === 0) return null;
  const estimated = all.some(({ carried }) => carried?.estimated);
  return (
    <>
      <p className={styles.quiet}>{t(estimated ? 'carried.noteSome' : 'carried.noteExact')}</p>
      {rows.some(({ inOverlay }) => inOverlay === 'part') && <p className={styles.quiet}>{t('overlay.partNote')}</p>}
    </>
  );
}

export function Notes({ notes }: { notes: readonly { vi: string; en: string }[] | undefined }) {
  const { say } = useLanguage();
  return notes?.map((note) => (
    <p key={note.vi} className={styles.quiet}>
      {say(note)}
    </p>
  ));
}
