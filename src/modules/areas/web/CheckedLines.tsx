import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { showNumber } from '#kernel/show.ts';
import { useLanguage } from '#web/i18n/language.ts';
import type { CheckedLine } from '../contract.lists.ts';
import type { AreaRef } from '../contract.ts';
import { isSettled, type Choices } from './lists.ts';
import styles from './Lists.module.css';

interface Props {
  lines: readonly CheckedLine[];
  choices: Choices;
  /** How many lines are without a choice. */
  open: number;
  onChoose: (line: number, area: AreaRef | null) => void;
}

/** What became of pasted lines: those that are not clear are settled one by one. */
export function CheckedLines({ lines, choices, open, onChoose }: Props) {
  const { t } = useTranslation('areas');
  const { language } = useLanguage();
  const found = lines.filter(({ state }) => state === 'found').length;
  const unclear = lines.filter((checked) => checked.state !== 'found');
  const [none, leaveOut] = ['', '-'];
  return (
    <section aria-live="polite">
      <p className={styles.quiet}>
        {t('lists.checked', { found: showNumber(found, language), all: showNumber(lines.length, language) })} {open > 0 && <span className={styles.partial}>{t('lists.toSettle', { n: showNumber(open, language) })}</span>}
      </p>
      {unclear.length > 0 && (
        <div className={styles.lines} role="region" aria-label={t('lists.stateLabel')} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('lists.line')}</th>
                <th scope="col">{t('lists.pasted')}</th>
                <th scope="col">{t('lists.stateLabel')}</th>
                <th scope="col">{t('lists.meant')}</th>
              </tr>
            </thead>
            <tbody>
              {unclear.map((checked) => {
                const { line, text, state, areas } = checked;
                const choice = choices.get(line);
                const offered = state === 'doubtful' ? areas : [];
                return (
                  <tr key={line}>
                    <td>{line}</td>
                    <th scope="row">{text}</th>
                    <td>{t(`lists.state.${state}`)}</td>
                    <td>
                      {isSettled(checked) ? (
                        areas[0]?.name
                      ) : (
                        <NativeSelect
                          size="xs"
                          aria-label={t('lists.meantOf', { line, text })}
                          value={choice === undefined ? none : (choice ?? leaveOut)}
                          onChange={({ currentTarget: { value } }) => value !== none && onChoose(line, value === leaveOut ? null : (value as AreaRef))}
                          data={[
                            { value: none, label: '–', disabled: choice !== undefined },
                            ...offered.map(({ id, name, code, within }) => ({ value: id, label: [name, within, code].filter(Boolean).join(', ') })),
                            { value: leaveOut, label: t('lists.leaveOut') },
                          ]}
                        />
                      )}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
