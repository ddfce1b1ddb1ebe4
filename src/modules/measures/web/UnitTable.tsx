import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from '@tanstack/react-router';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { UnitsFile } from '#modules/interchange/web/parts/ListFile.tsx';
import { usePlace, useSetPlace } from '#web/place.ts';
import { DataTable, type Column, type Sort } from '#web/ui/DataTable.tsx';
import type { FigureRow, Figures, MeasureId } from '../contract.ts';
import { knownUnitMeasures, sortUnits, UnitSort, type UnitMeasure } from '../rules.units.ts';
import { FigureCell } from './parts/FigureCell.tsx';
import { useHouseholdsLink } from './parts/households-link.ts';
import styles from './UnitTable.module.css';

/** The units below the area, the worst first; every number opens its households, every name its unit. */
export function UnitTable({ figures, height }: { figures: Figures; height?: number }) {
  const { t } = useTranslation('measures');
  const { map } = usePlace();
  const setPlace = useSetPlace();
  const link = useHouseholdsLink();
  const [sort, setSort] = useState<Sort>({ by: 'households.poor', direction: 'desc' });
  const order = UnitSort.parse(sort.direction === 'desc' ? `-${sort.by}` : sort.by);
  const rows = useMemo(() => sortUnits(figures.rows, order), [figures, order]);
  const shown = knownUnitMeasures(figures.rows);
  const number = (id: UnitMeasure, title: string, width: number): Column<FigureRow> => ({
    key: id,
    title,
    width,
    align: 'right',
    sortable: true,
    render: ({ area, figures: own }) => {
      const { value, reason, carried } = own[id as MeasureId]!;
      const unit = id === 'rate.poor' ? 'hundredth_percent' : 'household';
      const ofClass = id === 'households.near_poor' ? 'near_poor' : 'poor';
      const behind = (ref: AreaRef, day: PlainDate | undefined) => (unit === 'household' ? link({ area: ref, period: figures.period, map: day, class: ofClass }) : undefined);
      return (
        <FigureCell
          value={value}
          unit={unit}
          reason={reason}
          link={behind(area.id, map)}
          carried={carried}
          origins={figures.origins}
          linkOf={unit === 'household' ? (origin) => behind(origin.id, undefined) : undefined}
        />
      );
    },
  });
  return (
    <div className={styles.table}>
      <DataTable
        label={t('map.table')}
        rows={rows}
        id={({ area }) => area.id}
        sort={sort}
        onSort={setSort}
        onOpen={({ area }) => setPlace({ area: area.id })}
        empty={null}
        {...(height === undefined ? {} : { height })}
        columns={[
          {
            key: 'name',
            title: t('column.area'),
            sortable: true,
            render: ({ area, inOverlay }) => (
              <>
                <Link to="/" search={(before) => ({ ...before, area: area.id })} className={styles.name!} tabIndex={-1}>
                  {area.name}
                </Link>
                {inOverlay === 'part' && <span className={styles.part}>{t('overlay.part')}</span>}
              </>
            ),
          },
          number('households.poor', t('column.poor'), 96),
          ...(shown.includes('households.near_poor') ? [number('households.near_poor', t('column.nearPoor'), 104)] : []),
          ...(shown.includes('rate.poor') ? [number('rate.poor', t('column.rate'), 96)] : []),
        ]}
      />
      <UnitsFile area={figures.total.area.id} period={figures.period} map={map} sort={order} />
    </div>
  );
}

