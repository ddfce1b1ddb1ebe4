import { Tooltip } from '@mantine/core';
import { IconAlertTriangleFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { HouseholdClass } from '#modules/standards/contract.ts';
import { ClassChip } from '#web/ui/ClassChip.tsx';
import styles from './ClassPair.module.css';

interface Props {
  /** The official one. */
  class: HouseholdClass;
  computed: HouseholdClass;
  stated: HouseholdClass | null;
  /** In a row of a table, which is read with the arrow keys: no stop of its own for Tab. */
  compact?: boolean;
}

/** The official class; where the list and our result differ, the other one too, with a sign. */
export function ClassPair({ class: official, computed, stated, compact = false }: Props) {
  const { t } = useTranslation('households');
  const { t: shell } = useTranslation();
  if (stated === null || stated === computed) return <ClassChip value={official} />;
  const words = t('differs', { stated: shell(`class.${stated}`), computed: shell(`class.${computed}`) });
  return (
    <Tooltip label={words}>
      <span className={styles.pair} {...(compact ? {} : { tabIndex: 0 })}>
        <ClassChip value={official} />
        <IconAlertTriangleFilled size={15} className={styles.sign} role="img" aria-label={words} />
        <span className={styles.other} aria-hidden>
          <ClassChip value={official === stated ? computed : stated} />
        </span>
      </span>
    </Tooltip>
  );
}
