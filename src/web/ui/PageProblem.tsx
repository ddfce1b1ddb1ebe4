import { Button } from '@mantine/core';
import { IconCompassOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from './EmptyState.tsx';
import { ErrorNotice } from './ErrorNotice.tsx';
import styles from './Page.module.css';

type Props = { kind: 'notFound' } | { kind: 'error'; error: unknown; onRetry: () => void };

/** A whole page that could not be shown. */
export function PageProblem(props: Props) {
  const { t } = useTranslation();
  const home = (
    <Button component={Link} to="/" variant="default">
      {t('error.home')}
    </Button>
  );
  return (
    <div className={styles.page}>
      {props.kind === 'notFound' ? (
        <EmptyState icon={IconCompassOff} title={t('error.notFound')} action={home}>
          {t('error.notFoundDo')}
        </EmptyState>
      ) : (
        <>
          <ErrorNotice error={props.error} onRetry={props.onRetry} />
          <div>{home}</div>
        </>
      )}
    </div>
  );
}
