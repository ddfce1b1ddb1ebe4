import { Button, SegmentedControl } from '@mantine/core';
import { IconArrowLeft, IconTable } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch, type LinkProps } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FollowedClass } from '#modules/households/contract.changes.ts';
import { useMay, useSession } from '#modules/identity/web/parts/session.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { usePlace } from '#web/place.ts';
import { usePeriodName } from '#web/shell/PeriodChooser.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { Page, Section } from '#web/ui/Page.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import type { Explanation } from '../contract.ts';
import { reasonText } from '../rules.reasons.ts';
import styles from './ChangesPage.module.css';
import { explainQuery } from './queries.ts';
import type { Shown } from './steps.ts';
import { StepTable } from './StepTable.tsx';
import { Waterfall } from './Waterfall.tsx';

/** The official table of changes of each class. */
const tableOf = { poor: '1.2', near_poor: '1.3' } as const satisfies Record<FollowedClass, string>;

const tableLink = (of: FollowedClass) => ({ to: '/reports/$form', params: { form: tableOf[of] } }) as LinkProps;

/** Why the poor or near-poor of an area are more or fewer than on the list before: each part of it, and the households of each. */
export function ChangesPage() {
  const { t } = useTranslation('measures');
  const { area, period, map } = usePlace();
  const { class: of = 'poor' } = useSearch({ from: '/shell/changes' });
  const periodName = usePeriodName();
  const { demonstration } = useSession();
  const { data: told, error, refetch } = useQuery(explainQuery(area, period, map, of));
  if (error) {
    return (
      <Page>
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      </Page>
    );
  }
  if (told === undefined) return <PageSkeleton />;
  return (
    <Page>
      <PageHeader
        title={t('changes.title')}
        place={told.area.name}
        period={told.since === null ? periodName(period) : t('changes.between', { since: periodName(told.since).toLowerCase(), period: periodName(period).toLowerCase() })}
        simulated={demonstration}
        actions={<Ways of={of} />}
      />
      <Told told={told} />
    </Page>
  );
}

/** Back to the overview, and on to the official table. */
function Ways({ of }: { of: FollowedClass }) {
  const { t } = useTranslation('measures');
  const may = useMay();
  return (
    <>
      <Button renderRoot={(props) => <Link {...props} to="/" />} variant="default" leftSection={<IconArrowLeft size={16} aria-hidden />}>
        {t('screen')}
      </Button>
      {may('report.read') && (
        <Button renderRoot={(props) => <Link {...props} {...tableLink(of)} />} variant="default" leftSection={<IconTable size={16} aria-hidden />}>
          {t('changes.tables', { form: tableOf[of] })}
        </Button>
      )}
    </>
  );
}

function Told({ told }: { told: Explanation }) {
  const { t } = useTranslation('measures');
  const { say } = useLanguage();
  const navigate = useNavigate({ from: '/changes' });
  const [wish, setWish] = useState<Shown>('value');
  const hasRate = told.steps[0]?.points != null;
  const shown = hasRate ? wish : 'value';
  const isOtherStandard = told.standards.before.length > 0 && told.standards.before.join() !== told.standards.now.join();
  return (
    <Section
      title={t(`changes.${told.class}`)}
      actions={
        <div className={styles.choices}>
          {hasRate && (
            <SegmentedControl
              size="xs"
              aria-label={t('changes.shown')}
              value={shown}
              onChange={(next) => setWish(next as Shown)}
              data={[{ value: 'value', label: t('changes.households') }, { value: 'points', label: t('changes.rate') }]}
            />
          )}
          <SegmentedControl
            size="xs"
            aria-label={t('changes.class')}
            value={told.class}
            onChange={(next) => void navigate({ search: (before) => ({ ...before, class: FollowedClass.parse(next) }), replace: true })}
            data={FollowedClass.options.map((value) => ({ value, label: t(`changes.${value}`) }))}
          />
        </div>
      }
    >
      {told.steps.length === 0 ? (
        <EmptyState title={t('changes.none')}>
          {told.reason && `${say(reasonText(told.reason))} `}
          {t('changes.noneDo')}
        </EmptyState>
      ) : (
        <div className={styles.two}>
          <Waterfall told={told} shown={shown} />
          <div>
            <StepTable told={told} />
            <p className={styles.quiet}>{t('changes.other')}</p>
            {told.rateReason && <p className={styles.quiet}>{t('changes.noRate')}</p>}
            {isOtherStandard && <p className={styles.quiet}>{t('changes.standards')}</p>}
          </div>
        </div>
      )}
    </Section>
  );
}
