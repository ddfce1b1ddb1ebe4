import { UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { endOf } from '#kernel/period.ts';
import { showDate, type PlainDate } from '#kernel/plain-date.ts';
import { today, usePlace, useSetPlace } from '#web/place.ts';
import type { EpochSpan } from '../../contract.ts';
import { epochsQuery } from '../queries.ts';
import styles from './MapDays.module.css';

interface MapDay {
  /** None for the map of the data themselves. */
  day: PlainDate | undefined;
  label: string;
}

/** The maps that figures are most often laid out on: that of their own day, today’s, the last one before each change of the map. */
export function useMapDays(): MapDay[] {
  const { t } = useTranslation('areas');
  const { period } = usePlace();
  const { data: spans } = useQuery(epochsQuery());
  const now = today();
  const before = (epoch: EpochSpan['epoch'], label: 'before' | 'census'): MapDay[] => {
    const last = spans?.find((span) => span.epoch === epoch)?.to;
    return last ? [{ day: last, label: t(`page.mapsOf.${label}`, { day: showDate(last) }) }] : [];
  };
  const end = endOf(period);
  return [
    { day: undefined, label: `${t('page.mapsOf.data')}, ${showDate(end)}` },
    ...(end === now ? [] : [{ day: now, label: t('page.mapsOf.today', { day: showDate(now) }) }]),
    ...before('three_level', 'before'),
    ...before('census_2009', 'census'),
  ];
}

/** Chooses the day of the map on which everything is laid out. */
export function MapDays({ onChoose }: { onChoose: () => void }) {
  const { t } = useTranslation('areas');
  const { map } = usePlace();
  const setPlace = useSetPlace();
  const days = useMapDays();
  return (
    <div role="group" aria-label={t('page.maps')} className={styles.days}>
      <p>{t('page.maps')}</p>
      {days.map(({ day, label }) => (
        <UnstyledButton
          key={label}
          className={styles.day!}
          aria-pressed={day === map}
          onClick={() => {
            setPlace({ map: day });
            onChoose();
          }}
        >
          {label}
        </UnstyledButton>
      ))}
    </div>
  );
}
