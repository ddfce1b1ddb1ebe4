import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { yearPeriod } from '#kernel/period.ts';
import type { AreaName } from '#modules/areas/contract.ts';
import { usePlace } from '#web/place.ts';
import { usePeriodName } from '#web/shell/PeriodChooser.tsx';
import type { Figures, MeasureId } from '../contract.ts';
import styles from './OverviewPage.module.css';
import { roundsQuery, yearsQuery } from './queries.ts';

const poor = 'households.poor' as MeasureId;

/** Where a period has no figure for the whole area: why, and where the nearest figures are. */
export function WayOn({ figures }: { figures: Figures }) {
  const { t } = useTranslation('measures');
  const { map } = usePlace();
  const { area, figures: own } = figures.total;
  const { data: series } = useQuery(yearsQuery(area.id, map));
  const { data: rounds } = useQuery(roundsQuery(area.id));
  const periodName = usePeriodName();
  if (own[poor]?.value !== null || series === undefined || rounds === undefined) return null;

  const known = series.years.filter(({ figures: ofYear }) => (ofYear[poor]?.value ?? null) !== null).at(-1);
  const round = rounds.find((one) => one.period !== figures.period);
  const place: { area: AreaName; period: typeof figures.period } | undefined = known ? { area, period: yearPeriod(known.year) } : round;
  const period = periodName(figures.period).toLowerCase();
  const code = own[poor]?.reason?.code;
  const why = code === 'partly' ? t('go.partly', { period }) : figures.standards.length > 0 ? t('go.notDone', { period }) : t('go.noRound', { period });
  return (
    <div className={styles.way} role="status">
      <p>{place ? why : `${why} ${t('go.none')}`}</p>
      {place && (
        <Button component={Link} to="/" search={{ area: place.area.id, period: place.period, map: undefined }} variant="default" size="xs">
          {t('go.see', { area: place.area.name, period: periodName(place.period).toLowerCase() })}
        </Button>
      )}
    </div>
  );
}
