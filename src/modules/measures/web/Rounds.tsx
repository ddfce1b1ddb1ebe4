import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { AreaName } from '#modules/areas/contract.ts';
import { usePlace } from '#web/place.ts';
import { usePeriodName } from '#web/shell/PeriodChooser.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { Section } from '#web/ui/Page.tsx';
import { TableSkeleton } from '#web/ui/Skeletons.tsx';
import styles from './OverviewPage.module.css';
import { roundsQuery } from './queries.ts';

/** As many as fit beside the checks. */
const shown = 8;

/** The rounds that touch the area, the newest first; each leads to its own figures. */
export function Rounds({ of: { id } }: { of: AreaName }) {
  const { t } = useTranslation('measures');
  const { period } = usePlace();
  const periodName = usePeriodName();
  const { data: rounds, error, refetch } = useQuery(roundsQuery(id));
  return (
    <Section title={t('rounds.title')}>
      {error ? (
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      ) : rounds === undefined ? (
        <TableSkeleton rows={3} />
      ) : rounds.length === 0 ? (
        <p className={styles.quiet}>{t('rounds.none')}</p>
      ) : (
        <ul className={styles.lines}>
          {rounds.slice(0, shown).map((round) => (
            <li key={round.id}>
              <span className={styles.when}>{periodName(round.period)}</span>
              <Link to="/" search={{ area: round.area.id, period: round.period, map: undefined }} className={styles.grow!}>
                {round.area.name}
              </Link>
              {round.period === period && round.area.id === id && <span className={styles.quiet}>{t('rounds.current')}</span>}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
