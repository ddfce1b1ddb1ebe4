import { CloseButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { showDate } from '#kernel/plain-date.ts';
import { AreaCrumbs } from '#modules/areas/web/parts/AreaCrumbs.tsx';
import { useSession } from '#modules/identity/web/parts/session.ts';
import { usePlace, useSetPlace } from '../place.ts';
import { PeriodChooser } from './PeriodChooser.tsx';
import styles from './PlaceBar.module.css';

/** Where and when: the area with what it lies in, the period, and the day of the map when that is another. */
export function PlaceBar() {
  const { t } = useTranslation();
  const { posts } = useSession();
  const { area, period, map, day } = usePlace();
  const setPlace = useSetPlace();
  const own = posts.map((post) => ({ ...post.area, within: '', to: null }));
  return (
    <div className={styles.bar} role="group" aria-label={t('place.label')}>
      <AreaCrumbs area={area} day={day} own={own} onPick={(ref) => setPlace({ area: ref })} />
      <span className={styles.rule} aria-hidden />
      <PeriodChooser period={period} onChoose={(next) => setPlace({ period: next })} />
      {map && (
        <span className={styles.map}>
          {t('place.map', { day: showDate(map) })}
          <CloseButton size={22} iconSize={14} aria-label={t('place.mapBack')} onClick={() => setPlace({ map: undefined })} />
        </span>
      )}
    </div>
  );
}
