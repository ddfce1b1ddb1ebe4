import { Button, useComputedColorScheme } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import type { EChartsCoreOption, EChartsType } from 'echarts/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fontFamily, seriesTokens, tokens } from '../theme.ts';
import styles from './Chart.module.css';

type Colours = (typeof tokens)['light'];

interface Props {
  /** What the chart shows, in a sentence, for those who do not see it. */
  label: string;
  /** The chart in ECharts' own words, given the colours of the scheme. Texts and numbers in it are already in the person's language. */
  option: (colours: Colours) => EChartsCoreOption;
  /** The same as a table: the head, then the rows. */
  table: { head: readonly string[]; rows: readonly (readonly string[])[] };
  height?: number;
  /** Called with the name of the bar, point or slice that was clicked. */
  onPick?: (name: string) => void;
}

/** A chart in the product's colours, with the table that says the same. */
export function Chart({ label, option, table, height = 240, onPick }: Props) {
  const { t } = useTranslation();
  const [asTable, setAsTable] = useState(false);
  return (
    <figure className={styles.figure}>
      {asTable ? <AsTable label={label} {...table} /> : <Drawing label={label} option={option} height={height} {...(onPick ? { onPick } : {})} />}
      <figcaption className="no-print">
        <Button variant="subtle" color="gray" size="compact-xs" onClick={() => setAsTable(!asTable)}>
          {asTable ? t('chart.asChart') : t('chart.asTable')}
        </Button>
      </figcaption>
    </figure>
  );
}

function Drawing({ label, option, height, onPick }: Required<Pick<Props, 'label' | 'option' | 'height'>> & Pick<Props, 'onPick'>) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(undefined);
  const colours = tokens[useComputedColorScheme('light')];
  const still = useReducedMotion();
  const pick = useRef(onPick);
  pick.current = onPick;

  useEffect(() => {
    let gone = false;
    const watch = new ResizeObserver(() => chart.current?.resize());
    void import('./charts.ts').then(({ init }) => {
      if (gone || !place.current) return;
      chart.current = init(place.current, null, { renderer: 'svg' });
      chart.current.on('click', ({ name }) => pick.current?.(name));
      chart.current.setOption(dressed(option(colours), colours, still));
      watch.observe(place.current);
    });
    return () => {
      gone = true;
      watch.disconnect();
      chart.current?.dispose();
      chart.current = undefined;
    };
    // The chart is made anew for another colour scheme, and only updated for other data.
  }, [colours]);

  useEffect(() => chart.current?.setOption(dressed(option(colours), colours, still), { notMerge: true }), [option, colours, still]);

  return <div ref={place} role="img" aria-label={label} style={{ height }} />;
}

const axis = (colours: Colours) => ({
  axisLine: { lineStyle: { color: colours.lineStrong } },
  axisTick: { show: false },
  axisLabel: { color: colours.muted, fontFamily },
  splitLine: { lineStyle: { color: colours.line } },
});

const dressEach = (given: unknown, dress: object): unknown => (Array.isArray(given) ? given.map((one: object) => ({ ...dress, ...one })) : given ? { ...dress, ...given } : given);

/** The option with the product's type, lines and colours where it names none. */
function dressed(given: EChartsCoreOption, colours: Colours, still: boolean): EChartsCoreOption {
  return {
    color: seriesTokens.map((token) => colours[token]),
    textStyle: { fontFamily, fontSize: 12, color: colours.ink },
    animation: !still,
    animationDuration: 300,
    ...given,
    ...(given['grid'] === undefined ? { grid: { left: 4, right: 12, top: 16, bottom: 4, containLabel: true } } : {}),
    tooltip: {
      backgroundColor: colours.raised,
      borderColor: colours.lineStrong,
      borderWidth: 1,
      padding: [6, 10],
      textStyle: { color: colours.ink, fontFamily, fontSize: 13 },
      extraCssText: 'border-radius:8px;box-shadow:var(--ct-shadow)',
      ...(given['tooltip'] as object | undefined),
    },
    xAxis: dressEach(given['xAxis'], axis(colours)),
    yAxis: dressEach(given['yAxis'], axis(colours)),
  };
}

function AsTable({ label, head, rows }: Props['table'] & { label: string }) {
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row[0]}>
              {row.map((cell, index) => (index === 0 ? <th key={index} scope="row">{cell}</th> : <td key={index}>{cell}</td>))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
