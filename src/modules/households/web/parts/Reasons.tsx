import { IconCheck, IconMinus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#web/i18n/language.ts';
import type { Reason } from '../../contract.matching.ts';
import styles from './Reasons.module.css';

const icons = { for: IconCheck, against: IconX, neither: IconMinus } as const;

/** What speaks for and against two records being one person's. */
export function Reasons({ reasons }: { reasons: readonly Reason[] }) {
  const { t } = useTranslation('households');
  const { say } = useLanguage();
  return (
    <ul className={styles.reasons}>
      {reasons.map(({ speaks, text }) => {
        const Icon = icons[speaks];
        return (
          <li key={text.vi} data-speaks={speaks}>
            <Icon size={14} stroke={2} aria-label={t(`duplicates.${speaks}`)} role="img" />
            <span>{say(text)}</span>
          </li>
        );
      })}
    </ul>
  );
}
