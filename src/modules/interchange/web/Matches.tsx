import { Button, SegmentedControl } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Text } from '#kernel/text.ts';
import { Reasons } from '#modules/households/web/parts/Reasons.tsx';
import { useLanguage } from '#web/i18n/language.ts';
import { DataTable, type Column } from '#web/ui/DataTable.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { Section } from '#web/ui/Page.tsx';
import type { Import, ImportCheck, ImportDouble, ImportMatch } from '../contract.ts';
import styles from './Entries.module.css';
import { answerMatch, importQuery } from './queries.ts';

const step = 25;

/** Households of the file that are found in the register by comparison, each with its reasons; the officer has the last word on each. */
export function Matches({ one, check }: { one: Import; check: ImportCheck }) {
  const { t } = useTranslation('interchange');
  const [isWhole, setWhole] = useState(false);
  const queries = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: ({ match, answer }: { match: ImportMatch; answer: 'same' | 'different' }) => answerMatch(one.id, match, answer),
    onSuccess: (checked) => queries.setQueryData(importQuery(one.id).queryKey, checked),
  });
  if (check.matches.length === 0) return null;
  const columns: Column<ImportMatch>[] = [
    { key: 'head', title: t('match.head'), render: (match) => <Who head={match.head} village={match.village} /> },
    {
      key: 'known',
      title: t('match.known'),
      render: ({ known }) => (
        <Link to="/households/$id" params={{ id: known.id }} target="_blank">
          <Who head={known.head} village={known.village} />
        </Link>
      ),
    },
    { key: 'why', title: t('match.why'), wideOnly: true, render: ({ reasons }) => <Reasons reasons={reasons} /> },
    {
      key: 'answer',
      title: t('match.answer'),
      render: (match) => (
        <span className={styles.head}>
          {one.state === 'checked' && (
            <SegmentedControl
              size="xs"
              aria-label={`${t('match.answer')} ${match.head}`}
              disabled={isPending}
              value={match.answer ?? (match.taken ? 'same' : '')}
              onChange={(answer) => mutate({ match, answer: answer as 'same' | 'different' })}
              data={(['same', 'different'] as const).map((value) => ({ value, label: t(`match.${value}`) }))}
            />
          )}
          <span className={styles.village}>{t(match.taken ? 'match.taken' : 'match.added')}</span>
        </span>
      ),
    },
  ];
  return (
    <Section title={t('match.title')} note={t('match.note')}>
      {error && <ErrorNotice error={error} />}
      <DataTable label={t('match.title')} rows={isWhole ? check.matches : check.matches.slice(0, step)} id={({ source, known }) => `${source} ${known.id}`} columns={columns} empty={null} />
      {!isWhole && check.matches.length > step && (
        <Button mt={10} size="xs" variant="default" onClick={() => setWhole(true)}>
          {t('match.all', { n: check.matches.length })}
        </Button>
      )}
    </Section>
  );
}

function Who({ head, village }: { head: string; village: string | null }) {
  const { t } = useTranslation('interchange');
  return (
    <span className={styles.head}>
      <span className={styles.name}>{head}</span>
      <span className={styles.village}>{village ?? t('entry.noVillage')}</span>
    </span>
  );
}

/** Households that are perhaps in the file twice. */
export function Doubles({ doubles }: { doubles: readonly ImportDouble[] }) {
  const { t } = useTranslation('interchange');
  if (doubles.length === 0) return null;
  const columns: Column<ImportDouble>[] = [
    { key: 'head', title: t('match.head'), render: ({ head, place }) => <Place head={head} place={place} /> },
    { key: 'second', title: t('match.second'), render: ({ otherHead, otherPlace }) => <Place head={otherHead} place={otherPlace} /> },
    { key: 'why', title: t('match.why'), wideOnly: true, render: ({ reasons }) => <Reasons reasons={reasons} /> },
  ];
  return (
    <Section title={t('match.doubles')} note={t('match.doublesNote')}>
      <DataTable label={t('match.doubles')} rows={doubles} id={({ place, otherPlace }) => `${place.vi} ${otherPlace.vi}`} columns={columns} empty={null} />
    </Section>
  );
}

function Place({ head, place }: { head: string; place: Text }) {
  const { say } = useLanguage();
  return (
    <span className={styles.head}>
      <span className={styles.name}>{head}</span>
      <span className={styles.village}>{say(place)}</span>
    </span>
  );
}
