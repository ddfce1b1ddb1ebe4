import { Popover } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { cloneElement, useEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { SearchList, type ListGroup } from '#web/ui/SearchList.tsx';
import type { Level } from '../../contract.ts';
import { findAreasQuery } from '../queries.ts';
import { AreaLine } from './AreaLine.tsx';
import styles from './AreaPicker.module.css';
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
  const pick = (area: PickedArea): void => {
    setOpened(false);
    rememberArea(area);
    onPick(area);
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={440} offset={6} trapFocus returnFocus transitionProps={{ duration: 0 }}>
      <Popover.Target>{cloneElement(children, { onClick: () => setOpened(!opened) })}</Popover.Target>
      <Popover.Dropdown p={0} className={styles.dropdown!}>
        <AreaSearch {...(level === undefined ? {} : { level })} own={own} onPick={pick} />
      </Popover.Dropdown>
    </Popover>
  );
}

function AreaSearch({ onPick, level, own }: Required<Pick<Props, 'onPick' | 'own'>> & Pick<Props, 'level'>) {
  const { t } = useTranslation('areas');
  const [typed, setTyped] = useState('');
  const text = typed.trim();
  const { data, error, refetch } = useQuery(findAreasQuery(text, level));
  const recent = recentAreas().filter((area) => (level === undefined || area.level === level) && !own.some(({ id }) => id === area.id));
  const before = [
    { title: t('picker.mine'), items: own },
    { title: t('picker.recent'), items: recent },
  ];
  const answer: Answer | undefined = text === '' ? { text, groups: before } : error ? { text, groups: [] } : data && { text, groups: [{ items: data }] };
  // What is shown stays until the next answer, from the first letter on, so that nothing flickers while one types.
  const kept = useRef<Answer>({ text: '', groups: before });
  useEffect(() => {
    if (answer) kept.current = answer;
  });
  const shown = answer ?? { ...kept.current, groups: kept.current.groups.map((group) => ({ ...group, stale: true })) };
  return (
    <SearchList
      label={t('picker.search')}
      text={typed}
      onText={setTyped}
      groups={shown.groups}
      keyOf={({ id }) => id}
      render={(area) => <AreaLine area={area} text={text} />}
      onPick={onPick}
      status={text !== '' && data ? t('picker.found', { n: data.length }) : undefined}
      empty={error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : <Hint text={shown.text} />}
    />
  );
}

/** What is shown, and the text that it answers. */
interface Answer {
  text: string;
  groups: readonly ListGroup<PickedArea>[];
}

/** What to type, or, where a text found nothing, what to type instead. */
function Hint({ text }: { text: string }) {
  const { t } = useTranslation('areas');
  if (text === '') return <p className={styles.hint}>{t('picker.type')}</p>;
  return (
    <p className={styles.hint}>
      <strong>{t('picker.none', { text })}</strong> {t('picker.noneDo')}
    </p>
  );
}
