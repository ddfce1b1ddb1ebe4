import { useTranslation } from 'react-i18next';
import { showDate } from '#kernel/plain-date.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { Citation } from '#web/ui/Citation.tsx';
import type { Certainty } from '#web/ui/Mark.tsx';
import type { Citation as Cited } from '../../contract.ts';
import type { Mark } from '../../contract.packs.ts';
import styles from './parts.module.css';

/** The marks of the packs as the badge of the shell shows them; what is made up has words of its own. */
export const certainties: Readonly<Record<Exclude<Mark, 'made_up'>, Certainty>> = { seen_in_text: 'seen', secondary: 'secondary', unverified: 'unverified' };

interface Props {
  cited: Cited;
  /** Also when somebody last looked, and before it what was noted. */
  more?: 'day' | 'note and day';
}

/** The document and article that a value or a step rests on, with its link and the mark of its certainty. */
export function ProvisionCite({ cited: { id, provision, document }, more }: Props) {
  const { t } = useTranslation('standards');
  const { say } = useLanguage();
  const { article, link, mark, checked_on, note } = provision;
  if (mark === 'made_up') return <span className={styles.madeUp}>{t('law.tables.madeUp')}</span>;
  return (
    <span className={styles.provision}>
      <Citation
        document={document ? `${say(document.kind)} ${document.number}` : id}
        article={article ? say(article) : null}
        link={link ?? document?.link ?? null}
        certainty={certainties[mark]}
      />
      {more && (
        <span className={styles.quiet}>
          {note && more === 'note and day' && <span>{say(note)} </span>}
          <span className={styles.checked}>{t('law.checked', { day: showDate(checked_on) })}</span>
        </span>
      )}
    </span>
  );
}
