import { Button } from '@mantine/core';
import { IconArrowLeft, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { showDate } from '#kernel/plain-date.ts';
import { useSession } from '#modules/identity/web/parts/session.ts';
import { today } from '#web/place.ts';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { Page } from '#web/ui/Page.tsx';
import { SimulatedBadge } from '#web/ui/SimulatedBadge.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import type { HouseholdFile } from '../contract.ts';
import { causesOfDeprivation, causesOfPoverty, isTold } from '../rules.causes.ts';
import { Causes } from './Causes.tsx';
import { headOfFile, officialRecords, showPeriod } from './file.ts';
import { useDegrees } from './House.tsx';
import styles from './Ledger.module.css';
import { PersonTable } from './PersonTable.tsx';
import { householdQuery } from './queries.ts';
import { toldEvents, useEventWords } from './use-event-words.ts';

/** The page of a household in the ledger, as it is printed on A4: who, its classes over the years, what happened, who signs. */
export function LeafPage() {
  const { t } = useTranslation('households');
  const { id } = useParams({ from: '/shell/households/$id/leaf' });
  const { data: file, error, refetch } = useQuery(householdQuery(id));
  if (error) {
    return (
      <Page>
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      </Page>
    );
  }
  if (file === undefined) return <PageSkeleton />;
  return (
    <Page>
      <div className={`${styles.bar} no-print`}>
        <Button variant="default" leftSection={<IconArrowLeft size={16} aria-hidden />} renderRoot={(props) => <Link {...props} to="/households/$id" params={{ id }} />}>
          {t('leaf.back')}
        </Button>
        <Button leftSection={<IconPrinter size={17} stroke={1.7} aria-hidden />} onClick={() => window.print()}>
          {t('leaf.print')}
        </Button>
      </div>
      <Leaf file={file} />
    </Page>
  );
}

function Leaf({ file }: { file: HouseholdFile }) {
  const { t } = useTranslation('households');
  const { demonstration } = useSession();
  const showDegrees = useDegrees();
  const present = file.members.filter(({ to }) => to === null);
  const [place] = file.house.places;
  const facts: [string, string][] = [
    [t('leaf.head'), headOfFile(file)],
    [t('leaf.number'), file.number ?? '–'],
    [t('leaf.village'), file.village.name],
    [t('leaf.commune'), file.within.toReversed().filter(({ level }) => level !== 'country').map(({ name }) => name).join(', ')],
    ...(place ? [[t('leaf.place'), `${showDegrees(place)} (${showDate(place.day)})`] as [string, string]] : []),
  ];
  return (
    <article className={styles.sheet}>
      <header className={styles.leafHead}>
        <p>{t('leaf.page')}</p>
        <h1>{t('leaf.title')}</h1>
        {demonstration && <SimulatedBadge long />}
      </header>
      <dl className={styles.who}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h2>{t('members.title')}</h2>
      <Wide label={t('members.title')}>
        <PersonTable members={present} />
      </Wide>
      <h2>{t('leaf.classes')}</h2>
      <Wide label={t('leaf.classes')}>
        <Classes file={file} />
      </Wide>
      <h2>{t('leaf.events')}</h2>
      <Wide label={t('leaf.events')}>
        <Events file={file} />
      </Wide>
      <h2>{t('notInSystem.title')}</h2>
      <p className={styles.byHand}>{t('notInSystem.byHand')}</p>
      <table className={styles.blank}>
        <tbody>
          {(['needs', 'received', 'plan', 'objections'] as const).map((what) => (
            <tr key={what}>
              <th scope="row">{t(`notInSystem.${what}`)}</th>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.printed}>{t('leaf.printed', { day: showDate(today()) })}</p>
      <div className={styles.signs}>
        {[t('leaf.signHead'), t('leaf.signOfficer')].map((who) => (
          <p key={who}>
            <strong>{who}</strong>
            <br />
            {t('leaf.sign')}
          </p>
        ))}
      </div>
    </article>
  );
}

/** A table that is wider than a phone is moved sideways in its own frame. */
function Wide({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.wide} role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}

function Classes({ file }: { file: HouseholdFile }) {
  const { t } = useTranslation('households');
  const { t: shell } = useTranslation();
  const records = officialRecords(file).toReversed();
  if (records.length === 0) return <p>{t('leaf.noClasses')}</p>;
  return (
    <table>
      <thead>
        <tr>
          {[t('leaf.period'), t('column.class'), t('column.deprived'), t('leaf.scores'), t('facts.causes'), t('column.decision')].map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {records.map((record) => {
          const deprived = Object.entries(record.result.deprivations).flatMap(([code, answer]) => (answer === 'yes' ? [code] : []));
          return (
            <tr key={record.period}>
              <td>{showPeriod(record.period)}</td>
              <td>{shell(`class.${record.class}`)}</td>
              <td>
                {deprived.filter((code) => !isTold(causesOfDeprivation(record, code))).join(', ') || (record.deprivationCauses.length === 0 && t('leaf.none'))}
                {record.deprivationCauses.map(({ indicator, ...seen }) => (
                  <div key={indicator}>
                    {indicator}:
                    <Causes of={seen} none="" />
                  </div>
                ))}
              </td>
              <td>
                {record.result.b1 ?? '–'} / {record.result.b2 ?? '–'}
              </td>
              <td>
                <Causes of={causesOfPoverty(record)} none="–" />
              </td>
              <td>{record.decision?.number ?? '–'}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Events({ file }: { file: HouseholdFile }) {
  const { t } = useTranslation('households');
  const say = useEventWords();
  const events = toldEvents(file.events).filter(({ undone, kind }) => !undone && kind !== 'undone').toReversed();
  if (events.length === 0) return <p>{t('leaf.noEvents')}</p>;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('leaf.day')}</th>
          <th scope="col">{t('leaf.what')}</th>
          <th scope="col">{t('leaf.basis')}</th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={event.id}>
            <td>{showDate(event.day)}</td>
            <td>
              {say(event)}
              {event.otherHousehold?.head && `: ${t('acts.householdOf', { head: event.otherHousehold.head })}`}
            </td>
            <td>{[event.paper, event.reason].filter(Boolean).join('; ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
