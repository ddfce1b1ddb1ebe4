import { useTranslation } from 'react-i18next';
import { useLanguage } from '#web/i18n/language.ts';
import type { CausesSeen } from '../contract.causes.ts';
import type { GivenCause } from '../contract.parts.ts';
import { wordingKey } from '../rules.catalogues.ts';
import styles from './Household.module.css';

/** The official cause, and beside it what the list has written where that is worded otherwise. */
export function useCauseWords(): (cause: GivenCause) => { name: string; wording: string | null } {
  const { say } = useLanguage();
  return ({ name, wording }) => {
    if (name === null) return { name: wording, wording: null };
    return { name: say(name), wording: wordingKey(name.vi) === wordingKey(wording) ? null : wording };
  };
}

/** Causes as the tables count them, each with the wording of the list; those that the role may not see are counted. */
export function Causes({ of: { causes, hiddenCauses, note }, none }: { of: CausesSeen; none: string }) {
  const { t } = useTranslation('households');
  const wordsOf = useCauseWords();
  if (causes.length + hiddenCauses === 0 && note === null) return <>{none}</>;
  return (
    <ul className={styles.causes}>
      {causes.map((cause) => {
        const { name, wording } = wordsOf(cause);
        return (
          <li key={cause.wording}>
            {name}
            {wording !== null && <span className={styles.quiet}> {t('facts.causeWorded', { wording })}</span>}
          </li>
        );
      })}
      {hiddenCauses > 0 && <li className={styles.quiet}>{t('facts.causesHidden', { n: hiddenCauses })}</li>}
      {note !== null && <li className={styles.quiet}>{note}</li>}
    </ul>
  );
}
