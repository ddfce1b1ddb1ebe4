import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { showNumber, showRate } from '#kernel/show.ts';
import { fill } from '#kernel/text.ts';
import type { AreaName } from '#modules/areas/contract.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { usePlace } from '#web/place.ts';
import { Figure as FigureView } from '#web/ui/Figure.tsx';
import type { Figure, Figures, MeasureId } from '../contract.ts';
import styles from './OverviewPage.module.css';
import { CarriedFigure, estimateSign } from './parts/CarriedFigure.tsx';
import { useHouseholdsLink } from './parts/households-link.ts';
import { SourceNote } from './parts/SourceNote.tsx';
import { yearsQuery } from './queries.ts';

/** The figures of the area with their change since the round before. */
export function KeyFigures({ figures }: { figures: Figures }) {
  const { t } = useTranslation('measures');
  const { language } = useLanguage();
  const link = useHouseholdsLink();
  const { map } = usePlace();
  const why = useWhy();
  const earlier = useEarlier(figures);
  const { area } = figures.total;
  const of = (id: string): Figure => figures.total.figures[id as MeasureId]!;
  const show = (value: number): string => showNumber(value, language);

  function rateNote(id: string): string {
    const { value, basis } = of(id);
    if (value === null) return t('key.rateNone', { why: why(of(id)) });
    return t(basis === 'published' ? 'key.ratePublished' : 'key.rate', { rate: `${of(id).carried?.estimated ? `${estimateSign} ` : ''}${showRate(value, language)}` });
  }
  function counted(id: string, label: string, ofClass: 'poor' | 'near_poor', note: string | undefined) {
    const figure = of(id);
    const before = earlier(id);
    const to = figure.carried ? undefined : link({ area: area.id, period: figures.period, map, class: ofClass });
    return (
      <FigureView
        label={label}
        value={figure.value}
        show={figure.carried?.estimated ? (value) => `${estimateSign} ${show(value)}` : show}
        reason={why(figure)}
        {...(to ? { link: to } : {})}
        {...(before?.comparable && figure.value !== null ? { change: { value: figure.value - before.value, since: t('key.since', { year: before.year }), good: 'down' as const } } : {})}
        {...(before && !before.comparable && figure.value !== null ? { note: t('key.otherStandard', { year: before.year }) } : note === undefined ? {} : { note })}
      />
    );
  }
  /** What a figure from another map was made of, with the way to the households there. */
  const carriedOf = (id: string, ofClass: 'poor' | 'near_poor') => {
    const { carried } = of(id);
    if (!carried) return null;
    const behind = (unit: AreaName) => link({ area: unit.id, period: figures.period, map: undefined, class: ofClass });
    return <CarriedFigure text={t(carried.estimated ? 'carried.short' : 'carried.shortExact')} carried={carried} origins={figures.origins} linkOf={behind} />;
  };
  const sourceOf = (id: string) => {
    const { source } = of(id);
    return source === null ? null : <SourceNote source={figures.sources[source]!} />;
  };

  const all = of('households.all');
  const nearPersons = of('persons.near_poor').value;
  return (
    <section className={styles.figures} aria-label={t('key.title')}>
      <div>
        {counted('households.poor', t('key.poor'), 'poor', undefined)}
        {carriedOf('households.poor', 'poor')}
        <p className={styles.quiet}>{rateNote('rate.poor')}</p>
        {sourceOf('rate.poor')}
      </div>
      <div>
        {counted('households.near_poor', t('key.nearPoor'), 'near_poor', undefined)}
        {carriedOf('households.near_poor', 'near_poor')}
        <p className={styles.quiet}>{rateNote('rate.near_poor')}</p>
        {sourceOf('rate.near_poor')}
      </div>
      <div>
        {counted('persons.poor', t('key.persons'), 'poor', undefined)}
        {nearPersons !== null && <p className={styles.quiet}>{t('key.nearPersons', { n: show(nearPersons) })}</p>}
      </div>
      <div>
        <FigureView label={t('key.all')} value={all.value} show={all.carried?.estimated ? (value) => `${estimateSign} ${show(value)}` : show} reason={why(all)} {...(all.basis === 'sum_of_published' ? { note: t('key.sum') } : {})} />
        {sourceOf('households.all')}
      </div>
    </section>
  );
}

/** Why a figure is not known, in few words. */
export function useWhy(): (figure: Pick<Figure, 'reason'>) => string {
  const { t } = useTranslation('measures');
  const { language } = useLanguage();
  return ({ reason }) => {
    if (reason === null) return '';
    const details = Object.entries(reason.details).map(([name, number]) => [name, showNumber(number, language)]);
    return fill(t(`why.${reason.code}`), Object.fromEntries(details));
  };
}

/** The last figure before, and whether it was counted under the same standard. */
function useEarlier({ total, asOf, standards }: Figures): (id: string) => { value: number; year: number; comparable: boolean } | undefined {
  const { map } = usePlace();
  const { data } = useQuery(yearsQuery(total.area.id, map));
  return (id) => {
    const before = data?.years.filter((one) => one.asOf < asOf && (one.figures[id as MeasureId]?.value ?? null) !== null).at(-1);
    return before && { value: before.figures[id as MeasureId]!.value!, year: before.year, comparable: before.standards.join() === standards.join() };
  };
}
