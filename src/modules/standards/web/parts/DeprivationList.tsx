import { IconCheck, IconHelp, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#web/i18n/language.ts';
import type { Classification } from '../../contract.ts';
import type { Standard } from '../../contract.packs.ts';
import styles from './parts.module.css';

const icons = { yes: IconX, no: IconCheck, unknown: IconHelp } as const;
const words = { yes: 'check.answer.deprived', no: 'check.answer.notDeprived', unknown: 'check.answer.unknown' } as const;

/** Every indicator of a standard in the order of its columns: deprived, not deprived, unknown. */
export function DeprivationList({ deprivations, standard }: { deprivations: Classification['deprivations']; standard: Standard }) {
  const { t } = useTranslation('standards');
  const { say } = useLanguage();
  return (
    <ul className={styles.deprivations}>
      {standard.indicators.map(({ code, name }) => {
        const answer = deprivations[code] ?? 'unknown';
        const Icon = icons[answer];
        return (
          <li key={code} data-answer={answer}>
            <Icon size={15} stroke={2} aria-hidden />
            <span className={styles.name}>{say(name)}</span>
            <span className={styles.word}>{t(words[answer])}</span>
          </li>
        );
      })}
    </ul>
  );
}
