import { ActionIcon } from '@mantine/core';
import { IconFocusCentered, IconMinus, IconPlus } from '@tabler/icons-react';
import { memo, useId, useMemo, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { rateSteps, tokenName } from '../../theme.ts';
import styles from './AreaMap.module.css';
import { MapLegend } from './MapLegend.tsx';
import { draw, neighbour, type Archipelago, type Boundaries, type Box, type Shape } from './shapes.ts';
import { stepOf, stepsOf, type MapValue } from './steps.ts';

interface Props {
  /** What is mapped, where and when: `Tỷ lệ hộ nghèo theo xã, 31/12/2018`. */
  title: string;
  boundaries: Boundaries;
  /** By the id of the area. */
  values: ReadonlyMap<string, MapValue>;
  show: (value: number) => string;
  /** Upper ends of the first four steps; made from the values when left out. */
  ends?: readonly number[];
  onOpen?: (id: string) => void;
  height?: number;
  /** Outlines alone, which stand for no figure. */
  plain?: boolean;
}

/** A map of rates by area in five steps of one hue, readable by pointer and by keyboard. */
export function AreaMap({ title, boundaries, values, show, ends, onOpen, height = 460, plain = false }: Props) {
  const { t } = useTranslation();
  const hatch = useId();
  const drawing = useMemo(() => draw(boundaries), [boundaries]);
  const limits = useMemo(() => ends ?? stepsOf([...values.values()].flatMap(({ value }) => (value === null ? [] : [value]))), [ends, values]);
  const fills = useMemo(() => fillsOf(values, limits, plain ? 'var(--ct-accent-wash)' : `url(#${CSS.escape(hatch)})`), [values, limits, hatch, plain]);
  const all = useMemo(() => [...drawing.land, ...drawing.archipelagos.flatMap(({ shapes }) => shapes)], [drawing]);
  const [active, setActive] = useState<Shape | null>(null);
  const { view, zoom, dragging, handlers } = useView(drawing.view);

  const box = `${view.left} ${view.top} ${view.right - view.left} ${view.bottom - view.top}`;
  const value = active && values.get(active.id);
  const under = (event: PointerEvent): Shape | null => {
    const index = (event.target as Element).getAttribute('data-index');
    return index === null ? null : (all[Number(index)] ?? null);
  };
  const walk = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && active) return onOpen?.(active.id);
    const next = active ? neighbour(all, active, event.key) : event.key.startsWith('Arrow') ? all[0] : undefined;
    if (!next) return;
    event.preventDefault();
    setActive(next);
  };

  return (
    <figure className={styles.figure}>
      <div className={styles.stage} style={{ height }}>
        <svg
          className={styles.map}
          viewBox={box}
          role="application"
          aria-label={`${t('map.label', { title })}. ${t('map.hint')}`}
          tabIndex={0}
          data-dragging={dragging || undefined}
          data-opens={onOpen !== undefined || undefined}
          data-plain={plain || undefined}
          onKeyDown={walk}
          onFocus={() => setActive(active ?? all[0] ?? null)}
          onBlur={() => setActive(null)}
          onPointerOver={(event) => setActive(under(event))}
          onPointerLeave={() => setActive(null)}
          onClick={() => !dragging && active && onOpen?.(active.id)}
          {...handlers}
        >
          <defs>
            <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect width="6" height="6" className={styles.hatchGround} />
              <rect width="1.4" height="6" className={styles.hatchLine} />
            </pattern>
          </defs>
          <Shapes shapes={drawing.land} fills={fills} from={0} />
          <Estimates shapes={drawing.land} values={values} />
          <Islands archipelagos={drawing.archipelagos} fills={fills} from={drawing.land.length} />
        </svg>
        <svg className={styles.over} viewBox={box} aria-hidden>
          {active && <path d={active.path} className={styles.active} />}
        </svg>
        <div className={`${styles.zoom} no-print`}>
          <ActionIcon variant="default" size={30} aria-label={t('map.zoomIn')} onClick={() => zoom(0.6)}>
            <IconPlus size={16} />
          </ActionIcon>
          <ActionIcon variant="default" size={30} aria-label={t('map.zoomOut')} onClick={() => zoom(1 / 0.6)}>
            <IconMinus size={16} />
          </ActionIcon>
          <ActionIcon variant="default" size={30} aria-label={t('map.reset')} onClick={() => zoom(Infinity)}>
            <IconFocusCentered size={16} />
          </ActionIcon>
        </div>
        <output className={styles.readout} data-shown={value ? true : undefined} data-right={(active && active.centre.x < (view.left + view.right) / 2) || undefined}>
          {value && (
            <>
              <strong>{value.name}</strong>
              {!plain && <span className={styles.number}>
                {value.value === null ? t('map.unknown') : `${value.estimated ? '≈ ' : ''}${show(value.value)}`}
              </span>}
              {value.detail && <span className={styles.detail}>{value.detail}</span>}
            </>
          )}
        </output>
      </div>
      {!plain && (
        <figcaption>
          <MapLegend ends={limits} values={values} show={show} />
        </figcaption>
      )}
    </figure>
  );
}

function fillsOf(values: ReadonlyMap<string, MapValue>, ends: readonly number[], unknown: string): (id: string) => string {
  // With fewer than five steps the ends of the scale are kept and the middle is left out.
  const colour = (step: number): string => `var(${tokenName(rateSteps[Math.round((step * (rateSteps.length - 1)) / Math.max(ends.length, 1))]!)})`;
  return (id) => {
    const value = values.get(id)?.value ?? null;
    return value === null ? unknown : colour(stepOf(value, ends));
  };
}

const Shapes = memo(function Shapes({ shapes, fills, from }: { shapes: readonly Shape[]; fills: (id: string) => string; from: number }) {
  return (
    <g className={styles.shapes} data-many={shapes.length > 1000 || undefined}>
      {shapes.map(({ id, path }, index) => (
        <path key={`${id} ${index}`} d={path} fill={fills(id)} data-index={from + index} />
      ))}
    </g>
  );
});

/** The sign of an estimate in the middle of each unit whose figure is one: colour alone does not tell. */
const Estimates = memo(function Estimates({ shapes, values }: { shapes: readonly Shape[]; values: ReadonlyMap<string, MapValue> }) {
  return (
    <g className={styles.estimates} aria-hidden>
      {shapes.map(({ id, centre }, index) => values.get(id)?.estimated && (
        <text key={`${id} ${index}`} x={centre.x} y={centre.y}>
          ≈
        </text>
      ))}
    </g>
  );
});

/** Hoàng Sa and Trường Sa: in their place on a map of the country, in frames aside on a narrower one. */
function Islands({ archipelagos, fills, from }: { archipelagos: readonly Archipelago[]; fills: (id: string) => string; from: number }) {
  const { t } = useTranslation();
  let first = from;
  return archipelagos.map(({ name, frame, inset, shapes }) => {
    const start = first;
    first += shapes.length;
    return (
      <g key={name} className={styles.islands}>
        {inset && <rect x={frame.left} y={frame.top} width={frame.right - frame.left} height={frame.bottom - frame.top} rx={4} />}
        <Shapes shapes={shapes} fills={fills} from={start} />
        <text x={(frame.left + frame.right) / 2} y={frame.bottom + 22}>
          {t(`map.${name}`)}
        </text>
      </g>
    );
  });
}

/** The part of the drawing in view: zoomed by buttons, moved by dragging. */
function useView(whole: Box) {
  const [moved, setMoved] = useState<{ of: Box; view: Box } | null>(null);
  const [drag, setDrag] = useState<{ x: number; y: number; view: Box; far: boolean } | null>(null);
  const view = moved?.of === whole ? moved.view : whole;
  const zoomed = view !== whole;

  function zoom(by: number): void {
    const [width, height] = [(view.right - view.left) * by, (view.bottom - view.top) * by];
    if (width >= whole.right - whole.left) return setMoved(null);
    const [x, y] = [(view.left + view.right) / 2, (view.top + view.bottom) / 2];
    setMoved({ of: whole, view: { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 } });
  }

  const handlers = {
    onPointerDown: (event: PointerEvent) => zoomed && setDrag({ x: event.clientX, y: event.clientY, view, far: false }),
    onPointerMove: (event: PointerEvent<SVGSVGElement>) => {
      if (!drag || event.buttons === 0) return;
      const scale = event.currentTarget.getScreenCTM()?.a ?? 1;
      const [dx, dy] = [(event.clientX - drag.x) / scale, (event.clientY - drag.y) / scale];
      if (!drag.far && Math.hypot(dx, dy) * scale > 4) setDrag({ ...drag, far: true });
      setMoved({ of: whole, view: { left: drag.view.left - dx, right: drag.view.right - dx, top: drag.view.top - dy, bottom: drag.view.bottom - dy } });
    },
    onPointerUp: () => setTimeout(() => setDrag(null)),
  };
  return { view, zoom, dragging: drag?.far ?? false, handlers };
}
