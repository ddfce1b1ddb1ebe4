import { ActionIcon, Tooltip } from '@mantine/core';
import { IconHistory, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showDate, showPartOfDate, type PlainDate } from '#kernel/plain-date.ts';
import { useMay } from '#modules/identity/web/parts/session.ts';
import { DataTable, type Column } from '#web/ui/DataTable.tsx';
import { Section } from '#web/ui/Page.tsx';
import type { HouseholdFile, HouseholdMember } from '../contract.ts';
import { membersOn } from '../rules.days.ts';
import { AskCorrection } from './AskCorrection.tsx';
import styles from './Household.module.css';
import { Provenance } from './Provenance.tsx';
import { useRelation } from './use-relation.ts';

interface Props {
  file: HouseholdFile;
  /** Number of persons as the class in view has it. */
  size: number | null;
  /** The day on which the household is looked at; today when left out. */
  on: PlainDate | undefined;
}

/** Who is in the household on the day in view; who has left it, folded. */
export function Members({ file, size, on }: Props) {
  const { t } = useTranslation('households');
  const { members } = file;
  const present = on === undefined ? members.filter(({ to }) => to === null) : membersOn(file, on);
  // A row that was corrected or carried along is not somebody who left.
  const isHere = new Set(present.map(({ person }) => person));
  const gone = on === undefined ? members.filter(({ to, from, person }) => to !== null && to !== from && !isHere.has(person)) : [];
  const past = [...new Map(gone.map((member) => [member.person, member])).values()];
  const { columns, dialogs } = useColumns(file, on === undefined);
  const left: Column<HouseholdMember> = { key: 'to', title: t('members.until'), width: 110, render: ({ to }) => to && showDate(to) };
  const note = on === undefined && size !== null && size > present.length ? t('members.noteMissing', { n: present.length, size }) : t('members.note', { n: present.length });
  return (
    <div className={styles.together}>
      <Section title={t('members.title')} note={on === undefined ? note : t('members.noteOn', { n: present.length, day: showDate(on) })}>
        <DataTable label={t('members.title')} rows={present} id={({ id }) => id} columns={columns} empty={<p className={styles.nobody}>{t(on === undefined ? 'members.nobody' : 'members.nobodyOn')}</p>} />
        {past.length > 0 && (
          <details className={styles.folded}>
            <summary>{t('members.past', { n: past.length })}</summary>
            <DataTable label={t('members.past', { n: past.length })} rows={past} id={({ id }) => id} columns={[...columns, left]} empty={null} />
          </details>
        )}
      </Section>
      {dialogs}
    </div>
  );
}

function useColumns(file: HouseholdFile, isNow: boolean) {
  const { t } = useTranslation('households');
  const may = useMay();
  const relationOf = useRelation();
  const [asked, setAsked] = useState<{ what: 'origin' | 'correct'; member: HouseholdMember } | null>(null);
  const close = (): void => setAsked(null);
  const columns: Column<HouseholdMember>[] = [
    { key: 'name', title: t('members.name'), render: (member) => <Named member={member} /> },
    { key: 'relation', title: t('members.relation'), width: 'max(80px, 11%)', wideOnly: true, render: ({ relation, head }) => (relation === null ? (head ? t('members.head') : '–') : relationOf(relation)) },
    { key: 'sex', title: t('members.sex'), width: 80, wideOnly: true, render: ({ sex }) => (sex === null ? '–' : t(`members.${sex}`)) },
    { key: 'birth', title: t('members.birth'), width: 92, render: ({ birth }) => (birth === null ? '–' : showPartOfDate(birth)) },
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
    {
      key: 'do',
      title: <span className={styles.spoken}>{t('members.do')}</span>,
      width: 76,
      align: 'right',
      render: (member) => (
        <span className={`${styles.memberActs} no-print`}>
          <Tooltip label={t('provenance.open')}>
            <ActionIcon aria-label={t('provenance.of', { name: member.name })} onClick={() => setAsked({ what: 'origin', member })}>
              <IconHistory size={17} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
          {isNow && member.to === null && may('household.correct') && (
            <Tooltip label={t('corrections.ask')}>
              <ActionIcon aria-label={t('corrections.askOf', { name: member.name })} onClick={() => setAsked({ what: 'correct', member })}>
                <IconPencil size={17} stroke={1.6} />
              </ActionIcon>
            </Tooltip>
          )}
        </span>
      ),
    },
  ];
  const dialogs = asked && (asked.what === 'origin' ? <Provenance file={file} member={asked.member} onClose={close} /> : <AskCorrection file={file} member={asked.member} onClose={close} />);
  return { columns, dialogs };
}

/** A name, and on a phone below it what stands in the columns that have no room there. */
function Named({ member: { name, head, relation, sex, ethnicity, idNumber } }: { member: HouseholdMember }) {
  const { t } = useTranslation('households');
  const relationOf = useRelation();
  return (
    <>
      {head ? <strong className={styles.head}>{name}</strong> : name}
      <span className={styles.narrow}>{[relation && relationOf(relation), sex && t(`members.${sex}`), ethnicity, idNumber].filter(Boolean).join(' · ')}</span>
    </>
  );
}
