import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { endOf } from '#kernel/period.ts';
import { showDate, type PlainDate } from '#kernel/plain-date.ts';
import { useMay } from '#modules/identity/web/parts/session.ts';
import { api } from '#web/api.ts';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { Section } from '#web/ui/Page.tsx';
import type { Correction } from '../contract.corrections.ts';
import type { HouseholdEvent } from '../contract.events.ts';
import type { ClassRecord, HouseholdChange, HouseholdFile } from '../contract.ts';
import { Changed, ClassEntry, Replaced } from './ClassHistory.tsx';
import { dayOfInstant, showInstant, showPeriod, showValue } from './file.ts';
import styles from './Household.module.css';
import { undoAct } from './queries.ts';
import { useEventWords } from './use-event-words.ts';

type Entry =
  | { day: PlainDate; key: string; kind: 'class'; record: ClassRecord }
  | { day: PlainDate; key: string; kind: 'gone'; change: HouseholdChange }
  | { day: PlainDate; key: string; kind: 'act'; events: HouseholdEvent[] }
  | { day: PlainDate; key: string; kind: 'correction'; correction: Correction };

/** All that is on record of a household in one order, the latest day first: classes, what happened to it, corrections. */
function entriesOf({ classes, changes, events, corrections }: HouseholdFile): Entry[] {
  const acts = Map.groupBy(events, ({ act, kind }) => `${act} ${kind === 'undone'}`);
  const entries: Entry[] = [
    ...classes.filter(({ current }) => current).map((record): Entry => ({ day: record.asOf, key: `${record.period} ${record.standard}`, kind: 'class', record })),
    ...changes
      .filter(({ listed, period }) => !listed && !classes.some((record) => record.current && record.period === period))
      .map((change): Entry => ({ day: endOf(change.period), key: `${change.period} ${change.change}`, kind: 'gone', change })),
    ...[...acts].map(([key, of]): Entry => ({ day: of[0]!.day, key, kind: 'act', events: of.toReversed() })),
    ...corrections.map((correction): Entry => ({ day: dayOfInstant(correction.askedAt), key: correction.id, kind: 'correction', correction })),
  ];
  return entries.sort((one, two) => (one.day < two.day ? 1 : one.day > two.day ? -1 : 0));
}

/** One time line of the household; nothing that was replaced or taken back goes from it. */
export function TimeLine({ file }: { file: HouseholdFile }) {
  const { t } = useTranslation('households');
  const entries = entriesOf(file);
  if (entries.length === 0) return null;
  return (
    <Section title={t('history.title')} note={t('history.note')}>
      <ol className={styles.history}>
        {entries.map((entry) => (
          <li key={entry.key}>
            {entry.kind === 'class' ? (
              <>
                <ClassEntry record={entry.record} changes={entry.record.official ? file.changes.filter(({ period, listed }) => listed && period === entry.record.period) : []} />
                <Replaced records={file.classes.filter(({ period, standard, current }) => !current && period === entry.record.period && standard === entry.record.standard)} />
              </>
            ) : entry.kind === 'gone' ? (
              <div className={styles.entry}>
                <span className={styles.entryPeriod}>{showPeriod(entry.change.period)}</span>
                <p className={styles.entryWords}>
                  {t('change.gone')}: <Changed changes={[entry.change]} />
                </p>
              </div>
            ) : entry.kind === 'act' ? (
              <ActEntry events={entry.events} file={file} />
            ) : (
              <CorrectionEntry correction={entry.correction} />
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** What happened in one act, each event a sentence; the last act can be taken back from here. */
function ActEntry({ events, file }: { events: readonly HouseholdEvent[]; file: HouseholdFile }) {
  const { t } = useTranslation('households');
  const [first] = events as [HouseholdEvent, ...HouseholdEvent[]];
  const papers = [first.paper, first.reason].filter(Boolean).join('; ');
  return (
    <div className={styles.entry} data-replaced={first.undone || undefined}>
      <span className={styles.entryPeriod}>{showDate(first.day)}</span>
      <div className={styles.entryWords}>
        {events.map((event) => (
          <p key={event.id} className={styles.entryHead}>
            <EventSentence event={event} />
            {event === first && first.undone && <span className={styles.tag}>{t('events.undone')}</span>}
          </p>
        ))}
        <p className={styles.quiet}>
          {papers && `${t('events.basis', { basis: papers })} · `}
          {first.village.name}
          {' · '}
          {t('history.entered', { who: first.enteredBy ?? t('history.system'), when: showInstant(first.enteredAt) })}
        </p>
        {file.undoable === first.act && !first.undone && first.kind !== 'undone' && <Undo file={file} act={first.act} />}
      </div>
    </div>
  );
}

function EventSentence({ event }: { event: HouseholdEvent }) {
  const { t } = useTranslation('households');
  const say = useEventWords();
  const { otherHousehold } = event;
  return (
    <span>
      {say(event)}
      {otherHousehold && (
        <>
          {': '}
          {otherHousehold.head === null ? (
            t('line.outside')
          ) : (
            <Link to="/households/$id" params={{ id: otherHousehold.id }}>
              {t('acts.householdOf', { head: otherHousehold.head })}
            </Link>
          )}
        </>
      )}
    </span>
  );
}

function Undo({ file, act }: { file: HouseholdFile; act: HouseholdEvent['act'] }) {
  const { t } = useTranslation('households');
  const may = useMay();
  const queries = useQueryClient();
  const undo = useMutation({
    mutationFn: () => undoAct({ id: file.id, act, reason: t('events.undoReason') }),
    onSuccess: async () => {
      notifications.show({ message: t('events.undoDone') });
      await queries.invalidateQueries({ queryKey: api.households.key() });
    },
  });
  if (!may('household.write')) return null;
  return (
    <div className={`${styles.undo} no-print`}>
      <Button variant="default" size="compact-sm" leftSection={<IconArrowBackUp size={15} aria-hidden />} loading={undo.isPending} onClick={() => undo.mutate()}>
        {t('events.undo')}
      </Button>
      {undo.isError && <ErrorNotice error={undo.error} />}
    </div>
  );
}

function CorrectionEntry({ correction }: { correction: Correction }) {
  const { t } = useTranslation('households');
  const { field, name, askedBy, askedAt, accepted, decidedBy, decidedAt, reason, paper, note } = correction;
  const state = accepted === null ? 'open' : accepted ? 'accepted' : 'refused';
  return (
    <div className={styles.entry} data-replaced={accepted === false || undefined}>
      <span className={styles.entryPeriod}>{showDate(dayOfInstant(askedAt))}</span>
      <div className={styles.entryWords}>
        <p className={styles.entryHead}>
          <span>{t('corrections.sentence', { field: t(`corrections.field.${field}`), name, old: showValue(field, correction.old, t), new: showValue(field, correction.new, t) })}</span>
          <span className={styles.tag} data-open={accepted === null || undefined}>
            {t(`corrections.state.${state}`)}
          </span>
        </p>
        <p className={styles.quiet}>
          {t('events.basis', { basis: [paper, reason].filter(Boolean).join('; ') })}
          {' · '}
          {t('corrections.asked', { who: askedBy ?? t('history.system'), when: showInstant(askedAt) })}
          {decidedAt && ` · ${t('corrections.decided', { who: decidedBy ?? t('history.system'), when: showInstant(decidedAt) })}`}
          {note && ` · ${note}`}
        </p>
      </div>
    </div>
  );
}
