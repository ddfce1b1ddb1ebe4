import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { showNumber } from '#kernel/show.ts';
import { useLanguage } from '#web/i18n/language.ts';
import type { Import } from '../contract.ts';
import styles from './Running.module.css';

/** How far the reading or the loading is. */
export function Running({ one: { state, file, progress } }: { one: Import }) {
  const { t } = useTranslation('interchange');
  const { language } = useLanguage();
  const { done, total } = progress;
  const title = t(state === 'loading' ? 'step.loading' : 'step.reading', { file });
  const isCounted = state === 'reading' && total !== null && total > 0;
  return (
    <div className={styles.running} role="status">
      <h2>{title}</h2>
      <Progress value={isCounted ? (100 * done) / total : 100} animated={!isCounted} striped={!isCounted} aria-label={title} />
      <p>{isCounted ? t('step.classified', { done: showNumber(done, language), total: showNumber(total, language) }) : t(state === 'loading' ? 'step.whole' : 'step.leave')}</p>
    </div>
  );
}
