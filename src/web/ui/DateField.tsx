import { ActionIcon, Popover, TextInput } from '@mantine/core';
import { DatePicker, MonthPicker } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import 'dayjs/locale/vi';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { readDate, readMonth, showDate, showPartOfDate, type PlainDate } from '#kernel/plain-date.ts';
import { useLanguage } from '../i18n/language.ts';

interface Shared {
  label: string;
  description?: string;
  required?: boolean;
  disabled?: boolean;
  className?: string;
}

interface DateProps extends Shared {
  /** None while nothing is chosen. */
  value: PlainDate | null;
  /** Told a day once it is whole and within the limits, and null once the field is emptied; while it is being typed it is told nothing. */
  onChange: (value: PlainDate | null) => void;
  /** First and last day that may be chosen. */
  min?: PlainDate;
  max?: PlainDate;
}

/**
 * A day, shown and taken as dd/mm/yyyy whatever the browser’s own language: typed (`1/2/2026`, `01022026`) or picked from a calendar. What is no
 * day, as 31/02, is said in a sentence as soon as the field is left; the value then stays as it was.
 */
export function DateField({ value, min, max, ...rest }: DateProps) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const read = (text: string): Read<PlainDate> => {
    const found = readDate(text);
    if ('fault' in found) return { error: t(found.fault === 'no_such_day' ? 'date.noSuchDay' : 'date.unreadable', { text }) };
    if (max !== undefined && found.date > max) return { error: t('date.late', { day: showDate(max) }) };
    if (min !== undefined && found.date < min) return { error: t('date.early', { day: showDate(min) }) };
    return { value: found.date };
  };
  return (
    <CalendarField<PlainDate>
      {...rest}
      value={value}
      read={read}
      placeholder={t('date.form')}
      longest={14}
      calendar={(pick) => (
        <DatePicker
          __stopPropagation
          hideOutsideDates
          weekendDays={[]}
          locale={language}
          value={value}
          {...(value ?? max ? { defaultDate: (value ?? max)! } : {})}
          {...(min ? { minDate: min } : {})}
          {...(max ? { maxDate: max } : {})}
          ariaLabels={{ previousMonth: t('date.previousMonth'), nextMonth: t('date.nextMonth'), previousYear: t('date.previousYear'), nextYear: t('date.nextYear'), monthLevelControl: t('date.chooseMonth'), yearLevelControl: t('date.chooseYear') }}
          onChange={(day) => day !== null && pick(day as PlainDate)}
        />
      )}
    />
  );
}

interface MonthProps extends Shared {
  /** `YYYY-MM`. */
  value: string;
  onChange: (value: string) => void;
  max?: string;
}

/** A month in the same way, as mm/yyyy. */
export function MonthField({ value, max, onChange, ...rest }: MonthProps) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const read = (text: string): Read<string> => {
    const month = readMonth(text);
    if (month === null) return { error: t('date.noSuchMonth', { text }) };
    return max !== undefined && month > max ? { error: t('date.late', { day: showPartOfDate(max) }) } : { value: month };
  };
  return (
    <CalendarField<string>
      {...rest}
      value={value}
      read={read}
      placeholder={t('date.formMonth')}
      longest={11}
      onChange={(month) => month !== null && onChange(month)}
      calendar={(pick) => (
        <MonthPicker
          __stopPropagation
          locale={language}
          value={`${value}-01`}
          defaultDate={`${value}-01`}
          {...(max ? { maxDate: `${max}-28` } : {})}
          ariaLabels={{ previousYear: t('date.previousYear'), nextYear: t('date.nextYear'), yearLevelControl: t('date.chooseYear') }}
          onChange={(day) => day !== null && pick(day.slice(0, 7))}
        />
      )}
    />
  );
}

type Read<Value> = { value: Value } | { error: string };

interface CalendarProps<Value extends string> extends Shared {
  value: Value | null;
  onChange: (value: Value | null) => void;
  read: (text: string) => Read<Value>;
  placeholder: string;
  /** Characters that the longest way of writing takes. */
  longest: number;
  calendar: (pick: (value: Value) => void) => React.ReactNode;
}

function CalendarField<Value extends string>({ value, onChange, read, placeholder, longest, calendar, required = false, disabled = false, ...rest }: CalendarProps<Value>) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  // What is being typed, while it is not the value; and what is wrong with it, once the field was left.
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const shown = typed ?? (value === null ? '' : showPartOfDate(value));

  function type(text: string): void {
    setTyped(text);
    setError(null);
    if (text.trim() === '') {
      if (!required) onChange(null);
      return;
    }
    const found = read(text);
    if ('value' in found) onChange(found.value);
  }
  function leave(): void {
    if (typed === null) return;
    if (typed.trim() === '') return setTyped(null);
    const found = read(typed);
    if ('value' in found) setTyped(null);
    else setError(found.error);
  }
  function press(event: KeyboardEvent): void {
    if (event.key === 'Enter') leave();
    if (event.key !== 'ArrowDown' || !event.altKey) return;
    event.preventDefault();
    setOpened(true);
  }
  const pick = (chosen: Value): void => {
    setTyped(null);
    setError(null);
    onChange(chosen);
    setOpened(false);
  };
  return (
    // Escape closes the calendar, and not the dialog that it stands in: so say the marks against propagation.
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus withinPortal>
      <TextInput
        {...rest}
        withAsterisk={required}
        disabled={disabled}
        inputMode="numeric"
        autoComplete="off"
        maxLength={longest}
        placeholder={placeholder}
        value={shown}
        error={error}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={leave}
        onKeyDown={press}
        rightSectionPointerEvents="all"
        rightSection={
          <Popover.Target>
            <ActionIcon size={28} disabled={disabled} data-mantine-stop-propagation={opened || undefined} aria-label={t('date.open', { label: rest.label })} aria-expanded={opened} onClick={() => setOpened((before) => !before)}>
              <IconCalendar size={16} stroke={1.7} aria-hidden />
            </ActionIcon>
          </Popover.Target>
        }
      />
      <Popover.Dropdown>{calendar(pick)}</Popover.Dropdown>
    </Popover>
  );
}
