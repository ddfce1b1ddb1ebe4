import { useTranslation } from 'react-i18next';
import { tokenName } from '../../theme.ts';
import styles from './AreaMap.module.css';
import { circleMarks, radiusOf, stepMarks, type Scale, type Signs } from './steps.ts';

interface Props {
  scale: Scale;
  signs: Signs;
  show: (value: number) => string;
}

/** What the colours or circles of a map stand for. */
export function MapLegend({ scale, signs, show }: Props) {
  const { t } = useTranslation();
  return (
    <ul className={styles.legend}>
      {scale.as === 'steps' &&
        stepMarks(scale).map(({ from, to, token }) => (
          <li key={to}>
            <span style={{ background: `var(${tokenName(token)})` }} />
            {from === to ? show(to) : t('map.range', { from: show(from), to: show(to) })}
          </li>
        ))}
      {scale.as === 'circles' &&
        circleMarks(scale.most).map((value) => {
          const radius = radiusOf(value, scale);
          return (
            <li key={value}>
              <svg width={radius * 2 + 2} height={radius * 2 + 2} className={styles.circles} aria-hidden>
                <circle cx={radius + 1} cy={radius + 1} r={radius} />
              </svg>
              {show(value)}
            </li>
          );
        })}
      {signs.estimated && (
        <li>
          <b aria-hidden>≈</b>
          {t('map.estimated')}
        </li>
      )}
      {signs.unknown && (
        <li>
          <span data-unknown />
          {t('map.unknown')}
        </li>
      )}
    </ul>
  );
}
