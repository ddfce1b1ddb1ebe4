import { Button } from '@mantine/core';
import { IconAlertCircle, IconRefresh, IconWifiOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../i18n/language.ts';
import { readError } from '../problem.ts';
import styles from './ErrorNotice.module.css';

interface Props {
  error: unknown;
  onRetry?: () => void;
}

/** What went wrong and what to do about it, in the server's own words where it has some. */
export function ErrorNotice({ error, onRetry }: Props) {
  const { t } = useTranslation();
  const { kind, sentence } = readError(error, currentLanguage());
  const time = new Date().toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit' });
  const { heading, body } = {
    problem: { heading: t('error.problem'), body: sentence },
    offline: { heading: t('error.offline'), body: t('error.offlineDo') },
    fault: { heading: t('error.fault'), body: t('error.faultDo', { time }) },
  }[kind];
  const Icon = kind === 'offline' ? IconWifiOff : IconAlertCircle;
  return (
    <div className={styles.notice} role="alert" data-kind={kind}>
      <Icon size={20} stroke={1.7} aria-hidden className={styles.icon} />
      <div className={styles.words}>
        <strong>{heading}</strong>
        <p>{body}</p>
        {onRetry && kind !== 'problem' && (
          <Button variant="default" size="xs" leftSection={<IconRefresh size={15} aria-hidden />} onClick={onRetry}>
            {t('error.retry')}
          </Button>
        )}
      </div>
    </div>
  );
}
