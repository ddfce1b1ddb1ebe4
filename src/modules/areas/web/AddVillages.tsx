import { Button, Modal, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '#web/api.ts';
import { DialogForm } from '#web/ui/DialogForm.tsx';
import type { AreaName } from '../contract.ts';
import { addVillages } from './queries.ts';

/** Adds villages to a commune by hand, one name a line. */
export function AddVillages({ area }: { area: AreaName }) {
  const { t } = useTranslation('areas');
  const { t: shell } = useTranslation();
  const queries = useQueryClient();
  const [opened, { open, close }] = useDisclosure();
  const [text, setText] = useState('');
  const names = text.split('\n').map((line) => line.trim()).filter(Boolean);
  const add = useMutation({
    mutationFn: () => addVillages(area.id, names),
    onSuccess: async (added) => {
      notifications.show({ message: t('village.done', { n: added.length }) });
      close();
      setText('');
      await queries.invalidateQueries({ queryKey: api.areas.key() });
    },
  });
  return (
    <>
      <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
        {t('village.add')}
      </Button>
      <Modal opened={opened} onClose={close} title={t('village.add')} closeButtonProps={{ 'aria-label': shell('close') }}>
        <DialogForm save={t('village.save', { name: area.name })} ready={names.length > 0} saving={add} onSave={() => add.mutate()} onCancel={close}>
          <Textarea data-autofocus label={t('village.names')} autosize minRows={6} maxRows={16} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        </DialogForm>
      </Modal>
    </>
  );
}
