import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { showDate } from '#kernel/plain-date.ts';
import { DataTable, type Column } from '#web/ui/DataTable.tsx';
import { Section } from '#web/ui/Page.tsx';
import type { HouseholdMember } from '../contract.ts';
import { showBirth } from './file.ts';
import styles from './Household.module.css';

/** Who is in the household now; who has left it, folded. */
export function Members({ members, size }: { members: readonly HouseholdMember[]; size: number | null }) {
  const { t } = useTranslation('households');
  const present = members.filter(({ to }) => to === null);
  const past = members.filter(({ to }) => to !== null);
  const columns = useColumns();
  const left: Column<HouseholdMember> = { key: 'to', title: t('members.until'), width: 110, render: ({ to }) => to && showDate(to) };
  const note = size !== null && size > present.length ? t('members.noteMissing', { n: present.length, size }) : t('members.note', { n: present.length });
  return (
    <div className={styles.together}>
      <Section title={t('members.title')} note={note}>
        <DataTable label={t('members.title')} rows={present} id={({ id }) => id} columns={columns} empty={null} />
        {past.length > 0 && (
          <details className={styles.folded}>
            <summary>{t('members.past', { n: past.length })}</summary>
            <DataTable label={t('members.past', { n: past.length })} rows={past} id={({ id }) => id} columns={[...columns, left]} empty={null} />
          </details>
        )}
      </Section>
    </div>
  );
}

function useColumns(): Column<HouseholdMember>[] {
  const { t } = useTranslation('households');
  return [
    { key: 'name', title: t('members.name'), render: ({ name, head }) => (head ? <strong className={styles.head}>{name}</strong> : name) },
    { key: 'relation', title: t('members.relation'), width: 140, render: ({ relation, head }) => relation ?? (head ? t('members.head') : '–') },
    { key: 'sex', title: t('members.sex'), width: 80, wideOnly: true, render: ({ sex }) => (sex === null ? '–' : t(`members.${sex}`)) },
    { key: 'birth', title: t('members.birth'), width: 110, render: ({ birth }) => (birth === null ? '–' : showBirth(birth)) },
    { key: 'ethnicity', title: t('members.ethnicity'), width: 120, wideOnly: true, render: ({ ethnicity }) => ethnicity ?? '–' },
    {
      key: 'idNumber',
      title: (
        <Tooltip label={t('members.masked')}>
          <span tabIndex={0}>{t('members.idNumber')}</span>
        </Tooltip>
      ),
      width: 150,
      wideOnly: true,
      render: ({ idNumber }) => idNumber ?? '–',
    },
  ];
}
