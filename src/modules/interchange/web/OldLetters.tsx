import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { Section } from '#web/ui/Page.tsx';
import type { Import } from '../contract.ts';
import type { OldLetters as Found } from '../contract.parts.ts';
import { convertImport, importQuery } from './queries.ts';
import styles from './OldLetters.module.css';

/** A file in an encoding of before Unicode: how its texts would be read, and the question whether they should. */
export function OldLetters({ id, found: { encoding, samples } }: { id: Import['id']; found: Found }) {
  const { t } = useTranslation('interchange');
  const queries = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => convertImport(id, encoding),
    onSuccess: (reading) => queries.setQueryData(importQuery(id).queryKey, reading),
  });
  return (
    <Section title={t('old.title', { encoding: encoding === 'vni' ? 'VNI' : 'TCVN3' })}>
      <p className={styles.ask}>{t('old.ask')}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('old.before')}</th>
            <th scope="col">{t('old.after')}</th>
          </tr>
        </thead>
        <tbody>
          {samples.map(({ before, after }) => (
            <tr key={before}>
              <td className={styles.before}>{before}</td>
              <td>{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.action}>
        <Button loading={isPending} onClick={() => mutate()}>
          {t('old.convert')}
        </Button>
        <span className={styles.before}>{t('old.fileStays')}</span>
        {error && <ErrorNotice error={error} />}
      </div>
    </Section>
  );
}
