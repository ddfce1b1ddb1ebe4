import { useMediaQuery } from '@mantine/hooks';
import { useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { usePeriodName } from '#web/shell/PeriodChooser.tsx';
import { Chart } from '#web/ui/Chart.tsx';
import type { Explanation } from '../contract.ts';
import { useStepLink, useStepNames, useStepValue, type Shown } from './steps.ts';

const rowHeight = 38;

/** From start to end, each part of the change beginning where the one before ended. A bar opens its households. */
export function Waterfall({ told, shown }: { told: Explanation; shown: Shown }) {
  const { t } = useTranslation('measures');
  const router = useRouter();
  const nameOf = useStepNames();
  const show = useStepValue(shown);
  const linkOf = useStepLink(told);
  const periodName = usePeriodName();
  const isPhone = useMediaQuery('(max-width: 600px)', undefined, { getInitialValueInEffect: false });
  const { steps } = told;
  const bars = placed(steps.map((step) => ({ name: nameOf(step), isLevel: step.step === 'start' || step.step === 'end', value: step[shown] ?? 0, text: show(step) })));

  const option = useCallback<Parameters<typeof Chart>[0]['option']>(
    (colours) => ({
      grid: { left: 4, right: 56, top: 4, bottom: 4, containLabel: true },
      xAxis: { type: 'value', axisLabel: { show: false }, min: 0 },
      yAxis: {
        type: 'category',
        inverse: true,
        data: bars.map(({ name }) => name),
        axisLabel: { width: isPhone ? 132 : 270, overflow: 'break', lineHeight: 15, color: colours.ink, fontSize: isPhone ? 11 : 12.5 },
      },
      tooltip: { trigger: 'item', formatter: ({ dataIndex }: { dataIndex: number }) => `${bars[dataIndex]!.name}: <strong>${bars[dataIndex]!.text}</strong>` },
      series: [
        { type: 'bar', stack: 'one', silent: true, itemStyle: { color: 'transparent' }, data: bars.map(({ from }) => from) },
        {
          type: 'bar',
          stack: 'one',
          barWidth: '58%',
          cursor: 'pointer',
          data: bars.map(({ length, isLevel, value, text }) => ({
            value: length,
            itemStyle: { color: isLevel ? colours.average : value > 0 ? colours.poor : colours.escaped, borderRadius: 2 },
            label: { show: true, position: 'right', color: colours.ink, fontWeight: isLevel ? 600 : 400, formatter: text },
          })),
        },
      ],
    }),
    [told, shown, isPhone, bars.map(({ name }) => name).join()],
  );
  const open = (name: string): void => {
    const step = steps.find((one) => nameOf(one) === name);
    const to = step && linkOf(step);
    if (to) void router.navigate(to as Parameters<typeof router.navigate>[0]);
  };
  return (
    <Chart
      label={t('changes.chart', { class: t(`changes.${told.class}`), since: told.since === null ? '–' : periodName(told.since), period: periodName(told.period), area: told.area.name })}
      option={option}
      height={bars.length * rowHeight + 16}
      onPick={open}
      table={{ head: [t('changes.part'), t(shown === 'value' ? 'changes.households' : 'changes.rate')], rows: bars.map(({ name, text }) => [name, text]) }}
    />
  );
}

interface Bar {
  name: string;
  isLevel: boolean;
  value: number;
  text: string;
}

/** Where each bar begins and how long it is: levels from zero, changes between the level before and after them. */
function placed(bars: readonly Bar[]): (Bar & { from: number; length: number })[] {
  let level = 0;
  return bars.map((bar) => {
    const before = bar.isLevel ? 0 : level;
    level = before + bar.value;
    return { ...bar, from: Math.min(before, level), length: Math.abs(bar.value) };
  });
}
