import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { tokenName } from '../../theme.ts';
import styles from './AreaMap.module.css';
import type { Archipelago, Shape } from './shapes.ts';
import { circlesOf, stepOf, tokenOf, type MapValue, type Scale } from './steps.ts';

/** How each area is filled: by its step, as plain ground below circles, or as `unknown`. */
export function fillsOf(values: ReadonlyMap<string, MapValue>, scale: Scale | undefined, unknown: string): (id: string) => string {
  if (scale === undefined) return () => 'var(--ct-accent-wash)';
  return (id) => {
    const value = values.get(id)?.value ?? null;
    if (value === null) return unknown;
    return scale.as === 'steps' ? `var(${tokenName(tokenOf(stepOf(value, scale.ends), scale.ends))})` : 'var(--ct-sunk)';
  };
}

/** Areas of one fill are one path: thousands of paths would each be made, styled and laid out by the browser. */
export const Shapes = memo(function Shapes({ shapes, fills }: { shapes: readonly Shape[]; fills: (id: string) => string }) {
  const groups = useMemo(() => Map.groupBy(shapes, ({ id }) => fills(id)), [shapes, fills]);
  return (
    <g className={styles.shapes} data-many={shapes.length > 1000 || undefined}>
      {[...groups].map(([fill, own]) => (
        <path key={fill} d={own.map(({ path }) => path).join('')} fill={fill} />
      ))}
    </g>
  );
});

interface CirclesProps {
  shapes: readonly Shape[];
  values: ReadonlyMap<string, MapValue>;
  scale: Extract<Scale, { as: 'circles' }>;
  /** Units of the drawing in a pixel: circles keep their size on the screen when the map is zoomed. */
  pixel: number;
}

export const Circles = memo(function Circles({ shapes, values, scale, pixel }: CirclesProps) {
  const circles = useMemo(() => circlesOf(shapes, values, scale), [shapes, values, scale]);
  return (
    <g className={styles.circles} aria-hidden>
      {circles.map(({ shape: { id, centre }, radius }, index) => (
        <circle key={`${id} ${index}`} cx={centre.x} cy={centre.y} r={radius * pixel} />
      ))}
    </g>
  );
});

/** The sign of an estimate in the middle of each unit whose figure is one: colour alone does not tell. */
export const Estimates = memo(function Estimates({ shapes, values }: { shapes: readonly Shape[]; values: ReadonlyMap<string, MapValue> }) {
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
export function Islands({ archipelagos, fills }: { archipelagos: readonly Archipelago[]; fills: (id: string) => string }) {
  const { t } = useTranslation();
  return archipelagos.map(({ name, frame, inset, shapes }) => (
    <g key={name} className={styles.islands}>
      {inset && <rect x={frame.left} y={frame.top} width={frame.right - frame.left} height={frame.bottom - frame.top} rx={4} />}
      <Shapes shapes={shapes} fills={fills} />
      <text x={(frame.left + frame.right) / 2} y={frame.bottom + 22}>
        {t(`map.${name}`)}
      </text>
    </g>
  ));
}
