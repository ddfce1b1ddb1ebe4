import { Button } from '@mantine/core';
import { IconCopyCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { showNumber } from '#kernel/show.ts';
import { useMay, useSession } from '#modules/identity/web/parts/session.ts';
import { HouseholdsFile } from '#modules/interchange/web/parts/ListFile.tsx';
import { RoundNote } from '#modules/rounds/web/parts/RoundNote.tsx';
import { useLanguage } from '#web/i18n/language.ts';
import { usePlace } from '#web/place.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { Page } from '#web/ui/Page.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { areaQuery } from './queries.ts';
import styles from './Register.module.css';
import { RegisterFilters } from './RegisterFilters.tsx';
import { RegisterTable } from './RegisterTable.tsx';
import { useRegister } from './use-register.ts';

/** Sổ hộ: the households of the place and period in view. */
export function RegisterPage() {
  const { t } = useTranslation();
  const may = useMay();
  if (!may('household.read')) {
    return (
      <Page>
        <EmptyState title={t('error.notPermitted')} />
      </Page>
    );
  }
  return <Register />;
}

function Register() {
  const { t } = useTranslation('households');
  const { language } = useLanguage();
  const { demonstration } = useSession();
  const { area: ref, period, day } = usePlace();
  const { data: area } = useQuery(areaQuery(ref, day));
  const register = useRegister();
  const may = useMay();
  const { data, error, refetch, total } = register;
  return (
    <Page>
      <PageHeader title={t('screen')} place={area?.name} period={<RoundNote area={ref} period={period} />} simulated={demonstration} actions={may('household.write') && <ToDuplicates />} />
      <div className={styles.register}>
        <div className={styles.bar}>
          <RegisterFilters register={register} area={area} />
          <div className={styles.side}>
            <p className={styles.count} role="status">
              {data && total !== null && total > 0 && !error && t('count', { n: showNumber(total, language) })}
            </p>
            <HouseholdsFile filter={register.asked} sort={register.sort} disabled={!data || data.rows.length === 0 || error !== null} />
          </div>
        </div>
        {error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : <RegisterTable register={register} area={area} />}
      </div>
    </Page>
  );
}

function ToDuplicates() {
  const { t } = useTranslation('households');
  return (
    <Button variant="default" leftSection={<IconCopyCheck size={17} stroke={1.7} aria-hidden />} renderRoot={(props) => <Link {...props} to="/duplicates" search={({ area, period, map }) => ({ area, period, map })} />}>
      {t('duplicates.screen')}
    </Button>
  );
}
