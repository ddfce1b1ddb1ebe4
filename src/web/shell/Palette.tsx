import { Combobox, Modal, useCombobox } from '@mantine/core';
import { IconSearch, type Icon } from '@tabler/icons-react';
import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fold } from '#kernel/vietnamese.ts';
import type { Found } from '../contribution.ts';
import { useLanguage } from '../i18n/language.ts';
import styles from './Palette.module.css';
import { useOffered } from './screens.ts';

interface Group {
  id: string;
  title: string;
  icon: Icon;
  items: Found[];
}

/** Ctrl+K: finds a screen, an action, an area and whatever else the modules can find. */
export function Palette({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={onClose} withCloseButton={false} size={600} yOffset="12vh" padding={0} attributes={{ content: { 'aria-label': t('palette.open') } }} classNames={{ content: styles.content! }}>
      <Search onDone={onClose} />
    </Modal>
  );
}

function Search({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const text = typed.trim();
  const { groups, pending } = useGroups(text);
  const combobox = useCombobox({ opened: true });
  const items = groups.flatMap((group) => group.items);
  const shown = items.map(({ key }) => key).join();
  const { selectFirstOption } = combobox;
  useEffect(() => {
    if (shown !== '') selectFirstOption();
    // The first line is chosen anew whenever other lines are shown.
  }, [shown]);

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(key) => {
        const item = items.find((each) => each.key === key);
        if (!item) return;
        onDone();
        void navigate(item.link as Parameters<typeof navigate>[0]);
      }}
    >
      <div className={styles.field}>
        <IconSearch size={20} stroke={1.6} aria-hidden />
        <Combobox.EventsTarget>
          <input
            type="text"
            role="combobox"
            autoFocus
            data-autofocus
            placeholder={t('palette.placeholder')}
            aria-label={t('palette.placeholder')}
            aria-expanded
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </Combobox.EventsTarget>
      </div>
      <Combobox.Options className={styles.options!} aria-label={t('palette.open')}>
        {groups.map((group) => (
          <Combobox.Group key={group.id} label={group.title} classNames={{ groupLabel: styles.label! }}>
            {group.items.map((item) => (
              <Combobox.Option key={item.key} value={item.key} className={styles.option!}>
                <group.icon size={18} stroke={1.5} aria-hidden />
                <span className={styles.title}>{item.title}</span>
                <span className={styles.detail} title={item.detail}>
                  {item.detail}
                </span>
              </Combobox.Option>
            ))}
          </Combobox.Group>
        ))}
        {items.length === 0 && !pending && <p className={styles.none}>{t('palette.empty', { text })}</p>}
      </Combobox.Options>
      <div className={styles.keys} aria-hidden>
        <span>
          <kbd>↑</kbd>
          <kbd>↓</kbd> {t('palette.keys.move')}
        </span>
        <span>
          <kbd>Enter</kbd> {t('palette.keys.open')}
        </span>
        <span>
          <kbd>Esc</kbd> {t('palette.keys.close')}
        </span>
      </div>
      <span className={styles.hidden} role="status">
        {!pending && text !== '' && t('palette.results', { n: items.length })}
      </span>
    </Combobox>
  );
}

/** What matches the text, by kind: own screens and actions at once, the rest as the server answers. */
function useGroups(text: string): { groups: Group[]; pending: boolean } {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { screens, actions, finders } = useOffered();
  const answers = useQueries({
    queries: finders.map((finder) => ({
      queryKey: ['palette', finder.id, text],
      queryFn: ({ signal }: { signal: AbortSignal }) => finder.find(text, signal),
      enabled: text !== '',
      placeholderData: keepPreviousData,
    })),
  });
  const named = (entry: { title: Parameters<typeof say>[0] }): boolean => fold(say(entry.title)).includes(fold(text));
  const screenGroups = screens.filter(named).map((screen): Group => ({ id: `screen ${String(screen.link.to)}`, title: t('palette.screens'), icon: screen.icon, items: [{ key: `screen ${String(screen.link.to)}`, title: say(screen.title), detail: '', link: screen.link }] }));
  const actionGroups = actions.filter(named).map((action): Group => ({ id: `action ${action.title.en}`, title: t('palette.actions'), icon: action.icon, items: [{ key: `action ${action.title.en}`, title: say(action.title), detail: '', link: action.link }] }));
  const foundGroups = finders.map((finder, index): Group => ({ id: finder.id, title: say(finder.title), icon: finder.icon, items: text === '' ? [] : (answers[index]?.data ?? []) }));
  return {
    groups: [...titledOnce(screenGroups), ...titledOnce(actionGroups), ...foundGroups].filter(({ items }) => items.length > 0),
    pending: text !== '' && answers.some(({ isFetching }) => isFetching),
  };
}

/** Groups of one line each, of which only the first shows the title. */
const titledOnce = (groups: Group[]): Group[] => groups.map((group, index) => (index === 0 ? group : { ...group, title: '' }));
