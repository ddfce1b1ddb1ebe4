import { Modal, PasswordInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#web/i18n/language.ts';
import { DialogForm } from '#web/ui/DialogForm.tsx';
import { changePassword } from './auth.ts';

/** Changes one's own password. */
export function ChangePassword({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('identity');
  const { t: shell } = useTranslation();
  return (
    <Modal opened={opened} onClose={onClose} title={t('person.changePassword')} closeButtonProps={{ 'aria-label': shell('close') }}>
      <PasswordForm onDone={onClose} />
    </Modal>
  );
}

function PasswordForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('identity');
  const { language } = useLanguage();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const change = useMutation({
    mutationFn: () => changePassword(current, next),
    onSuccess: (refused) => {
      if (refused !== null) return;
      notifications.show({ message: t('password.saved') });
      onDone();
    },
  });
  const refused = change.data;
  const differs = again !== '' && again !== next;
  return (
    <DialogForm save={t('password.save')} ready={current !== '' && next !== '' && next === again} saving={change} onSave={() => change.mutate()} onCancel={onDone}>
      <PasswordInput data-autofocus label={t('password.current')} autoComplete="current-password" value={current} onChange={(event) => setCurrent(event.currentTarget.value)} error={refused?.reason === 'wrong' && (refused.told?.[language] ?? t('password.wrong'))} />
      <PasswordInput label={t('password.next')} description={t('password.nextHint')} autoComplete="new-password" value={next} onChange={(event) => setNext(event.currentTarget.value)} error={refused?.reason === 'short' && t('password.short')} />
      <PasswordInput label={t('password.again')} autoComplete="new-password" value={again} onChange={(event) => setAgain(event.currentTarget.value)} error={differs && t('password.differs')} />
    </DialogForm>
  );
}
