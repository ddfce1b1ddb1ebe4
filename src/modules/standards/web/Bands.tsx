import { useTranslation } from 'react-i18next';
import { showNumber } from '#kernel/show.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { today } from '#web/place.ts';
import type { Standard } from '../contract.packs.ts';
import { knownOn, valueOn } from '../rules.values.ts';
import styles from './Bands.module.css';
import { areaKinds, lineNames } from './values.ts';

type Shade = 'poor' | 'near_poor' | 'average' | 'not_poor';

interface Band {
  from: number;
  to: number;
  /** Above: as many deprivations as make poor; below: fewer. One entry where their number does not matter. */
  shades: readonly [Shade] | readonly [Shade, Shade];
  note: string;
}

/** The classes over income, rural and urban on one scale; where the number of deprivations parts them, one above the other. */
export function Bands({ standard }: { standard: Standard }) {
  const { t } = useTranslation('standards');
  const { t: shell } = useTranslation();
  const { language } = useLanguage();
  const { lines } = standard;
  const on = today();
  const min = valueOn(standard.min_deprived, on).value;
  const amount = (name: (typeof lineNames)[number], area: (typeof areaKinds)[number]): number | null => {
    const values = lines[name]?.[area];
    return values ? (knownOn(values, on)?.value ?? null) : null;
  };
  const highest = Math.max(...areaKinds.flatMap((area) => lineNames.map((name) => amount(name, area) ?? 0)));
  const end = highest * 1.16;
  const share = (value: number): string => `${(value / end) * 100}%`;
  const millions = (value: number): string => showHundredths(Math.round(value / 10_000), language);

  const bandsOf = (area: (typeof areaKinds)[number]): Band[] => {
    const alone = amount('poor_alone', area) ?? 0;
    const criterion = amount('criterion', area)!;
    const average = amount('average', area);
    return [
      ...(alone > 0 ? [{ from: 0, to: alone, shades: ['poor'] as const, note: '' }] : []),
      { from: alone, to: criterion, shades: ['poor', 'near_poor'], note: '' },
      ...(average === null ? [] : [{ from: criterion, to: average, shades: ['average'] as const, note: '' }]),
      { from: average ?? criterion, to: end, shades: ['not_poor'], note: average === null ? t('law.lines.averageUnknown') : '' },
    ];
  };

  return (
    <div className={styles.bands}>
      {areaKinds.map((area) => (
        <figure key={area} className={styles.row} aria-label={t('law.lines.figure', { area: t(`law.lines.${area}`).toLowerCase() })}>
          <figcaption>{t(`law.lines.${area}`)}</figcaption>
          <div className={styles.bar}>
            {bandsOf(area).map(({ from, to, shades, note }) => (
              <div key={from} className={styles.band} style={{ width: share(to - from) }}>
                {shades.map((shade, index) => (
                  <span key={shade} className={styles.shade} data-class={shade}>
                    <span className={styles.name}>{shell(`class.${shade}`)}</span>
                    {shades.length === 2 && <span className={styles.when}>{t(index === 0 ? 'law.lines.enough' : 'law.lines.fewer', { min })}</span>}
                    {note && <span className={styles.when}>{note}</span>}
                  </span>
                ))}
              </div>
            ))}
          </div>
          <div className={styles.ticks} aria-hidden>
            {bandsOf(area).map(({ to }) => to < end && <span key={to} style={{ left: share(to) }}>{millions(to)}</span>)}
          </div>
        </figure>
      ))}
      <p className={styles.axis}>{t('law.lines.axis')}</p>
    </div>
  );
}

/** `1,5`: millions given in hundredths, without zeros at the end. */
function showHundredths(hundredths: number, language: 'vi' | 'en'): string {
  const rest = String(hundredths % 100).padStart(2, '0').replace(/0+$/, '');
  const whole = showNumber(Math.trunc(hundredths / 100), language);
  return rest === '' ? whole : `${whole}${language === 'vi' ? ',' : '.'}${rest}`;
}
