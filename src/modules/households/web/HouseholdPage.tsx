import { Button } from '@mantine/core';
import { IconArrowLeft, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useRouter, useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { showDate } from '#kernel/plain-date.ts';
import { useSession } from '#modules/identity/web/parts/session.ts';
import { today, usePlace } from '#web/place.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { Page } from '#web/ui/Page.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import type { ClassRecord, HouseholdFile } from '../contract.ts';
import { ClassHistory } from './ClassHistory.tsx';
import { ClassInView } from './ClassInView.tsx';
import styles from './Household.module.css';
import { Members } from './Members.tsx';
import { headOfFile, officialRecords, showPeriod } from './file.ts';
import { ClassPair } from './parts/ClassPair.tsx';
import { areaQuery, householdQuery } from './queries.ts';
import { Years } from './Years.tsx';

/** One household: who it is, its class in the period in view and why, its members, and every class that it was given. */
export function HouseholdPage() {
  const { t } = useTranslation('households');
  const { id } = useParams({ from: '/shell/households/$id' });
  const { period } = usePlace();
  const { data: file, error, refetch } = useQuery(householdQuery(id));
  if (error) {
    return (
      <Page>
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      </Page>
    );
  }
  if (file === undefined) return <PageSkeleton />;
  const official = officialRecords(file);
  const shown = official.find((record) => record.period === period) ?? official[0];
  return (
    <Page>
      <Head file={file} newest={official[0]} />
      {file.mergedInto && <MergedInto survivor={file.mergedInto} />}
      {shown ? (
        <>
          <Years records={official} shown={shown} />
          <ClassInView record={shown} isNewest={shown === official[0]} others={file.classes.filter(({ period: its, current, official: isOfficial }) => its === shown.period && current && !isOfficial)} />
        </>
      ) : (
        <EmptyState title={t('file.noClass')}>{t('file.noClassDo')}</EmptyState>
      )}
      <Members members={file.members} size={shown?.size ?? null} />
      <ClassHistory records={file.classes} changes={file.changes} />
    </Page>
  );
}

/** Where a household went that turned out to be another one. */
function MergedInto({ survivor: { id, head } }: { survivor: NonNullable<HouseholdFile['mergedInto']> }) {
  const { t } = useTranslation('households');
  return (
    <p role="note" className={styles.newest}>
      {t('duplicates.mergedInto', { head })}{' '}
      <Link to="/households/$id" params={{ id }}>
        {t('duplicates.toSurvivor', { head })}
      </Link>
    </p>
  );
}

function Head({ file, newest }: { file: HouseholdFile; newest: ClassRecord | undefined }) {
  const { t } = useTranslation('households');
  const { demonstration } = useSession();
  const places = file.within.filter(({ level }) => level !== 'country').reverse();
  return (
    <div>
      <p className={`${styles.paper} ${styles.paperHead}`}>
        <span>{t('file.slip')}</span>
        <span>{t('file.printed', { day: showDate(today()) })}</span>
      </p>
      <BackToRegister file={file} newest={newest} />
      <PageHeader
        title={headOfFile(file)}
        simulated={demonstration}
        actions={
          <Button variant="default" leftSection={<IconPrinter size={17} stroke={1.7} aria-hidden />} onClick={() => window.print()}>
            {t('file.print')}
          </Button>
        }
      >
        <span>{[file.village, ...places].map(({ name }) => name).join(', ')}</span>
        {file.number && <span>{t('file.number', { number: file.number })}</span>}
        {newest && newest.size !== null && <span>{t('size', { n: newest.size })}</span>}
        {newest && <ThenIn record={newest} now={file} />}
      </PageHeader>
      {newest && (
        <p className={styles.newest}>
          <span className={styles.large}>
            <ClassPair {...newest} />
          </span>
          <span className={styles.quiet}>{t('file.newest', { period: showPeriod(newest.period) })}</span>
        </p>
      )}
    </div>
  );
}

/** The commune that the household was counted in, where that is another than the one that its village lies in today. */
function ThenIn({ record, now }: { record: ClassRecord; now: HouseholdFile }) {
  const { t } = useTranslation('households');
  const { data: village } = useQuery(areaQuery(record.village.id, record.asOf));
  if (!village || village.within.at(-1)?.id === now.within.at(-1)?.id) return null;
  const place = village.within.filter(({ level }) => level !== 'country' && level !== 'province').reverse();
  return <span>{t('file.thenIn', { period: showPeriod(record.period), place: place.map(({ name }) => name).join(', ') })}</span>;
}

/** One step back where one came from the list, which then stands as it was left; else to the list of the commune. */
function BackToRegister({ file, newest }: { file: HouseholdFile; newest: ClassRecord | undefined }) {
  const { t } = useTranslation('households');
  const { history } = useRouter();
  const fromRegister = useRouterState({ select: ({ location }) => location.state.fromRegister ?? false });
  const commune = file.within.at(-1);
  return (
    <Link
      to="/households"
      search={(before) => (before.area === undefined && commune ? { ...before, area: commune.id, ...(newest ? { period: newest.period } : {}) } : before)}
      className={`${styles.back} no-print`}
      onClick={(event) => {
        if (!fromRegister || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        history.back();
      }}
    >
      <IconArrowLeft size={15} stroke={1.8} aria-hidden />
      {t('screen')}
    </Link>
  );
}
