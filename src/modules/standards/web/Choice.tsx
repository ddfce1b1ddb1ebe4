import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../contract.facts.ts';
import styles from './SelfCheck.module.css';

interface Props<Value extends string> {
  label: string;
  hint?: string;
  options: readonly { value: Value; label: string }[];
  value: Value;
  onChange: (value: Value) => void;
  /** The label stands above and the options fill the width. */
  stacked?: boolean;
}

/** One of a few: radio buttons in a row, moved with the arrow keys, tall enough for a thumb on a phone. */
export function Choice<Value extends string>({ label, hint, options, value, onChange, stacked = false }: Props<Value>) {
  const id = useId();
  return (
    <div className={styles.choice} role="radiogroup" aria-labelledby={id} aria-describedby={hint ? `${id}-hint` : undefined} data-stacked={stacked || undefined}>
      <div className={styles.question}>
        <span id={id}>{label}</span>
        {hint && (
          <span id={`${id}-hint`} className={styles.hint}>
            {hint}
          </span>
        )}
      </div>
      <div className={styles.options}>
        {options.map((option) => (
          <label key={option.value} className={styles.option} data-value={option.value}>
            <input type="radio" name={id} value={option.value} checked={option.value === value} onChange={() => onChange(option.value)} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </div>
  );
}

/** Whether a household is deprived in an indicator. */
export function DeprivedChoice({ label, hint, value, onChange }: { label: string; hint: string; value: Answer; onChange: (value: Answer) => void }) {
  const { t } = useTranslation('standards');
  const options = [
    { value: 'yes', label: t('check.answer.deprived') },
    { value: 'no', label: t('check.answer.notDeprived') },
    { value: 'unknown', label: t('check.answer.unknown') },
  ] as const;
  return <Choice label={label} hint={hint} options={options} value={value} onChange={onChange} />;
}

const toAnswer = (value: boolean | null): Answer => (value === null ? 'unknown' : value ? 'yes' : 'no');

/** A fact that holds, does not, or is not known. */
export function YesNo({ label, value, onChange }: { label: string; value: boolean | null; onChange: (value: boolean | null) => void }) {
  const { t } = useTranslation('standards');
  const options = [
    { value: 'yes', label: t('check.answer.yes') },
    { value: 'no', label: t('check.answer.no') },
    { value: 'unknown', label: t('check.answer.unknown') },
  ] as const;
  return <Choice label={label} options={options} value={toAnswer(value)} onChange={(answer) => onChange(answer === 'unknown' ? null : answer === 'yes')} />;
}
