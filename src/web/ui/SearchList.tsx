import { IconSearch } from '@tabler/icons-react';
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import styles from './SearchList.module.css';

export interface ListGroup<Item> {
  /** Left out where the group needs no name. */
  title?: string | undefined;
  items: readonly Item[];
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
  /** What is shown answers an earlier text; the next answer is on its way. */
  stale?: boolean;
  /** Said to those who do not see the list: how much was found. */
  status?: string | undefined;
}

/** A field and the list of what it finds, walked with the arrow keys; Enter takes the line that is marked, the first at the beginning. */
export function SearchList<Item>({ label, text, onText, groups, keyOf, render, onPick, empty, stale = false, status }: Props<Item>) {
  const list = useId();
  const filled = groups.filter(({ items }) => items.length > 0);
  const items = filled.flatMap((group) => group.items);
  const shown = items.map(keyOf).join('\n');
  const [marked, setMarked] = useState({ at: 0, of: shown });
  const at = marked.of === shown ? marked.at : 0;
  const optionId = (index: number): string => `${list}-${index}`;

  const mark = (index: number): void => {
    setMarked({ at: index, of: shown });
    document.getElementById(optionId(index))?.scrollIntoView({ block: 'nearest' });
  };
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || items.length === 0) return;
    const last = items.length - 1;
    const next = { ArrowDown: at === last ? 0 : at + 1, ArrowUp: at === 0 ? last : at - 1, PageDown: Math.min(at + 6, last), PageUp: Math.max(at - 6, 0) }[event.key];
    if (next !== undefined) {
      event.preventDefault();
      mark(next);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      onPick(items[at]!);
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
      <div id={list} role="listbox" aria-label={label} className={styles.list} data-stale={stale || undefined} hidden={items.length === 0}>
        {filled.map((group, index) => {
          const from = filled.slice(0, index).reduce((count, before) => count + before.items.length, 0);
          return (
            <div key={group.title ?? index} role="group" aria-label={group.title ?? label}>
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
                  onPointerMove={() => from + place !== at && setMarked({ at: from + place, of: shown })}
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
