import { useTranslation } from 'react-i18next';
import { rateSteps, tokenName } from '../../theme.ts';
import styles from './AreaMap.module.css';
import type { MapValue } from './steps.ts';

interface Props {
  ends: readonly number[];
  values: ReadonlyMap<string, MapValue>;
  show: (value: number) => string;
}

/** What the colours of a map stand for. */
export function MapLegend({ ends, values, show }: Props) {
  const { t } = useTranslation();
  const known = [...values.values()].flatMap(({ value }) => (value === null ? [] : [value]));
  const marks = known.length === 0 ? [] : [Math.min(...known), ...ends, Math.max(...known)];
  return (
    <ul className={styles.legend}>
      {marks.slice(1).map((end, step) => (
        <li key={end}>
          <span style={{ background: `var(${tokenName(rateSteps[Math.round((step * (rateSteps.length - 1)) / Math.max(ends.length, 1))]!)})` }} />
          {marks[step] === end ? show(end) : t('map.range', { from: show(marks[step]!), to: show(end) })}
        </li>
      ))}
      {[...values.values()].some(({ estimated }) => estimated) && (
        <li>
          <b aria-hidden>≈</b>
          {t('map.estimated')}
        </li>
      )}
      {known.length < values.size && (
        <li>
          <span data-unknown />
          {t('map.unknown')}
        </li>
      )}
    </ul>
  );
}
