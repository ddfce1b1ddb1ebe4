import { useQuery } from '@tanstack/react-query';
import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { showNumber } from '#kernel/show.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { usePlace } from '#web/place.ts';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { Section } from '#web/ui/Page.tsx';
import { TableSkeleton } from '#web/ui/Skeletons.tsx';
import type { Balance, Balances as Weighing } from '../contract.ts';
import styles from './OverviewPage.module.css';
import { balancesQuery } from './queries.ts';

/** Whether what must be equal from two sides is equal; what is not stands open, the rest can be unfolded. */
export function Balances() {
  const { t } = useTranslation('measures');
  const { area, period, map } = usePlace();
  const { data, error, refetch } = useQuery(balancesQuery(area, period, map));
  return (
    <Section title={t('balances.title')}>
      {error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : data === undefined ? <TableSkeleton rows={3} /> : <Weighed {...data} />}
    </Section>
  );
}

function Weighed({ balances, notes }: Weighing) {
  const { t } = useTranslation('measures');
  const { language, say } = useLanguage();
  const why = notes.map((note) => (
    <p key={note.vi} className={styles.quiet}>
      {say(note)}
    </p>
  ));
  if (balances.length === 0) return why.length > 0 ? why : <p className={styles.quiet}>{t('balances.none')}</p>;
  const broken = balances.filter(({ difference }) => difference !== 0);
  const equal = balances.filter(({ difference }) => difference === 0);
  const n = (list: readonly Balance[]): string => showNumber(list.length, language);
  return (
    <>
      <p className={styles.ok} data-broken={broken.length > 0 || undefined}>
        {broken.length > 0 ? <IconAlertTriangle size={18} stroke={1.7} aria-hidden /> : <IconCheck size={18} stroke={2} aria-hidden />}
        {broken.length > 0 ? `${t('balances.broken', { n: n(broken) })} ${equal.length > 0 ? t('balances.okRest', { n: n(equal) }) : ''}` : t('balances.ok', { n: n(equal) })}
      </p>
      <p className={styles.quiet}>{t('balances.what')}</p>
      {why}
      {broken.length > 0 && <Lines balances={broken} />}
      {equal.length > 0 && (
        <details className={styles.details}>
          <summary>{t('balances.details')}</summary>
          <Lines balances={equal} />
        </details>
      )}
    </>
  );
}

function Lines({ balances }: { balances: readonly Balance[] }) {
  const { say } = useLanguage();
  return (
    <ul className={styles.lines}>
      {balances.map(({ balance, measure, sentence, difference }) => (
        <li key={`${balance} ${measure}`} data-broken={difference !== 0 || undefined}>
          {difference === 0 ? <IconCheck size={14} stroke={2} aria-hidden /> : <IconX size={14} stroke={2} aria-hidden />}
          {say(sentence)}
        </li>
      ))}
    </ul>
  );
}
