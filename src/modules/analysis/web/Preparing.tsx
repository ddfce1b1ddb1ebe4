import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { showNumber } from '#kernel/show.ts';
import { useLanguage } from '#web/i18n/language.ts';
import type { Reading } from '../contract.ts';
import styles from './WhatIf.module.css';

/** How much of the register is read, the first time that somebody tries rules on it. */
export function Preparing({ reading: { read, total } }: { reading: Reading }) {
  const { t } = useTranslation('analysis');
  const { language } = useLanguage();
  const isPuttingInOrder = read >= total;
  return (
    <div className={styles.preparing} role="status">
      <h2>{t('reading.title')}</h2>
      <Progress value={Math.min(100, (100 * read) / total)} animated={isPuttingInOrder} striped={isPuttingInOrder} aria-label={t('reading.title')} />
      <p>{isPuttingInOrder ? t('reading.order') : t('reading.read', { read: showNumber(read, language), total: showNumber(total, language) })}</p>
      <p className={styles.note}>{t('reading.leave')}</p>
    </div>
  );
}
