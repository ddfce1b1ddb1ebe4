import type { CSSProperties } from 'react';
import styles from './Terraces.module.css';

const [width, height, steps] = [720, 900, 17];

/** The upper edge of one terrace: waves that shift from step to step, as terraced fields follow a hillside. */
function edge(step: number): string {
  const base = 190 + step * 30 + step * step * 0.9;
  const depth = 1 - step / (steps * 1.35);
  const points = Array.from({ length: 49 }, (_, i) => {
    const x = (i / 48) * width;
    const wave = Math.sin(x / 168 + step * 0.29) * 54 * depth + Math.sin(x / 73 - step * 0.47) * 13 + Math.sin(x / 310 + step * 0.11 + 1.7) * 66 * depth;
    return `${x.toFixed(1)} ${(base - wave).toFixed(1)}`;
  });
  return `M${points.join('L')}`;
}

/** Terraced fields, drawn in steps of the accent. An ornament: says nothing. */
export function Terraces() {
  return (
    <div className={styles.terraces} aria-hidden>
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="xMidYMax slice">
        <circle cx="512" cy="168" r="46" className={styles.sun} />
        {Array.from({ length: steps }, (_, step) => (
          <g key={step} style={{ '--step': step / (steps - 1) } as CSSProperties}>
            <path d={`${edge(step)}L${width} ${height}L0 ${height}Z`} className={styles.field} />
            <path d={edge(step)} className={styles.bank} />
          </g>
        ))}
      </svg>
    </div>
  );
}
