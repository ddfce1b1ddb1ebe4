import { Button } from '@mantine/core';
import { IconArrowLeft, IconFileText, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useRouter, useRouterState, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { showDate, type PlainDate } from '#kernel/plain-date.ts';
import { useSession } from '#modules/identity/web/parts/session.ts';
import { today, usePlace } from '#web/place.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { Page } from '#web/ui/Page.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import type { ClassRecord, HouseholdFile } from '../contract.ts';
import { classOn } from '../rules.days.ts';
import { staysOf, villageOn } from '../rules.stays.ts';
import { ActMenu } from './acts/ActMenu.tsx';
import { ClassInView } from './ClassInView.tsx';
import { Compare } from './Compare.tsx';
import styles from './Household.module.css';
import { House } from './House.tsx';
import { LineOfHousehold } from './LineOfHousehold.tsx';
import { Members } from './Members.tsx';
import { Notices } from './Notices.tsx';
import { Papers } from './Papers.tsx';
import { headOfFile, officialRecords, showPeriod } from './file.ts';
import { ClassPair } from './parts/ClassPair.tsx';
import { areaQuery, householdQuery } from './queries.ts';
import { TimeLine } from './TimeLine.tsx';
import { Years } from './Years.tsx';

/** One household: who it is, its class in the period in view and why, its members, and every class that it was given. */
export function HouseholdPage() {
  const { t } = useTranslation('households');
  const { id } = useParams({ from: '/shell/households/$id' });
  const { period } = usePlace();
  const { on } = useSearch({ from: '/shell/households/$id' });
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
  const shown = on === undefined ? (official.find((record) => record.period === period) ?? official[0]) : (classOn(file, on) ?? undefined);
  return (
    <Page>
      <Head file={file} newest={official[0]} shown={shown} on={on} />
      <Notices file={file} on={on} />
      {shown ? (
        <>
          {on === undefined && <Years records={official} shown={shown} />}
          <ClassInView file={file} record={shown} isToday={on === undefined} isNewest={shown.period === official[0]?.period} others={file.classes.filter(({ period: its, current, official: isOfficial }) => its === shown.period && current && !isOfficial)} />
        </>
      ) : (
        <EmptyState title={t(on === undefined ? 'file.noClass' : 'on.noClass')}>{on === undefined && t('file.noClassDo')}</EmptyState>
      )}
      <Members file={file} size={shown?.size ?? null} on={on} />
      <House file={file} on={on} />
      <LineOfHousehold file={file} />
      <Compare file={file} />
      <Papers file={file} />
      <TimeLine file={file} />
    </Page>
  );
}

function Head({ file, newest, shown, on }: { file: HouseholdFile; newest: ClassRecord | undefined; shown: ClassRecord | undefined; on: PlainDate | undefined }) {
  const { t } = useTranslation('households');
  const { demonstration } = useSession();
  const village = on === undefined ? file.village : villageOn(staysOf(file, today()), on);
  const { data: then } = useQuery({ ...areaQuery(village.id, on ?? today()), enabled: on !== undefined });
  const places = (on === undefined ? file.within : (then?.within ?? [])).filter(({ level }) => level !== 'country').toReversed();
  return (
    <div>
      <p className={`${styles.paper} ${styles.paperHead}`}>
        <span>{t('file.paper')}</span>
        <span>{t('file.printed', { day: showDate(today()) })}</span>
      </p>
      <BackToRegister file={file} newest={newest} />
      <PageHeader
        title={headOfFile(file)}
        simulated={demonstration}
        actions={
          <>
            <Button variant="default" leftSection={<IconPrinter size={17} stroke={1.7} aria-hidden />} onClick={() => window.print()}>
              {t('file.print')}
            </Button>
            {shown && (
              <Button variant="default" leftSection={<IconFileText size={17} stroke={1.7} aria-hidden />} renderRoot={(props) => <Link {...props} to="/households/$id/slip" params={{ id: file.id }} search={{ of: shown.period }} />}>
                {t('slip.open')}
              </Button>
            )}
            {on === undefined && <ActMenu file={file} />}
          </>
        }
      >
        <span>{[then ?? village, ...places].map(({ name }) => name).join(', ')}</span>
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
