import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { showDate } from '#kernel/plain-date.ts';
import { useSession } from '#modules/identity/web/parts/session.ts';
import { WayOn } from '#modules/measures/web/parts/WayOn.tsx';
import type { HouseholdClass } from '#modules/standards/contract.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { usePlace } from '#web/place.ts';
import { readError } from '#web/problem.ts';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { Page } from '#web/ui/Page.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import type { Changes, Cost } from '../contract.ts';
import { Affected } from './Affected.tsx';
import { Effect } from './Effect.tsx';
import { Preparing } from './Preparing.tsx';
import { readingQuery, standardQuery, whatIfQuery } from './queries.ts';
import { RulesForm } from './RulesForm.tsx';
import { Scenarios } from './Scenarios.tsx';
import { inAddress, WhatIfSearch } from './search.ts';
import styles from './WhatIf.module.css';

const from = '/shell/what-if';

/** Other rules tried over the register of the area in view: the rules on one side, what they would do on the other, and the names. */
export function WhatIfPage() {
  const { t } = useTranslation('analysis');
  const { language, say } = useLanguage();
  const { demonstration, permissions } = useSession();
  const isPhone = useMediaQuery('(max-width: 900px)');
  const navigate = useNavigate();
  const { area, period, map } = usePlace();
  const search = WhatIfSearch.parse(useSearch({ from }));
  const changes = search.changes ?? {};
  const cost = search.cost ?? null;
  const wish = { area, period, map, changes };
  const mayRead = permissions.includes('household.read');
  const { data: reading, error: unread, refetch: readAgain } = useQuery(readingQuery(wish));
  const isReady = reading?.isReady === true;
  const { data: found, error: untried, refetch: tryAgain, isPlaceholderData } = useQuery({ ...whatIfQuery(wish, cost), enabled: isReady });
  const error = unread ?? untried;
  // What stood there before an area was refused is of another one.
  const result = unread ? undefined : found;
  const { data: base } = useQuery({ ...standardQuery(result?.standard ?? ''), enabled: result !== undefined });
  const { data: tried } = useQuery({ ...standardQuery(changes.standard ?? result?.standard ?? ''), enabled: result !== undefined });

  const go = (next: object): void => void navigate({ to: '.', search: (before) => ({ ...before, ...next }), replace: true } as Parameters<typeof navigate>[0]);
  const tryRules = (next: Changes): void => go({ changes: inAddress(next), was: undefined, becomes: undefined });
  const pay = (next: Cost | null): void => go({ cost: inAddress(next) });
  const openMove = (move: { from: HouseholdClass; to: HouseholdClass } | null): void => go({ was: move?.from, becomes: move?.to });

  const isWaiting = reading !== undefined && !isReady;
  if (result === undefined && !error && !isWaiting) return <PageSkeleton />;
  const isRefused = error !== null && readError(error, language).kind === 'problem';
  return (
    <Page>
      <PageHeader title={t('title')} simulated={demonstration}>
        {result && <span>{result.area.name}</span>}
        {result && <span>{showDate(result.asOf)}</span>}
        {base && <span>{say(base.standard.name)}</span>}
      </PageHeader>
      <p className={styles.note}>{t('lead')}</p>
      {error && <ErrorNotice error={error} {...(isRefused ? {} : { onRetry: () => void (unread ? readAgain() : tryAgain()) })} />}
      {isWaiting && !error && <Preparing reading={reading} />}
      {result && tried && (
        <div className={styles.two}>
          <details className={styles.fold} open={!isPhone}>
            <summary>{t('rules.title')}</summary>
            <RulesForm standard={tried.standard} own={result.standard} changes={changes} cost={cost} onChanges={tryRules} onCost={pay} />
          </details>
          <div className={styles.result} data-fetching={isPlaceholderData || undefined} aria-busy={isPlaceholderData}>
            {result.households === 0 && <WayOn area={result.area} period={period} why="notDone" />}
            <Effect
              result={result}
              onOpen={mayRead ? openMove : undefined}
              names={
                mayRead &&
                search.was &&
                search.becomes && <Affected key={`${search.was} ${search.becomes} ${inAddress(changes)}`} wish={wish} move={{ from: search.was, to: search.becomes }} onClose={() => openMove(null)} />
              }
            />
            <Scenarios wish={wish} cost={cost} />
          </div>
        </div>
      )}
    </Page>
  );
}
