import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSetPlace } from '#web/place.ts';
import { ClassChip } from '#web/ui/ClassChip.tsx';
import type { ClassRecord } from '../contract.ts';
import { showPeriod } from './file.ts';
import styles from './Household.module.css';

/** The classes of a household from period to period, oldest first; each leads to its result. */
export function Years({ records, shown }: { records: readonly ClassRecord[]; shown: ClassRecord }) {
  const { t } = useTranslation('households');
  const setPlace = useSetPlace();
  if (records.length < 2) return null;
  return (
    <nav aria-label={t('file.years')}>
      <ol className={styles.years}>
        {records.toReversed().map(({ period, class: given }) => (
          <li key={period}>
            <UnstyledButton
              className={styles.year!}
              aria-current={period === shown.period || undefined}
              title={t('file.showPeriod', { period: showPeriod(period) })}
              onClick={() => setPlace({ period })}
            >
              <span className={styles.yearName}>{showPeriod(period)}</span>
              <ClassChip value={given} />
            </UnstyledButton>
          </li>
        ))}
      </ol>
    </nav>
  );
}
