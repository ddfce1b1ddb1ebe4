import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { showNumber, showRate } from '#kernel/show.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AreaName } from '#modules/areas/contract.ts';
import { FollowedClass } from '#modules/households/contract.changes.ts';
import { carriedText, cellText, reasonText } from '#modules/measures/rules.reasons.ts';
import { estimateSign } from '#modules/measures/web/parts/CarriedFigure.tsx';
import { useHouseholdsAddress, type Behind } from '#modules/measures/web/parts/households-link.ts';
import { useLanguage } from '#web/i18n/language.ts';
import type { Report, ReportColumn, ReportRow } from '../contract.ts';
import { headRows } from '../rules.head.ts';
import styles from './PaperTable.module.css';

type Line = Pick<ReportRow, 'cells' | 'reasons' | 'published' | 'carried' | 'split'>;

/** The table of a form. Its head and first columns stay in sight while it is scrolled. */
export const PaperTable = memo(function PaperTable({ report, map }: { report: Report; map: PlainDate | undefined }) {
  const { t } = useTranslation('reports');
  const { say } = useLanguage();
  const { columns, splits, rows, area } = report;
  const isSplit = splits.length > 0;
  const totals: Line[] = isSplit ? splits.map(({ key, total }) => ({ ...total, split: key })) : [{ ...report.total, split: null }];
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
                  {isSplit && (
                    <th scope="col" rowSpan={heads.length} className={styles.split}>
                      {t('split')}
                    </th>
                  )}
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
            {isSplit && <td className={styles.split}>C</td>}
            {columns.map(({ key, number, formula }) => (
              <td key={key}>{formula === null ? number : `${number}=${formula}`}</td>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={`${row.area.id} ${row.split}`} report={report} map={map} no={row.no} area={row.area} row={row} upper={isNested && !row.no.includes('.')} depth={row.no.split('.').length - 1} />
          ))}
          {totals.map((row) => (
            <Row key={row.split} report={report} map={map} no="" area={{ ...area, name: t('total') }} row={row} upper depth={0} />
          ))}
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
  row: Line;
  /** A row that holds the rows below it, or all of them. */
  upper: boolean;
  depth: number;
}

function Row({ report, map, no, area, row, upper, depth }: RowProps) {
  const { say } = useLanguage();
  const { splits } = report;
  const split = splits.find(({ key }) => key === row.split);
  const isFirst = split === undefined || split === splits[0];
  return (
    <tr data-upper={upper || undefined} data-more={!isFirst || undefined}>
      {/* The number and the name of a unit reach over all its lines. */}
      {isFirst && (
        <>
          <td className={styles.no} rowSpan={Math.max(1, splits.length)}>
            {no}
          </td>
          <th scope={split ? 'rowgroup' : 'row'} rowSpan={Math.max(1, splits.length)} className={styles.name} title={area.name} style={depth > 0 ? { paddingLeft: 8 + depth * 12 } : undefined}>
            {area.name}
          </th>
        </>
      )}
      {split && (
        <th scope="row" className={styles.split}>
          {say(split.label)}
        </th>
      )}
      {(split?.columns ?? report.columns).map((column) => (
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
    const { known, units, households } = reason?.details ?? {};
    const some =
      known !== undefined && units !== undefined
        ? t('partly', { known: showNumber(known, language), units: showNumber(units, language) })
        : reason?.code === 'unclear' && households !== undefined
          ? t('unclear', { households: showNumber(households, language) })
          : '';
    return (
      <span className={styles.none} title={why}>
        <span className={styles.screen}>{`– ${some}`.trim()}</span>
        <span className={styles.print}>{reason ? say(cellText(reason)) : '–'}</span>
        <span className={styles.hidden}>{why}</span>
      </span>
    );
  }
  const carried = row.carried[column.key];
  const text = `${carried?.estimated ? `${estimateSign} ` : ''}${column.unit === 'hundredth_percent' ? showRate(value, language) : showNumber(value, language)}`;
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
  // A share of the deprived opens them; other rates are over households that are only published.
  const opens = column.unit !== 'hundredth_percent' || drill?.deprived;
  const behind = drill && opens && value > 0 ? behindCell(report, drill) : null;
  if (carried) {
    // Its households are those of other units; of a single one they are a click away.
    const only = carried.from.length === 1 ? report.origins[carried.from[0]!.origin] : undefined;
    const address = only && behind ? addressOf({ area: only.id, map: undefined, ...behind }) : undefined;
    const why = say(carriedText(carried, report.origins.map(({ name }) => name)));
    return address ? (
      <a href={address} className={styles.link} title={why} data-households>
        {text}
      </a>
    ) : (
      <span title={why}>
        {text}
        <span className={styles.hidden}>{why}</span>
      </span>
    );
  }
  const address = behind ? addressOf({ area: area.id, map, ...behind }) : undefined;
  return address ? (
    <a href={address} className={styles.link} data-households>
      {text}
    </a>
  ) : (
    text
  );
}

/** Who stands behind a cell: at the end of the period, at its start, or by how they changed. */
function behindCell({ period, since }: Report, { class: of, deprived, part, change }: NonNullable<ReportColumn['drill']>): Omit<Behind, 'area' | 'map'> | null {
  if (change === null) return { period, class: of, deprived, part };
  if (change.length > 0) return { period, change, changeOf: FollowedClass.parse(of) };
  return since === null ? null : { period: since, class: of };
}
