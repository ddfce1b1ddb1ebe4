import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Id } from '#kernel/ids.ts';
import { dayInVietNam, showDate } from '#kernel/plain-date.ts';
import { showNumber } from '#kernel/show.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { usePeriodName } from '#web/shell/PeriodChooser.tsx';
import { DataTable } from '#web/ui/DataTable.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { Section } from '#web/ui/Page.tsx';
import type { Import } from '../contract.ts';
import { importsQuery } from './queries.ts';
import styles from './RecentImports.module.css';
import { useOpenImport } from './use-upload.ts';

const shown = 10;

/** What was loaded for the area, and one's own long work, which is found again here. */
export function RecentImports({ current }: { current: Id | undefined }) {
  const { t } = useTranslation('interchange');
  const { language } = useLanguage();
  const periodName = usePeriodName();
  const openImport = useOpenImport();
  const { data, error, refetch } = useQuery(importsQuery());
  const rows = data?.slice(0, shown);
  const left = (data?.length ?? 0) - shown;
  return (
    <Section title={t('recent.title')} note={left > 0 ? t('recent.left', { n: showNumber(left, language) }) : t('recent.note')}>
      {error ? (
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      ) : (
        <DataTable
          label={t('recent.title')}
          rows={rows}
          id={({ id }) => id}
          onOpen={({ id, kind, area, period }) => openImport(id, { kind, area: area.id, period })}
          empty={<EmptyState title={t('recent.none')}>{t('recent.noneDo')}</EmptyState>}
          columns={[
            { key: 'file', title: t('recent.file'), render: (one) => <span className={one.id === current ? styles.current : styles.file}>{one.file}</span> },
            { key: 'kind', title: t('kind.label'), width: 210, wideOnly: true, render: ({ kind }) => t(`kind.${kind}`) },
            { key: 'place', title: t('recent.place'), width: 230, wideOnly: true, render: ({ area, period }) => `${area.name}, ${periodName(period).toLocaleLowerCase('vi')}` },
            { key: 'by', title: t('recent.by'), width: 170, wideOnly: true, render: ({ loaded }) => loaded?.by ?? '–' },
          { key: 'state', title: t('recent.state'), width: 150, render: (one) => <State one={one} /> },
            { key: 'time', title: t('recent.time'), width: 150, wideOnly: true, render: ({ startedAt }) => showTime(startedAt) },
          ]}
        />
      )}
    </Section>
  );
}

/** Time and day in Viet Nam: `09:05, 21/11/2026`. */
export const showTime = (instant: string): string =>
  `${new Date(instant).toLocaleTimeString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit' })}, ${showDate(dayInVietNam(Date.parse(instant)))}`;

function State({ one: { state, check } }: { one: Import }) {
  const { t } = useTranslation('interchange');
  const { language } = useLanguage();
  return (
    <span className={styles.state} data-state={state}>
      {t(`state.${state}`, { n: showNumber(check?.counts.errors ?? 0, language) })}
    </span>
  );
}
