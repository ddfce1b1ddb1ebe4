import { Button, SegmentedControl, useMatches } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowLeft } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#modules/identity/web/parts/session.ts';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { Facts } from '#web/ui/Facts.tsx';
import { Page, Section } from '#web/ui/Page.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import type { ComparedHousehold, ComparedPair } from '../contract.matching.ts';
import styles from './Duplicates.module.css';
import { choiceOf, startOf, type Picks } from './merge-choice.ts';
import { PairClasses, PairFields, PairMembers } from './PairTables.tsx';
import { keepApart, mergeHouseholds, pairQuery } from './queries.ts';

/** Two households side by side: who is whom and why, what to keep of each; then one, or two for good. */
export function DuplicatePairPage() {
  const { one, other } = useParams({ from: '/shell/duplicates/$one/$other' });
  const { data: pair, error, refetch } = useQuery(pairQuery(one, other));
  if (error) {
    return (
      <Page>
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      </Page>
    );
  }
  return pair ? <Pair key={`${one} ${other}`} pair={pair} /> : <PageSkeleton />;
}

const headOf = ({ members }: ComparedHousehold): string => (members.find(({ head }) => head) ?? members[0])?.name ?? '–';

function Pair({ pair }: { pair: ComparedPair }) {
  const { t } = useTranslation('households');
  const { demonstration } = useSession();
  const [picks, setPicks] = useState<Picks>(() => startOf(pair));
  const orientation = useMatches({ base: 'vertical', sm: 'horizontal' } as const);
  const change = (to: Partial<Picks>): void => setPicks((before) => ({ ...before, ...to }));
  return (
    <Page>
      <div>
        <Link to="/duplicates" search={true} className={`${styles.back} no-print`}>
          <IconArrowLeft size={15} stroke={1.8} aria-hidden />
          {t('duplicates.back')}
        </Link>
        <PageHeader title={t('duplicates.title')} simulated={demonstration}>
          <span className={styles.chance}>{t('duplicates.chance', { n: Math.floor(pair.score * 100) })}</span>
          <span>
            {headOf(pair.one)} / {headOf(pair.other)}
          </span>
        </PageHeader>
      </div>
      {pair.state === 'merged' ? (
        <p role="note">
          {t('duplicates.isMerged')}{' '}
          <Link to="/duplicates" search={(before) => ({ ...before, pairs: 'merged' })}>
            {t('duplicates.tab.merged')}
          </Link>
        </p>
      ) : (
        <>
          <Section title={t('duplicates.keep')} note={t('duplicates.keepWhy')}>
            <div className={styles.keep}>
              <SegmentedControl
                aria-label={t('duplicates.keep')}
                orientation={orientation}
                value={picks.keep}
                onChange={(side) => setPicks({ ...startOf(pair), keep: side as Picks['keep'], number: side as Picks['keep'], village: side as Picks['keep'] })}
                data={(['one', 'other'] as const).map((side) => ({ value: side, label: `${t(side === 'one' ? 'duplicates.sideOne' : 'duplicates.sideOther')}: ${headOf(pair[side])}` }))}
              />
            </div>
          </Section>
          <PairFields pair={pair} picks={picks} change={change} />
          <PairMembers pair={pair} picks={picks} change={change} />
          <PairClasses pair={pair} picks={picks} change={change} />
          <Acts pair={pair} picks={picks} />
        </>
      )}
    </Page>
  );
}

function Acts({ pair, picks }: { pair: ComparedPair; picks: Picks }) {
  const { t } = useTranslation('households');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const finish = (message: string) => async (): Promise<void> => {
    await queries.invalidateQueries({ refetchType: 'none' });
    notifications.show({ message });
    await navigate({ to: '/duplicates', search: true });
  };
  const merge = useMutation({ mutationFn: () => mergeHouseholds(choiceOf(pair, picks)), onSuccess: finish(t('duplicates.done')) });
  const apart = useMutation({ mutationFn: () => keepApart(pair.one.id, pair.other.id), onSuccess: finish(t('duplicates.noted')) });
  const error = merge.error ?? apart.error;
  return (
    <div>
      <div className={styles.act}>
        <Button loading={merge.isPending} onClick={() => merge.mutate()}>
          {t('duplicates.one')}
        </Button>
        <Button variant="default" loading={apart.isPending} onClick={() => apart.mutate()}>
          {t('duplicates.apart')}
        </Button>
        <Facts>
          {(['one', 'other'] as const).map((side) => (
            <Link key={side} to="/households/$id" params={{ id: pair[side].id }}>
              {t('duplicates.toSurvivor', { head: headOf(pair[side]) })}
            </Link>
          ))}
        </Facts>
      </div>
      {error && <ErrorNotice error={error} />}
    </div>
  );
}
