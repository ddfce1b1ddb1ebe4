import { Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { showDate } from '#kernel/plain-date.ts';
import { showMoney, showNumber } from '#kernel/show.ts';
import type { Level } from '#modules/areas/contract.ts';
import { unknownVillage } from '#modules/areas/rules.ts';
import { useLanguage } from '#web/i18n/language.ts';
import type { Column } from '#web/ui/DataTable.tsx';
import type { HouseholdRow } from '../contract.ts';
import { changeTexts } from '../rules.changes.ts';
import { headlines } from './changes.ts';
import { showPeriod } from './file.ts';
import { ClassPair } from './parts/ClassPair.tsx';
import styles from './Register.module.css';

type Names = ReadonlyMap<string, string>;

interface Wish {
  /** Level of the area in view: a list of one village does not repeat its name. */
  level: Level | undefined;
  /** Names of the indicators by code. */
  names: Names;
}

export function useColumns({ level, names }: Wish): Column<HouseholdRow>[] {
  const { t } = useTranslation('households');
  const { language } = useLanguage();
  return [
    { key: 'name', title: t('column.head'), sortable: true, render: (row) => <Head row={row} wide={level !== undefined && isWide(level)} /> },
    ...(level !== undefined && isWide(level) ? [{ key: 'commune', title: t('column.commune'), wideOnly: true, render: ({ commune }: HouseholdRow) => <span className={styles.line}>{commune ?? '–'}</span> }] : []),
    ...(level === 'village' ? [] : [{ key: 'village', title: t('column.village'), wideOnly: true, render: (row: HouseholdRow) => <Village village={row.village} /> }]),
    { key: 'size', title: t('column.size'), align: 'right', sortable: true, width: 110, wideOnly: true, render: ({ size }) => (size === null ? '–' : showNumber(size, language)) },
    { key: 'class', title: t('column.class'), render: (row) => <ClassAndChange row={row} /> },
    { key: 'deprived', title: t('column.deprived'), sortable: true, render: (row) => <Deprivations row={row} names={names} /> },
    { key: 'basis', title: t('column.basis'), align: 'right', wideOnly: true, render: (row) => <Basis row={row} /> },
    { key: 'decision', title: t('column.decision'), wideOnly: true, render: ({ decision }) => <Decision number={decision} /> },
  ];
}

/** The class, and below it how it came about since the list before. */
function ClassAndChange({ row }: { row: HouseholdRow }) {
  const { t } = useTranslation('households');
  const { say } = useLanguage();
  return (
    <>
      <ClassPair {...row} compact />
      {headlines(row.changes).map(({ change, since, why, listed }) => (
        <span key={change} className={styles.change}>
          {t('change.since', { how: [say(changeTexts[change].name), ...(why === null ? [] : [t(`change.why.${why}`)])].join(', '), since: showPeriod(since) })}
          {!listed && ` ${t('change.lastClass')}`}
        </span>
      ))}
    </>
  );
}

/** Above the commune a village is found only together with its commune. */
const isWide = (level: Level): boolean => level !== 'commune' && level !== 'village';

function Head({ row: { id, head, village, commune, split }, wide }: { row: HouseholdRow; wide: boolean }) {
  const { t } = useTranslation('households');
  return (
    <>
      <Link to="/households/$id" params={{ id }} state={{ fromRegister: true }} tabIndex={-1} className={styles.head!}>
        {head}
      </Link>
      {split && <span className={styles.split}>{t('recentSplit.chip', { day: showDate(split) })}</span>}
      <span className={styles.under}>{wide && commune ? `${village.name}, ${commune}` : village.name}</span>
    </>
  );
}

/** The village that stands for all of which nothing is known is no place: it stands back. */
function Village({ village: { name, kind } }: Pick<HouseholdRow, 'village'>) {
  return <span className={kind === unknownVillage.kind ? `${styles.line} ${styles.quiet}` : styles.line}>{name}</span>;
}

/** How many, which, and of how many nothing is known; the names come when one points at them. */
function Deprivations({ row: { deprived, unknown }, names }: { row: HouseholdRow; names: Names }) {
  const { t } = useTranslation('households');
  const nameOf = (code: string): string => names.get(code) ?? code;
  const isUnknown = deprived.length === 0 && unknown.length > 0 && unknown.length === names.size;
  if (deprived.length === 0 && unknown.length === 0) return <span className={styles.quiet}>{t('deprivedNone')}</span>;
  const lines = [...deprived.map((code) => `${code} ${nameOf(code)}`), ...(unknown.length > 0 ? [t('unknownNames', { names: unknown.map(nameOf).join(', ') })] : [])];
  return (
    <Tooltip
      label={
        <span className={styles.lines}>
          {lines.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </span>
      }
    >
      <span className={styles.deprivations}>
        {!isUnknown && (
          <span className={styles.number}>
            {deprived.length}
            <span className={styles.spoken}> {t('column.deprived').toLowerCase()}</span>
          </span>
        )}
        <span className={styles.each}>
          {deprived.map((code) => (
            <abbr key={code} className={styles.code} aria-label={nameOf(code)}>
              {code}
            </abbr>
          ))}
          {unknown.length > 0 && <span className={styles.unknown}>{isUnknown ? t('unknownAll') : t('unknownCount', { n: unknown.length })}</span>}
        </span>
      </span>
    </Tooltip>
  );
}

function Decision({ number }: { number: string | null }) {
  if (number === null) return '–';
  return (
    <span className={styles.decision} title={number}>
      {number}
    </span>
  );
}

function Basis({ row: { income, b1, b2 } }: { row: HouseholdRow }) {
  const { t } = useTranslation('households');
  const { language } = useLanguage();
  if (income !== null) return <Tooltip label={t('incomeWhy')}><span>{showMoney(income, language)}</span></Tooltip>;
  if (b1 === null && b2 === null) return '–';
  return (
    <span className={styles.scores}>
      <span>B1</span> {b1 ?? '–'} <span>B2</span> {b2 ?? '–'}
    </span>
  );
}
