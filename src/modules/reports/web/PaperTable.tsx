import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { showNumber, showRate } from '#kernel/show.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AreaName } from '#modules/areas/contract.ts';
import { cellText, reasonText } from '#modules/measures/rules.reasons.ts';
import { useHouseholdsAddress } from '#modules/measures/web/parts/households-link.ts';
import { useLanguage } from '#web/i18n/language.ts';
import type { Report, ReportColumn, ReportRow } from '../contract.ts';
import { headRows } from '../rules.head.ts';
import styles from './PaperTable.module.css';

type Cells = Pick<ReportRow, 'cells' | 'reasons' | 'published'>;

/** The table of a form. Its head and first columns stay in sight while it is scrolled. */
export const PaperTable = memo(function PaperTable({ report, map }: { report: Report; map: PlainDate | undefined }) {
  const { t } = useTranslation('reports');
  const { say } = useLanguage();
  const { columns, rows, total, area } = report;
  const heads = headRows(columns);
  const isNested = rows.some(({ no }) => no.includes('.'));
  return (
    <div className={styles.scroll} role="region" aria-label={t('table', { form: report.form, area: area.name })} tabIndex={0}>
      <table className={styles.table} data-wide={columns.length > 8 || undefined}>
        <thead>
          {heads.map((cells, level) => (
            <tr key={level}>
              {level === 0 && (
                <>
                  <th scope="col" rowSpan={heads.length} className={styles.no}>
                    {t('number')}
                  </th>
                  <th scope="col" rowSpan={heads.length} className={styles.name}>
                    {t('area')}
                  </th>
                </>
              )}
              {cells.map(({ key, text, across, down, group }) => (
                <th key={key} scope={group ? 'colgroup' : 'col'} colSpan={across} rowSpan={down}>
                  {say(text)}
                </th>
              ))}
            </tr>
          ))}
          <tr className={styles.numbers}>
            <td className={styles.no}>A</td>
            <td className={styles.name}>B</td>
            {columns.map(({ key, number, formula }) => (
              <td key={key}>{formula === null ? number : `${number}=${formula}`}</td>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.area.id} report={report} map={map} no={row.no} area={row.area} row={row} upper={isNested && !row.no.includes('.')} depth={row.no.split('.').length - 1} />
          ))}
          <Row report={report} map={map} no="" area={{ ...area, name: t('total') }} row={total} upper depth={0} />
        </tbody>
      </table>
    </div>
  );
});

interface RowProps {
  report: Report;
  map: PlainDate | undefined;
  no: string;
  area: AreaName;
  row: Cells;
  /** A row that holds the rows below it, or all of them. */
  upper: boolean;
  depth: number;
}

function Row({ report, map, no, area, row, upper, depth }: RowProps) {
  return (
    <tr data-upper={upper || undefined}>
      <td className={styles.no}>{no}</td>
      <th scope="row" className={styles.name} title={area.name} style={depth > 0 ? { paddingLeft: 8 + depth * 12 } : undefined}>
        {area.name}
      </th>
      {report.columns.map((column) => (
        <td key={column.key}>
          <Cell report={report} map={map} column={column} area={area} row={row} />
        </td>
      ))}
    </tr>
  );
}

function Cell({ report, map, column, area, row }: Omit<RowProps, 'no' | 'upper' | 'depth'> & { column: ReportColumn }) {
  const { t } = useTranslation('reports');
  const { language, say } = useLanguage();
  const addressOf = useHouseholdsAddress();
  const value = row.cells[column.key] ?? null;
  const reason = row.reasons[column.key];
  const source = row.published[column.key];
  if (value === null) {
    const why = reason ? say(reasonText(reason)) : '';
    const { known, units } = reason?.details ?? {};
    return (
      <span className={styles.none} title={why}>
        <span className={styles.screen}>{known === undefined || units === undefined ? '–' : `– ${t('partly', { known: showNumber(known, language), units: showNumber(units, language) })}`}</span>
        <span className={styles.print}>{reason ? say(cellText(reason)) : '–'}</span>
        <span className={styles.hidden}>{why}</span>
      </span>
    );
  }
  const text = column.unit === 'hundredth_percent' ? showRate(value, language) : showNumber(value, language);
  if (source !== undefined) {
    return (
      <span title={t('published', { n: source + 1 })}>
        {text}
        <a href={`#source-${source + 1}`} className={styles.source} aria-label={t('toSource', { n: source + 1 })}>
          [{source + 1}]
        </a>
      </span>
    );
  }
  const { drill } = column;
  const address = drill && column.unit !== 'hundredth_percent' && value > 0 ? addressOf({ area: area.id, period: report.period, map, class: drill.class, deprived: drill.deprived }) : undefined;
  return address ? (
    <a href={address} className={styles.link} data-households>
      {text}
    </a>
  ) : (
    text
  );
}
