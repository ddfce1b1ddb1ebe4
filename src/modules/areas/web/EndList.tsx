import { Button, Modal, MultiSelect, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlainDate } from '#kernel/plain-date.ts';
import { showNumber } from '#kernel/show.ts';
import { api } from '#web/api.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { DateField } from '#web/ui/DateField.tsx';
import { DialogForm } from '#web/ui/DialogForm.tsx';
import type { ListDetails } from '../contract.lists.ts';
import type { AreaRef } from '../contract.ts';
import styles from './Acts.module.css';
import { endList } from './queries.ts';

/** Takes areas off a list, or ends all of it, from a day on and by a document. */
export function EndList({ list }: { list: ListDetails }) {
  const { t } = useTranslation('areas');
  const { t: shell } = useTranslation();
  const { language, say } = useLanguage();
  const queries = useQueryClient();
  const [opened, { open, close }] = useDisclosure();
  const [paper, setPaper] = useState({ document: '', documentDay: null as PlainDate | null, title: '' });
  const [day, setDay] = useState<PlainDate | null>(null);
  const [areas, setAreas] = useState<AreaRef[]>([]);
  const onIt = list.areas.filter(({ to }) => to === null || day === null || to >= day);
  const end = useMutation({
    mutationFn: () =>
      endList({ id: list.id, document: paper.document, ...(paper.documentDay && { documentDay: paper.documentDay }), ...(paper.title && { title: paper.title }), day: day!, ...(areas.length > 0 && { areas }) }),
    onSuccess: async () => {
      notifications.show({ message: t('lists.ended') });
      close();
      await queries.invalidateQueries({ queryKey: api.areas.key() });
    },
  });
  return (
    <>
      <Button variant="default" onClick={open}>
        {t('lists.end')}
      </Button>
      <Modal opened={opened} onClose={close} size="lg" title={t('lists.endOf', { name: say(list.name) })} closeButtonProps={{ 'aria-label': shell('close') }}>
        <DialogForm
          save={areas.length === 0 ? t('lists.endAll') : t('lists.endSome', { n: showNumber(areas.length, language) })}
          ready={paper.document.trim().length >= 3 && day !== null}
          saving={end}
          onSave={() => end.mutate()}
          onCancel={close}
        >
          <div className={styles.pair}>
            <TextInput withAsterisk label={t('lists.document')} maxLength={120} value={paper.document} onChange={(event) => setPaper({ ...paper, document: event.currentTarget.value })} />
            <DateField label={t('lists.documentDay')} value={paper.documentDay} onChange={(documentDay) => setPaper({ ...paper, documentDay })} />
          </div>
          <TextInput label={t('lists.title')} maxLength={300} value={paper.title} onChange={(event) => setPaper({ ...paper, title: event.currentTarget.value })} />
          <DateField required label={t('lists.day')} value={day} onChange={setDay} />
          <MultiSelect
            label={t('lists.which')}
            description={t('lists.whichWhy')}
            searchable
            limit={50}
            data={[...new Map(onIt.map(({ named }) => [named.id, { value: named.id as string, label: [named.name, named.code].filter(Boolean).join(', ') }])).values()]}
            value={areas}
            onChange={(chosen) => setAreas(chosen as AreaRef[])}
          />
        </DialogForm>
      </Modal>
    </>
  );
}
