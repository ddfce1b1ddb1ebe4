import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showDate } from '#kernel/plain-date.ts';
import type { AreaRef, UnitMove } from '#modules/areas/contract.ts';
import { outlinesQuery } from '#modules/areas/web/parts/boundaries.ts';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { MapLegend } from '#web/ui/map/MapLegend.tsx';
import { signsOf } from '#web/ui/map/steps.ts';
import type { Figures } from '../contract.ts';
import { mappedOf } from '../rules.mapped.ts';
import styles from './Compare.module.css';
import page from './OverviewPage.module.css';
import { drawnAs, useMapped, useShowMapped } from './mapped.ts';
import { Notes } from './Units.tsx';
import { UnitMap, useMapHeight, useMapValues, useScale } from './UnitMap.tsx';

interface Props {
  before: Figures;
  after: Figures;
  level: 'commune' | undefined;
  /** What went into what; where it is given, pointing at a unit outlines on the other map what it came from or went into. */
  moves: readonly UnitMove[];
}

/** The same figures on two maps, in one scale, so that equal marks are equal figures. */
export function TwoMaps({ before, after, level, moves }: Props) {
  const { t } = useTranslation('measures');
  const area = after.total.area.id;
  const [first, second] = [useMemo(() => mappedOf(before), [before]), useMemo(() => mappedOf(after), [after])];
  const { measure } = useMapped(second);
  const show = useShowMapped(measure);
  const pixels = useMapHeight();
  const [left, right] = [useMapValues(first, measure), useMapValues(second, measure)];
  const scale = useScale(measure, left, right);
  const outlines = [useQuery(outlinesQuery(area, before.mapDate, level)), useQuery(outlinesQuery(area, after.mapDate, level))] as const;
  const [point, setPoint] = useState<{ on: 'before' | 'after'; id: string } | null>(null);
  const lit = useMemo(() => partnersOf(moves, point), [moves, point]);
  const failed = outlines.find(({ error }) => error);
  if (failed) return <ErrorNotice error={failed.error} onRetry={() => void failed.refetch()} />;
  const sides = [
    { on: 'before', figures: first, values: left, outlines: outlines[0].data },
    { on: 'after', figures: second, values: right, outlines: outlines[1].data },
  ] as const;
  return (
    <div>
      <div className={styles.maps}>
        {sides.map(({ on, outlines: drawn, ...side }) => (
          <div key={on}>
            <h3 className={styles.mapTitle}>{t('compare.map', { day: showDate(side.figures.mapDate) })}</h3>
            {drawn === undefined ? (
              <Skeleton height={pixels} />
            ) : (
              <UnitMap
                {...side}
                outlines={drawn}
                measure={measure}
                scale={scale}
                noLegend
                onPoint={(id) => setPoint(id === null ? null : { on, id })}
                {...(point !== null && point.on !== on && { lit })}
              />
            )}
            <Notes notes={drawn?.notes} />
          </div>
        ))}
      </div>
      <MapLegend scale={scale} signs={signsOf([...left.values(), ...right.values()])} show={show} />
      {drawnAs(measure) === 'circles' && <p className={page.quiet}>{t('map.circles')}</p>}
    </div>
  );
}

/** The units of the other map that share land with the one pointed at. */
function partnersOf(moves: readonly UnitMove[], point: { on: 'before' | 'after'; id: string } | null): ReadonlySet<AreaRef> {
  if (point === null) return new Set();
  const pairs = moves.flatMap(({ unit, pieces }) => pieces.map(({ area }) => ({ before: unit.id, after: area.id })));
  const other = point.on === 'before' ? 'after' : 'before';
  return new Set(pairs.filter((pair) => pair[point.on] === point.id).map((pair) => pair[other]));
}
