import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { dayInVietNam, showDate } from '#kernel/plain-date.ts';
import { showNumber } from '#kernel/show.ts';
import { useMay, useSession } from '#modules/identity/web/parts/session.ts';
import { api } from '#web/api.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { Page, Section } from '#web/ui/Page.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { TableSkeleton } from '#web/ui/Skeletons.tsx';
import { ListKind, type ListAct, type ListEntry } from '../contract.lists.ts';
import styles from './Lists.module.css';
import { EndList } from './EndList.tsx';
import { AddToList } from './ListForm.tsx';
import { AreaLink } from './parts/AreaLink.tsx';
import { listQuery, listsQuery, undoListAct } from './queries.ts';

/** The special lists by their kinds, those without any data too; and one of them with its areas and what was entered. */
export function ListsPage() {
  const { t } = useTranslation('areas');
  const may = useMay();
  const { post } = useSession();
  const { list } = useSearch({ from: '/shell/special-lists' });
  const { data, error, refetch } = useQuery(listsQuery());
  return (
    <Page>
      <PageHeader title={t('lists.screen')} actions={may('area.lists') && post && <AddToList of={post.area} />}>
        <span>{t('lists.lead')}</span>
      </PageHeader>
      <Section title={t('lists.all')}>{error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : data ? <Kinds lists={data} /> : <TableSkeleton rows={8} />}</Section>
      {list !== undefined && <OneList id={list} key={list} />}
    </Page>
  );
}

/** Every kind has a place, so that one sees of which nothing is on record. */
function Kinds({ lists }: { lists: readonly ListEntry[] }) {
  const { t } = useTranslation('areas');
  const navigate = useNavigate({ from: '/special-lists' });
  const { list: shown } = useSearch({ from: '/shell/special-lists' });
  const { say } = useLanguage();
  const may = useMay();
  const { post } = useSession();
  return (
    <ul className={styles.kinds}>
      {ListKind.options.map((kind) => {
        const own = lists.filter((list) => list.kind === kind);
        return (
          <li key={kind}>
            <h3>{t(`lists.kind.${kind}`)}</h3>
            <div>
              {own.length === 0 && (
                <p className={styles.none}>
                  <span>{t('lists.noData')}</span> {may('area.lists') && post ? <AddToList of={post.area} kind={kind} /> : t('lists.noDataDo')}
                </p>
              )}
              {own.map((list) => (
                <button key={list.id} type="button" className={styles.list} aria-pressed={list.id === shown} onClick={() => void navigate({ search: (before) => ({ ...before, list: list.id }), resetScroll: false })}>
                  <strong>{say(list.name)}</strong>
                  <span>
                    {[say(list.article), list.of.level !== 'country' && list.of.name, list.shipped && t('lists.shipped')].filter(Boolean).join(' · ')}
                  </span>
                  <Extent list={list} />
                </button>
              ))}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** How much of a list is on record. */
function Extent({ list: { onRecord, named, partial } }: { list: ListEntry }) {
  const { t } = useTranslation('areas');
  const { language } = useLanguage();
  const n = showNumber(onRecord, language);
  if (!partial) return <span>{t('lists.onRecord', { n })}</span>;
  return <span className={styles.partial}>{named === null ? `${t('lists.onRecord', { n })}, ${t('lists.partial')}` : t('lists.partialOf', { n, all: showNumber(named, language) })}</span>;
}

function OneList({ id }: { id: string }) {
  const { t } = useTranslation('areas');
  const { say } = useLanguage();
  const may = useMay();
  const { data, error, refetch } = useQuery(listQuery(id));
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <TableSkeleton rows={8} />;
  const mayWrite = data.mayWrite && may('area.lists');
  return (
    <>
      <Section
        title={say(data.name)}
        note={<Extent list={data} />}
        actions={
          mayWrite && (
            <Group gap={8}>
              <AddToList of={data.of} list={data} />
              <EndList list={data} />
            </Group>
          )
        }
      >
        <DataTable
          label={t('lists.areas')}
          rows={data.areas}
          id={({ named, from, decision }) => `${named.id} ${from} ${decision}`}
          {...(data.areas.length > 14 ? { height: 480 } : {})}
          empty={<EmptyState title={t('lists.areasNone')} />}
          columns={[
            { key: 'name', title: t('column.name'), render: ({ named }) => <AreaLink area={named} quiet /> },
            { key: 'code', title: t('column.code'), width: 100, wideOnly: true, render: ({ named }) => named.code },
            { key: 'from', title: t('lists.from'), width: 140, render: ({ from }) => showDate(from) },
            { key: 'to', title: t('lists.until'), width: 120, render: ({ to }) => to && showDate(to) },
            { key: 'decision', title: t('lists.decision'), width: 260, wideOnly: true, render: ({ decision, exitDecision }) => [decision, exitDecision].filter(Boolean).join(' · ') },
          ]}
        />
      </Section>
      <Section title={t('lists.acts')}>
        <Acts acts={data.acts} mayWrite={mayWrite} />
      </Section>
    </>
  );
}

function Acts({ acts, mayWrite }: { acts: readonly ListAct[]; mayWrite: boolean }) {
  const { t } = useTranslation('areas');
  const { language } = useLanguage();
  const queries = useQueryClient();
  const undo = useMutation({
    mutationFn: (act: ListAct) => undoListAct(act.id),
    onSuccess: async () => {
      notifications.show({ message: t('lists.undoDone') });
      await queries.invalidateQueries({ queryKey: api.areas.key() });
    },
  });
  const told = ({ kind, units, from }: ListAct): string => t(`lists.act.${kind === 'end' && units === 0 ? 'endAll' : kind}`, { n: showNumber(units, language), day: from ? showDate(from) : '' });
  return (
    <>
      {undo.isError && <ErrorNotice error={undo.error} />}
      <DataTable
        label={t('lists.acts')}
        rows={acts}
        id={({ id }) => id}
        empty={<EmptyState title={t('lists.actsNone')}>{mayWrite && t('lists.actsNoneDo')}</EmptyState>}
        columns={[
          { key: 'act', title: t('lists.acts'), render: (act) => <span>{told(act)}<br /><small>{[act.document, act.documentDay && showDate(act.documentDay), act.title].filter(Boolean).join(', ')}</small></span> },
          { key: 'by', title: t('acts.by'), width: 230, wideOnly: true, render: ({ by, at }) => [by, showDate(dayInVietNam(Date.parse(at)))].filter(Boolean).join(', ') },
          {
            key: 'undo',
            title: '',
            width: 150,
            render: (act) =>
              act.undone ? (
                t('lists.undone', { day: showDate(dayInVietNam(Date.parse(act.undone.at))) })
              ) : (
                mayWrite && (
                  <Button size="xs" variant="default" leftSection={<IconArrowBackUp size={15} aria-hidden />} aria-label={t('lists.undoOf', { act: told(act), document: act.document })} loading={undo.isPending && undo.variables.id === act.id} onClick={() => undo.mutate(act)}>
                    {t('lists.undo')}
                  </Button>
                )
              ),
          },
        ]}
      />
    </>
  );
}
