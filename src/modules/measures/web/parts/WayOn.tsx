import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { yearPeriod, type Period } from '#kernel/period.ts';
import type { AreaName } from '#modules/areas/contract.ts';
import { usePlace } from '#web/place.ts';
import { usePeriodName } from '#web/shell/PeriodChooser.tsx';
import type { MeasureId } from '../../contract.ts';
import { roundsQuery, yearsQuery } from '../queries.ts';
import styles from './WayOn.module.css';

interface Props {
  area: AreaName;
  period: Period;
  /** There is no round at all, none that is finished, or one of a part of the area only. */
  why: 'noRound' | 'notDone' | 'partly';
}

const poor = 'households.poor' as MeasureId;

/** Where a period has no figures of a whole area: why, and on the same screen the nearest figures that there are. */
export function WayOn({ area, period, why }: Props) {
  const { t } = useTranslation('measures');
  const { map } = usePlace();
  const { data: series } = useQuery(yearsQuery(area.id, map));
  const { data: rounds } = useQuery(roundsQuery(area.id));
  const periodName = usePeriodName();
  if (series === undefined || rounds === undefined) return null;

  const away = ({ year }: { year: number }): number => Math.abs(year - Number(period.slice(0, 4)));
  const [known] = series.years.filter(({ figures }) => (figures[poor]?.value ?? null) !== null).sort((a, b) => away(a) - away(b));
  const [round] = rounds.filter((one) => one.area.id !== area.id || one.period !== period).sort((a, b) => away(a) - away(b));
  const place = known ? { area, period: yearPeriod(known.year) } : round;
  const told = t(`go.${why}`, { period: periodName(period).toLowerCase() });
  return (
    <div className={`${styles.way} no-print`} role="status">
      <p>{place ? told : `${told} ${t('go.none')}`}</p>
      {place && (
        <Button renderRoot={(props) => <Link {...props} to="." search={(before) => ({ ...before, area: place.area.id, period: place.period, map: undefined })} />} variant="default" size="xs">
          {t('go.see', { area: place.area.name, period: periodName(place.period).toLowerCase() })}
        </Button>
      )}
    </div>
  );
}
