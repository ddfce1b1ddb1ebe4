import { Button, Checkbox, Group, Modal, Select, Text, Textarea, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlainDate } from '#kernel/plain-date.ts';
import { showNumber } from '#kernel/show.ts';
import { api } from '#web/api.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { DateField } from '#web/ui/DateField.tsx';
import { DialogForm } from '#web/ui/DialogForm.tsx';
import { ListKind, ListLevel, type ListEntry } from '../contract.lists.ts';
import type { AreaRef } from '../contract.ts';
import styles from './Acts.module.css';
import { CheckedLines } from './CheckedLines.tsx';
import { meantBy, type Choices } from './lists.ts';
import { AreaPicker } from './parts/AreaPicker.tsx';
import { addToList, checkUnits } from './queries.ts';

interface Props {
  /** The area in which the list names others: that of the post, or of the list. */
  of: { id: AreaRef; name: string };
  /** The list that areas are added to; without it one is opened, of a kind if that is known. */
  list?: ListEntry;
  kind?: ListKind;
}

/** Opens a special list or adds to one: the document, the time, and the areas, which are checked before they can be entered. */
export function AddToList(props: Props) {
  const { t } = useTranslation('areas');
  const { t: shell } = useTranslation();
  const { say } = useLanguage();
  const [opened, { open, close }] = useDisclosure();
  const { list, kind } = props;
  const title = list ? t('lists.addTo', { name: say(list.name) }) : t('lists.open');
  return (
    <>
      <Button variant={list || kind ? 'default' : 'filled'} size={kind ? 'compact-sm' : 'sm'} leftSection={<IconPlus size={16} aria-hidden />} {...(kind && { 'aria-label': `${t('lists.open')}: ${t(`lists.kind.${kind}`)}` })} onClick={open}>
        {t(list ? 'lists.add' : 'lists.open')}
      </Button>
      <Modal opened={opened} onClose={close} size="xl" title={title} closeButtonProps={{ 'aria-label': shell('close') }}>
        <ListForm {...props} onDone={close} />
      </Modal>
    </>
  );
}

function ListForm({ of, list, kind: known, onDone }: Props & { onDone: () => void }) {
  const { t } = useTranslation('areas');
  const { language, say } = useLanguage();
  const queries = useQueryClient();
  const [head, setHead] = useState({ kind: list?.kind ?? known ?? ('other' as ListKind), name: '', level: list?.level ?? ('commune' as ListLevel), authority: '' });
  const [paper, setPaper] = useState({ document: '', documentDay: null as PlainDate | null, title: '', from: null as PlainDate | null, to: null as PlainDate | null });
  const [complete, setComplete] = useState(false);
  const [text, setText] = useState('');
  const [choices, setChoices] = useState<Choices>(new Map());
  const asked = JSON.stringify([text, head.level, paper.from]);
  const check = useMutation({
    mutationFn: async () => ({ asked, lines: await checkUnits({ of: of.id, level: head.level, day: paper.from!, lines: text.split('\n') }) }),
    onSuccess: () => setChoices(new Map()),
  });
  const lines = check.data?.asked === asked ? check.data.lines : undefined;
  const { areas, open } = meantBy(lines ?? [], choices);
  const add = useMutation({
    mutationFn: () =>
      addToList({
        list: list?.id ?? { ...head, of: of.id },
        document: paper.document,
        ...(paper.documentDay && { documentDay: paper.documentDay }),
        ...(paper.title && { title: paper.title }),
        from: paper.from!,
        ...(paper.to && { to: paper.to }),
        complete,
        areas,
      }),
    onSuccess: async ({ name }) => {
      notifications.show({ message: t('lists.saved', { n: showNumber(areas.length, language), name: say(name) }) });
      onDone();
      await queries.invalidateQueries({ queryKey: api.areas.key() });
    },
  });
  const isHeaded = list !== undefined || (head.name.trim().length >= 3 && head.authority.trim().length >= 2);
  const isReady = isHeaded && paper.document.trim().length >= 3 && paper.from !== null && areas.length > 0 && open === 0;
  return (
    <DialogForm save={t('lists.save', { n: showNumber(areas.length, language) })} ready={isReady} saving={{ isPending: add.isPending, error: check.error ?? add.error }} onSave={() => add.mutate()} onCancel={onDone}>
      {list === undefined && (
        <>
          <div className={styles.pair}>
            <Select label={t('lists.kindLabel')} allowDeselect={false} data={ListKind.options.map((value) => ({ value, label: t(`lists.kind.${value}`) }))} value={head.kind} onChange={(kind) => setHead({ ...head, kind: kind as ListKind })} />
            <Select label={t('lists.level')} allowDeselect={false} data={ListLevel.options.map((value) => ({ value, label: t(`level.${value}`) }))} value={head.level} onChange={(level) => setHead({ ...head, level: level as ListLevel })} />
          </div>
          <div className={styles.pair}>
            <TextInput withAsterisk label={t('lists.nameLabel')} description={t('lists.nameWhy')} maxLength={200} value={head.name} onChange={(event) => setHead({ ...head, name: event.currentTarget.value })} />
            <TextInput withAsterisk label={t('lists.authority')} description={t('lists.ofWhy', { name: of.name })} maxLength={200} value={head.authority} onChange={(event) => setHead({ ...head, authority: event.currentTarget.value })} />
          </div>
        </>
      )}
      <div className={styles.three}>
        <TextInput withAsterisk label={t('lists.document')} maxLength={120} value={paper.document} onChange={(event) => setPaper({ ...paper, document: event.currentTarget.value })} />
        <DateField label={t('lists.documentDay')} value={paper.documentDay} onChange={(documentDay) => setPaper({ ...paper, documentDay })} />
        <TextInput label={t('lists.title')} maxLength={300} value={paper.title} onChange={(event) => setPaper({ ...paper, title: event.currentTarget.value })} />
      </div>
      <div className={styles.pair}>
        <DateField required label={t('lists.from')} value={paper.from} onChange={(from) => setPaper({ ...paper, from })} />
        <DateField label={t('lists.to')} description={t('lists.toWhy')} value={paper.to} onChange={(to) => setPaper({ ...paper, to })} />
      </div>
      <Textarea withAsterisk label={t('lists.paste')} description={t('lists.pasteWhy')} autosize minRows={4} maxRows={10} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      <Group gap={10}>
        <AreaPicker level={head.level} onPick={(area) => setText((before) => `${before.trimEnd()}${before.trim() === '' ? '' : '\n'}${area.code ?? area.id}; ${area.name}`)}>
          <Button variant="default">{t('lists.pick')}</Button>
        </AreaPicker>
        <Button variant={lines ? 'default' : 'filled'} disabled={text.trim() === '' || paper.from === null} loading={check.isPending} onClick={() => check.mutate()}>
          {t('lists.check')}
        </Button>
        {check.data && !lines && <Text size="sm" c="dimmed">{t('lists.stale')}</Text>}
      </Group>
      {lines && <CheckedLines lines={lines} choices={choices} open={open} onChoose={(line, area) => setChoices(new Map(choices).set(line, area))} />}
      <Checkbox label={t('lists.complete')} description={t('lists.completeWhy')} checked={complete} onChange={(event) => setComplete(event.currentTarget.checked)} />
    </DialogForm>
  );
}
