import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '#kernel/ids.ts';
import { endOf } from '#kernel/period.ts';
import { useSession } from '#modules/identity/web/parts/session.ts';
import { api } from '#web/api.ts';
import { usePlace } from '#web/place.ts';
import { usePeriodName } from '#web/shell/PeriodChooser.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { TableSkeleton } from '#web/ui/Skeletons.tsx';
import type { FileDecision } from '../contract.parts.ts';
import type { Import, ImportCheck } from '../contract.ts';
import { Counts } from './Counts.tsx';
import { DropZone } from './DropZone.tsx';
import { Entries } from './Entries.tsx';
import { Figures } from './Figures.tsx';
import { ImportAbsences } from './ImportAbsences.tsx';
import { IssueList } from './IssueList.tsx';
import styles from './OneImport.module.css';
import { Mapping } from './Mapping.tsx';
import { wantsArranging } from './mapping.ts';
import { OldLetters } from './OldLetters.tsx';
import { Doubles, Matches } from './Matches.tsx';
import { areaQuery, importQuery, importsQuery, isRunning } from './queries.ts';
import { Recognised } from './Recognised.tsx';
import { Running } from './Running.tsx';
import { Undo } from './Undo.tsx';
import { useUpload } from './use-upload.ts';
import { Verdict } from './Verdict.tsx';
import { DecisionGiven } from './WholeDecision.tsx';

/** One import from its check to its end. It lives on the server: leaving the page or loading it anew changes nothing. */
export function OneImport({ id }: { id: Id }) {
  const { t } = useTranslation('interchange');
  const { data: one, error, refetch } = useQuery(importQuery(id));
  useFollow(one);
  if (one) return <Found one={one} />;
  return (
    <>
      <PageHeader title={t('screen')} />
      {error ? (
        <div className={styles.gone}>
          <ErrorNotice error={error} onRetry={() => void refetch()} />
          <AnotherFile />
        </div>
      ) : (
        <TableSkeleton />
      )}
    </>
  );
}

/** When an import moves on, the list of imports does too; once it is loaded or undone, every figure on other screens may have changed. */
function useFollow(one: Import | undefined): void {
  const queries = useQueryClient();
  const state = one?.state;
  useEffect(() => {
    if (state === undefined) return;
    void queries.invalidateQueries({ queryKey: importsQuery().queryKey });
    if (state === 'done' || state === 'undone') void queries.invalidateQueries({ predicate: ({ queryKey }) => !JSON.stringify(queryKey).startsWith(JSON.stringify(api.interchange.key()).slice(0, -1)), refetchType: 'none' });
  }, [queries, state]);
}

/** Back to choosing a file. */
export function AnotherFile() {
  const { t } = useTranslation('interchange');
  return (
    <Button variant="default" renderRoot={(props) => <Link {...props} to="/import" search={(before) => ({ ...before, import: undefined })} />}>
      {t('load.another')}
    </Button>
  );
}

function Found({ one }: { one: Import }) {
  const { t } = useTranslation('interchange');
  const { demonstration } = useSession();
  const periodName = usePeriodName();
  const upload = useUpload({ area: one.area.id, period: one.period, kind: one.kind, decision: decisionGiven(one) });
  return (
    <>
      <PageHeader title={t('screen')} simulated={demonstration} actions={!isRunning(one) && <AnotherFile />}>
        <span>{one.area.name}</span>
        <span>{periodName(one.period)}</span>
        <span>{t(`kind.${one.kind}`)}</span>
      </PageHeader>
      <OtherPlace one={one} />
      {isRunning(one) ? (
        <Running one={one} />
      ) : (
        <div className={styles.outcome}>
          <Verdict one={one} />
          {one.state === 'refused' && <DropZone upload={upload} compact title={t('drop.here')} hint={t('drop.againHow')} label={t('drop.again')} />}
          {(one.state === 'failed' || one.state === 'cancelled') && <DropZone upload={upload} compact title={t('drop.here')} label={t('drop.other')} />}
          {one.check?.decision && <DecisionGiven decision={one.check.decision} />}
          {one.check && (one.state === 'checked' || one.state === 'refused') && (one.kind === 'aggregate' || one.check.sheets.length > 0) && <Counts kind={one.kind} check={one.check} isRefused={one.state === 'refused'} />}
        </div>
      )}
      {one.state === 'done' && <Undo one={one} />}
      {one.check && !isRunning(one) && <Details one={one} check={one.check} />}
    </>
  );
}

/** What was given for the whole file goes with the next one that is chosen in its stead. */
function decisionGiven({ check }: Import): FileDecision | undefined {
  if (!check?.decision) return undefined;
  const { households, ...decision } = check.decision;
  return decision;
}

function Details({ one, check }: { one: Import; check: ImportCheck }) {
  const isOpen = one.state === 'checked' || one.state === 'refused';
  const isFirst = check.layouts.some((layout) => wantsArranging(layout, check));
  const mapping = isOpen && check.layouts.length > 0 && <Mapping one={one} check={check} />;
  return (
    <>
      {one.state === 'refused' && check.oldLetters && <OldLetters id={one.id} found={check.oldLetters} />}
      {isFirst && mapping}
      {check.issues.length > 0 && <IssueList one={one} issues={check.issues} counts={check.counts} />}
      {one.kind === 'commune' && one.state !== 'refused' && <ImportAbsences one={one} check={check} />}
      <Matches one={one} check={check} />
      <Doubles doubles={check.doubles} />
      {one.kind === 'commune' ? <Entries check={check} /> : <Figures check={check} />}
      {check.sheets.length > 0 && <Recognised sheets={check.sheets} />}
      {!isFirst && mapping}
    </>
  );
}

/** Said when the header names another place or time than that of the import. */
function OtherPlace({ one }: { one: Import }) {
  const { t } = useTranslation('interchange');
  const periodName = usePeriodName();
  const { area, period } = usePlace();
  const { data: inView } = useQuery(areaQuery(area, endOf(period)));
  if (period === one.period && (inView === undefined || inView.id === one.area.id)) return null;
  return (
    <p className={styles.other}>
      {t('place.other', { name: one.area.name, period: periodName(one.period).toLocaleLowerCase('vi') })}{' '}
      <Link to="/import" search={(before) => ({ ...before, area: one.area.id, period: one.period })}>
        {t('place.go')}
      </Link>
    </p>
  );
}
