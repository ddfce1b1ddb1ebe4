import { Button } from '@mantine/core';
import { IconAlertCircle, IconArrowBackUp, IconCircleCheck, IconDatabaseImport, IconUsers } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { showNumber } from '#kernel/show.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { Facts } from '#web/ui/Facts.tsx';
import type { Import } from '../contract.ts';
import { DoneCounts } from './Counts.tsx';
import { keptFigures } from './figures.ts';
import { importQuery, loadImport } from './queries.ts';
import { showTime } from './RecentImports.tsx';
import styles from './Verdict.module.css';

/** The answer first: can be loaded, cannot, or is loaded; and the one thing to do next. */
export function Verdict({ one }: { one: Import }) {
  const { t } = useTranslation('interchange');
  const { say } = useLanguage();
  const isGood = one.state === 'checked' || one.state === 'done';
  const Icon = isGood ? IconCircleCheck : one.state === 'undone' ? IconArrowBackUp : IconAlertCircle;
  const isQuiet = one.state === 'undone' || one.state === 'cancelled';
  const deed = one.undone ?? one.loaded;
  return (
    <div className={styles.verdict} data-good={isGood || undefined} data-quiet={isQuiet || undefined} role="status">
      <Icon size={28} stroke={1.5} aria-hidden className={styles.icon} />
      <div className={styles.words}>
        <h2>
          <Title one={one} />
        </h2>
        {one.failure && <p>{say(one.failure)}</p>}
        {one.state === 'undone' && <p>{t(one.kind === 'commune' ? 'undo.asBefore' : 'undo.asBeforeFigures')}</p>}
        <Facts className={styles.facts}>
          <span>{t('verdict.file', { file: one.file })}</span>
          <span>{t('verdict.at', { time: showTime(deed?.at ?? one.startedAt) })}</span>
          {deed?.by && <span>{t('verdict.by', { name: deed.by })}</span>}
          {deed === null && <span>{t('verdict.nothingWritten')}</span>}
        </Facts>
        {one.state === 'done' && one.result && <DoneCounts result={one.result} kind={one.kind} />}
      </div>
      {one.state === 'checked' && <LoadButton one={one} />}
      {(one.state === 'done' || one.state === 'undone') && <WayOn one={one} />}
    </div>
  );
}

function Title({ one: { state, check, kind } }: { one: Import }) {
  const { t } = useTranslation('interchange');
  const { language } = useLanguage();
  const show = (value: number): string => showNumber(value, language);
  const warnings = check?.counts.warnings ?? 0;
  if (state === 'done') return t('verdict.done');
  if (state === 'undone') return t('verdict.undone');
  if (state === 'cancelled') return t('verdict.cancelled');
  if (state === 'failed') return t(check ? 'verdict.failedLoading' : 'verdict.failed');
  if (state === 'refused') {
    const errors = t('verdict.refused', { n: show(check?.counts.errors ?? 0) });
    return warnings > 0 ? `${errors} ${t('verdict.warnings', { n: show(warnings) })}` : errors;
  }
  const isIdle = kind === 'commune' && check?.added === 0 && check.changed === 0;
  return (
    <>
      {t(isIdle ? 'verdict.checkedNothing' : 'verdict.checked')}
      {warnings > 0 && <span className={styles.aside}>{t('verdict.warningsOnly', { n: show(warnings) })}</span>}
    </>
  );
}

function LoadButton({ one: { id, kind, check } }: { one: Import }) {
  const { t } = useTranslation('interchange');
  const { language } = useLanguage();
  const queries = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => loadImport(id),
    onSuccess: (loading) => queries.setQueryData(importQuery(id).queryKey, loading),
    onError: () => queries.invalidateQueries({ queryKey: importQuery(id).queryKey }),
  });
  if (check === null) return null;
  const n = kind === 'commune' ? check.added + check.changed + check.same : keptFigures(check);
  return (
    <div className={styles.action}>
      <Button size="md" leftSection={<IconDatabaseImport size={18} aria-hidden />} loading={isPending} onClick={() => mutate()}>
        {t(kind === 'commune' ? 'load.households' : 'load.figures', { n: showNumber(n, language) })}
      </Button>
      {error && <ErrorNotice error={error} />}
    </div>
  );
}

function WayOn({ one: { kind, area, period } }: { one: Import }) {
  const { t } = useTranslation('interchange');
  return (
    <div className={styles.action}>
      {kind === 'commune' ? (
        <Button leftSection={<IconUsers size={17} aria-hidden />} renderRoot={(props) => <Link {...props} to="/households" search={{ area: area.id, period }} />}>
          {t('load.toRegister', { name: area.name })}
        </Button>
      ) : (
        <Button renderRoot={(props) => <Link {...props} to="/" search={{ area: area.id, period }} />}>{t('load.toArea', { name: area.name })}</Button>
      )}
    </div>
  );
}
