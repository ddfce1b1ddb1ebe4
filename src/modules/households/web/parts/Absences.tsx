import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '#kernel/ids.ts';
import type { Period } from '#kernel/period.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { showNumber } from '#kernel/show.ts';
import type { HouseholdClass } from '#modules/standards/contract.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { usePeriodName } from '#web/shell/PeriodChooser.tsx';
import { ClassChip } from '#web/ui/ClassChip.tsx';
import { DataTable } from '#web/ui/DataTable.tsx';
import type { AbsenceAnswer } from '../../contract.absences.ts';
import { AbsenceAnswering } from './AbsenceAnswering.tsx';
import styles from './Absences.module.css';

/** A household that a list does not name, as the table shows it. `id` is what an answer names it by. */
export interface MissingHousehold {
  id: Id;
  household: Id;
  head: string;
  village: string;
  /** A quiet line: of which list it is missing, or that its whole village is. */
  hint: string | null;
  last: { class: HouseholdClass; period: Period };
  /** What was said of it; null while it is to be asked later. */
  answer: AbsenceAnswer | null;
  named: string | null;
}

interface Props {
  label: string;
  rows: readonly MissingHousehold[];
  asOf: PlainDate;
  namesExits: boolean;
  /** Answers are kept until the list is loaded, and shown in a column of their own. */
  showAnswers: boolean;
  isPending: boolean;
  error: unknown;
  /** Left out where nothing can be answered any more. */
  onAnswer?: (ids: readonly Id[], answer: AbsenceAnswer | null) => Promise<unknown>;
}

const step = 25;

/** Households that a list does not name, to be answered one by one or many at once. */
export function Absences({ label, rows, asOf, namesExits, showAnswers, isPending, error, onAnswer }: Props) {
  const { t } = useTranslation('households');
  const { language } = useLanguage();
  const periodName = usePeriodName();
  const [village, setVillage] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<Id>>(new Set());
  const [isWhole, setWhole] = useState(false);
  const villages = [...new Set(rows.map((row) => row.village))];
  const fitting = rows.filter((row) => village === '' || row.village === village);
  const shown = isWhole ? fitting : fitting.slice(0, step);
  const picked = rows.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  const pick = (ids: readonly Id[], on: boolean): void => setChosen(new Set(on ? [...chosen, ...ids] : [...chosen].filter((id) => !ids.includes(id))));
  const ids = fitting.map(({ id }) => id);
  const isAll = ids.length > 0 && ids.every((id) => chosen.has(id));

  const answered = ({ answer, named }: MissingHousehold): ReactNode => {
    if (answer === null) return <span className={styles.quiet}>{t('absences.later')}</span>;
    const kind = t(`absences.kind.${answer.kind}`);
    return named === null ? kind : t('absences.named', { kind, name: named });
  };
  return (
    <>
      {onAnswer && (
        <AbsenceAnswering
          chosen={picked}
          asOf={asOf}
          namesExits={namesExits}
          canWait={showAnswers}
          isPending={isPending}
          error={error}
          onAnswer={(answer) => void onAnswer(picked, answer).then(() => setChosen(new Set()), () => undefined)}
        />
      )}
      {villages.length > 1 && (
        <NativeSelect
          size="xs"
          className={styles.filter!}
          mt={10}
          aria-label={t('absences.village')}
          value={village}
          onChange={({ currentTarget: { value } }) => setVillage(value)}
          data={[{ value: '', label: `${t('absences.everyVillage')} (${showNumber(rows.length, language)})` }, ...villages.map((name) => ({ value: name, label: `${name} (${showNumber(rows.filter((row) => row.village === name).length, language)})` }))]}
        />
      )}
      <DataTable
        label={label}
        rows={shown}
        id={({ id }) => id}
        empty={null}
        columns={[
          ...(onAnswer
            ? [
                {
                  key: 'pick',
                  width: 44,
                  title: <Checkbox size="xs" aria-label={t('absences.pickAll')} checked={isAll} indeterminate={!isAll && picked.length > 0} onChange={() => pick(ids, !isAll)} />,
                  render: ({ id, head }: MissingHousehold) => <Checkbox size="xs" aria-label={t('absences.pick', { head })} checked={chosen.has(id)} onChange={({ currentTarget: { checked } }) => pick([id], checked)} />,
                },
              ]
            : []),
          {
            key: 'head',
            title: t('absences.head'),
            render: (row) => (
              <span className={styles.who}>
                <Link to="/households/$id" params={{ id: row.household }}>
                  {row.head}
                </Link>
                <span className={styles.line}>{[row.village, row.hint].filter(Boolean).join(' · ')}</span>
                <span className={styles.onPhone}>
                  <ClassChip value={row.last.class} />
                  {showAnswers && <span className={styles.line}>{answered(row)}</span>}
                </span>
              </span>
            ),
          },
          {
            key: 'last',
            title: t('absences.last'),
            width: 230,
            wideOnly: true,
            render: ({ last }) => (
              <span className={styles.said}>
                <ClassChip value={last.class} /> <span className={styles.quiet}>{periodName(last.period).toLocaleLowerCase('vi')}</span>
              </span>
            ),
          },
          ...(showAnswers ? [{ key: 'said', title: t('absences.said'), width: 280, wideOnly: true, render: (row: MissingHousehold) => <span className={styles.said}>{answered(row)}</span> }] : []),
        ]}
      />
      {!isWhole && fitting.length > step && (
        <Button mt={10} size="xs" variant="default" onClick={() => setWhole(true)}>
          {t('absences.all', { n: showNumber(fitting.length, language) })}
        </Button>
      )}
    </>
  );
}
