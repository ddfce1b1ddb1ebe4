import { useTranslation } from 'react-i18next';
import { showNumber } from '#kernel/show.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { Section } from '#web/ui/Page.tsx';
import type { ReadSheet } from '../contract.parts.ts';
import styles from './Recognised.module.css';

/** How the file was understood: its sheets, their columns, and the columns that nobody knows. */
export function Recognised({ sheets }: { sheets: readonly ReadSheet[] }) {
  const { t } = useTranslation('interchange');
  return (
    <Section title={t('read.title')}>
      <div className={styles.sheets}>
        {sheets.map((sheet) => (
          <OneSheet key={sheet.name} sheet={sheet} />
        ))}
      </div>
    </Section>
  );
}

function OneSheet({ sheet: { id, name, columns, unknownColumns, rows, households } }: { sheet: ReadSheet }) {
  const { t } = useTranslation('interchange');
  const { language } = useLanguage();
  const show = (value: number): string => showNumber(value, language);
  return (
    <article className={styles.sheet}>
      <h3>{name}</h3>
      <p className={styles.quiet}>
        {t(`read.list.${id}`)} · {t('read.counted', { rows: show(rows), households: show(households) })}
      </p>
      <details>
        <summary>{t('read.columns', { n: show(columns.length) })}</summary>
        <ul className={styles.columns}>
          {columns.map(({ label }, place) => (
            <li key={place}>{label}</li>
          ))}
        </ul>
      </details>
      {unknownColumns.length > 0 && (
        <div className={styles.unknown}>
          <p>{t('read.unknown', { n: show(unknownColumns.length) })}</p>
          <ul className={styles.columns}>
            {unknownColumns.map((label, place) => (
              <li key={place}>{label}</li>
            ))}
          </ul>
          <p className={styles.quiet}>{t('read.unknownDo')}</p>
        </div>
      )}
    </article>
  );
}
