import { Combobox, Popover, useCombobox } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { cloneElement, useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import type { Level } from '../../contract.ts';
import { findAreasQuery } from '../queries.ts';
import styles from './AreaPicker.module.css';
import { AreaLine } from './AreaLine.tsx';
import { recentAreas, rememberArea, type PickedArea } from './recent-areas.ts';

interface Props {
  onPick: (area: PickedArea) => void;
  /** Only areas of this level. */
  level?: Level;
  /** Areas offered before anything is typed, above those used last: those of one's posts. */
  own?: readonly PickedArea[];
  /** The button that opens the picker. */
  children: ReactElement<{ onClick?: () => void }>;
}

/** Finds one of 120,000 areas of all levels and times as one types: opens under `children`, closes on a choice or Esc. */
export function AreaPicker({ onPick, level, own = [], children }: Props) {
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={440} offset={6} trapFocus returnFocus transitionProps={{ duration: 0 }}>
      <Popover.Target>{cloneElement(children, { onClick: () => setOpened(!opened) })}</Popover.Target>
      <Popover.Dropdown p={0} className={styles.dropdown!}>
        <AreaSearch
          {...(level === undefined ? {} : { level })}
          own={own}
          onPick={(area) => {
            setOpened(false);
            rememberArea(area);
            onPick(area);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

/** The field and the list of the picker. */
function AreaSearch({ onPick, level, own }: { onPick: (area: PickedArea) => void; level?: Level; own: readonly PickedArea[] }) {
  const { t } = useTranslation('areas');
  const [typed, setTyped] = useState('');
  const text = typed.trim();
  const { data, error, isPlaceholderData, refetch } = useQuery(findAreasQuery(text, level));
  const combobox = useCombobox({ opened: true });

  const recent = recentAreas().filter((area) => (level === undefined || area.level === level) && !own.some(({ id }) => id === area.id));
  const groups: { label: string; areas: readonly PickedArea[] }[] =
    text === ''
      ? [
          { label: t('picker.mine'), areas: own },
          { label: t('picker.recent'), areas: recent },
        ].filter(({ areas }) => areas.length > 0)
      : [{ label: t('picker.results'), areas: data ?? [] }];
  const areas = groups.flatMap((group) => group.areas);
  const shown = areas.map(({ id }) => id).join();
  const { selectFirstOption } = combobox;
  useEffect(() => {
    if (shown !== '') selectFirstOption();
    // Enter takes the first line, whichever lines are shown.
  }, [shown]);
  const isNone = text !== '' && data !== undefined && !isPlaceholderData && data.length === 0;

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(id) => {
        const area = areas.find((each) => each.id === id);
        if (area) onPick(area);
      }}
    >
      <div className={styles.field}>
        <IconSearch size={18} stroke={1.7} aria-hidden />
        <Combobox.EventsTarget>
          <input
            type="text"
            role="combobox"
            autoFocus
            data-autofocus
            placeholder={t('picker.search')}
            aria-label={t('picker.search')}
            aria-expanded
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </Combobox.EventsTarget>
      </div>
      <Combobox.Options className={styles.options!} data-stale={isPlaceholderData || undefined} aria-label={t('picker.results')}>
        {groups.map((group) => (
          <Combobox.Group key={group.label} label={text === '' ? group.label : undefined} classNames={{ groupLabel: styles.label! }}>
            {group.areas.map((area) => (
              <Combobox.Option key={area.id} value={area.id} className={styles.option!}>
                <AreaLine area={area} text={text} />
              </Combobox.Option>
            ))}
          </Combobox.Group>
        ))}
        {text === '' && areas.length === 0 && <p className={styles.hint}>{t('picker.type')}</p>}
        {isNone && (
          <p className={styles.hint}>
            <strong>{t('picker.none', { text })}</strong>
            <br />
            {t('picker.noneDo')}
          </p>
        )}
        {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      </Combobox.Options>
      <span className={styles.hidden} role="status">
        {text !== '' && data && !isPlaceholderData && t('picker.found', { n: data.length })}
      </span>
    </Combobox>
  );
}
