import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { yearPeriod } from '#kernel/period.ts';
import { showNumber } from '#kernel/show.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { usePlace, useSetPlace } from '#web/place.ts';
import { Chart } from '#web/ui/Chart.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { Section } from '#web/ui/Page.tsx';
import { TableSkeleton } from '#web/ui/Skeletons.tsx';
import type { MeasureId, Series } from '../contract.ts';
import { useWhy } from './KeyFigures.tsx';
import styles from './OverviewPage.module.css';
import { estimateSign } from './parts/CarriedFigure.tsx';
import { yearsQuery } from './queries.ts';

const allLines = [
  { id: 'households.poor' as MeasureId, text: 'key.poor', colour: 'poor', symbol: 'circle' },
  { id: 'households.near_poor' as MeasureId, text: 'key.nearPoor', colour: 'nearPoor', symbol: 'diamond' },
] as const;

/** Poor and near-poor households year by year; a line goes on only under the same standard. */
export function Years() {
  const { t } = useTranslation('measures');
  const { area, map } = usePlace();
  const { data: series, error, refetch } = useQuery(yearsQuery(area, map));
  const known = series?.years.filter(({ figures }) => allLines.some(({ id }) => (figures[id]?.value ?? null) !== null)) ?? [];
  return (
    <Section
      title={t('years.title')}
      note={known.length > 1 && t('years.pick')}
      actions={
        <Link to="/changes" className={styles.way!}>
          {t('changes.open')}
        </Link>
      }
    >
      {error ? (
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      ) : series === undefined ? (
        <TableSkeleton rows={4} />
      ) : known.length > 1 ? (
        <YearLines series={series} />
      ) : (
        <p className={styles.quiet}>{known[0] ? t('years.one', { year: known[0].year }) : t('years.none')}</p>
      )}
    </Section>
  );
}

function YearLines({ series }: { series: Series }) {
  const { t } = useTranslation('measures');
  const { language } = useLanguage();
  const setPlace = useSetPlace();
  const why = useWhy();
  const { years } = series;
  const standards = [...new Set(years.map((year) => year.standards.join()))];
  const valueOf = (year: Series['years'][number], id: MeasureId): number | null => year.figures[id]?.value ?? null;
  const all = spanOf(years);
  const lines = linesOf(series);

  const option = useCallback<Parameters<typeof Chart>[0]['option']>(
    (colours) => ({
      grid: { left: 4, right: 20, top: 44, bottom: 4, containLabel: true },
      legend: { top: 0, left: 0, icon: 'roundRect', itemWidth: 14, itemHeight: 8, textStyle: { color: colours.muted } },
      xAxis: { type: 'category', data: all.map(String), boundaryGap: true },
      yAxis: { type: 'value', min: 0, axisLabel: { color: colours.muted, formatter: (value: number) => showNumber(value, language) } },
      tooltip: { trigger: 'axis', valueFormatter: (value: unknown) => (typeof value === 'number' ? showNumber(value, language) : '–') },
      series: lines.flatMap(({ id, text, colour, symbol }) =>
        standards.map((standard) => ({
          type: 'line',
          name: t(text),
          symbol,
          symbolSize: 9,
          lineStyle: { width: 2, color: colours[colour] },
          itemStyle: { color: colours[colour] },
          label: { show: true, position: 'top', color: colours.ink, formatter: ({ value, name }: { value: number; name: string }) => `${signOf(years.find(({ year }) => String(year) === name), id)}${showNumber(value, language)}` },
          data: all.map((year) => {
            const found = years.find((one) => one.year === year && one.standards.join() === standard);
            return found ? (valueOf(found, id) ?? '-') : '-';
          }),
        })),
      ),
    }),
    [series, language],
  );
  const cell = (year: Series['years'][number], id: MeasureId): string => {
    const value = valueOf(year, id);
    return value === null ? `– (${why(year.figures[id]!)})` : `${signOf(year, id)}${showNumber(value, language)}`;
  };
  return (
    <>
      <Chart
        label={t('years.label', { area: series.area.name })}
        option={option}
        height={280}
        onPick={(name) => setPlace({ period: yearPeriod(Number(name)) })}
        table={{ head: [t('years.year'), ...lines.map(({ text }) => t(text))], rows: years.map((year) => [String(year.year), ...lines.map(({ id }) => cell(year, id))]) }}
      />
      {years.some((year) => lines.some(({ id }) => signOf(year, id) !== '')) && <p className={styles.quiet}>{t('carried.noteSome')}</p>}
      {standards.length > 1 && <p className={styles.quiet}>{t('years.apart')}</p>}
    </>
  );
}

/** What stands before the figure of a year that is an estimate. */
const signOf = (year: Series['years'][number] | undefined, id: MeasureId): string => (year?.figures[id]?.carried?.estimated ? `${estimateSign} ` : '');

/** What has a figure in any year. */
const linesOf = ({ years }: Series) => allLines.filter(({ id }) => years.some(({ figures }) => (figures[id]?.value ?? null) !== null));

/** All years from the first to the last, so that a gap in the figures is a gap in the picture. */
function spanOf(years: Series['years']): number[] {
  const [first, last] = [years[0]!.year, years.at(-1)!.year];
  return Array.from({ length: last - first + 1 }, (_, place) => first + place);
}
