import { Button } from '@mantine/core';
import { IconMapPin } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Period } from '#kernel/period.ts';
import { showDate, type PlainDate } from '#kernel/plain-date.ts';
import { showNumber } from '#kernel/show.ts';
import type { Area } from '#modules/areas/contract.ts';
import { AreaPicker } from '#modules/areas/web/parts/AreaPicker.tsx';
import { OpenRound } from '#modules/rounds/web/parts/OpenRound.tsx';
import { useLanguage } from '#web/i18n/language.ts';
import { useSetPlace } from '#web/place.ts';
import { usePeriodName } from '#web/shell/PeriodChooser.tsx';
import styles from './Obstacles.module.css';
import { unitsThenQuery } from './queries.ts';
import type { Destination } from './use-destination.ts';

/** What stands in the way of an import, and the ways round it. */
function Obstacle({ sentence, children }: { sentence: string; children: ReactNode }) {
  return (
    <div className={styles.obstacle} role="alert">
      <p>{sentence}</p>
      {children}
    </div>
  );
}

/** A list of households belongs to a commune: offers to choose one. */
export function NotCommune({ name, others }: { name: string; others: Destination['others'] }) {
  const { t } = useTranslation('interchange');
  const setPlace = useSetPlace();
  return (
    <Obstacle sentence={t('place.notCommune', { name })}>
      <AreaPicker level="commune" onPick={({ id }) => setPlace({ area: id })}>
        <Button variant="default" leftSection={<IconMapPin size={16} aria-hidden />}>
          {t('place.chooseCommune')}
        </Button>
      </AreaPicker>
      {others.length > 0 && <OtherRounds title={t('place.communes')} others={others} />}
    </Obstacle>
  );
}

/** The commune did not stand on the day of the list: offers those in which its land lay then. */
export function NotThen({ area, day, period }: { area: Area; day: PlainDate; period: Period }) {
  const { t } = useTranslation('interchange');
  const { data: units } = useQuery(unitsThenQuery(area.id, { from: day, to: day < area.from ? area.from : area.to! }));
  return (
    <Obstacle sentence={t('place.notThen', { name: area.name, day: showDate(day) })}>
      {units && units.length > 0 && <OtherRounds title={t('place.unitsThen')} others={units.map(({ unit: { id, name, level } }) => ({ area: id, name, level, period }))} />}
    </Obstacle>
  );
}

/** There is no round for the period: offers to open one to who may, and names those that there are. */
export function NoRound({ area, period, others }: { area: Area; period: Period; others: Destination['others'] }) {
  const { t } = useTranslation('interchange');
  const periodName = usePeriodName();
  return (
    <Obstacle sentence={t('place.noRound', { name: area.name, period: periodName(period).toLocaleLowerCase('vi') })}>
      <OpenRound area={area} period={period} />
      {others.length === 0 ? <p>{t('place.noneAtAll')}</p> : <OtherRounds title={t('place.haveRounds')} others={others} />}
    </Obstacle>
  );
}

const shown = 12;

function OtherRounds({ title, others }: { title: string; others: Destination['others'] }) {
  const { t } = useTranslation('interchange');
  const { language } = useLanguage();
  const periodName = usePeriodName();
  return (
    <>
      <p className={styles.title}>{title}</p>
      <ul>
        {others.slice(0, shown).map((other) => (
          <li key={`${other.area} ${other.period}`}>
            <Link to="/import" search={(before) => ({ ...before, area: other.area, period: other.period })}>
              {t('place.roundOf', { period: periodName(other.period), name: other.name })}
            </Link>
          </li>
        ))}
        {others.length > shown && <li>{t('place.left', { n: showNumber(others.length - shown, language) })}</li>}
      </ul>
    </>
  );
}
