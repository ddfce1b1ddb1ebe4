import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Page } from './Page.tsx';
import styles from './Skeletons.module.css';

/** The shape of a table while its rows come. */
export function TableSkeleton({ rows = 8 }: { rows?: number }) {
  const { t } = useTranslation();
  return (
    <div className={styles.table} role="status" aria-label={t('loading')}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles.row}>
          <Skeleton height={10} width={`${38 + ((row * 17) % 30)}%`} />
          <Skeleton height={10} width={56} />
          <Skeleton height={10} width={72} />
        </div>
      ))}
    </div>
  );
}

/** The shape of a screen while it comes. */
export function PageSkeleton() {
  return (
    <Page>
      <div>
        <Skeleton height={20} width={260} mb={12} />
        <Skeleton height={12} width={380} maw="80%" />
      </div>
      <TableSkeleton />
    </Page>
  );
}
