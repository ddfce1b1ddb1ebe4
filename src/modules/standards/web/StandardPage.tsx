import { Button, NativeSelect } from '@mantine/core';
import { IconListCheck, IconPrinter } from '@tabler/icons-react';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { showDate } from '#kernel/plain-date.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { Page } from '#web/ui/Page.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import type { StandardView } from '../contract.ts';
import { Basis, Trust } from './Basis.tsx';
import { Classes, Lines, Scores } from './Lines.tsx';
import { Indicators } from './Indicators.tsx';
import { standardQuery, standardsQuery } from './queries.ts';
import styles from './StandardPage.module.css';
import { Locals, Tables } from './Tables.tsx';
import { Versus } from './Versus.tsx';

/** A standard as a reader of law wants it: what it rests on, its lines, classes, indicators, thresholds, and how sure each is. */
export function StandardPage() {
  const { t } = useTranslation('standards');
  const { say } = useLanguage();
  const { id } = useParams({ from: '/open/standards/$id' });
  const { beside } = useSearch({ from: '/open/standards/$id' });
  const { data: view } = useSuspenseQuery(standardQuery(id));
  const { data: other } = useQuery({ ...standardQuery(beside ?? id), enabled: beside !== undefined && beside !== id });
  const { standard, hash } = view;
  return (
    <Page>
      <PageHeader
        title={say(standard.name)}
        actions={
          <>
            <Button renderRoot={(props) => <Link to="/self-check" search={(before) => ({ ...before, standard: id })} {...props} />} leftSection={<IconListCheck size={16} aria-hidden />}>
              {t('law.tryIt')}
            </Button>
            <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
              {t('law.print')}
            </Button>
          </>
        }
      >
        <span>{t('law.applied', { from: showDate(standard.from), to: showDate(standard.to) })}</span>
        <span>{t('law.indicatorCount', { n: standard.indicators.length })}</span>
      </PageHeader>
      <Switcher view={view} beside={beside} />
      {beside !== undefined && other && other.standard.id !== id && <Versus one={view} two={other} />}
      <Trust view={view} />
      <Lines view={view} />
      <Classes view={view} />
      <Indicators view={view} />
      <Scores view={view} />
      <Tables view={view} />
      <Locals view={view} />
      <Basis view={view} />
      <p className={styles.hash}>{t('law.fingerprint', { hash: hash.slice(0, 16) })}</p>
    </Page>
  );
}

/** The other standards, and the one to compare with. */
function Switcher({ view: { standard }, beside }: { view: StandardView; beside: string | undefined }) {
  const { t } = useTranslation('standards');
  const { say } = useLanguage();
  const navigate = useNavigate();
  const { data: standards } = useSuspenseQuery(standardsQuery());
  const others = standards.filter(({ id }) => id !== standard.id);
  return (
    <div className={`${styles.switcher} no-print`}>
      <nav aria-label={t('law.choose')} className={styles.tabs}>
        {standards.map(({ id, period }) => (
          <Link key={id} to="/standards/$id" params={{ id }} search={(before) => ({ ...before, beside: undefined })} activeOptions={{ includeSearch: false }}>
            {say(period)}
          </Link>
        ))}
      </nav>
      <NativeSelect
        className={styles.beside!}
        aria-label={t('law.compare')}
        value={beside ?? ''}
        onChange={({ currentTarget: { value } }) => void navigate({ to: '/standards/$id', params: { id: standard.id }, search: (before) => ({ ...before, beside: value || undefined }), replace: true, resetScroll: false })}
        data={[
          { value: '', label: t(beside === undefined ? 'law.compare' : 'law.compareNone') },
          ...others.map(({ id, period }) => ({ value: id, label: t('law.compareWith', { name: say(period) }) })),
        ]}
      />
    </div>
  );
}
