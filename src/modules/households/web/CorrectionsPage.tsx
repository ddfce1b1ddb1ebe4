import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconChecks } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showDate } from '#kernel/plain-date.ts';
import { useMay, useSession } from '#modules/identity/web/parts/session.ts';
import { api } from '#web/api.ts';
import { usePlace } from '#web/place.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { Page, Section } from '#web/ui/Page.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import type { Correction } from '../contract.corrections.ts';
import { showInstant, showValue } from './file.ts';
import styles from './Corrections.module.css';
import { OpenAbsences } from './OpenAbsences.tsx';
import { areaQuery, correctionsQuery, decideCorrection, waitingQuery } from './queries.ts';

/** What waits for somebody: corrections that another person must decide, households that were sent away and must be placed, households that a list did not name. */
export function CorrectionsPage() {
  const { t } = useTranslation('households');
  const may = useMay();
  const { demonstration } = useSession();
  const { area: ref, day } = usePlace();
  const { data: area } = useQuery(areaQuery(ref, day));
  const { data, error, refetch } = useQuery(correctionsQuery(ref));
  if (error) {
    return (
      <Page>
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      </Page>
    );
  }
  if (data === undefined) return <PageSkeleton />;
  return (
    <Page>
      <PageHeader title={t('corrections.screen')} place={area?.name} simulated={demonstration} />
      <Section title={t('corrections.title')} note={data.length > 0 && t('corrections.note', { n: data.length })}>
        {data.length === 0 ? (
          <EmptyState icon={IconChecks} title={t('corrections.none')}>
            {t('corrections.noneDo')}
          </EmptyState>
        ) : (
          <ul className={styles.list}>
            {data.map((correction) => (
              <Request key={correction.id} correction={correction} />
            ))}
          </ul>
        )}
      </Section>
      {may('household.write') && <Waiting />}
      {may('household.write') && <OpenAbsences />}
    </Page>
  );
}

function Request({ correction }: { correction: Correction }) {
  const { t } = useTranslation('households');
  const may = useMay();
  const queries = useQueryClient();
  const [note, setNote] = useState('');
  const { id, household, head, village, name, field, reason, paper, askedBy, askedAt, own } = correction;
  const decide = useMutation({
    mutationFn: (accept: boolean) => decideCorrection({ id, accept, note: note.trim() || null }),
    onSuccess: async (_, accept) => {
      notifications.show({ message: t(accept ? 'corrections.acceptedDone' : 'corrections.refusedDone', { name }) });
      await queries.invalidateQueries({ queryKey: api.households.key() });
    },
  });
  return (
    <li className={styles.request}>
      <div className={styles.words}>
        <p className={styles.what}>
          <strong>{name}</strong>
          <span>{t(`corrections.field.${field}`)}</span>
        </p>
        <p className={styles.values}>
          <del>{showValue(field, correction.old, t)}</del>
          <span aria-hidden>→</span>
          <ins>{showValue(field, correction.new, t)}</ins>
        </p>
        <p className={styles.quiet}>
          {t('events.basis', { basis: [paper, reason].filter(Boolean).join('; ') })} · {t('corrections.asked', { who: askedBy ?? t('history.system'), when: showInstant(askedAt) })} ·{' '}
          <Link to="/households/$id" params={{ id: household }}>
            {t('acts.householdOf', { head })}
          </Link>
          , {village.name}
        </p>
        {decide.isError && <ErrorNotice error={decide.error} />}
      </div>
      {may('household.confirm') &&
        (own ? (
          <p className={styles.own}>{t('corrections.own')}</p>
        ) : (
          <div className={styles.decide}>
            <TextInput aria-label={t('corrections.decisionNote', { name })} placeholder={t('corrections.notePlaceholder')} maxLength={500} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
            <Button loading={decide.isPending && decide.variables} disabled={decide.isPending} onClick={() => decide.mutate(true)}>
              {t('corrections.accept')}
            </Button>
            <Button variant="default" loading={decide.isPending && !decide.variables} disabled={decide.isPending} onClick={() => decide.mutate(false)}>
              {t('corrections.refuse')}
            </Button>
          </div>
        ))}
    </li>
  );
}

/** Households that left their commune and live nowhere in the register until somebody above both places says where. */
function Waiting() {
  const { t } = useTranslation('households');
  const { area } = usePlace();
  const { data = [] } = useQuery(waitingQuery(area));
  if (data.length === 0) return null;
  return (
    <Section title={t('waiting.title')} note={t('waiting.note', { n: data.length })}>
      <ul className={styles.list}>
        {data.map(({ id, head, size, from, to, day }) => (
          <li key={id} className={styles.request}>
            <div className={styles.words}>
              <p className={styles.what}>
                <Link to="/households/$id" params={{ id }}>
                  {head}
                </Link>
                <span>{t('size', { n: size })}</span>
              </p>
              <p className={styles.quiet}>{t('waiting.way', { from: from.name, to, day: showDate(day) })}</p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
