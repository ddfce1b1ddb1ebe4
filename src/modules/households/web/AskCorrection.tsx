import { Modal, Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readPartOfDate } from '#kernel/plain-date.ts';
import { api } from '#web/api.ts';
import { DialogForm } from '#web/ui/DialogForm.tsx';
import { IdentityField } from '../contract.corrections.ts';
import type { HouseholdFile, HouseholdMember } from '../contract.ts';
import styles from './acts/Acts.module.css';
import { showValue } from './file.ts';
import { askCorrection } from './queries.ts';

/** Asks for a correction of what identifies a person. Nothing changes until somebody else has confirmed it. */
export function AskCorrection({ file, member, onClose }: { file: HouseholdFile; member: HouseholdMember; onClose: () => void }) {
  const { t } = useTranslation('households');
  const { t: shell } = useTranslation();
  const queries = useQueryClient();
  const [field, setField] = useState<IdentityField>('name');
  const [value, setValue] = useState<string | null>('');
  const [reason, setReason] = useState('');
  const [paper, setPaper] = useState('');
  const old = field === 'id_number' ? member.idNumber : member[field];
  const told = value?.trim() || null;
  const wanted = field === 'birth' && told !== null ? (readPartOfDate(told) ?? told) : told;
  const ask = useMutation({
    mutationFn: () => askCorrection({ household: file.id, person: member.person, field, value: wanted, reason: reason.trim(), paper: paper.trim() || null }),
    onSuccess: async () => {
      notifications.show({ message: t('corrections.askedDone') });
      onClose();
      await queries.invalidateQueries({ queryKey: api.households.key() });
    },
  });
  return (
    <Modal opened onClose={onClose} title={t('corrections.askOf', { name: member.name })} size={560} closeButtonProps={{ 'aria-label': shell('close') }}>
      <DialogForm save={t('corrections.send')} ready={reason.trim() !== ''} saving={ask} onSave={() => ask.mutate()} onCancel={onClose}>
        <p className={styles.hint}>{t('corrections.askHint')}</p>
        <div className={styles.pair}>
          <Select
            data-autofocus
            label={t('corrections.what')}
            data={IdentityField.options.map((option) => ({ value: option, label: t(`corrections.field.${option}`) }))}
            value={field}
            allowDeselect={false}
            onChange={(to) => {
              setField(IdentityField.parse(to));
              setValue(null);
            }}
          />
          <TextInput label={t('corrections.old')} value={showValue(field, old, t)} readOnly variant="filled" />
        </div>
        {field === 'sex' ? (
          <Select
            label={t('corrections.new')}
            withAsterisk
            data={[
              { value: 'male', label: t('members.male') },
              { value: 'female', label: t('members.female') },
            ]}
            value={value}
            onChange={setValue}
          />
        ) : (
          <TextInput
            label={t('corrections.new')}
            withAsterisk
            description={field === 'birth' ? t('acts.birthHint') : field === 'id_number' ? t('acts.idHint') : undefined}
            error={field === 'birth' && told !== null && readPartOfDate(told) === null && t('acts.birthWrong')}
            maxLength={120}
            value={value ?? ''}
            onChange={(event) => setValue(event.currentTarget.value)}
          />
        )}
        <TextInput label={t('acts.reason')} withAsterisk maxLength={500} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
        <TextInput label={t('acts.paper')} placeholder={t('acts.paperHint')} maxLength={120} value={paper} onChange={(event) => setPaper(event.currentTarget.value)} />
      </DialogForm>
    </Modal>
  );
}
