import { Modal, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlainDate } from '#kernel/plain-date.ts';
import { useSession } from '#modules/identity/web/parts/session.ts';
import { api } from '#web/api.ts';
import { today } from '#web/place.ts';
import { DateField } from '#web/ui/DateField.tsx';
import { DialogForm } from '#web/ui/DialogForm.tsx';
import styles from './acts/Acts.module.css';

interface Props {
  title: string;
  /** What the day is of. */
  dayLabel: string;
  children: ReactNode;
  /** Whether what the dialog asks beside day and source is told. */
  ready: boolean;
  save: (told: { day: PlainDate; source: string }) => Promise<unknown>;
  done: string;
  onClose: () => void;
}

/** A dialog that tells something of a household: its own fields, the day, who found it so, and the way to the server. */
export function DatedForm({ title, dayLabel, children, ready, save, done, onClose }: Props) {
  const { t } = useTranslation('households');
  const { t: shell } = useTranslation();
  const { person } = useSession();
  const queries = useQueryClient();
  const [day, setDay] = useState<PlainDate | null>(today());
  const [source, setSource] = useState(person?.name ?? '');
  const saving = useMutation({
    mutationFn: () => save({ day: day!, source: source.trim() }),
    onSuccess: async () => {
      // The file shows what was told as soon as the dialog is gone.
      await queries.invalidateQueries({ queryKey: api.households.key() });
      notifications.show({ message: done });
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={title} size={560} closeButtonProps={{ 'aria-label': shell('close') }}>
      <DialogForm save={t('acts.save')} ready={ready && day !== null && source.trim() !== ''} saving={saving} onSave={() => saving.mutate()} onCancel={onClose}>
        {children}
        <div className={styles.pair}>
          <DateField label={dayLabel} required max={today()} value={day} onChange={setDay} />
          <TextInput label={t('house.source')} withAsterisk maxLength={200} value={source} onChange={(event) => setSource(event.currentTarget.value)} />
        </div>
      </DialogForm>
    </Modal>
  );
}
