import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBookmark } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showNumber } from '#kernel/show.ts';
import { useSession } from '#modules/identity/web/parts/session.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { readError } from '#web/problem.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Section } from '#web/ui/Page.tsx';
import type { Cost, Scenario } from '../contract.ts';
import { tallyOf } from '../rules.scenario.ts';
import { refreshScenarios, removeScenario, saveScenario, scenariosQuery, type Wish } from './queries.ts';
import { inAddress } from './search.ts';
import styles from './WhatIf.module.css';

/** The scenarios of the area, and a field to save the rules in view as one. */
export function Scenarios({ wish, cost }: { wish: Wish; cost: Cost | null }) {
  const { t } = useTranslation('analysis');
  const { language } = useLanguage();
  const { permissions } = useSession();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const { data: scenarios } = useQuery(scenariosQuery(wish.area));
  const mayWrite = permissions.includes('analysis.write');
  const tell = (error: unknown): void => void notifications.show({ color: 'red', message: readError(error, language).sentence });

  const save = useMutation({
    mutationFn: () => saveScenario(wish, cost, name),
    onSuccess: async (saved) => {
      setName('');
      await refreshScenarios(queries);
      notifications.show({ message: t('saved.done', { name: saved.name }) });
    },
    onError: tell,
  });
  const again = useMutation({
    mutationFn: ({ area, period, changes, cost: its, name: known }: Scenario) => saveScenario({ area: area.id, period, map: undefined, changes }, its, known),
    onSuccess: () => refreshScenarios(queries),
    onError: tell,
  });
  const remove = useMutation({
    mutationFn: ({ id }: Scenario) => removeScenario(id),
    onSuccess: async (_, scenario) => {
      await refreshScenarios(queries);
      const id = notifications.show({
        message: (
          <>
            {t('saved.removed', { name: scenario.name })}{' '}
            <Button variant="subtle" size="compact-sm" onClick={() => (again.mutate(scenario), notifications.hide(id))}>
              {t('saved.undo')}
            </Button>
          </>
        ),
      });
    },
    onError: tell,
  });

  return (
    <Section title={t('saved.title')}>
      {mayWrite && (
        <form
          className={styles.save}
          onSubmit={(event) => {
            event.preventDefault();
            save.mutate();
          }}
        >
          <TextInput label={t('saved.name')} value={name} onChange={({ currentTarget }) => setName(currentTarget.value)} maxLength={120} required w={320} maw="100%" />
          <Button type="submit" variant="default" leftSection={<IconBookmark size={16} aria-hidden />} loading={save.isPending} disabled={name.trim() === ''}>
            {t('saved.save')}
          </Button>
        </form>
      )}
      <DataTable<Scenario>
        label={t('saved.title')}
        rows={scenarios}
        id={({ id }) => id}
        empty={<EmptyState title={t('saved.none')}>{mayWrite ? t('saved.noneNext') : undefined}</EmptyState>}
        columns={[
          {
            key: 'name',
            title: t('saved.column.name'),
            render: ({ name: known, area, period, changes, cost: its }) => (
              <Link to="/what-if" search={(before) => ({ ...before, area: area.id, period, changes: inAddress(changes), cost: inAddress(its) })}>
                {known}
              </Link>
            ),
          },
          { key: 'place', title: t('saved.column.place'), wideOnly: true, render: ({ area, period }) => `${area.name}, ${period}` },
          { key: 'effect', title: t('saved.column.effect'), align: 'right', wideOnly: true, render: ({ moves }) => `${showNumber(tallyOf(moves, 'from', 'poor').households, language)} → ${showNumber(tallyOf(moves, 'to', 'poor').households, language)}` },
          { key: 'by', title: t('saved.column.by'), wideOnly: true, render: ({ savedBy }) => savedBy ?? '–' },
          ...(mayWrite
            ? [
                {
                  key: 'remove',
                  title: '',
                  align: 'right' as const,
                  width: 90,
                  render: (scenario: Scenario) => (
                    <Button variant="subtle" color="gray" size="compact-sm" aria-label={`${t('saved.remove')}: ${scenario.name}`} onClick={() => remove.mutate(scenario)}>
                      {t('saved.remove')}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}
