import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { showDate } from '#kernel/plain-date.ts';
import { useSession } from '#modules/identity/web/parts/session.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { usePlace } from '#web/place.ts';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { Page } from '#web/ui/Page.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import type { Figures, MeasureId } from '../contract.ts';
import { Balances } from './Balances.tsx';
import { Compare } from './Compare.tsx';
import { Deprivations } from './Deprivations.tsx';
import { KeyFigures } from './KeyFigures.tsx';
import styles from './OverviewPage.module.css';
import { WayOn } from './parts/WayOn.tsx';
import { overviewQuery, standardQuery } from './queries.ts';
import { Rounds } from './Rounds.tsx';
import { Units, Villages } from './Units.tsx';
import { Years } from './Years.tsx';

/** Where an area stands in a period: its figures, how they changed, where they are worst, what households lack, and whether it adds up. */
export function OverviewPage() {
  const { area, period, map } = usePlace();
  const { data: figures, error, refetch } = useQuery(overviewQuery(area, period, map));
  if (error) {
    return (
      <Page>
        <ErrorNotice error={error} onRetry={() => void refetch()} />
        <OwnArea />
      </Page>
    );
  }
  if (figures === undefined) return <PageSkeleton />;
  const poor = figures.total.figures['households.poor' as MeasureId]!;
  // Villages have no boundaries: their table stands beside the rest.
  const isMapped = figures.rows.some(({ area: { level } }) => level !== 'village');
  return (
    <Page>
      <Head figures={figures} />
      {poor.value === null && <WayOn area={figures.total.area} period={figures.period} why={poor.reason?.code === 'partly' ? 'partly' : figures.standards.length > 0 ? 'notDone' : 'noRound'} />}
      <KeyFigures figures={figures} />
      {isMapped && <Units figures={figures} />}
      {figures.mapDate !== figures.asOf && <Compare figures={figures} />}
      <div className={styles.two}>
        <div className={styles.stack}>
          {!isMapped && figures.rows.length > 0 && <Villages figures={figures} />}
          {isMapped && <Deprivations figures={figures} />}
          <Balances />
        </div>
        <div className={styles.stack}>
          {!isMapped && <Deprivations figures={figures} />}
          <Years />
          <Rounds of={figures.total.area} />
        </div>
      </div>
    </Page>
  );
}

function Head({ figures }: { figures: Figures }) {
  const { t } = useTranslation('measures');
  const { say } = useLanguage();
  const { demonstration } = useSession();
  const [id] = figures.standards;
  const { data: standard } = useQuery({ ...standardQuery(id ?? ''), enabled: id !== undefined });
  return (
    <PageHeader title={figures.total.area.name} simulated={demonstration}>
      <span>{t('asOf', { day: showDate(figures.asOf) })}</span>
      {standard && <span>{say(standard.standard.name)}</span>}
      {figures.mapDate !== figures.asOf && <span>{t('onMap', { day: showDate(figures.mapDate) })}</span>}
      {figures.overlay && <span>{t(figures.overlay.epoch === 'census_2009' ? 'overlay.census' : 'overlay.ended', { day: showDate(figures.overlay.ended) })}</span>}
    </PageHeader>
  );
}

/** Back to where one’s post is, from an area that one may not see. */
function OwnArea() {
  const { t } = useTranslation('measures');
  const { post } = useSession();
  if (post === null) return null;
  return (
    <div>
      <Button renderRoot={(props) => <Link {...props} to="/" search={(before) => ({ ...before, area: post.area.id })} />} variant="default">
        {t('own')}
      </Button>
    </div>
  );
}
