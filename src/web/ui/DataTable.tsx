import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconChevronUp, IconSelector } from '@tabler/icons-react';
import { DataTable as MantineTable, type DataTableColumn, type DataTableProps } from 'mantine-datatable';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { showNumber } from '#kernel/show.ts';
import { useLanguage } from '../i18n/language.ts';
import styles from './DataTable.module.css';
import { TableSkeleton } from './Skeletons.tsx';

export interface Column<Row> {
  key: string;
  title: ReactNode;
  render: (row: Row) => ReactNode;
  /** Numbers stand right. */
  align?: 'left' | 'right';
  sortable?: boolean;
  width?: number | string;
  /** Left out on a phone. */
  wideOnly?: boolean;
}

export interface Sort {
  by: string;
  direction: 'asc' | 'desc';
}

export interface Paging {
  /** Number of the first row shown, from 1. */
  from: number;
  /** Null while it is being counted. */
  total: number | null;
  /** Null where there is no page that way. */
  onBefore: (() => void) | null;
  onAfter: (() => void) | null;
}

interface Props<Row> {
  /** What the table lists, for those who do not see it. */
  label: string;
  /** Undefined while the first rows come. */
  rows: readonly Row[] | undefined;
  id: (row: Row) => string;
  columns: readonly Column<Row>[];
  /** New rows are on their way; the old ones stay, paler. */
  fetching?: boolean;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  paging?: Paging;
  /** Shown instead of the table when there is nothing: says what to do next. */
  empty: ReactNode;
  onOpen?: (row: Row) => void;
  /** With a height the body scrolls under its head. */
  height?: number | string;
}

const phone = '(min-width: 48em)';

/** A table of rows: sorted and paged by the server, walked with the arrow keys, opened with Enter. */
export function DataTable<Row>({ label, rows, id, columns, fetching = false, sort, onSort, paging, empty, onOpen, height }: Props<Row>) {
  const [active, setActive] = useState(0);
  if (rows === undefined) return <TableSkeleton />;
  if (rows.length === 0) return <div className={styles.frame}>{empty}</div>;

  const walk = (event: KeyboardEvent<HTMLTableRowElement>, row: Row): void => {
    const here = event.currentTarget;
    const next = { ArrowDown: here.nextElementSibling, ArrowUp: here.previousElementSibling, Home: here.parentElement?.firstElementChild, End: here.parentElement?.lastElementChild }[event.key];
    if (next instanceof HTMLElement) {
      event.preventDefault();
      next.focus();
    } else if (event.key === 'Enter' && event.target === here) onOpen?.(row);
  };

  const shown = columns.map(
    (column): DataTableColumn<Row> => ({
      accessor: column.key,
      title: column.title,
      render: column.render,
      textAlign: column.align ?? 'left',
      sortable: column.sortable ?? false,
      ...(column.width === undefined ? {} : { width: column.width }),
      ...(column.wideOnly ? { visibleMediaQuery: phone } : {}),
    }),
  );

  // One object, because the library's type is a union of every pair of its options, which optional ones do not fit.
  const options = {
    'aria-label': label,
    records: rows as Row[],
    // The library has its own words for a table without rows; ours are above.
    noRecordsText: '',
    idAccessor: (row) => id(row),
    columns: shown,
    height,
    verticalSpacing: 0,
    horizontalSpacing: 0,
    highlightOnHover: onOpen !== undefined,
    classNames: { root: styles.root!, table: styles.table!, header: styles.head! },
    sortStatus: sort && { columnAccessor: sort.by, direction: sort.direction },
    onSortStatusChange: (status) => onSort?.({ by: String(status.columnAccessor), direction: status.direction }),
    sortIcons: { sorted: <IconChevronUp size={14} />, unsorted: <IconSelector size={14} /> },
    ...(onOpen && {
      onRowClick: ({ record, event }) => {
        if (!(event.target as HTMLElement).closest('a, button')) onOpen(record);
      },
      customRowAttributes: (row, index) => ({
        tabIndex: index === Math.min(active, rows.length - 1) ? 0 : -1,
        'data-opens': true,
        onFocus: () => setActive(index),
        onKeyDown: (event: KeyboardEvent<HTMLTableRowElement>) => walk(event, row),
      }),
    }),
  } as DataTableProps<Row>;

  return (
    <div className={styles.frame} data-fetching={fetching || undefined}>
      <MantineTable {...options} />
      {paging && <Pages paging={paging} count={rows.length} />}
    </div>
  );
}

function Pages({ paging: { from, total, onBefore, onAfter }, count }: { paging: Paging; count: number }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const show = (value: number): string => showNumber(value, language);
  const tellRows = (): string => {
    const rows = { from: show(from), to: show(from + count - 1) };
    if (!onBefore && !onAfter) return t('table.all', { total: show(total ?? count) });
    return total === null ? t('table.rowsCounting', rows) : t('table.rows', { ...rows, total: show(total) });
  };
  return (
    <div className={styles.pages}>
      <span>{tellRows()}</span>
      {(onBefore || onAfter) && (
        <span className="no-print">
          <ActionIcon aria-label={t('table.before')} disabled={!onBefore} onClick={() => onBefore?.()}>
            <IconChevronLeft size={18} />
          </ActionIcon>
          <ActionIcon aria-label={t('table.after')} disabled={!onAfter} onClick={() => onAfter?.()}>
            <IconChevronRight size={18} />
          </ActionIcon>
        </span>
      )}
    </div>
  );
}
