import { Button } from '@mantine/core';
import { IconAlertTriangleFilled, IconInfoCircle } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { showDate, type PlainDate } from '#kernel/plain-date.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { today } from '#web/place.ts';
import { DateField } from '#web/ui/DateField.tsx';
import { Mark } from '#web/ui/Mark.tsx';
import type { HouseholdFile } from '../contract.ts';
import styles from './Household.module.css';
import { showPeriod } from './file.ts';

/** What one must know before reading on: how the household stands, a recent split, the day in view; and the way to another day. */
export function Notices({ file, on }: { file: HouseholdFile; on: PlainDate | undefined }) {
  const { t } = useTranslation('households');
  const { say } = useLanguage();
  const { standing, recentSplit, mergedInto } = file;
  return (
    <>
      <OnDay on={on} />
      {mergedInto && (
        <div className={styles.told} role="note">
          <IconInfoCircle size={18} stroke={1.7} aria-hidden />
          <div>
            <strong>{t('duplicates.mergedInto', { head: mergedInto.head })}</strong>
            <p>
              <Link to="/households/$id" params={{ id: mergedInto.id }}>
                {t('duplicates.toSurvivor', { head: mergedInto.head })}
              </Link>
            </p>
          </div>
        </div>
      )}
      {standing !== 'present' && !mergedInto && (
        <div className={styles.told} role="note">
          <IconInfoCircle size={18} stroke={1.7} aria-hidden />
          <div>
            <strong>{t(`standing.${standing}`)}</strong>
            <p>{t(`standingDo.${standing}`)}</p>
          </div>
        </div>
      )}
      {recentSplit && (
        <div className={styles.warning} role="note">
          <IconAlertTriangleFilled size={18} aria-hidden />
          <div>
            <strong>{t('recentSplit.title')}</strong> <Mark certainty="unverified" />
            <p>
              {t(recentSplit.period === null ? 'recentSplit.textNoClass' : 'recentSplit.text', { day: showDate(recentSplit.day), days: recentSplit.days, period: recentSplit.period === null ? '' : showPeriod(recentSplit.period) })}{' '}
              {say(recentSplit.note)}
            </p>
          </div>
        </div>
      )}
    </>
  );
}

/** Any day on which the household can be looked at; it stands in the address. */
function OnDay({ on }: { on: PlainDate | undefined }) {
  const { t } = useTranslation('households');
  const navigate = useNavigate({ from: '/households/$id' });
  const set = (day: PlainDate | null): void => void navigate({ search: (before) => ({ ...before, on: day ?? undefined }), replace: true });
  return (
    <div className={`${styles.on} no-print`}>
      <DateField label={t('on.label')} max={today()} value={on ?? null} onChange={set} />
      {on !== undefined && (
        <>
          <p className={styles.quiet} role="status">
            {t('on.shown', { day: showDate(on) })}
          </p>
          <Button variant="default" onClick={() => set(null)}>
            {t('on.back')}
          </Button>
        </>
      )}
    </div>
  );
}
