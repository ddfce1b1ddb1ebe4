import { IconSearch } from '@tabler/icons-react';
import { useEffect, useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import styles from './SearchList.module.css';

export interface ListGroup<Item> {
  /** Left out where the group needs no name. */
  title?: string | undefined;
  items: readonly Item[];
  /** The answer to the present text is on its way; until then the items answer an earlier one. */
  stale?: boolean;
}

interface Props<Item> {
  /** What can be searched for; stands in the empty field too. */
  label: string;
  text: string;
  onText: (text: string) => void;
  groups: readonly ListGroup<Item>[];
  keyOf: (item: Item) => string;
  render: (item: Item) => ReactNode;
  onPick: (item: Item) => void;
  /** Shown where there is nothing to choose from. */
  empty?: ReactNode;
  /** Said to those who do not see the list: how much was found. */
  status?: string | undefined;
}

/**
 * A field and the list of what it finds, walked with the arrow keys; Enter takes the line that is marked, the first at the beginning. Pressed before
 * the answer to what was typed is there, it waits for it: nobody gets a line of an earlier text.
 */
export function SearchList<Item>({ label, text, onText, groups, keyOf, render, onPick, empty, status }: Props<Item>) {
  const list = useId();
  const filled = groups.filter((group) => group.items.length > 0);
  const items = filled.flatMap((group) => group.items);
  const last = items.length - 1;
  const optionId = (index: number): string => `${list}-${index}`;

  // A line that was marked by hand is followed while more answers come in; where it goes, its place stays marked.
  const [marked, setMarked] = useState({ text, at: 0, key: '' });
  const followed = marked.text === text ? items.findIndex((item) => keyOf(item) === marked.key) : -1;
  const at = followed !== -1 ? followed : marked.text === text ? Math.max(0, Math.min(marked.at, last)) : 0;
  const line = items[at];
  const mark = (index: number): void => setMarked({ text, at: index, key: keyOf(items[index]!) });

  // The line is the one meant when its group answers the text and, unless it was marked by hand, nothing can come before it any more.
  const ofLine = line === undefined ? groups.length - 1 : groups.findIndex((group) => group.items.includes(line));
  const isReady = !groups.slice(followed === -1 ? 0 : ofLine, ofLine + 1).some(({ stale }) => stale);
  const [entered, setEntered] = useState<string | null>(null);
  useEffect(() => {
    if (entered === null || (entered === text && !isReady)) return;
    setEntered(null);
    if (entered === text && line !== undefined) onPick(line);
  });

  // The field takes the focus so early that what opens the list cannot tell any more where that was before; it goes back from here.
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
    },
    [before],
  );

  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const next = { ArrowDown: at === last ? 0 : at + 1, ArrowUp: at === 0 ? last : at - 1, PageDown: Math.min(at + 6, last), PageUp: Math.max(at - 6, 0) }[event.key];
    if (event.key === 'Enter') {
      event.preventDefault();
      setEntered(text);
    } else if (next !== undefined && line !== undefined) {
      event.preventDefault();
      mark(next);
      document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' });
    }
  };

  return (
    <>
      <div className={styles.field}>
        <IconSearch size={19} stroke={1.6} aria-hidden />
        <input
          type="text"
          role="combobox"
          autoFocus
          data-autofocus
          autoComplete="off"
          spellCheck={false}
          placeholder={label}
          aria-label={label}
          aria-autocomplete="list"
          aria-expanded={items.length > 0}
          aria-controls={list}
          aria-activedescendant={items.length > 0 ? optionId(at) : undefined}
          value={text}
          onChange={(event) => onText(event.currentTarget.value)}
          onKeyDown={press}
        />
      </div>
      <div id={list} role="listbox" aria-label={label} className={styles.list} hidden={items.length === 0}>
        {filled.map((group, index) => {
          const from = filled.slice(0, index).reduce((count, before) => count + before.items.length, 0);
          return (
            <div key={group.title ?? index} role="group" aria-label={group.title ?? label} className={styles.group} data-stale={group.stale || undefined}>
              {group.title && (
                <div className={styles.title} aria-hidden>
                  {group.title}
                </div>
              )}
              {group.items.map((item, place) => (
                <div
                  key={keyOf(item)}
                  id={optionId(from + place)}
                  role="option"
                  aria-selected={from + place === at}
                  className={styles.option}
                  onPointerMove={() => from + place !== at && mark(from + place)}
                  onPointerDown={(event) => event.preventDefault()}
                  onClick={() => onPick(item)}
                >
                  {render(item)}
                </div>
              ))}
            </div>
          );
        })}
      </div>
      {items.length === 0 && <div className={styles.empty}>{empty}</div>}
      <span className={styles.hidden} role="status">
        {status}
      </span>
    </>
  );
}
