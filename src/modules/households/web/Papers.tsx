import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { showDate } from '#kernel/plain-date.ts';
import { today } from '#web/place.ts';
import { Section } from '#web/ui/Page.tsx';
import type { HouseholdFile } from '../contract.ts';
import { officialRecords, showPeriod } from './file.ts';
import styles from './Household.module.css';

/** Everything of the household that can be printed, with the day that it speaks of. */
export function Papers({ file }: { file: HouseholdFile }) {
  const { t } = useTranslation('households');
  const params = { id: file.id };
  return (
    <div className="no-print">
      <Section title={t('papers.title')} note={t('papers.note')}>
        <ul className={styles.papers}>
          {officialRecords(file).map(({ period, asOf, decision }) => (
            <li key={period}>
              <Link to="/households/$id/slip" params={params} search={{ of: period }}>
                {t('papers.slip', { period: showPeriod(period) })}
              </Link>
              <span className={styles.quiet}>{[t('papers.asOf', { day: showDate(asOf) }), decision && t('papers.decision', { number: decision.number })].filter(Boolean).join(' · ')}</span>
            </li>
          ))}
          <li>
            <Link to="/households/$id/leaf" params={params}>
              {t('leaf.open')}
            </Link>
            <span className={styles.quiet}>{t('papers.asOf', { day: showDate(today()) })}</span>
          </li>
        </ul>
      </Section>
    </div>
  );
}
