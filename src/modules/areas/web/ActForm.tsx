import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '#web/place.ts';
import { DateField } from '#web/ui/DateField.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import type { AreaPage } from '../contract.ts';
import { ActFields } from './ActFields.tsx';
import { ActResult } from './ActResult.tsx';
import styles from './Acts.module.css';
import { actKinds, emptyDraft, readDraft, type ActKind, type Draft } from './acts.ts';
import { enterAct, tryAct } from './queries.ts';

/** One change of the map: what, when and by which resolution; tried, then entered. */
export function ActForm({ of }: { of: AreaPage | undefined }) {
  const { t } = useTranslation('areas');
  const queries = useQueryClient();
  const [kind, setKind] = useState<ActKind>(of === undefined || of.level === 'village' || of.level === 'commune' ? 'rename' : 'merge_communes');
  const [draft, setDraft] = useState<Draft>(() => begin(of));
  const set = (change: Partial<Draft>): void => setDraft((before) => ({ ...before, ...change }));
  const form = readDraft(kind, draft);
  const asked = JSON.stringify(form);

  const trial = useMutation({ mutationFn: async () => ({ asked, consequences: await tryAct(form!) }) });
  const entering = useMutation({
    mutationFn: () => enterAct(form!),
    onSuccess: async () => {
      notifications.show({ message: t('acts.done', { title: t(`acts.kind.${kind}`) }) });
      setDraft(emptyDraft(null));
      trial.reset();
      await queries.invalidateQueries();
    },
  });
  const isTried = trial.data?.asked === asked && form !== undefined;
  return (
    <Stack gap={18}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          entering.reset();
          trial.mutate();
        }}
      >
        <Select label={t('acts.kindLabel')} allowDeselect={false} data={actKinds.map((value) => ({ value, label: t(`acts.kind.${value}`) }))} value={kind} onChange={(value) => (setKind(value as ActKind), trial.reset())} />
        <ActFields kind={kind} draft={draft} set={set} />
        <div className={styles.pair}>
          <DateField label={t('acts.day')} required description={t('acts.dayWhy')} max={today()} value={draft.day} onChange={(day) => set({ day })} />
          <TextInput withAsterisk label={t('acts.resolution')} description={t('acts.resolutionWhy')} maxLength={200} value={draft.resolution} onChange={(event) => set({ resolution: event.currentTarget.value })} />
        </div>
        <Group gap={10}>
          <Button type="submit" variant={isTried ? 'default' : 'filled'} disabled={form === undefined} loading={trial.isPending}>
            {t('acts.try')}
          </Button>
          <Button disabled={!isTried} loading={entering.isPending} onClick={() => entering.mutate()}>
            {t('acts.confirm')}
          </Button>
          {form === undefined && <Text size="sm" c="dimmed">{t('acts.missing')}</Text>}
          {form !== undefined && trial.data && !isTried && <Text size="sm" c="dimmed">{t('acts.stale')}</Text>}
        </Group>
      </form>
      {(trial.error ?? entering.error) && <ErrorNotice error={trial.error ?? entering.error} />}
      {isTried && <ActResult consequences={trial.data!.consequences} />}
    </Stack>
  );
}

/** What is known already where the person came from the page of an area. */
function begin(of: AreaPage | undefined): Draft {
  if (of === undefined) return emptyDraft(null);
  if (of.level === 'commune') return emptyDraft({ id: of.id, name: of.name });
  const commune = of.within.find(({ level }) => level === 'commune');
  return of.level === 'village' && commune ? { ...emptyDraft({ id: commune.id, name: commune.name }), villages: [of.id] } : emptyDraft(null);
}
