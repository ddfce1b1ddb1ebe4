import { Anchor, Modal, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlainDate } from '#kernel/plain-date.ts';
import { api } from '#web/api.ts';
import { today } from '#web/place.ts';
import { DateField } from '#web/ui/DateField.tsx';
import { DialogForm } from '#web/ui/DialogForm.tsx';
import type { HouseholdFile } from '../../contract.ts';
import { headOfFile } from '../file.ts';
import { recordAct } from '../queries.ts';
import styles from './Acts.module.css';
import { actOf, emptyDraft, type ActKind } from './draft.ts';
import { ActFields } from './forms.tsx';

interface Props {
  kind: ActKind;
  file: HouseholdFile;
  onClose: () => void;
}

/** One act: its own fields, then the day, the reason and the paper that every act has. */
export function ActDialog({ kind, file, onClose }: Props) {
  const { t } = useTranslation('households');
  const { t: shell } = useTranslation();
  const queries = useQueryClient();
  // Notifications stand outside of the router: a link of its own would find none there.
  const navigate = useNavigate();
  const isPhone = useMediaQuery('(max-width: 48em)');
  const [draft, setDraft] = useState(emptyDraft);
  const [day, setDay] = useState<PlainDate | null>(today());
  const [reason, setReason] = useState('');
  const [paper, setPaper] = useState('');
  const act = actOf(kind, draft, file);
  const save = useMutation({
    mutationFn: () => recordAct({ id: file.id, act: act!, day: day!, reason: reason.trim(), paper: paper.trim() || null }),
    onSuccess: async ({ founded, sent }) => {
      notifications.show({
        message: (
          <>
            {t(sent ? 'acts.sent' : 'acts.done', { act: t(`acts.kind.${kind}`), head: headOfFile(file) })}{' '}
            {founded && (
              <Anchor component="button" inherit onClick={() => void navigate({ to: '/households/$id', params: { id: founded } })}>
                {t('acts.openNew')}
              </Anchor>
            )}
          </>
        ),
      });
      onClose();
      await queries.invalidateQueries({ queryKey: api.households.key() });
    },
  });
  return (
    <Modal opened onClose={onClose} title={t(`acts.title.${kind}`, { head: headOfFile(file) })} size={620} fullScreen={isPhone ?? false} closeButtonProps={{ 'aria-label': shell('close') }}>
      <DialogForm save={t('acts.save')} ready={act !== null && day !== null} saving={save} onSave={() => save.mutate()} onCancel={onClose}>
        <ActFields kind={kind} file={file} draft={draft} change={(to) => setDraft((before) => ({ ...before, ...to }))} />
        <div className={styles.pair}>
          <DateField label={t('acts.day')} required max={today()} value={day} onChange={setDay} />
          <TextInput label={t('acts.paper')} placeholder={t('acts.paperHint')} maxLength={120} value={paper} onChange={(event) => setPaper(event.currentTarget.value)} />
        </div>
        <TextInput label={t('acts.reason')} maxLength={500} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      </DialogForm>
    </Modal>
  );
}
