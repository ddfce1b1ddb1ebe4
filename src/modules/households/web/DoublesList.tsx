import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconUsers } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showPartOfDate } from '#kernel/plain-date.ts';
import { api } from '#web/api.ts';
import { DataTable, type Column, type Paging } from '#web/ui/DataTable.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import type { Double, DoubleSide, DoubleState } from '../contract.doubles.ts';
import { DoubleDialog, namedIn } from './DoubleDialog.tsx';
import styles from './Duplicates.module.css';
import { Reasons } from './parts/Reasons.tsx';
import { reopenPersons, undoAct } from './queries.ts';
import { useRelation } from './use-relation.ts';

interface Props {
  rows: readonly Double[];
  state: DoubleState;
  fetching: boolean;
  paging: Paging | undefined;
}

/** Persons who probably stand in two households; each is settled in a dialog with both side by side. */
export function DoublesList({ rows, state, fetching, paging }: Props) {
  const { t } = useTranslation('households');
  const queries = useQueryClient();
  const [opened, setOpened] = useState<Double | null>(null);
  const back = useMutation({
    mutationFn: async ({ one, other, act }: Double) => {
      if (act !== null) await undoAct({ id: one.household, act, reason: t('doubles.undoReason') });
      else await reopenPersons({ one: namedIn(one), other: namedIn(other) });
    },
    onSuccess: async () => {
      notifications.show({ message: t('doubles.takenBack') });
      await queries.invalidateQueries({ queryKey: api.households.key() });
    },
  });
  const columns: Column<Double>[] = [
    { key: 'pair', title: t('doubles.person'), render: (row) => <Person row={row} /> },
    { key: 'why', title: t('duplicates.why'), wideOnly: true, render: ({ reasons }) => <Reasons reasons={reasons} /> },
    { key: 'score', title: t('duplicates.score'), align: 'right', width: 150, wideOnly: true, render: ({ score }) => `${Math.floor(score * 100)} %` },
    {
      key: 'act',
      title: '',
      align: 'right',
      width: 150,
      render: (row) =>
        state === 'open' ? (
          <Button size="xs" variant="default" onClick={() => setOpened(row)}>
            {t('duplicates.look')}
          </Button>
        ) : (
          <Button size="xs" variant="default" loading={back.isPending && back.variables === row} onClick={() => back.mutate(row)}>
            {t(state === 'apart' ? 'duplicates.reopen' : 'duplicates.undo')}
          </Button>
        ),
    },
  ];
  return (
    <>
      {back.error && <ErrorNotice error={back.error} />}
      <DataTable
        label={t('doubles.title')}
        rows={rows}
        id={({ one, other }) => `${one.person.id} ${other.person.id}`}
        columns={columns}
        fetching={fetching}
        {...(paging ? { paging } : {})}
        empty={
          <EmptyState icon={IconUsers} title={t(`doubles.none.${state}`)}>
            {t(`doubles.noneDo.${state}`)}
          </EmptyState>
        }
      />
      {opened && <DoubleDialog pair={opened} onClose={() => setOpened(null)} />}
    </>
  );
}

function Person({ row: { one, other } }: { row: Double }) {
  return (
    <span className={styles.both}>
      {[one, other].map((side) => (
        <Side key={side.household} side={side} />
      ))}
    </span>
  );
}

function Side({ side: { household, head, village, commune, person } }: { side: DoubleSide }) {
  const { t } = useTranslation('households');
  const relationOf = useRelation();
  return (
    <span className={styles.household}>
      <span className={styles.head}>
        {person.name}
        {person.birth !== null && <span className={styles.quiet}> {showPartOfDate(person.birth)}</span>}
      </span>
      <span className={styles.quiet}>
        <Link to="/households/$id" params={{ id: household }}>
          {t('acts.householdOf', { head })}
        </Link>
        {[person.relation && relationOf(person.relation), village, commune].filter(Boolean).map((part) => ` · ${part}`)}
      </span>
    </span>
  );
}
