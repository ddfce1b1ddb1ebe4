import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AreaRef } from '#modules/areas/contract.ts';
import { outlinesQuery } from '#modules/areas/web/parts/boundaries.ts';
import { today } from '#web/place.ts';
import { planOf } from '#web/ui/map/plan.ts';
import type { HousePlace } from '../contract.house.ts';
import styles from './House.module.css';

interface Props {
  place: Pick<HousePlace, 'latitude' | 'longitude'>;
  province: AreaRef;
  commune: { id: AreaRef; name: string };
}

/** The outline of the commune with the house in it; says so where the point lies outside. */
export function HouseMap({ place, province, commune }: Props) {
  const { t } = useTranslation('households');
  const { data: outlines } = useQuery(outlinesQuery(province, today(), 'commune'));
  const at = [place.longitude, place.latitude] as const;
  const plan = outlines && planOf(outlines.boundaries, commune.id, [at]);
  if (!plan) return null;
  const { view, outline } = plan;
  const point = plan.project(at);
  const [across, down] = [view.right - view.left, view.bottom - view.top];
  return (
    <figure className={styles.map}>
      <svg viewBox={`${view.left} ${view.top} ${across} ${down}`} role="img" aria-label={t('house.mapLabel', { commune: commune.name })}>
        <path d={outline} />
        <circle className={styles.halo} cx={point.x} cy={point.y} r={13} />
        <circle cx={point.x} cy={point.y} r={5} />
      </svg>
      {!plan.isInside(at) && <figcaption className={styles.outside}>{t('house.outside', { commune: commune.name })}</figcaption>}
    </figure>
  );
}
