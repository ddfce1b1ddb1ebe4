import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Id } from '#kernel/ids.ts';
import { showDate } from '#kernel/plain-date.ts';
import { showNumber } from '#kernel/show.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { Section } from '#web/ui/Page.tsx';
import { TableSkeleton } from '#web/ui/Skeletons.tsx';
import type { Import } from '../contract.ts';
import type { ImportUndo } from '../contract.undo.ts';
import { importQuery, undoImport, undoQuery } from './queries.ts';
import { showTime } from './RecentImports.tsx';
import styles from './Undo.module.css';

/** Taking a loaded import back: what it would do, or what was built on it and where that is seen. */
export function Undo({ one }: { one: Import }) {
  const { t } = useTranslation('interchange');
  const { data: plan, error, refetch } = useQuery(undoQuery(one.id));
  return (
    <Section title={t('undo.title')}>
      {error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : plan ? <Plan id={one.id} plan={plan} kind={one.kind} /> : <TableSkeleton rows={2} />}
    </Section>
  );
}

const kinds = ['revision', 'round', 'event', 'member', 'correction', 'house'] as const;

function Plan({ id, plan, kind }: { id: Id; plan: ImportUndo; kind: Import['kind'] }) {
  const { t } = useTranslation('interchange');
  const { language } = useLanguage();
  const show = (value: number): string => showNumber(value, language);
  const hindered = kinds.filter((what) => plan.built[what] > 0);
  if (hindered.length > 0) return <Hindered plan={plan} what={hindered.map((one) => t(`undo.counted.${one}`, { n: show(plan.built[one]) })).join('; ')} />;
  return (
    <div className={styles.free}>
      <p>
        {kind === 'commune' ? t('undo.would', { added: show(plan.added), changed: show(plan.changed) }) : t('undo.wouldFigures', { n: show(plan.figures) })} {plan.acts > 0 && t('undo.wouldActs', { n: show(plan.acts) })} {t('undo.kept')}
      </p>
      <UndoButton id={id} />
    </div>
  );
}

function UndoButton({ id }: { id: Id }) {
  const { t } = useTranslation('interchange');
  const queries = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => undoImport(id),
    onSuccess: (undone) => queries.setQueryData(importQuery(id).queryKey, undone),
    onError: () => queries.invalidateQueries({ queryKey: undoQuery(id).queryKey }),
  });
  return (
    <>
      <Button variant="default" leftSection={<IconArrowBackUp size={17} aria-hidden />} loading={isPending} onClick={() => mutate()}>
        {t('undo.do')}
      </Button>
      {error && <ErrorNotice error={error} />}
    </>
  );
}

function Hindered({ plan, what }: { plan: ImportUndo; what: string }) {
  const { t } = useTranslation('interchange');
  const { language } = useLanguage();
  const left = kinds.reduce((sum, kind) => sum + plan.built[kind], 0) - plan.first.length;
  return (
    <>
      <p className={styles.hindered}>{t('undo.hindered', { what })}</p>
      <DataTable
        label={t('undo.built')}
        rows={plan.first}
        empty={null}
        id={({ household, kind, enteredAt, source }) => `${household} ${kind} ${enteredAt} ${source}`}
        columns={[
          {
            key: 'head',
            title: t('entry.head'),
            render: ({ household, head }) => (
              <Link to="/households/$id" params={{ id: household }} className={styles.head!}>
                {head}
              </Link>
            ),
          },
          { key: 'kind', title: t('undo.what'), render: ({ kind, day }) => t(`undo.kind.${kind}`, { day: showDate(day) }) },
          { key: 'source', title: t('undo.source'), wideOnly: true, render: ({ source }) => source },
          { key: 'by', title: t('recent.by'), width: 200, wideOnly: true, render: ({ enteredBy }) => enteredBy ?? '–' },
          { key: 'time', title: t('recent.time'), width: 160, wideOnly: true, render: ({ enteredAt }) => showTime(enteredAt) },
        ]}
      />
      {left > 0 && <p className={styles.left}>{t('undo.left', { n: showNumber(left, language) })}</p>}
    </>
  );
}
