import { Button, SegmentedControl } from '@mantine/core';
import { IconArrowLeft, IconCopyCheck, IconZoomCheck } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { showNumber } from '#kernel/show.ts';
import { useMay, useSession } from '#modules/identity/web/parts/session.ts';
import { api } from '#web/api.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { today, usePlace } from '#web/place.ts';
import { DataTable, type Column } from '#web/ui/DataTable.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { Page } from '#web/ui/Page.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { DoubleState } from '../contract.doubles.ts';
import { DuplicateState, type DuplicateRow, type Merge, type SearchedArea } from '../contract.matching.ts';
import { DoublesList } from './DoublesList.tsx';
import styles from './Duplicates.module.css';
import { showInstant } from './file.ts';
import { areaQuery, doublesQuery, duplicatesQuery, findDuplicates, keepApart, mergesQuery, pageSize, reopenPair, searchQuery, undoMerge } from './queries.ts';
import { Reasons } from './parts/Reasons.tsx';
import type { DuplicatesSearch } from './search.ts';

/** Hộ trùng lặp: pairs of the place in view that are probably one household, those said to be two, and those made one. */
export function DuplicatesPage() {
  const { t } = useTranslation();
  const may = useMay();
  if (may('household.write')) return <Duplicates />;
  return (
    <Page>
      <EmptyState title={t('error.notPermitted')} />
    </Page>
  );
}

function Duplicates() {
  const { t } = useTranslation('households');
  const { language } = useLanguage();
  const { demonstration } = useSession();
  const { area: ref } = usePlace();
  const { who, pairs: state = 'open', doubles: doubleState = 'open', after, row: from = 1 } = useSearch({ from: '/shell/duplicates' });
  const isPersons = who === 'persons';
  const navigate = useNavigate({ from: '/duplicates' });
  const { data: area } = useQuery(areaQuery(ref, today()));
  const pairs = useQuery({ ...duplicatesQuery(ref, state, after), enabled: !isPersons });
  const doubles = useQuery({ ...doublesQuery(ref, doubleState, after), enabled: isPersons });
  const { data, error, refetch, isPlaceholderData } = isPersons ? doubles : pairs;
  const search = useFind(ref);
  const isNever = data?.searched === null && Object.values(data.counts).every((count) => count === 0);
  const turn = (to: Partial<DuplicatesSearch>): void => void navigate({ search: (before) => ({ ...before, after: undefined, row: undefined, ...to }) });
  const onAfter = data?.next ? () => turn({ after: data.next!, row: from + pageSize }) : null;
  const onBefore = after === undefined ? null : () => window.history.back();
  const find = (
    <Button variant={isNever ? 'filled' : 'default'} leftSection={<IconZoomCheck size={17} stroke={1.7} aria-hidden />} loading={search.isRunning} onClick={search.begin}>
      {t(isNever ? 'duplicates.find' : 'duplicates.again')}
    </Button>
  );
  return (
    <Page>
      <div>
        <BackToRegister />
        <PageHeader title={t(isPersons ? 'doubles.title' : 'duplicates.screen')} place={area?.name} simulated={demonstration} actions={isNever ? null : find}>
          {data?.searched && <Searched searched={data.searched} />}
        </PageHeader>
        <p role="status" className={styles.running}>
          {search.isRunning && t('duplicates.finding', { n: search.percent })}
        </p>
        {search.error && <ErrorNotice error={search.error} />}
      </div>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {isNever && (
        <EmptyState icon={IconCopyCheck} title={t('duplicates.never', { area: area?.name ?? '' })} action={find}>
          {t('duplicates.neverDo')}
        </EmptyState>
      )}
      {data && !isNever && (
        <div>
          <div className={styles.which}>
            <SegmentedControl
              className={styles.tabs!}
              size="sm"
              aria-label={t('doubles.what')}
              value={isPersons ? 'persons' : 'households'}
              onChange={(next) => turn({ who: next === 'persons' ? 'persons' : undefined })}
              data={(['households', 'persons'] as const).map((one) => ({ value: one, label: t(`doubles.${one}`) }))}
            />
            {isPersons ? (
              <SegmentedControl
                className={styles.tabs!}
                size="sm"
                aria-label={t('duplicates.tabs')}
                value={doubleState}
                onChange={(next) => turn({ doubles: DoubleState.parse(next) })}
                data={DoubleState.options.map((one) => ({ value: one, label: `${t(`doubles.tab.${one}`)} ${showNumber(doubles.data?.counts[one] ?? 0, language)}` }))}
              />
            ) : (
              <SegmentedControl
                className={styles.tabs!}
                size="sm"
                aria-label={t('duplicates.tabs')}
                value={state}
                onChange={(next) => turn({ pairs: DuplicateState.parse(next) })}
                data={DuplicateState.options.map((one) => ({ value: one, label: `${t(`duplicates.tab.${one}`)} ${showNumber(pairs.data?.counts[one] ?? 0, language)}` }))}
              />
            )}
          </div>
          {isPersons ? (
            <DoublesList rows={doubles.data?.rows ?? []} state={doubleState} fetching={isPlaceholderData} paging={onAfter || onBefore ? { from, total: data.total, onBefore, onAfter } : undefined} />
          ) : state === 'merged' ? (
            <Merges />
          ) : (
            <Pairs rows={pairs.data?.rows ?? []} state={state} fetching={isPlaceholderData} total={data.total} onAfter={onAfter} onBefore={onBefore} from={from} />
          )}
        </div>
      )}
    </Page>
  );
}

function BackToRegister() {
  const { t } = useTranslation('households');
  return (
    <Link to="/households" search={({ who, pairs, doubles, after, row, ...place }) => place} className={`${styles.back} no-print`}>
      <IconArrowLeft size={15} stroke={1.8} aria-hidden />
      {t('screen')}
    </Link>
  );
}

/** Begins a search and follows it to its end; the list is then asked for anew. */
function useFind(area: Parameters<typeof findDuplicates>[0]) {
  const queries = useQueryClient();
  const begin = useMutation({ mutationFn: () => findDuplicates(area) });
  const { data: search } = useQuery({ ...searchQuery(begin.data?.id as NonNullable<typeof begin.data>['id']), enabled: begin.data !== undefined });
  const state = search?.state;
  useEffect(() => {
    if (state === 'done') void Promise.all([api.households.duplicates.key(), api.households.doubles.key()].map((queryKey) => queries.invalidateQueries({ queryKey })));
  }, [queries, state]);
  return {
    begin: () => begin.mutate(),
    isRunning: begin.isPending || (begin.data !== undefined && (state === undefined || state === 'running')),
    percent: search?.progress.done ?? 0,
    error: begin.error,
  };
}

function Searched({ searched: { at, by, households, persons, found, foundPersons, skipped } }: { searched: SearchedArea }) {
  const { t } = useTranslation('households');
  const { language } = useLanguage();
  const show = (value: number): string => showNumber(value, language);
  return (
    <span>
      {t('duplicates.searched', { at: showInstant(at), by: by ?? t('duplicates.program'), households: show(households), persons: show(persons), found: show(found), foundPersons: show(foundPersons) })}
      {skipped > 0 && ` ${t('duplicates.skipped', { n: show(skipped) })}`}
    </span>
  );
}

interface PairsProps {
  rows: readonly DuplicateRow[];
  state: 'open' | 'apart';
  total: number;
  fetching: boolean;
  /** Number of the first row shown, from 1. */
  from: number;
  onAfter: (() => void) | null;
  onBefore: (() => void) | null;
}

function Pairs({ rows, state, total, fetching, from, onAfter, onBefore }: PairsProps) {
  const { t } = useTranslation('households');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const decide = useMutation({
    mutationFn: ({ one, other }: DuplicateRow) => (state === 'open' ? keepApart(one.id, other.id) : reopenPair(one.id, other.id)),
    onSuccess: () => queries.invalidateQueries({ queryKey: api.households.duplicates.key() }),
  });
  const columns: Column<DuplicateRow>[] = [
    { key: 'pair', title: t('duplicates.pair'), render: (row) => <Both row={row} /> },
    { key: 'why', title: t('duplicates.why'), wideOnly: true, render: ({ reasons }) => <Reasons reasons={reasons} /> },
    { key: 'score', title: t('duplicates.score'), align: 'right', width: 150, wideOnly: true, render: ({ score }) => `${Math.floor(score * 100)} %` },
    {
      key: 'act',
      title: '',
      align: 'right',
      width: 150,
      render: (row) => (
        <Button size="xs" variant="default" loading={decide.isPending && decide.variables === row} onClick={() => decide.mutate(row)}>
          {t(state === 'open' ? 'duplicates.apart' : 'duplicates.reopen')}
        </Button>
      ),
    },
  ];
  return (
    <>
      {decide.error && <ErrorNotice error={decide.error} />}
      <DataTable
        label={t('duplicates.screen')}
        rows={rows}
        id={({ one, other }) => `${one.id} ${other.id}`}
        columns={columns}
        fetching={fetching}
        onOpen={({ one, other }) => void navigate({ to: '/duplicates/$one/$other', params: { one: one.id, other: other.id }, search: true })}
        {...(onAfter || onBefore ? { paging: { from, total, onBefore, onAfter } } : {})}
        empty={
          <EmptyState icon={IconCopyCheck} title={t(`duplicates.none.${state}`)}>
            {t(`duplicates.noneDo.${state}`)}
          </EmptyState>
        }
      />
    </>
  );
}

function Both({ row: { one, other } }: { row: DuplicateRow }) {
  const { t } = useTranslation('households');
  return (
    <span className={styles.both}>
      {[one, other].map(({ id, head, size, village, commune }, index) => (
        <span key={id} className={styles.household}>
          {index === 0 ? (
            <Link to="/duplicates/$one/$other" params={{ one: one.id, other: other.id }} search={true} tabIndex={-1} className={styles.head!}>
              {head}
            </Link>
          ) : (
            <span className={styles.head}>{head}</span>
          )}
          <span className={styles.quiet}>{[village, commune, t('duplicates.persons', { n: size })].filter(Boolean).join(' · ')}</span>
        </span>
      ))}
    </span>
  );
}

/** What was made one, with the way back. */
function Merges() {
  const { t } = useTranslation('households');
  const { area } = usePlace();
  const queries = useQueryClient();
  const { data } = useQuery(mergesQuery(area));
  const undo = useMutation({ mutationFn: ({ act, other }: Merge) => undoMerge(act, other.id), onSuccess: () => queries.invalidateQueries() });
  const columns: Column<Merge>[] = [
    {
      key: 'pair',
      title: t('duplicates.pair'),
      render: ({ keep, other, at, by }) => (
        <span className={styles.household}>
          <span>
            <Link to="/households/$id" params={{ id: other.id }} className={styles.head!}>
              {other.head}
            </Link>{' '}
            {t('duplicates.into')}{' '}
            <Link to="/households/$id" params={{ id: keep.id }} className={styles.head!}>
              {keep.head}
            </Link>
          </span>
          <span className={styles.quiet}>{[keep.village, t('duplicates.merged', { at: showInstant(at), by: by ?? t('duplicates.program') })].filter(Boolean).join(' · ')}</span>
        </span>
      ),
    },
    {
      key: 'act',
      title: '',
      align: 'right',
      width: 140,
      render: (merge) =>
        merge.undone ? (
          <span className={styles.quiet}>{t('duplicates.undone')}</span>
        ) : (
          <Button size="xs" variant="default" loading={undo.isPending && undo.variables === merge} onClick={() => undo.mutate(merge)}>
            {t('duplicates.undo')}
          </Button>
        ),
    },
  ];
  return (
    <>
      {undo.error && <ErrorNotice error={undo.error} />}
      <DataTable
        label={t('duplicates.tab.merged')}
        rows={data}
        id={({ act }) => act}
        columns={columns}
        empty={
          <EmptyState icon={IconCopyCheck} title={t('duplicates.none.merged')}>
            {t('duplicates.noneDo.merged')}
          </EmptyState>
        }
      />
    </>
  );
}
