import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './Mark.module.css';

/** Says that data are made up; stays on paper too. */
export function SimulatedBadge({ long = false }: { long?: boolean }) {
  const { t } = useTranslation();
  return (
    <Tooltip label={t('simulated.why')}>
      <span className={styles.mark} data-kind="simulated" tabIndex={0}>
        {long ? t('simulated.long') : t('simulated.short')}
      </span>
    </Tooltip>
  );
}
