import { ActionIcon, Popover, UnstyledButton } from '@mantine/core';
import { IconCalendar, IconChevronLeft, IconChevronRight, IconSelector } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Period } from '#kernel/period.ts';
import { yearOf } from '#kernel/plain-date.ts';
import { MapDays } from '#modules/areas/web/parts/MapDays.tsx';
import { RoundPeriods } from '#modules/rounds/web/parts/RoundPeriods.tsx';
import { today, usePlace } from '../place.ts';
import styles from './PeriodChooser.module.css';

interface Props {
  period: Period;
  onChoose: (period: Period) => void;
}

/** The period in words: `Năm 2018`, `Quý 3/2018`, `Tháng 9/2018`. */
export function usePeriodName(): (period: Period) => string {
  const { t } = useTranslation();
  return (period) => {
    const [year, part] = period.split('-') as [string, string | undefined];
    if (part === undefined) return t('period.year', { year });
    return part.startsWith('Q') ? t('period.quarter', { quarter: part.slice(1), year }) : t('period.month', { month: String(Number(part)), year });
  };
}

/** Chooses a period in which the area in view has a review, or any year, one of its quarters or one of its months. */
export function PeriodChooser({ period, onChoose }: Props) {
  const { t } = useTranslation();
  const name = usePeriodName();
  const { area } = usePlace();
  const [opened, setOpened] = useState(false);
  const [year, setYear] = useState(Number(period.slice(0, 4)));
  const choose = (next: Period): void => {
    setOpened(false);
    onChoose(next);
  };
  const toggle = (): void => {
    setYear(Number(period.slice(0, 4)));
    setOpened(!opened);
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={272} offset={6} trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className={styles.target!} onClick={toggle} aria-label={`${t('period.label')}: ${name(period)}`}>
          <IconCalendar size={17} stroke={1.6} aria-hidden className={styles.icon} />
          <span className={styles.full}>{name(period)}</span>
          <span className={styles.short}>{period}</span>
          <IconSelector size={15} stroke={1.7} aria-hidden className={styles.icon} />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={styles.dropdown!} aria-label={t('period.label')}>
        <RoundPeriods area={area} period={period} onChoose={choose} />
        <Parts year={year} period={period} onYear={setYear} onChoose={choose} />
        <MapDays onChoose={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

interface PartsProps extends Props {
  year: number;
  onYear: (year: number) => void;
}

function Parts({ year, period, onYear, onChoose }: PartsProps) {
  const { t } = useTranslation();
  const name = usePeriodName();
  const current = yearOf(today());
  const part = (key: string, label: string) => {
    const value = Period.parse(key);
    return (
      <UnstyledButton key={key} className={styles.part!} aria-label={name(value)} aria-pressed={value === period} onClick={() => onChoose(value)} {...(key === String(year) ? { 'data-autofocus': true } : {})}>
        {label}
      </UnstyledButton>
    );
  };
  const months = Array.from({ length: 12 }, (_, index) => part(`${year}-${String(index + 1).padStart(2, '0')}`, String(index + 1)));
  return (
    <>
      <div className={styles.years}>
        <ActionIcon size={30} aria-label={t('period.before')} onClick={() => onYear(year - 1)}>
          <IconChevronLeft size={18} stroke={1.7} />
        </ActionIcon>
        <strong aria-live="polite">{year}</strong>
        <ActionIcon size={30} aria-label={t('period.after')} disabled={year >= current} onClick={() => onYear(year + 1)}>
          <IconChevronRight size={18} stroke={1.7} />
        </ActionIcon>
      </div>
      <div className={styles.whole}>{part(String(year), t('period.whole'))}</div>
      <p>{t('period.quarters')}</p>
      <div className={styles.quarters}>{['I', 'II', 'III', 'IV'].map((roman, index) => part(`${year}-Q${index + 1}`, roman))}</div>
      <p>{t('period.months')}</p>
      <div className={styles.months}>{months}</div>
      {year !== current && (
        <UnstyledButton className={styles.now!} onClick={() => onChoose(Period.parse(String(current)))}>
          {t('period.thisYear')}
        </UnstyledButton>
      )}
    </>
  );
}
