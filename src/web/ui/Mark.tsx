import { Tooltip } from '@mantine/core';
import { IconCheck, IconHelp, IconQuote } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './Mark.module.css';

/** How sure a value of the law is: read in the text, quoted by another source, or not verified. */
export type Certainty = 'seen' | 'secondary' | 'unverified';

const icons = { seen: IconCheck, secondary: IconQuote, unverified: IconHelp } as const;

/** The badge of a value's certainty, with what it means. */
export function Mark({ certainty }: { certainty: Certainty }) {
  const { t } = useTranslation();
  const Icon = icons[certainty];
  return (
    <Tooltip label={t(`mark.${certainty}Why`)}>
      <span className={styles.mark} data-kind={certainty} tabIndex={0}>
        <Icon size={13} stroke={2} aria-hidden />
        {t(`mark.${certainty}`)}
      </span>
    </Tooltip>
  );
}
