import { Popover, UnstyledButton } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#web/i18n/language.ts';
import { Mark } from '#web/ui/Mark.tsx';
import type { StatisticSource } from '../../contract.ts';
import { certaintyOf } from './certainty.ts';
import styles from './SourceNote.module.css';

/** Opens where a published figure comes from. */
export function SourceNote({ source, label }: { source: StatisticSource; label?: string }) {
  const { t } = useTranslation('measures');
  const { say } = useLanguage();
  return (
    <Popover width={320} position="bottom-start" withinPortal>
      <Popover.Target>
        <UnstyledButton className={styles.open!}>
          <IconFileText size={14} stroke={1.7} aria-hidden />
          {label ?? t('source.open')}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <p className={styles.text}>{say(source.text)}</p>
        <Mark certainty={certaintyOf(source.mark)} />
      </Popover.Dropdown>
    </Popover>
  );
}
