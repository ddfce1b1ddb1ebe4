import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showNumber } from '#kernel/show.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { Section } from '#web/ui/Page.tsx';
import type { Import, ImportCheck } from '../contract.ts';
import { ListChoice, type SheetLayout } from '../contract.parts.ts';
import { arrangeImport, importQuery } from './queries.ts';
import { missingFields, wantsArranging, type Draft } from './mapping.ts';
import { showTime } from './RecentImports.tsx';
import styles from './Mapping.module.css';

const classes = ['poor', 'near_poor', 'average', 'not_poor'] as const;

/** How each sheet is read: which list it is, what its columns are, what the words of its class column mean. All of it can be said otherwise. */
export function Mapping({ one, check }: { one: Import; check: ImportCheck }) {
  const { t } = useTranslation('interchange');
  return (
    <Section title={t('map.title')} note={t('map.note')}>
      <div className={styles.sheets}>
        {check.layouts.map((layout) => (
          <OneSheet key={layout.sheet} id={one.id} layout={layout} check={check} />
        ))}
      </div>
    </Section>
  );
}

const draftOf = ({ headFirst, headRow, list, columns, words }: SheetLayout): Draft => ({
  first: headFirst,
  last: headRow,
  list: list ?? 'current',
  fields: Object.fromEntries(columns.map(({ index, field }) => [index, field ?? ''])),
  words: Object.fromEntries(words.map((one) => [one.word, one.class ?? ''])),
});

function OneSheet({ id, layout, check }: { id: Import['id']; layout: SheetLayout; check: ImportCheck }) {
  const { t } = useTranslation('interchange');
  const { t: shell } = useTranslation();
  const { language, say } = useLanguage();
  const [draft, setDraft] = useState(() => draftOf(layout));
  const isOpen = wantsArranging(layout, check);
  const isMoved = draft.first !== layout.headFirst || draft.last !== layout.headRow;
  const show = (value: number): string => showNumber(value, language);
  const missing = missingFields(draft).map((names) => names.map((field) => say(check.fields.find((one) => one.id === field)!.label)).join(t('map.or')));
  const fields = [{ value: '', label: t('map.notRead') }, ...check.fields.map(({ id: value, label }) => ({ value, label: say(label) }))];
  return (
    <details className={styles.sheet} open={isOpen || undefined}>
      <summary>
        <span className={styles.name}>{layout.sheet}</span>
        <span className={styles.quiet}>
          {t('map.head', { row: show(layout.headRow), list: layout.list === null ? t('map.unknownList') : t(`map.list.${layout.list}`) })}
          {layout.saved && ` · ${t(layout.saved.by ? 'map.savedBy' : 'map.saved', { name: layout.saved.by ?? '', time: showTime(layout.saved.at) })}`}
        </span>
      </summary>
      <NativeSelect
        className={styles.list!}
        label={t('map.which')}
        value={draft.list}
        onChange={({ currentTarget: { value } }) => setDraft({ ...draft, list: ListChoice.parse(value) })}
        data={ListChoice.options.map((value) => ({ value, label: t(`map.list.${value}`) }))}
      />
      {draft.list !== 'skip' && <HeadRows layout={layout} draft={draft} change={(to) => setDraft({ ...draft, ...to })} />}
      {draft.list !== 'skip' && !isMoved && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('map.column')}</th>
              <th scope="col">{t('map.samples')}</th>
              <th scope="col">{t('map.field')}</th>
            </tr>
          </thead>
          <tbody>
            {layout.columns.map(({ index, label, samples }) => (
              <tr key={index}>
                <th scope="row">{label}</th>
                <td className={styles.samples}>{samples.join(' · ') || t('map.empty')}</td>
                <td>
                  <NativeSelect
                    size="xs"
                    aria-label={t('map.fieldOf', { label })}
                    value={draft.fields[index] ?? ''}
                    onChange={({ currentTarget: { value } }) => setDraft({ ...draft, fields: { ...draft.fields, [index]: value } })}
                    data={fields}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {draft.list !== 'skip' && !isMoved && layout.words.length > 0 && (
        <>
          <h3 className={styles.subtitle}>{t('map.words')}</h3>
          <table className={styles.table}>
            <tbody>
              {layout.words.map(({ word, count }) => (
                <tr key={word}>
                  <th scope="row">{word}</th>
                  <td className={styles.samples}>{t('map.rows', { n: show(count) })}</td>
                  <td>
                    <NativeSelect
                      size="xs"
                      aria-label={t('map.classOf', { word })}
                      value={draft.words[word] ?? ''}
                      onChange={({ currentTarget: { value } }) => setDraft({ ...draft, words: { ...draft.words, [word]: value } })}
                      data={[{ value: '', label: t('map.noClass') }, ...classes.map((value) => ({ value, label: shell(`class.${value}`) }))]}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {isMoved && <p className={styles.quiet}>{t('map.headMoved')}</p>}
      {!isMoved && missing.length > 0 && <p className={styles.missing}>{t('map.missing', { names: missing.join('; ') })}</p>}
      <ReadAgain id={id} layout={layout} draft={draft} isReady={isMoved ? draft.first <= draft.last : missing.length === 0} isMoved={isMoved} />
    </details>
  );
}

/** Which rows are the head, where it has more than were found, or others. */
function HeadRows({ layout: { top }, draft: { first, last }, change }: { layout: SheetLayout; draft: Draft; change: (to: Partial<Draft>) => void }) {
  const { t } = useTranslation('interchange');
  const rows = top.map(({ row, text }) => ({ value: String(row), label: t('map.rowIs', { row, text }) }));
  return (
    <div className={styles.rows}>
      <NativeSelect label={t('map.headFirst')} value={String(first)} onChange={({ currentTarget: { value } }) => change({ first: Number(value) })} data={rows} />
      <NativeSelect label={t('map.headLast')} value={String(last)} onChange={({ currentTarget: { value } }) => change({ last: Number(value) })} data={rows} />
    </div>
  );
}

/** Where the rows of the head were chosen anew, its columns are told by their heads first; they can be chosen once it is read. */
function ReadAgain({ id, layout, draft: { first, last, list, fields, words }, isReady, isMoved }: { id: Import['id']; layout: SheetLayout; draft: Draft; isReady: boolean; isMoved: boolean }) {
  const { t } = useTranslation('interchange');
  const queries = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      arrangeImport({
        id,
        sheet: layout.sheet,
        head: { first, last },
        list,
        columns: isMoved ? null : Object.entries(fields).flatMap(([index, field]) => (field === '' ? [] : [{ index: Number(index), field }])),
        classes: Object.entries(words).flatMap(([word, given]) => classes.filter((one) => one === given).map((one) => ({ word, class: one }))),
      }),
    onSuccess: (reading) => queries.setQueryData(importQuery(id).queryKey, reading),
  });
  return (
    <div className={styles.action}>
      <Button size="sm" disabled={!isReady} loading={isPending} onClick={() => mutate()}>
        {t('map.readAgain')}
      </Button>
      <span className={styles.quiet}>{t('map.remembered')}</span>
      {error && <ErrorNotice error={error} />}
    </div>
  );
}
