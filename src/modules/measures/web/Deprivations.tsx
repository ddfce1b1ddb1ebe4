import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { showNumber } from '#kernel/show.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { usePlace } from '#web/place.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Section } from '#web/ui/Page.tsx';
import type { Figures, MeasureId } from '../contract.ts';
import { reasonText } from '../rules.reasons.ts';
import styles from './OverviewPage.module.css';
import { estimateSign } from './parts/CarriedFigure.tsx';
import { useHouseholdsLink } from './parts/households-link.ts';
import { standardQuery } from './queries.ts';

const prefix = 'deprived.poor.';

/** What poor households lack, the most frequent first; each bar opens those households. */
export function Deprivations({ figures }: { figures: Figures }) {
  const { t } = useTranslation('measures');
  const { language, say } = useLanguage();
  const [standardId] = figures.standards;
  const { data: standard } = useQuery({ ...standardQuery(standardId ?? ''), enabled: standardId !== undefined });
  const own = figures.total.figures;
  const ids = figures.measures.filter((id) => id.startsWith(prefix));
  const known = ids.flatMap((id) => (own[id]!.value === null ? [] : [{ code: id.slice(prefix.length), value: own[id]!.value }]));
  const sum = own['deprivations.poor' as MeasureId]?.value ?? null;
  const n = showNumber(ids.length, language);
  const reason = own[ids[0] ?? ('households.poor' as MeasureId)]?.reason;
  const nameOf = (code: string): string => {
    const indicator = standard?.standard.indicators.find((one) => one.code === code);
    return indicator ? say(indicator.name) : code;
  };
  return (
    <Section title={t('deprived.title')} note={ids.length > 0 && (sum === null ? t('deprived.noteCount', { n }) : t('deprived.note', { n, sum: showNumber(sum, language) }))}>
      {known.length === 0 ? (
        <EmptyState title={t('deprived.none')}>{reason && (reason.code === 'not_asked' ? t('deprived.notAsked') : say(reasonText(reason)))}</EmptyState>
      ) : (
        <Bars bars={known.map((bar) => ({ ...bar, name: nameOf(bar.code) })).sort((a, b) => b.value - a.value)} figures={figures} />
      )}
    </Section>
  );
}

function Bars({ bars, figures }: { bars: readonly { code: string; name: string; value: number }[]; figures: Figures }) {
  const { t } = useTranslation('measures');
  const { language } = useLanguage();
  const { map } = usePlace();
  const link = useHouseholdsLink();
  const longest = Math.max(...bars.map(({ value }) => value), 1);
  return (
    <ul className={styles.bars}>
      {bars.map(({ code, name, value }) => {
        const isEstimate = figures.total.figures[`${prefix}${code}` as MeasureId]!.carried?.estimated;
        const n = `${isEstimate ? `${estimateSign} ` : ''}${showNumber(value, language)}`;
        const to = value > 0 && !figures.total.figures[`${prefix}${code}` as MeasureId]!.carried ? link({ area: figures.total.area.id, period: figures.period, map, class: 'poor', deprived: code }) : undefined;
        const body = (
          <>
            <span>{name}</span>
            <span className={styles.track} aria-hidden>
              <span style={{ width: `${(value / longest) * 100}%` }} />
            </span>
            <span className={styles.count}>{n}</span>
          </>
        );
        return (
          <li key={code}>
            {to ? (
              <Link {...to} className={styles.bar!} aria-label={t('deprived.bar', { name, n })}>
                {body}
              </Link>
            ) : (
              <div className={styles.bar}>{body}</div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
