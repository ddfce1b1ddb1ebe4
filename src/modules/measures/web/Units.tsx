import { SegmentedControl, Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { endOf } from '#kernel/period.ts';
import { showDate } from '#kernel/plain-date.ts';
import { showNumber, showRate } from '#kernel/show.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { outlinesQuery } from '#modules/areas/web/parts/boundaries.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { usePlace, useSetPlace } from '#web/place.ts';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { AreaMap } from '#web/ui/map/AreaMap.tsx';
import type { MapValue } from '#web/ui/map/steps.ts';
import { Section } from '#web/ui/Page.tsx';
import type { Figure, Figures, MeasureId } from '../contract.ts';
import { useWhy } from './KeyFigures.tsx';
import styles from './OverviewPage.module.css';
import { UnitTable } from './UnitTable.tsx';

type Mapped = 'households.poor' | 'rate.poor';
const poor = 'households.poor' as MeasureId;
const rate = 'rate.poor' as MeasureId;
const height = 460;
/** A phone is narrower than high. */
const phoneHeight = 320;
/** Rows that fit beside the map; more of them scroll. */
const fitting = 11;

/** The units below the area as a map and as a table: where it is worst, and the way into each. */
export function Units({ figures }: { figures: Figures }) {
  const { t } = useTranslation('measures');
  const { language } = useLanguage();
  const { period, map } = usePlace();
  const { data: outlines, error, refetch } = useQuery(outlinesQuery(figures.total.area.id, map ?? endOf(period)));
  const [chosen, setChosen] = useState<Mapped>('households.poor');
  const why = useWhy();
  const noRates = figures.rows.every(({ figures: own }) => own[rate]!.value === null);
  const measure = noRates ? 'households.poor' : chosen;
  return (
    <Section
      title={t('map.title')}
      note={t('map.units', { n: showNumber(figures.rows.length, language) })}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t('map.measure')}
          value={measure}
          onChange={(next) => setChosen(next as Mapped)}
          data={[
            { value: 'households.poor', label: t('map.poor') },
            { value: 'rate.poor', label: t('map.rate'), disabled: noRates },
          ]}
        />
      }
    >
      <div className={styles.units}>
        <div>
          {error ? (
            <ErrorNotice error={error} onRetry={() => void refetch()} />
          ) : outlines === undefined ? (
            <Skeleton height={height} />
          ) : (
            <UnitMap figures={figures} boundaries={outlines.boundaries} measure={measure} />
          )}
          {noRates && <p className={styles.quiet}>{t('map.noRates', { why: why(figures.rows[0]!.figures[rate]!) })}</p>}
          <Notes notes={outlines?.notes} />
          <CertaintyNote figures={figures} />
        </div>
        <UnitTable figures={figures} {...(figures.rows.length > fitting ? { height } : {})} />
      </div>
    </Section>
  );
}

/** The villages of a commune: a table alone, since nobody has drawn their boundaries. */
export function Villages({ figures }: { figures: Figures }) {
  const { t } = useTranslation('measures');
  const { language } = useLanguage();
  return (
    <Section title={t('map.villages')} note={t('map.units', { n: showNumber(figures.rows.length, language) })}>
      <UnitTable figures={figures} />
      <CertaintyNote figures={figures} />
    </Section>
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

function Notes({ notes }: { notes: readonly { vi: string; en: string }[] | undefined }) {
  const { say } = useLanguage();
  return notes?.map((note) => (
    <p key={note.vi} className={styles.quiet}>
      {say(note)}
    </p>
  ));
}

function UnitMap({ figures, boundaries, measure }: { figures: Figures; boundaries: Parameters<typeof AreaMap>[0]['boundaries']; measure: Mapped }) {
  const { t } = useTranslation('measures');
  const { language } = useLanguage();
  const setPlace = useSetPlace();
  const why = useWhy();
  const isPhone = useMediaQuery('(max-width: 600px)', undefined, { getInitialValueInEffect: false });
  const percent = (value: number): string => t('map.percent', { rate: showRate(value, language) });
  const values = useMemo(() => {
    const detailOf = (count: Figure, share: Figure): string => {
      if (measure === 'rate.poor') return count.value === null ? '' : t('map.households', { n: showNumber(count.value, language) });
      return share.value === null ? t('map.poorUnit') : t('map.poorShare', { rate: showRate(share.value, language) });
    };
    return new Map(
      figures.rows.map(({ area, figures: own }): [string, MapValue] => {
        const figure = own[measure as MeasureId]!;
        return [area.id, { name: area.name, value: figure.value, ...(figure.carried?.estimated && { estimated: true }), detail: figure.value === null ? why(figure) : detailOf(own[poor]!, own[rate]!) }];
      }),
    );
  }, [figures, measure, language]);
  return (
    <AreaMap
      title={t('map.name', { measure: t(measure === 'rate.poor' ? 'map.rate' : 'map.poor'), area: figures.total.area.name, day: showDate(figures.asOf) })}
      boundaries={boundaries}
      values={values}
      show={(value) => (measure === 'rate.poor' ? percent(value) : showNumber(value, language))}
      onOpen={(id) => setPlace({ area: id as AreaRef })}
      height={isPhone ? phoneHeight : height}
    />
  );
}
