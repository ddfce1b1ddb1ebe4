import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { AreaPage } from '#modules/areas/contract.ts';
import { useRounds, useStandard } from '#modules/rounds/web/parts/rounds.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { usePlace } from '#web/place.ts';
import { DataTable, type Sort } from '#web/ui/DataTable.tsx';
import { HouseholdSort } from '../contract.ts';
import { useColumns } from './columns.tsx';
import { EmptyRegister } from './EmptyRegister.tsx';
import styles from './Register.module.css';
import type { Register } from './use-register.ts';

interface Props {
  register: Register;
  area: AreaPage | undefined;
}

/** The list itself: sorted and paged by the server. */
export function RegisterTable({ register, area }: Props) {
  const { t } = useTranslation('households');
  const { say } = useLanguage();
  const navigate = useNavigate();
  const { area: ref, period } = usePlace();
  const view = useStandard(useRounds(ref, period).standard);
  const names = new Map(view?.standard.indicators.map(({ code, name }) => [code, say(name)]));
  const columns = useColumns({ level: area?.level, names });
  const { data, sort, total, from, before, after, isPlaceholderData } = register;
  const { frame, onKeyDown } = useTurning(register);
  return (
    <div ref={frame} onKeyDown={onKeyDown} className={styles.table}>
      <DataTable
        label={t('screen')}
        rows={data?.rows}
        id={({ id }) => id}
        columns={columns}
        fetching={isPlaceholderData}
        sort={readSort(sort)}
        onSort={(to) => register.change({ sort: writeSort(to, sort) })}
        paging={{ from, total, onBefore: before, onAfter: after }}
        onOpen={({ id }) => void navigate({ to: '/households/$id', params: { id }, state: { fromRegister: true } })}
        empty={<EmptyRegister register={register} area={area} />}
      />
      {data && data.rows.length > 0 && view && <Codes used={data.rows.flatMap(({ deprived }) => deprived)} names={names} />}
    </div>
  );
}

const readSort = (sort: HouseholdSort): Sort => (sort.startsWith('-') ? { by: sort.slice(1), direction: 'desc' } : { by: sort, direction: 'asc' });

/** A column of numbers begins with the largest. */
function writeSort({ by, direction }: Sort, before: HouseholdSort): HouseholdSort {
  const isNew = readSort(before).by !== by;
  return HouseholdSort.parse((isNew && by !== 'name') || (!isNew && direction === 'desc') ? `-${by}` : by);
}

/** Page Down and Page Up in a row turn the page; the focus goes on to the first row of the new one. */
function useTurning({ before, after, data, isPlaceholderData }: Register) {
  const frame = useRef<HTMLDivElement>(null);
  const turned = useRef(false);
  useEffect(() => {
    if (!turned.current || isPlaceholderData) return;
    turned.current = false;
    frame.current?.querySelector<HTMLElement>('tbody tr')?.focus();
  }, [data, isPlaceholderData]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const turn = { PageDown: after, PageUp: before }[event.key];
    if (!turn || !(event.target instanceof HTMLTableRowElement)) return;
    event.preventDefault();
    turned.current = true;
    turn();
  };
  return { frame, onKeyDown };
}

/** What the codes in the list stand for, for those who cannot point at them, and on paper. */
function Codes({ used, names }: { used: readonly string[]; names: ReadonlyMap<string, string> }) {
  const { t } = useTranslation('households');
  const shown = [...names].filter(([code]) => used.includes(code));
  if (shown.length === 0) return null;
  return (
    <dl className={styles.codes}>
      <dt className={styles.codesTitle}>{t('codes')}</dt>
      {shown.map(([code, name]) => (
        <dd key={code}>
          <span className={styles.code}>{code}</span> {name}
        </dd>
      ))}
    </dl>
  );
}
