import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { dayInVietNam, showDate } from '#kernel/plain-date.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { Page, Section } from '#web/ui/Page.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { today } from '#web/place.ts';
import type { ActEntry } from '../contract.acts.ts';
import { ActForm } from './ActForm.tsx';
import { actsQuery, areaQuery, undoAct } from './queries.ts';

/** Where administrators change the map: one act at a time, tried before it is entered; and all acts so far, each to be taken back. */
export function ActsPage() {
  const { t } = useTranslation('areas');
  const { of } = useSearch({ from: '/shell/area-acts' });
  const area = useQuery({ ...areaQuery(of!, today()), enabled: of !== undefined });
  if (of !== undefined && area.isPending) return <PageSkeleton />;
  return (
    <Page>
      <PageHeader title={t('acts.screen')}>
        <span>{t('acts.lead')}</span>
      </PageHeader>
      <Section title={t('acts.make')}>
        <ActForm key={of} of={area.data} />
      </Section>
      <Acts />
    </Page>
  );
}

function Acts() {
  const { t } = useTranslation('areas');
  const { language } = useLanguage();
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(actsQuery());
  const undo = useMutation({
    mutationFn: (entry: ActEntry) => undoAct(entry.id),
    onSuccess: async () => {
      notifications.show({ message: t('acts.undoDone') });
      await queries.invalidateQueries();
    },
  });
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  return (
    <Section title={t('acts.list')}>
      {undo.isError && <ErrorNotice error={undo.error} />}
      <DataTable
        label={t('acts.list')}
        rows={data}
        id={({ id }) => id}
        empty={<EmptyState title={t('acts.listNone')}>{t('acts.listNoneDo')}</EmptyState>}
        columns={[
          { key: 'day', title: t('acts.day'), width: 120, render: ({ day }) => showDate(day) },
          { key: 'title', title: t('acts.title'), render: ({ title, resolution }) => <span>{title[language]}<br /><small>{resolution}</small></span> },
          { key: 'by', title: t('acts.by'), width: 230, wideOnly: true, render: ({ by, at }) => [by, showDate(dayInVietNam(Date.parse(at)))].filter(Boolean).join(', ') },
          {
            key: 'undo',
            title: '',
            width: 150,
            render: (entry) =>
              entry.undone ? (
                t('acts.undone', { day: showDate(dayInVietNam(Date.parse(entry.undone.at))) })
              ) : (
                <Button
                  size="xs"
                  variant="default"
                  leftSection={<IconArrowBackUp size={15} aria-hidden />}
                  aria-label={t('acts.undoOf', { title: entry.title[language] })}
                  loading={undo.isPending && undo.variables.id === entry.id}
                  onClick={() => undo.mutate(entry)}
                >
                  {t('acts.undo')}
                </Button>
              ),
          },
        ]}
      />
    </Section>
  );
}
