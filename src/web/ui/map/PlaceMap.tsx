import { useMemo, type KeyboardEvent, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import map from './AreaMap.module.css';
import styles from './PlaceMap.module.css';
import { planOf } from './plan.ts';
import type { Boundaries } from './shapes.ts';
import { useView } from './use-view.ts';
import { ZoomTools } from './ZoomTools.tsx';

export type PlaceOnMap = readonly [longitude: number, latitude: number];

interface Props {
  label: string;
  boundaries: Boundaries;
  /** The area of the boundaries on which points are put. */
  id: string;
  points: readonly { name: string; at: PlaceOnMap }[];
  /** The name of the point that a click or an arrow key puts somewhere. */
  chosen: string | null;
  onPlace: (at: PlaceOnMap) => void;
}

/** An arrow key moves a point by this part of the width of the map; with Shift by a tenth of it. */
const step = 1 / 50;

/** Decimals of a degree that are kept: a metre. */
const rounded = ([longitude, latitude]: PlaceOnMap): PlaceOnMap => [Number(longitude.toFixed(5)), Number(latitude.toFixed(5))];

/** The outline of an area on which points are put, by a click or by the arrow keys. */
export function PlaceMap({ label, boundaries, id, points, chosen, onPlace }: Props) {
  const { t } = useTranslation();
  // The drawing stays as it was begun, or it would shift under the pointer.
  const plan = useMemo(() => planOf(boundaries, id, points.map(({ at }) => at)), [boundaries, id]);
  const { view, zoom, dragging, handlers } = useView(plan?.view ?? nowhere);
  if (plan === null) return null;
  const across = view.right - view.left;
  const put = (event: MouseEvent<SVGSVGElement>): void => {
    if (dragging || chosen === null) return;
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(event.currentTarget.getScreenCTM()!.inverse());
    onPlace(rounded(plan.unproject({ x, y })));
  };
  const move = (event: KeyboardEvent): void => {
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (!way || chosen === null) return;
    event.preventDefault();
    const at = points.find(({ name }) => name === chosen)?.at;
    const from = at ? plan.project(at) : { x: (view.left + view.right) / 2, y: (view.top + view.bottom) / 2 };
    const by = at ? across * step * (event.shiftKey ? 0.1 : 1) : 0;
    onPlace(rounded(plan.unproject({ x: from.x + way[0]! * by, y: from.y + way[1]! * by })));
  };
  const dot = across / 70;
  return (
    <div className={styles.stage}>
      <svg
        className={styles.map}
        viewBox={`${view.left} ${view.top} ${across} ${view.bottom - view.top}`}
        role="application"
        aria-label={`${label}. ${t('map.placeHint')}`}
        tabIndex={0}
        data-dragging={dragging || undefined}
        onKeyDown={move}
        {...handlers}
        onClick={put}
      >
        <path d={plan.outline} className={styles.area} />
        {points.map(({ name, at }) => {
          const { x, y } = plan.project(at);
          return (
            <g key={name} className={styles.point} data-chosen={name === chosen || undefined} data-outside={!plan.isInside(at) || undefined}>
              <circle cx={x} cy={y} r={name === chosen ? dot * 1.5 : dot}>
                <title>{name}</title>
              </circle>
              {name === chosen && (
                <text x={x} y={y - dot * 2.2} fontSize={dot * 2.8} strokeWidth={dot * 0.6}>
                  {name}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      <div className={map.tools}>
        <ZoomTools zoom={zoom} />
      </div>
    </div>
  );
}

const nowhere = { left: 0, top: 0, right: 1, bottom: 1 };
