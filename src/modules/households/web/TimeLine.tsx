import { NativeSelect } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { showDate } from '#kernel/plain-date.ts';
import { Section } from '#web/ui/Page.tsx';
import type { Correction } from '../contract.corrections.ts';
import type { HouseholdEvent } from '../contract.events.ts';
import type { HouseholdFile } from '../contract.ts';
import { Changed, ClassEntry, Replaced } from './ClassHistory.tsx';
import { dayOfInstant, showInstant, showPeriod, showValue } from './file.ts';
import styles from './Household.module.css';
import { undoAct } from './queries.ts';
import { entriesOf, isOf, topics, type Entry, type Topic } from './time-line.ts';
import { AbsenceEntry, AreaEntry, CausesEntry, HouseEntry, UndoEntry, usePlaceChanges } from './TimeLineEntries.tsx';
import { toldEvents, useEventWords } from './use-event-words.ts';

/** So many entries are seen at a glance; more can be told apart by what they are of. */
const glance = 8;

/** One time line of the household; nothing that was replaced or taken back goes from it. */
export function TimeLine({ file }: { file: HouseholdFile }) {
  const { t } = useTranslation('households');
  const { line: chosen } = useSearch({ from: '/shell/households/$id' });
  const navigate = useNavigate({ from: '/households/$id' });
  const entries = entriesOf(file, usePlaceChanges(file));
  if (entries.length === 0) return null;
  const offered = (Object.keys(topics) as Topic[]).filter((topic) => entries.some((entry) => isOf(topic, entry)));
  const topic = chosen !== undefined && offered.includes(chosen) ? chosen : null;
  const filter = entries.length > glance && offered.length > 1 && (
    <NativeSelect
      className="no-print"
      aria-label={t('history.show')}
      value={topic ?? ''}
      onChange={({ currentTarget: { value } }) => void navigate({ search: (before) => ({ ...before, line: (value || undefined) as Topic | undefined }), replace: true, resetScroll: false })}
      data={[{ value: '', label: t('history.all', { n: entries.length }) }, ...offered.map((one) => ({ value: one, label: t('history.some', { what: t(`history.topic.${one}`), n: entries.filter((entry) => isOf(one, entry)).length }) }))]}
    />
  );
  return (
    <Section title={t('history.title')} note={t('history.note')} actions={filter}>
      <ol className={styles.history}>
        {entries
          .filter((entry) => topic === null || isOf(topic, entry))
          .map((entry) => (
            <li key={entry.key}>
              <One entry={entry} file={file} />
            </li>
          ))}
      </ol>
    </Section>
  );
}

function One({ entry, file }: { entry: Entry; file: HouseholdFile }) {
  const { t } = useTranslation('households');
  if (entry.kind === 'class') {
    return (
      <>
        <ClassEntry record={entry.record} changes={entry.changes} />
        <Replaced records={entry.replaced} />
      </>
    );
  }
  if (entry.kind === 'gone') {
    return (
      <div className={styles.entry}>
        <span className={styles.entryPeriod}>{showPeriod(entry.change.period)}</span>
        <p className={styles.entryWords}>
          {t('change.gone')}: <Changed changes={[entry.change]} />
        </p>
      </div>
    );
  }
  if (entry.kind === 'act') return <ActEntry events={entry.events} file={file} />;
  if (entry.kind === 'correction') return <CorrectionEntry correction={entry.correction} />;
  if (entry.kind === 'causes') return <CausesEntry entry={entry} file={file} />;
  if (entry.kind === 'absence') return <AbsenceEntry absence={entry.absence} file={file} />;
  return entry.kind === 'area' ? <AreaEntry change={entry.change} /> : <HouseEntry entry={entry} />;
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
        {toldEvents(events).map((event) => (
          <p key={event.id} className={styles.entryHead}>
            <EventSentence event={event} />
            {event === toldEvents(events)[0] && first.undone && <span className={styles.tag}>{t('events.undone')}</span>}
          </p>
        ))}
        <p className={styles.quiet}>
          {papers && `${t('events.basis', { basis: papers })} · `}
          {first.village.name}
          {' · '}
          {t('history.entered', { who: first.enteredBy ?? t('history.system'), when: showInstant(first.enteredAt) })}
        </p>
        {file.undoable === first.act && !first.undone && first.kind !== 'undone' && events.includes(file.events.find(({ act }) => act === first.act)!) && <Undo file={file} act={first.act} />}
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
  return <UndoEntry permission="household.write" undo={() => undoAct({ id: file.id, act, reason: t('events.undoReason') })} done={t('events.undoDone')} />;
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
