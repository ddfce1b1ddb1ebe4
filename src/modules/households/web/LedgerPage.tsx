import { Button, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconLock, IconNotebook, IconPrinter } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { AreaPage } from '#modules/areas/contract.ts';
import { useMay, useSession } from '#modules/identity/web/parts/session.ts';
import { api } from '#web/api.ts';
import { today, usePlace } from '#web/place.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { MonthField } from '#web/ui/DateField.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { Page, Section } from '#web/ui/Page.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import { showDate } from '#kernel/plain-date.ts';
import { Month, type Ledger } from '../contract.ledger.ts';
import { lastDay } from '../rules.ledger.ts';
import { showInstant } from './file.ts';
import styles from './Ledger.module.css';
import { LedgerBook, LedgerIndex } from './LedgerBook.tsx';
import { areaQuery, closeLedger, ledgerQuery, unitsQuery } from './queries.ts';

/** The book of the village in view; where the area is larger, the way to its villages. */
export function LedgerPage() {
  const { area: ref } = usePlace();
  const { data: area, error, refetch } = useQuery(areaQuery(ref, today()));
  if (error) {
    return (
      <Page>
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      </Page>
    );
  }
  if (area === undefined) return <PageSkeleton />;
  return area.level === 'village' ? <Book area={area} /> : <Villages area={area} />;
}

function Villages({ area }: { area: AreaPage }) {
  const { t } = useTranslation('households');
  const isCommune = area.level === 'commune';
  const { data: villages } = useQuery({ ...unitsQuery(area.id, today()), enabled: isCommune });
  return (
    <Page>
      <PageHeader title={t('ledger.screen')} place={area.name} />
      {!isCommune || villages?.length === 0 ? (
        <EmptyState icon={IconNotebook} title={t('ledger.chooseTitle')}>
          {t(isCommune ? 'ledger.chooseNone' : 'ledger.chooseCommune')}
        </EmptyState>
      ) : (
        <Section title={t('ledger.chooseTitle')} note={t('ledger.choose')}>
          <ul className={styles.villages}>
            {villages?.map(({ id, name }) => (
              <li key={id}>
                <Link to="/ledger" search={(before) => ({ ...before, area: id })}>
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}

/** The month before the running one. */
function monthBefore(): Month {
  const [year, month] = today().split('-').map(Number) as [number, number];
  return Month.parse(month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`);
}

function Book({ area }: { area: AreaPage }) {
  const { t } = useTranslation('households');
  const { demonstration } = useSession();
  const search = useSearch({ from: '/shell/ledger' });
  const navigate = useNavigate({ from: '/ledger' });
  const month = search.month ?? monthBefore();
  const { data: book, error, refetch } = useQuery(ledgerQuery(area.id, month));
  const set = (to: string): void => {
    const read = Month.safeParse(to);
    if (read.success) void navigate({ search: (before) => ({ ...before, month: read.data }) });
  };
  return (
    <Page>
      <div className="no-print">
        <PageHeader
          title={t('ledger.title', { village: area.name })}
          place={area.within.at(-1)?.name}
          simulated={demonstration}
          actions={
            book && book.lines.length > 0 ? (
              <Button variant="default" leftSection={<IconPrinter size={17} stroke={1.7} aria-hidden />} onClick={() => window.print()}>
                {t('ledger.print')}
              </Button>
            ) : undefined
          }
        />
      </div>
      <div className={`${styles.bar} no-print`}>
        <MonthField label={t('ledger.month')} max={today().slice(0, 7)} value={month} onChange={set} />
        {book && <Closing book={book} />}
      </div>
      {error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : book === undefined ? <PageSkeleton /> : <Contents book={book} />}
    </Page>
  );
}

function Contents({ book }: { book: Ledger }) {
  const { t } = useTranslation('households');
  if (book.lines.length === 0) {
    return (
      <EmptyState icon={IconNotebook} title={t('ledger.empty')}>
        {t('ledger.emptyDo')}
      </EmptyState>
    );
  }
  return (
    <>
      <div className="no-print">
        {book.amendments.length > 0 && <Amendments book={book} />}
        <Section title={t('ledger.index')} note={<Count book={book} />}>
          <LedgerIndex lines={book.lines} />
        </Section>
      </div>
      <LedgerBook book={book} />
    </>
  );
}

function Count({ book: { lines, asOf } }: { book: Ledger }) {
  const { t } = useTranslation('households');
  const persons = lines.reduce((sum, { members }) => sum + members.length, 0);
  return `${t('ledger.count', { n: lines.length, persons })}. ${t('ledger.asOf', { day: showDate(asOf) })}`;
}

/** Whether the month is closed, by whom and with what; else the way to close it. */
function Closing({ book: { closed, month, village, lines } }: { book: Ledger }) {
  const { t } = useTranslation('households');
  const may = useMay();
  const queries = useQueryClient();
  const shown = month.split('-').reverse().join('/');
  const close = useMutation({
    mutationFn: () => closeLedger({ village: village.id, month }),
    onSuccess: async ({ lines: kept }) => {
      notifications.show({ message: t('ledger.done', { month: shown, n: kept.length }) });
      await queries.invalidateQueries({ queryKey: api.households.key() });
    },
  });
  if (closed) {
    return (
      <div className={styles.closed} data-broken={!closed.intact || undefined}>
        <IconLock size={17} stroke={1.7} aria-hidden />
        <p>
          <strong>{t('ledger.closed', { who: closed.by ?? t('history.system'), when: showInstant(closed.at) })}</strong>. {t('ledger.closedCount', closed)}.
          <br />
          <span className={styles.quiet}>
            {t('ledger.fingerprint', { print: closed.fingerprint.slice(0, 16) })}: {t(closed.intact ? 'ledger.intact' : 'ledger.broken')}
          </span>
        </p>
      </div>
    );
  }
  const isOver = lastDay(month) <= today();
  return (
    <div className={styles.closing}>
      <p className={styles.quiet}>{isOver ? t('ledger.open') : t('ledger.notOver')}</p>
      {may('ledger.close') && isOver && lines.length > 0 && (
        <Tooltip label={t('ledger.closeWhy')} multiline maw={320}>
          <Button leftSection={<IconLock size={16} stroke={1.7} aria-hidden />} loading={close.isPending} onClick={() => close.mutate()}>
            {t('ledger.close', { month: shown })}
          </Button>
        </Tooltip>
      )}
      {close.isError && <ErrorNotice error={close.error} />}
    </div>
  );
}

function Amendments({ book: { amendments } }: { book: Ledger }) {
  const { t } = useTranslation('households');
  return (
    <div className={styles.amendments}>
      <Section title={t('ledger.amendments')} note={t('ledger.amendmentsNote')}>
        <ul className={styles.villages}>
          {amendments.map(({ household, number, head, kind }) => (
            <li key={`${household} ${kind}`}>
              <Link to="/households/$id" params={{ id: household }}>
                {head}
              </Link>
              {number !== null && ` (${t('ledger.pageOf', { number })})`}: {t(`ledger.amendment.${kind}`)}
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
