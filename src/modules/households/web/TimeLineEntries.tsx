import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useMutation, useQueries, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Permission } from '#kernel/permission.ts';
import { showDate, type PlainDate } from '#kernel/plain-date.ts';
import { useMay } from '#modules/identity/web/parts/session.ts';
import { useStandard } from '#modules/rounds/web/parts/rounds.ts';
import { api } from '#web/api.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { today } from '#web/place.ts';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import type { FileAbsence } from '../contract.absences.ts';
import type { HouseholdFile } from '../contract.ts';
import { isTold } from '../rules.causes.ts';
import { placeChanges, staysOf, type PlaceChange } from '../rules.stays.ts';
import { Causes } from './Causes.tsx';
import { dayOfInstant, inSentence, showInstant, showPeriod } from './file.ts';
import { useDegrees } from './House.tsx';
import styles from './Household.module.css';
import { areaQuery, undoCauses } from './queries.ts';
import type { Entry } from './time-line.ts';

/** What became of the villages of the household on the map while it lived there. */
export function usePlaceChanges(file: HouseholdFile): PlaceChange[] {
  const stays = staysOf(file, today());
  const pages = useQueries({ queries: stays.map(({ village, from }, at) => areaQuery(village.id, at === stays.length - 1 ? today() : from)) });
  return placeChanges(stays, new Map(pages.flatMap(({ data }) => (data ? [[data.id, data] as const] : []))));
}

/** The frame of an entry: its day, what it says, and quietly where that comes from. */
function Told({ day, replaced = false, children, quiet }: { day: PlainDate; replaced?: boolean; children: ReactNode; quiet: readonly (string | null | false)[] }) {
  return (
    <div className={styles.entry} data-replaced={replaced || undefined}>
      <span className={styles.entryPeriod}>{showDate(day)}</span>
      <div className={styles.entryWords}>
        {children}
        <p className={styles.quiet}>{quiet.filter(Boolean).join(' · ')}</p>
      </div>
    </div>
  );
}

/** Causes that were told on the file, with what they took the place of; the last can be taken back from here. */
export function CausesEntry({ entry: { record, changes }, file }: { entry: Entry<'causes'>; file: HouseholdFile }) {
  const { t } = useTranslation('households');
  const { say } = useLanguage();
  const view = useStandard(record.standard);
  const told = record.causesTold!;
  const nameOf = (code: string): string => {
    const found = view?.standard.indicators.find((indicator) => indicator.code === code);
    return found ? say(found.name) : code;
  };
  return (
    <Told
      day={told.day}
      replaced={record.undone}
      quiet={[t('causes.toldBy', { day: showDate(told.day), source: told.source }), t('history.entered', { who: told.by ?? t('history.system'), when: showInstant(told.at) })]}
    >
      <p className={styles.entryHead}>
        <span>{t('causes.sentence', { period: showPeriod(record.period) })}</span>
        {record.undone && <span className={styles.tag}>{t('history.undone')}</span>}
      </p>
      {changes.map(({ indicator, before, after }) => (
        <div key={indicator} className={styles.causeChange}>
          <span>{indicator === null ? t('facts.causes') : t('causes.whyDeprived', { name: nameOf(indicator) })}:</span>
          <Causes of={after} none={t('causes.none')} />
          {isTold(before) && (
            <div className={styles.causeBefore}>
              {t('causes.before')}: <Causes of={before} none="" />
            </div>
          )}
        </div>
      ))}
      {record.current && <UndoCauses file={file} record={record} />}
    </Told>
  );
}

function UndoCauses({ file, record: { period, revision } }: { file: HouseholdFile } & Pick<Entry<'causes'>, 'record'>) {
  const { t } = useTranslation('households');
  return <UndoEntry permission="household.sensitive" undo={() => undoCauses({ household: file.id, period, revision })} done={t('causes.undoDone')} />;
}

/** Takes back what an entry of the line tells, by who may; `done` is said then. */
export function UndoEntry({ permission, undo, done }: { permission: Permission; undo: () => Promise<unknown>; done: string }) {
  const { t } = useTranslation('households');
  const may = useMay();
  const queries = useQueryClient();
  const undoing = useMutation({
    mutationFn: undo,
    onSuccess: async () => {
      notifications.show({ message: done });
      await queries.invalidateQueries({ queryKey: api.households.key() });
    },
  });
  if (!may(permission)) return null;
  return (
    <div className={`${styles.undo} no-print`}>
      <Button variant="default" size="compact-sm" leftSection={<IconArrowBackUp size={15} aria-hidden />} loading={undoing.isPending} onClick={() => undoing.mutate()}>
        {t('events.undo')}
      </Button>
      {undoing.isError && <ErrorNotice error={undoing.error} />}
    </div>
  );
}

/** A list that does not name the household, and what was said of that. */
export function AbsenceEntry({ absence, file: { events } }: { absence: FileAbsence; file: HouseholdFile }) {
  const { t } = useTranslation('households');
  const { period, source, askedAt, answer, day, note, act, answeredBy, answeredAt, undone } = absence;
  const takenBack = undone || events.some((event) => event.act === act && event.undone);
  return (
    <Told
      day={dayOfInstant(askedAt)}
      replaced={takenBack}
      quiet={[source, note, answeredAt && t('history.answered', { who: answeredBy ?? t('history.system'), when: showInstant(answeredAt) })]}
    >
      <p className={styles.entryHead}>
        <span>{t('history.absent', { period: showPeriod(period) })}</span>
        {takenBack ? <span className={styles.tag}>{t('history.undone')}</span> : answer === null && <span className={styles.tag} data-open>{t('history.absentOpen')}</span>}
      </p>
      {answer !== null && <p>{t('history.absentAnswer', { answer: [inSentence(t(`absences.kind.${answer}`)), day && showDate(day)].filter(Boolean).join(', ') })}</p>}
    </Told>
  );
}

/** A place or a photograph of the house; the photograph itself is opened in the section of the house, and put on record then. */
export function HouseEntry({ entry }: { entry: Entry<'place' | 'photo'> }) {
  const { t } = useTranslation('households');
  const show = useDegrees();
  const told = entry.kind === 'place' ? entry.place : entry.photo;
  return (
    <Told day={entry.day} quiet={[told.source, t('history.entered', { who: told.enteredBy ?? t('history.system'), when: showInstant(told.enteredAt) })]}>
      <p>{entry.kind === 'place' ? t('history.place', { place: show(entry.place) }) : t('history.photo')}</p>
    </Told>
  );
}

/** What became of the village on the map, by which resolution where that is on record. */
export function AreaEntry({ change: { day, kind, before, after, resolution } }: { change: PlaceChange }) {
  const { t } = useTranslation('households');
  // That a village changed its commune is in the resolution about the communes.
  const parents = useQueries({ queries: (kind === 'regrouped' && after.parent ? [after.parent.id] : []).map((id) => areaQuery(id, day)) });
  const basis = resolution ?? parents[0]?.data?.predecessors.find(({ area }) => area.id === before.parent?.id)?.resolution;
  const words =
    kind === 'regrouped'
      ? t('history.regrouped', { village: after.name, before: before.parent?.name ?? '–', after: after.parent?.name ?? '–' })
      : t(`history.${kind}`, { before: before.name, after: after.name });
  return (
    <Told day={day} quiet={[basis ? t('history.resolution', { resolution: basis }) : null]}>
      <p>{words}</p>
    </Told>
  );
}
