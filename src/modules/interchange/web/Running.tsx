import { Button, Progress } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { showNumber } from '#kernel/show.ts';
import { useLanguage } from '#web/i18n/language.ts';
import type { Import } from '../contract.ts';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { cancelImport, importQuery } from './queries.ts';
import styles from './Running.module.css';

/** How far the reading or the loading is. */
export function Running({ one: { id, state, file, progress } }: { one: Import }) {
  const { t } = useTranslation('interchange');
  const { language } = useLanguage();
  const title = t(state === 'loading' ? 'step.loading' : 'step.reading', { file });
  const soFar = state === 'reading' && progress.done > 0 ? `${t(`step.${progress.step}`, { n: showNumber(progress.done, language) })} ` : '';
  return (
    <div className={styles.running} role="status">
      <h2>{title}</h2>
      <Progress value={100} animated striped aria-label={title} />
      <p>
        {soFar}
        {t(state === 'loading' ? 'step.whole' : 'step.leave')}
      </p>
      <Stop id={id} />
    </div>
  );
}

function Stop({ id }: { id: Import['id'] }) {
  const { t } = useTranslation('interchange');
  const queries = useQueryClient();
  const { mutate, isPending, isSuccess, error } = useMutation({ mutationFn: () => cancelImport(id), onSettled: () => queries.invalidateQueries({ queryKey: importQuery(id).queryKey }) });
  return (
    <>
      <Button variant="default" size="xs" className={styles.stop!} loading={isPending || isSuccess} onClick={() => mutate()}>
        {t('step.stop')}
      </Button>
      {error && <ErrorNotice error={error} />}
    </>
  );
}
