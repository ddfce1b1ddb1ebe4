import { Button, Group, Modal, Radio, Select, Stack, TextInput, useMatches } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '#kernel/ids.ts';
import { showPartOfDate, type PlainDate } from '#kernel/plain-date.ts';
import { api } from '#web/api.ts';
import { today } from '#web/place.ts';
import { DateField } from '#web/ui/DateField.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import type { Double, DoubleSide } from '../contract.doubles.ts';
import styles from './Duplicates.module.css';
import { Reasons } from './parts/Reasons.tsx';
import { keepPersonsApart, settleDouble } from './queries.ts';
import { useRelation } from './use-relation.ts';

export const namedIn = ({ household, person }: DoubleSide): { household: Id; person: Id } => ({ household, person: person.id });

/** Both records side by side, and what is to be said of them: where the person belongs, or that they are two. */
export function DoubleDialog({ pair, onClose }: { pair: Double; onClose: () => void }) {
  const { t } = useTranslation('households');
  const { t: shell } = useTranslation();
  const queries = useQueryClient();
  const fullScreen = useMatches({ base: true, sm: false });
  const [keep, setKeep] = useState<'one' | 'other' | null>(null);
  const [headStaying, setHeadStaying] = useState<Id | null>(null);
  const [day, setDay] = useState<PlainDate | null>(today());
  const [reason, setReason] = useState('');
  const ends = keep === null ? null : pair[keep === 'one' ? 'other' : 'one'];
  const needsHead = ends !== null && ends.person.head && ends.others.length > 0;
  const done = async (message: string): Promise<void> => {
    notifications.show({ message });
    onClose();
    await queries.invalidateQueries({ queryKey: api.households.key() });
  };
  const settle = useMutation({
    mutationFn: () => settleDouble({ keep: namedIn(pair[keep!]), end: namedIn(ends!), day: day!, reason: reason.trim(), headStaying: needsHead ? headStaying : null }),
    onSuccess: () => done(t('doubles.settled')),
  });
  const apart = useMutation({ mutationFn: () => keepPersonsApart({ one: namedIn(pair.one), other: namedIn(pair.other) }), onSuccess: () => done(t('doubles.apartDone')) });
  const isReady = keep !== null && day !== null && (!needsHead || headStaying !== null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isReady && !settle.isPending) settle.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={t('doubles.dialog', { name: pair.one.person.name })} size={760} fullScreen={fullScreen} closeButtonProps={{ 'aria-label': shell('close') }}>
      <form onSubmit={submit}>
        <Stack gap={14}>
          <SideBySide pair={pair} />
          <Reasons reasons={pair.reasons} />
          <Radio.Group label={t('doubles.belongs')} withAsterisk value={keep} onChange={(to) => (setKeep(to as 'one' | 'other'), setHeadStaying(null))}>
            <Stack gap={6} mt={6}>
              {(['one', 'other'] as const).map((side) => (
                <Radio key={side} value={side} label={`${t('acts.householdOf', { head: pair[side].head })}, ${pair[side].village}`} />
              ))}
            </Stack>
          </Radio.Group>
          {ends && ends.others.length === 0 && <p className={styles.quiet}>{t('doubles.alone', { head: ends.head })}</p>}
          {needsHead && (
            <Select label={t('doubles.nextHead', { head: ends.head })} withAsterisk data={ends.others.map(({ person, name }) => ({ value: person, label: name }))} value={headStaying} onChange={(to) => setHeadStaying(to as Id | null)} />
          )}
          <div className={styles.pairOfFields}>
            <DateField label={t('doubles.day')} required max={today()} value={day} onChange={setDay} />
            <TextInput label={t('acts.reason')} maxLength={500} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
          </div>
          {(settle.error ?? apart.error) && <ErrorNotice error={(settle.error ?? apart.error)!} />}
          <Group justify="space-between" gap={8}>
            <Button variant="default" loading={apart.isPending} onClick={() => apart.mutate()}>
              {t('doubles.two')}
            </Button>
            <Button type="submit" loading={settle.isPending} disabled={!isReady}>
              {t('doubles.settle')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function SideBySide({ pair }: { pair: Double }) {
  const { t } = useTranslation('households');
  const relationOf = useRelation();
  const sides = [pair.one, pair.other];
  const lines: [string, (side: DoubleSide) => ReactNode][] = [
    [t('members.name'), ({ person }) => person.name],
    [t('members.birth'), ({ person }) => (person.birth === null ? '–' : showPartOfDate(person.birth))],
    [t('members.sex'), ({ person }) => (person.sex === null ? '–' : t(`members.${person.sex}`))],
    [t('members.relation'), ({ person }) => (person.relation === null ? '–' : relationOf(person.relation))],
    [t('members.ethnicity'), ({ person }) => person.ethnicity ?? '–'],
    [t('members.idNumber'), ({ person }) => person.idNumber ?? '–'],
    [t('duplicates.village'), ({ village, commune }) => [village, commune].filter(Boolean).join(', ')],
    [t('doubles.others'), ({ others }) => others.map(({ name }) => name).join(', ') || t('doubles.nobody')],
  ];
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('doubles.title')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('duplicates.field')}</th>
            {sides.map(({ household, head }) => (
              <th key={household} scope="col">
                {t('acts.householdOf', { head })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(([label, show]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {sides.map((side) => (
                <td key={side.household}>{show(side)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
