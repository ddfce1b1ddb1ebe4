import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Period } from '#kernel/period.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import styles from './RoundPeriods.module.css';
import { useRounds } from './rounds.ts';

interface Props {
  area: AreaRef;
  period: Period;
  onChoose: (period: Period) => void;
}

/** The periods in which an area has a review, the newest first; nothing where it has none. */
export function RoundPeriods({ area, period, onChoose }: Props) {
  const { t } = useTranslation('rounds');
  const { rounds } = useRounds(area, period);
  const periods = [...new Set(rounds?.map((round) => round.period))];
  if (periods.length === 0) return null;
  return (
    <div role="group" aria-label={t('withData')} className={styles.block}>
      <div className={styles.label}>{t('withData')}</div>
      <div className={styles.periods}>
        {periods.map((each) => (
          <UnstyledButton key={each} className={styles.period!} aria-pressed={each === period} onClick={() => onChoose(each)}>
            {each}
          </UnstyledButton>
        ))}
      </div>
    </div>
  );
}
