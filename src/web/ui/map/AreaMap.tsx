import { useElementSize } from '@mantine/hooks';
import { useId, useMemo, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './AreaMap.module.css';
import { MapFiles } from './MapFiles.tsx';
import { MapLegend } from './MapLegend.tsx';
import { Circles, Estimates, fillsOf, Islands, Shapes } from './MapShapes.tsx';
import { draw, neighbour, shapeAt, type Boundaries, type Shape } from './shapes.ts';
import type { SheetTexts } from './sheet.ts';
import { signsOf, type MapValue, type Scale } from './steps.ts';
import { useView } from './use-view.ts';
import { ZoomTools } from './ZoomTools.tsx';

interface Props {
  /** What is mapped, where and when: `Tỷ lệ hộ nghèo theo xã, 31/12/2018`. */
  title: string;
  boundaries: Boundaries;
  /** By the id of the area. */
  values: ReadonlyMap<string, MapValue>;
  /** How the figures are drawn; without one the map is outlines alone, which stand for no figure. */
  figure?: { scale: Scale; show: (value: number) => string };
  onOpen?: (id: string) => void;
  height?: number;
  /** Where a legend stands elsewhere, for several maps. */
  noLegend?: boolean;
  /** What stands around the map when it is taken along; without it it is not. */
  file?: SheetTexts;
  /** Told which area is pointed at or walked to, and null when none is. */
  onPoint?: (id: string | null) => void;
  /** Areas that are the ground on which the others lie: drawn, and neither pointed at nor walked to. */
  ground?: ReadonlySet<string>;
  /** Areas outlined because of something that is pointed at elsewhere. */
  lit?: ReadonlySet<string>;
}

/** Tells what a point lies in; draws nothing. */
const pen = document.createElement('canvas').getContext('2d')!;

/** A map of figures by area, readable by pointer and by keyboard. */
export function AreaMap({ title, boundaries, values, figure, onOpen, height = 460, noLegend = false, file, onPoint, lit, ground }: Props) {
  const { t } = useTranslation();
  const hatch = useId();
  const drawing = useMemo(() => draw(boundaries), [boundaries]);
  const land = useMemo(() => drawing.land.filter(({ id }) => !ground?.has(id)), [drawing, ground]);
  const scale = figure?.scale;
  const fills = useMemo(() => fillsOf(values, scale, `url(#${CSS.escape(hatch)})`), [values, scale, hatch]);
  const all = useMemo(() => [...land, ...drawing.archipelagos.flatMap(({ shapes }) => shapes)], [drawing, land]);
  const [active, setActive] = useState<Shape | null>(null);
  const { view, zoom, dragging, handlers } = useView(drawing.view);
  const { ref, width } = useElementSize();

  const [across, down] = [view.right - view.left, view.bottom - view.top];
  const box = `${view.left} ${view.top} ${across} ${down}`;
  const value = active && values.get(active.id);
  const detail = value?.detail?.();
  const point = (shape: Shape | null): void => {
    setActive(shape);
    if (shape?.id !== active?.id) onPoint?.(shape?.id ?? null);
  };
  const under = (event: MouseEvent<SVGSVGElement>): Shape | null => {
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(event.currentTarget.getScreenCTM()!.inverse());
    return shapeAt(all, x, y, (path) => pen.isPointInPath(new Path2D(path), x, y));
  };
  const open = (shape: Shape | null): void => {
    if (shape) onOpen?.(shape.id);
  };
  const walk = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') return open(active);
    const next = active ? neighbour(all, active, event.key) : event.key.startsWith('Arrow') ? all[0] : undefined;
    if (!next) return;
    event.preventDefault();
    point(next);
  };

  return (
    <figure className={styles.figure}>
      <div ref={ref} className={styles.stage} style={{ height }}>
        <svg
          className={styles.map}
          viewBox={box}
          role="application"
          aria-label={`${t('map.label', { title })}. ${t('map.hint')}`}
          tabIndex={0}
          data-dragging={dragging || undefined}
          data-opens={onOpen !== undefined || undefined}
          data-plain={scale?.as !== 'steps' || undefined}
          onKeyDown={walk}
          onFocus={() => point(active ?? all[0] ?? null)}
          onBlur={() => point(null)}
          {...handlers}
          onPointerMove={(event) => {
            handlers.onPointerMove(event);
            if (!dragging) point(under(event));
          }}
          // A finger points by a tap, and leaves what it pointed at in view.
          onPointerDown={(event) => {
            handlers.onPointerDown(event);
            if (event.pointerType !== 'mouse') point(under(event));
          }}
          onPointerLeave={({ pointerType }) => pointerType === 'mouse' && point(null)}
          onClick={(event) => !dragging && open(under(event))}
        >
          <defs>
            <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect width="6" height="6" className={styles.hatchGround} />
              <rect width="1.4" height="6" className={styles.hatchLine} />
            </pattern>
          </defs>
          {ground && drawing.land.map(({ id, path }, index) => ground.has(id) && <path key={`${id} ${index}`} d={path} className={styles.ground} />)}
          <Shapes shapes={land} fills={fills} />
          <Islands archipelagos={drawing.archipelagos} fills={fills} />
          {scale?.as === 'circles' && width > 0 && <Circles shapes={land} values={values} scale={scale} pixel={Math.max(across / width, down / height)} />}
          <Estimates shapes={land} values={values} />
        </svg>
        <svg className={styles.over} viewBox={box} aria-hidden>
          {lit && all.map(({ id, path }, index) => lit.has(id) && <path key={`${id} ${index}`} d={path} className={styles.lit} />)}
          {active && <path d={active.path} className={styles.active} />}
        </svg>
        <div className={`${styles.tools} no-print`}>
          {file && figure && <MapFiles texts={file} map={{ drawing, values, ...figure }} />}
          <ZoomTools zoom={zoom} />
        </div>
        <output className={styles.readout} data-shown={value ? true : undefined} data-right={(active && active.centre.x < (view.left + view.right) / 2) || undefined}>
          {value && (
            <>
              <strong>{value.name}</strong>
              {figure && <span className={styles.number}>{value.value === null ? t('map.unknown') : `${value.estimated ? '≈ ' : ''}${figure.show(value.value)}`}</span>}
              {detail && <span className={styles.detail}>{detail}</span>}
            </>
          )}
        </output>
      </div>
      {figure && !noLegend && (
        <figcaption>
          <MapLegend scale={figure.scale} signs={signsOf(values.values())} show={figure.show} />
        </figcaption>
      )}
    </figure>
  );
}
