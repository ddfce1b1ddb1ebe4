import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#web/i18n/language.ts';
import type { ListColumn, ListRow, NameList } from '../contract.ts';
import { headRows } from '../rules.head.ts';
import styles from './PaperTable.module.css';

/** A list by name as on paper: a line for each member, the head’s name opens the household. */
export const NamesTable = memo(function NamesTable({ list: { form, area, columns }, rows }: { list: NameList; rows: readonly ListRow[] }) {
  const { t } = useTranslation('reports');
  const { say } = useLanguage();
  return (
    <div className={styles.scroll} role="region" aria-label={t('names.table', { form, area: area.name })} tabIndex={0}>
      <table className={`${styles.table} ${styles.names}`} data-wide>
        <thead>
          {headRows(columns).map((cells, level) => (
            <tr key={level}>
              {cells.map(({ key, text, across, down, group }) => (
                <th key={key} scope={group ? 'colgroup' : 'col'} colSpan={across} rowSpan={down}>
                  {say(text)}
                </th>
              ))}
            </tr>
          ))}
          <tr className={styles.numbers}>
            {columns.map(({ key, number }) => (
              <td key={key}>{number}</td>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            <tr key={place} data-upper={row.first || undefined}>
              {columns.map((column) => (
                <NameCell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
});

function NameCell({ column, row }: { column: ListColumn; row: ListRow }) {
  const { say } = useLanguage();
  const value = row.cells[column.key] ?? null;
  if (value === null) {
    const { unrecorded } = column;
    return (
      <td>
        {(unrecorded === null || row.first) && (
          <span className={styles.none} title={unrecorded === null ? undefined : say(unrecorded)}>
            –
          </span>
        )}
      </td>
    );
  }
  if (column.key !== 'name') return <td>{value}</td>;
  return (
    <th scope="row" className={styles.person}>
      {row.first ? (
        <Link to="/households/$id" params={{ id: row.household }} className={styles.link!}>
          {value}
        </Link>
      ) : (
        value
      )}
    </th>
  );
}
