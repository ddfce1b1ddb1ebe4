import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { showDate, type PlainDate } from '#kernel/plain-date.ts';
import { showNumber } from '#kernel/show.ts';
import type { AreaName, AreaRef, UnitMove } from '#modules/areas/contract.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { Section } from '#web/ui/Page.tsx';
import { TableSkeleton } from '#web/ui/Skeletons.tsx';
import type { FigureRow, Figures, MeasureId } from '../contract.ts';
import styles from './Compare.module.css';
import page from './OverviewPage.module.css';
import { FigureCell } from './parts/FigureCell.tsx';
import { useHouseholdsLink } from './parts/households-link.ts';
import { betweenQuery, unitsQuery } from './queries.ts';
import { TwoMaps } from './TwoMaps.tsx';

const poor = 'households.poor' as MeasureId;
/** Beyond a district or a small province the two tables are no longer read side by side. */
const mostUnits = 200;

/** The same figures on the map of their own day and on the one in view: two maps, and, where it can be read, what went into what between them. */
export function Compare({ figures }: { figures: Figures }) {
  const { t } = useTranslation('measures');
  const { asOf, mapDate, total, rows, period } = figures;
  const wide = rows.length > mostUnits || total.area.level === 'country';
  const between = useQuery({ ...betweenQuery(total.area.id, asOf, mapDate), enabled: !wide });
  const fine = !wide && between.data !== undefined && between.data.length > 0 && between.data.length <= mostUnits;
  const known = wide || between.data !== undefined;
  const level = fine ? 'commune' : undefined;
  const before = useQuery({ ...unitsQuery(total.area.id, period, asOf, level), enabled: known });
  const after = useQuery({ ...unitsQuery(total.area.id, period, mapDate, level), enabled: known });
  const failed = [between, before, after].find(({ error }) => error);
  // A commune has no units with boundaries below it; an area that is no longer, or was not yet, has none on one of the days.
  const mapped = [before.data, after.data].every((side) => side?.rows.some(({ area }) => area.level !== 'village'));
  if (before.data && after.data && !mapped && !fine) return null;
  return (
    <Section title={t('compare.title')} note={t('compare.note', { from: showDate(asOf), to: showDate(mapDate) })}>
      {failed ? (
        <ErrorNotice error={failed.error} onRetry={() => void failed.refetch()} />
      ) : before.data && after.data ? (
        <>
          {mapped && <TwoMaps before={before.data} after={after.data} level={level} moves={between.data ?? []} />}
          {fine && <Pairs moves={between.data!} before={before.data} after={after.data} />}
        </>
      ) : (
        <TableSkeleton rows={6} />
      )}
    </Section>
  );
}

interface Group {
  unit: AreaName;
  olds: { unit: AreaName; share: number | null }[];
}

/** The units of the map, each with those of the day of the data that went into it. */
function groupsOf(moves: readonly UnitMove[], after: Figures): Group[] {
  const groups = new Map<AreaRef, Group>();
  for (const { unit, pieces } of moves) {
    for (const { area, share } of pieces) {
      const group = groups.get(area.id) ?? { unit: area, olds: [] };
      group.olds.push({ unit, share: pieces.length === 1 ? 1 : share });
      groups.set(area.id, group);
    }
  }
  const order = new Map([after.total, ...after.rows].map((row, place) => [row.area.id, place]));
  return [...groups.values()].filter(({ unit }) => order.has(unit.id)).sort((a, b) => order.get(a.unit.id)! - order.get(b.unit.id)!);
}

function Pairs({ moves, before, after }: { moves: readonly UnitMove[]; before: Figures; after: Figures }) {
  const { t } = useTranslation('measures');
  const rowsOf = ({ total, rows }: Figures) => new Map([total, ...rows].map((row) => [row.area.id, row]));
  const [left, right] = [rowsOf(before), rowsOf(after)];
  return (
    <div className={styles.scroll} role="region" aria-label={t('compare.title')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('compare.unit', { day: showDate(before.mapDate) })}</th>
            <th scope="col" className={styles.number}>
              {t('column.poor')}
            </th>
            <th scope="col" className={styles.new}>
              {t('compare.unit', { day: showDate(after.mapDate) })}
            </th>
            <th scope="col" className={styles.number}>
              {t('column.poor')}
            </th>
          </tr>
        </thead>
        <tbody>
          {groupsOf(moves, after).map(({ unit, olds }) =>
            olds.map(({ unit: old, share }, place) => (
              <tr key={`${unit.id} ${old.id}`} data-inner={place < olds.length - 1}>
                <td>
                  <Unit area={old} /> <Share share={share} />
                </td>
                <td className={styles.number}>
                  <Poor row={left.get(old.id)} figures={before} map={before.mapDate} />
                </td>
                {place === 0 && (
                  <>
                    <th scope="rowgroup" rowSpan={olds.length} className={styles.new}>
                      <Unit area={unit} /> {right.get(unit.id)?.inOverlay === 'part' && <span className={page.quiet}>{t('overlay.part')}</span>}
                    </th>
                    <td rowSpan={olds.length} className={styles.number}>
                      <Poor row={right.get(unit.id)} figures={after} map={after.mapDate} />
                    </td>
                  </>
                )}
              </tr>
            )),
          )}
          <tr>
            <th scope="row">{before.total.area.name}</th>
            <td className={styles.number}>
              <Poor row={before.total} figures={before} map={before.mapDate} />
            </td>
            <th scope="row" className={styles.new}>
              {after.total.area.name}
            </th>
            <td className={styles.number}>
              <Poor row={after.total} figures={after} map={after.mapDate} />
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function Unit({ area }: { area: AreaName }) {
  return (
    <Link to="/areas/$ref" params={{ ref: area.id }} search={(search) => ({ ...search, area: area.id })} className={styles.unit!}>
      {area.name}
    </Link>
  );
}

/** How much of an old unit came here, where not all of it did. */
function Share({ share }: { share: number | null }) {
  const { t } = useTranslation('measures');
  const { language } = useLanguage();
  if (share === 1) return null;
  return <span className={styles.share}>{share === null ? t('compare.someLand') : t('compare.land', { share: showNumber(Math.round(share * 100), language) })}</span>;
}

function Poor({ row, figures, map }: { row: FigureRow | undefined; figures: Figures; map: PlainDate }) {
  const link = useHouseholdsLink();
  const figure = row?.figures[poor];
  if (!row || !figure) return <>–</>;
  return (
    <FigureCell
      value={figure.value}
      unit="household"
      reason={figure.reason}
      carried={figure.carried}
      origins={figures.origins}
      link={link({ area: row.area.id, period: figures.period, map, class: 'poor' })}
      linkOf={(unit) => link({ area: unit.id, period: figures.period, map: undefined, class: 'poor' })}
    />
  );
}
