import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Period } from '#kernel/period.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { saveFile } from '#web/save-file.ts';
import { getTemplate } from './queries.ts';

/** Downloads the workbook to fill in for a commune and a period. */
export function TemplateButton({ area, period }: { area: AreaRef; period: Period }) {
  const { t } = useTranslation('interchange');
  const { mutate, isPending, error } = useMutation({ mutationFn: () => getTemplate(area, period), onSuccess: saveFile });
  return (
    <div>
      <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} loading={isPending} onClick={() => mutate()}>
        {t('template.get')}
      </Button>
      {error && <ErrorNotice error={error} />}
    </div>
  );
}
