import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Period } from '#kernel/period.ts';
import { showDate } from '#kernel/plain-date.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { standardShortName, useRoundName, useRounds, useStandard } from './rounds.ts';

/** By which round and standard the households of a place are counted: `Đợt rà soát năm 2017 · chuẩn QĐ 59/2015`. */
export function RoundNote({ area, period }: { area: AreaRef; period: Period }) {
  const { t } = useTranslation('rounds');
  const { language, say } = useLanguage();
  const nameOf = useRoundName();
  const { rounds, ofPeriod, standard } = useRounds(area, period);
  const view = useStandard(standard);
  const [first] = ofPeriod;
  if (rounds === undefined) return null;
  if (!first) return <span>{t('none')}</span>;
  const where = ofPeriod.map((round) => t('where', { area: round.area.name, day: showDate(round.asOf) }));
  return (
    <Tooltip label={[...where, view && say(view.standard.name)].filter(Boolean).join(' ')}>
      <span tabIndex={0}>
        {ofPeriod.length === 1 ? nameOf(first) : t('several', { n: ofPeriod.length })}
        {view && ` · ${t('standard', { document: standardShortName(view, language) })}`}
      </span>
    </Tooltip>
  );
}
