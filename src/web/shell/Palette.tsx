import { Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { Icon } from '@tabler/icons-react';
import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Text } from '#kernel/text.ts';
import { fold } from '#kernel/vietnamese.ts';
import type { Finder, Found } from '../contribution.ts';
import { useLanguage } from '../i18n/language.ts';
import { usePlace } from '../place.ts';
import { SearchList, type ListGroup } from '../ui/SearchList.tsx';
import styles from './Palette.module.css';
import { useOffered } from './screens.ts';

interface Line extends Found {
  icon: Icon;
}

/** Ctrl+K: finds a screen, an action, an area and whatever else the modules can find. */
export function Palette({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    // Without a transition, which begins a frame or two later: the field is there before the next key, and no letter is lost.
    <Modal opened={opened} onClose={onClose} withCloseButton={false} transitionProps={{ duration: 0 }} size={600} yOffset="12vh" padding={0} attributes={{ content: { 'aria-label': t('palette.open') } }} classNames={{ content: styles.content! }}>
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
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);
  return (
    <>
      <SearchList
        label={t('palette.placeholder')}
        text={typed}
        onText={setTyped}
        groups={groups}
        keyOf={({ key }) => key}
        render={(line) => <PaletteLine line={line} />}
        onPick={({ link }) => {
          onDone();
          void navigate(link as Parameters<typeof navigate>[0]);
        }}
        empty={!pending && <p className={styles.none}>{t('palette.empty', { text })}</p>}
        status={text !== '' && !pending ? t('palette.results', { n: count }) : undefined}
      />
      <div className={styles.keys} aria-hidden>
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> {t('palette.keys.move')}
        </span>
        <span>
          <kbd>Enter</kbd> {t('palette.keys.open')}
        </span>
        <span>
          <kbd>Esc</kbd> {t('palette.keys.close')}
        </span>
      </div>
    </>
  );
}

function PaletteLine({ line }: { line: Line }) {
  return (
    <span className={styles.line}>
      <line.icon size={18} stroke={1.5} aria-hidden />
      <span className={styles.title}>{line.title}</span>
      <span className={styles.detail} title={line.detail}>
        {line.detail}
      </span>
    </span>
  );
}

/** How long typing rests before what is on record is searched, in milliseconds. */
const rest = 400;

/** What matches the text, by kind: own screens and actions at once, the rest as the server answers. */
function useGroups(text: string): { groups: ListGroup<Line>[]; pending: boolean } {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { screens, actions, finders } = useOffered();
  const place = usePlace();
  const [rested] = useDebouncedValue(text, rest);
  const askedOf = ({ onRecord }: Finder): string => (onRecord ? rested : text);
  const answers = useQueries({
    queries: finders.map((finder) => ({
      queryKey: ['palette', finder.id, askedOf(finder), place],
      queryFn: ({ signal }: { signal: AbortSignal }) => finder.find(askedOf(finder), signal, place),
      enabled: askedOf(finder) !== '' && text !== '',
      placeholderData: keepPreviousData,
      // What was found before is shown at once, and asked again where that costs nothing.
      ...(finder.onRecord ? {} : { staleTime: 0 }),
    })),
  });
  const isLate = (finder: Finder, index: number): boolean => text !== '' && (askedOf(finder) !== text || answers[index]!.isPlaceholderData || answers[index]!.isPending);
  const named = ({ title }: { title: Text }): boolean => fold(say(title)).includes(fold(text));
  const lineOf = ({ title, icon, link }: { title: Text; icon: Icon; link: Found['link'] }): Line => ({ key: `${link.to} ${title.en}`, title: say(title), detail: '', icon, link });
  const found = finders.map((finder, index): ListGroup<Line> => ({
    title: say(finder.title),
    stale: isLate(finder, index),
    items: text === '' ? [] : (answers[index]?.data ?? []).map((one) => ({ ...one, key: `${finder.id} ${one.key}`, icon: finder.icon })),
  }));
  return {
    groups: [{ title: t('palette.screens'), items: screens.filter(named).map(lineOf) }, { title: t('palette.actions'), items: actions.filter(named).map(lineOf) }, ...found],
    pending: finders.some(isLate),
  };
}
