import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { showDate, type PlainDate } from '#kernel/plain-date.ts';
import { showNumber } from '#kernel/show.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { today } from '#web/place.ts';
import { DateField } from '#web/ui/DateField.tsx';
import type { ImportCheck } from '../contract.ts';
import type { FileDecision } from '../contract.parts.ts';
import styles from './WholeDecision.module.css';

/** As it is being written; nothing of it is remembered. */
export interface DecisionDraft {
  number: string;
  day: PlainDate | null;
}

export const noDecision: DecisionDraft = { number: '', day: null };

/** The contract takes so many characters. */
const longest = 60;

const lacksNumber = ({ number, day }: DecisionDraft): boolean => day !== null && number.trim() === '';

/** The decision that a draft comes to; undefined where there is none, null where it is not whole. */
export function decisionOf(draft: DecisionDraft): FileDecision | undefined | null {
  if (lacksNumber(draft)) return null;
  const number = draft.number.trim();
  return number === '' ? undefined : { number, ...(draft.day !== null && { day: draft.day }) };
}

/** Asks for the decision that counts for the rows of a file that have none of their own. */
export function WholeDecision({ draft, onChange }: { draft: DecisionDraft; onChange: (draft: DecisionDraft) => void }) {
  const { t } = useTranslation('interchange');
  return (
    <details className={styles.decision}>
      <summary>{t('decision.title')}</summary>
      <p className={styles.why}>{t('decision.why')}</p>
      <div className={styles.fields}>
        <TextInput
          label={t('decision.number')}
          maxLength={longest}
          value={draft.number}
          error={lacksNumber(draft) ? t('decision.needsNumber') : null}
          onChange={(event) => onChange({ ...draft, number: event.currentTarget.value })}
        />
        <DateField label={t('decision.day')} value={draft.day} max={today()} onChange={(day) => onChange({ ...draft, day })} />
      </div>
    </details>
  );
}

/** Says of a checked file which decision was given for all of it, and for how many households it counts. */
export function DecisionGiven({ decision }: { decision: NonNullable<ImportCheck['decision']> }) {
  const { t } = useTranslation('interchange');
  const { language } = useLanguage();
  const { number, day, households } = decision;
  const n = showNumber(households, language);
  return <p className={styles.given}>{day === undefined ? t('decision.counts', { number, n }) : t('decision.countsDay', { number, day: showDate(day), n })}</p>;
}
