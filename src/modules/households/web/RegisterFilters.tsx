import { Button, CloseButton, TextInput, Tooltip, UnstyledButton } from '@mantine/core';
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks';
import { IconAlertTriangle, IconArrowsSplit, IconSearch, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AreaPage, AreaRef } from '#modules/areas/contract.ts';
import { useRounds, useStandard } from '#modules/rounds/web/parts/rounds.ts';
import { HouseholdClass } from '#modules/standards/contract.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { usePlace, useSetPlace } from '#web/place.ts';
import { ClassChip } from '#web/ui/ClassChip.tsx';
import { changeWords } from './changes.ts';
import { inSentence } from './file.ts';
import { FilterMenu } from './FilterMenu.tsx';
import { useParts, type Parts } from './parts.ts';
import { unitsQuery } from './queries.ts';
import styles from './Register.module.css';
import { noFilters, type RegisterSearch } from './search.ts';
import type { Register } from './use-register.ts';

interface Props {
  register: Register;
  area: AreaPage | undefined;
}

/** What narrows the list. Each filter that is on stands below as a chip that takes it off. */
export function RegisterFilters({ register: { search, change }, area }: Props) {
  const { t } = useTranslation('households');
  const { t: shell } = useTranslation();
  const indicators = useIndicators();
  const parts = useParts();
  return (
    <div className={styles.filters} role="search" aria-label={t('filter.label')}>
      <div className={`${styles.controls} no-print`}>
        <NameSearch name={search.name} onChange={(name) => change({ name }, true)} />
        {area && <UnitMenu area={area} />}
        <FilterMenu
          label={t('filter.class')}
          choices={HouseholdClass.options.map((value) => ({ value, name: shell(`class.${value}`), face: <ClassChip value={value} /> }))}
          chosen={search.class}
          onChoose={(value) => change({ class: HouseholdClass.parse(value) })}
        />
        <FilterMenu
          label={t('filter.deprived')}
          choices={indicators.map(({ code, name }) => ({ value: code, name: `${code} ${name}`, face: <IndicatorFace code={code} name={name} /> }))}
          chosen={search.deprived}
          onChoose={(deprived) => change({ deprived })}
          none={t('filter.noIndicators')}
        />
        <FilterMenu
          label={t('filter.traits')}
          choices={parts.traits.map(({ value, name }) => ({ value, name }))}
          chosen={undefined}
          onChoose={(value) => change(parts.traits.find((trait) => trait.value === value)?.search ?? {})}
        />
        <FilterMenu
          label={t('filter.ethnicity')}
          choices={parts.ethnicities.map(({ code, name }) => ({ value: code, name }))}
          chosen={search.ethnicity}
          onChoose={(ethnicity) => change({ ethnicity })}
        />
        <Tooltip label={t('filter.differsWhy')}>
          <Button
            variant="default"
            className={styles.menu!}
            leftSection={<IconAlertTriangle size={15} stroke={1.7} aria-hidden />}
            aria-pressed={search.differs ?? false}
            onClick={() => change({ differs: search.differs ? undefined : true })}
          >
            {t('filter.differs')}
          </Button>
        </Tooltip>
        <Tooltip label={t('filter.splitWhy')}>
          <Button
            variant="default"
            className={styles.menu!}
            leftSection={<IconArrowsSplit size={15} stroke={1.7} aria-hidden />}
            aria-pressed={search.split ?? false}
            onClick={() => change({ split: search.split ? undefined : true })}
          >
            {t('filter.split')}
          </Button>
        </Tooltip>
      </div>
      <Chips search={search} change={change} indicators={indicators} parts={parts} />
    </div>
  );
}

interface Indicator {
  code: string;
  name: string;
}

/** The indicators of the standard by which the period is counted. */
function useIndicators(): Indicator[] {
  const { say } = useLanguage();
  const { area, period } = usePlace();
  const view = useStandard(useRounds(area, period).standard);
  return view?.standard.indicators.map(({ code, name }) => ({ code, name: say(name) })) ?? [];
}

function IndicatorFace({ code, name }: Indicator) {
  return (
    <>
      <span className={styles.code}>{code}</span> {name}
    </>
  );
}

/** A way down to a unit of the area, or beside it to another village of the commune. It changes the area of the whole screen. */
function UnitMenu({ area }: { area: AreaPage }) {
  const { t } = useTranslation('households');
  const { day } = usePlace();
  const setPlace = useSetPlace();
  const isVillage = area.level === 'village';
  const parent = isVillage ? area.within.at(-1) : area;
  const { data: units } = useQuery({ ...unitsQuery(parent?.id ?? area.id, day) });
  const whole = isVillage && parent ? [{ value: parent.id, name: t('filter.whole', { name: parent.name }) }] : [];
  return (
    <FilterMenu
      label={t(isVillage || area.level === 'commune' ? 'filter.villages' : 'filter.units')}
      choices={[...whole, ...(units ?? []).map(({ id, name }) => ({ value: id, name }))]}
      chosen={area.id}
      onChoose={(ref) => setPlace({ area: ref as AreaRef })}
    />
  );
}

/** Searches while one types. `/` goes there from anywhere on the screen. */
function NameSearch({ name, onChange }: { name: string | undefined; onChange: (name: string | undefined) => void }) {
  const { t } = useTranslation('households');
  const [typed, setTyped] = useState(name ?? '');
  const field = useRef<HTMLInputElement>(null);
  const told = useRef(name);
  const tell = useDebouncedCallback((text: string) => {
    told.current = text.trim() || undefined;
    onChange(told.current);
  }, 250);
  useHotkeys([['/', () => field.current?.focus()]]);
  useEffect(() => {
    if (name !== told.current) setTyped(name ?? '');
    told.current = name;
    // What the address says is taken over only when it was changed elsewhere: by a chip, or by a step back.
  }, [name]);
  const type = (text: string): void => {
    setTyped(text);
    tell(text);
  };
  return (
    <Tooltip label={t('searchHint')} events={{ hover: true, focus: false, touch: false }} openDelay={600}>
      <TextInput
        ref={field}
        className={styles.search!}
        type="search"
        leftSection={<IconSearch size={16} stroke={1.7} aria-hidden />}
        rightSection={typed === '' ? <kbd className={styles.key}>/</kbd> : <CloseButton size="sm" aria-label={t('clear')} onClick={() => type('')} />}
        placeholder={t('search')}
        aria-label={t('search')}
        aria-keyshortcuts="/"
        autoComplete="off"
        spellCheck={false}
        maxLength={80}
        value={typed}
        onChange={(event) => type(event.currentTarget.value)}
      />
    </Tooltip>
  );
}

function Chips({ search, change, indicators, parts }: Pick<Register, 'search' | 'change'> & { indicators: Indicator[]; parts: Parts }) {
  const { t } = useTranslation('households');
  const { say } = useLanguage();
  const { t: shell } = useTranslation();
  const indicator = indicators.find(({ code }) => code === search.deprived);
  const chips: { off: readonly (keyof RegisterSearch)[]; words: string }[] = [
    ...(search.class ? [{ off: ['class'] as const, words: shell(`class.${search.class}`) }] : []),
    ...(search.deprived ? [{ off: ['deprived'] as const, words: t('filter.deprivedIn', { name: indicator ? `${indicator.name} (${indicator.code})` : search.deprived }) }] : []),
    ...parts.chipsOf(search, (code) => indicators.find((one) => one.code === code)?.name ?? code),
    ...(search.differs ? [{ off: ['differs'] as const, words: t('filter.isDiffers') }] : []),
    ...(search.split ? [{ off: ['split'] as const, words: t('filter.isSplit') }] : []),
    ...(search.change ? [{ off: ['change', 'changeOf'] as const, words: t('filter.changed', { how: changeWords(search.change, say), class: search.changeOf ? inSentence(shell(`class.${search.changeOf}`)) : t('filter.anyClass') }) }] : []),
    ...(search.name ? [{ off: ['name'] as const, words: t('filter.name', { name: search.name }) }] : []),
  ];
  if (chips.length === 0) return null;
  return (
    <div className={styles.chips} role="group" aria-label={t('filter.active')}>
      {chips.map(({ off, words }) => (
        <UnstyledButton key={off[0]} className={styles.chip!} aria-label={t('filter.remove', { what: words })} onClick={() => change(Object.fromEntries(off.map((one) => [one, undefined])))}>
          {words}
          <IconX size={14} stroke={1.8} aria-hidden />
        </UnstyledButton>
      ))}
      {chips.length > 1 && (
        <UnstyledButton className={`${styles.chipsOff} no-print`} onClick={() => change(noFilters)}>
          {t('filter.removeAll')}
        </UnstyledButton>
      )}
    </div>
  );
}
