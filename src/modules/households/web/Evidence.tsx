import { useTranslation } from 'react-i18next';
import type { StandardView } from '#modules/standards/contract.ts';
import { stepText } from '#modules/standards/rules.explain.ts';
import { ProvisionCite } from '#modules/standards/web/parts/ProvisionCite.tsx';
import { useLanguage } from '#web/i18n/language.ts';
import type { ClassRecord } from '../contract.ts';
import { showInstant } from './file.ts';
import styles from './Household.module.css';

const ofIndicators = /^indicators?\./;

/** The steps of a reasoning that settle an indicator; the others are the way to the class. */
export const isOfIndicator = ({ rule }: ClassRecord['result']['steps'][number]): boolean => ofIndicators.test(rule);

/** For each indicator the answer or the facts that decided it, and where they came from: one list, one person, one time. */
export function Evidence({ record, view }: { record: ClassRecord; view: StandardView }) {
  const { t } = useTranslation('households');
  const { language } = useLanguage();
  const steps = record.result.steps.filter(isOfIndicator);
  if (steps.length === 0) return null;
  return (
    <details className={styles.evidence}>
      <summary>{t('evidence.title', { n: steps.length })}</summary>
      <p className={styles.quiet}>{t('evidence.from', { source: record.source, who: record.enteredBy ?? t('history.system'), when: showInstant(record.enteredAt) })}</p>
      <ol className={styles.steps}>
        {steps.map((step, index) => (
          <li key={index}>
            <span>{stepText(step, language, view)}.</span>
            <ProvisionCite cited={view.citations[step.citation]!} />
          </li>
        ))}
      </ol>
    </details>
  );
}
