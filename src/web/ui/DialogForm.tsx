import { Button, Group, Stack } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from './ErrorNotice.tsx';

interface Props {
  children: ReactNode;
  /** What the main button says; Enter presses it too. */
  save: string;
  /** Whether all is told that must be. */
  ready: boolean;
  saving: { isPending: boolean; error: unknown };
  onSave: () => void;
  onCancel: () => void;
}

/** The inside of a dialog that saves something: its fields, what went wrong, and at the end Cancel and the main button. */
export function DialogForm({ children, save, ready, saving, onSave, onCancel }: Props) {
  const { t } = useTranslation();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (ready && !saving.isPending) onSave();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap={14}>
        {children}
        {saving.error != null && <ErrorNotice error={saving.error} />}
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={onCancel}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={saving.isPending} disabled={!ready}>
            {save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
