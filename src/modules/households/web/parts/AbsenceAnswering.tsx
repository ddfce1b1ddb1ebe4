import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconMapPin } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '#kernel/ids.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { showNumber } from '#kernel/show.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { AreaPicker } from '#modules/areas/web/parts/AreaPicker.tsx';
import { useLanguage } from '#web/i18n/language.ts';
import { today } from '#web/place.ts';
import { DateField } from '#web/ui/DateField.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import type { AbsenceAnswer } from '../../contract.absences.ts';
import { Because } from '../../contract.events.ts';
import { HouseholdPick } from '../acts/fields.tsx';
import styles from './Absences.module.css';

const kinds = ['left_out', 'moved', 'ended', 'merged', 'left_poverty'] as const;
type Kind = (typeof kinds)[number] | 'later';

interface Draft {
  kind: Kind;
  to: { id: AreaRef; name: string } | null;
  into: { id: Id; head: string } | null;
  because: Because;
  day: PlainDate | null;
  decision: string;
  decisionDay: PlainDate | null;
  note: string;
}

interface Props {
  chosen: readonly Id[];
  /** The day of the list; nothing of it happened later. */
  asOf: PlainDate;
  namesExits: boolean;
  /** Whether an answer given earlier can be taken back. */
  canWait: boolean;
  isPending: boolean;
  error: unknown;
  onAnswer: (answer: AbsenceAnswer | null) => void;
}

/** The answer as it would be kept: null asks later, undefined while something of it is missing. */
function answerOf({ kind, to, into, because, day, decision, decisionDay, note: told }: Draft): AbsenceAnswer | null | undefined {
  const note = told.trim() || null;
  if (kind === 'later') return null;
  if (kind === 'left_out') return { kind, note };
  if (kind === 'left_poverty') {
    const number = decision.trim();
    return { kind, decision: number === '' ? null : { number, day: decisionDay }, note };
  }
  if (day === null) return undefined;
  if (kind === 'ended') return { kind, because, day, note };
  if (kind === 'moved') return to === null ? undefined : { kind, to: to.id, day, note };
  return into === null ? undefined : { kind, into: into.id, day, note };
}

/** Says what became of the households chosen, of one or of many alike. */
export function AbsenceAnswering({ chosen, asOf, namesExits, canWait, isPending, error, onAnswer }: Props) {
  const { t } = useTranslation('households');
  const { language } = useLanguage();
  const latest = asOf < today() ? asOf : today();
  const [draft, setDraft] = useState<Draft>({ kind: 'left_out', to: null, into: null, because: 'died_out', day: latest, decision: '', decisionDay: null, note: '' });
  const change = (to: Partial<Draft>): void => setDraft((before) => ({ ...before, ...to }));
  if (chosen.length === 0) return <p className={styles.quiet}>{t('absences.chooseFirst')}</p>;
  const answer = answerOf(draft);
  const offered: Kind[] = [...kinds.filter((kind) => kind !== 'left_poverty' || !namesExits), ...(canWait ? (['later'] as const) : [])];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (answer !== undefined && !isPending) onAnswer(answer);
  };
  return (
    <form className={styles.bar} onSubmit={submit}>
      <p className={styles.title}>{t('absences.chosen', { n: showNumber(chosen.length, language) })}</p>
      <div className={styles.fields}>
        <NativeSelect label={t('absences.what')} value={draft.kind} onChange={({ currentTarget: { value } }) => change({ kind: value as Kind })} data={offered.map((value) => ({ value, label: t(`absences.kind.${value}`) }))} />
        <Facts draft={draft} change={change} not={chosen[0]!} latest={latest} />
        {draft.kind !== 'later' && <TextInput className={styles.wide!} label={t('absences.note')} maxLength={500} value={draft.note} onChange={({ currentTarget: { value } }) => change({ note: value })} />}
        <Button type="submit" loading={isPending} disabled={answer === undefined}>
          {t('absences.save')}
        </Button>
      </div>
      <p className={styles.quiet}>{t(`absences.means.${draft.kind}`)}</p>
      {error !== null && <ErrorNotice error={error} />}
    </form>
  );
}

/** What an answer of its kind tells beside its note. */
function Facts({ draft, change, not, latest }: { draft: Draft; change: (to: Partial<Draft>) => void; not: Id; latest: PlainDate }) {
  const { t } = useTranslation('households');
  const { kind, to, into, because, day, decision, decisionDay } = draft;
  if (kind === 'left_out' || kind === 'later') return null;
  if (kind === 'left_poverty') {
    return (
      <>
        <TextInput label={t('absences.decision')} maxLength={60} value={decision} onChange={({ currentTarget: { value } }) => change({ decision: value })} />
        <DateField label={t('absences.decisionDay')} max={today()} value={decisionDay} onChange={(value) => change({ decisionDay: value })} />
      </>
    );
  }
  return (
    <>
      {kind === 'ended' && (
        <NativeSelect label={t('acts.because')} value={because} onChange={({ currentTarget: { value } }) => change({ because: Because.parse(value) })} data={Because.options.map((value) => ({ value, label: t(`events.because.${value}`) }))} />
      )}
      {kind === 'moved' && (
        <div>
          <span className={styles.label}>{t('absences.to')}</span>
          <AreaPicker onPick={({ id, name, within }) => change({ to: { id, name: [name, within].filter(Boolean).join(', ') } })}>
            <Button variant="default" leftSection={<IconMapPin size={16} stroke={1.7} aria-hidden />}>
              {to?.name ?? t('absences.toPick')}
            </Button>
          </AreaPicker>
        </div>
      )}
      {kind === 'merged' && (
        <div>
          <span className={styles.label}>{t('absences.into')}</span>
          <HouseholdPick chosen={into && t('acts.householdOf', { head: into.head })} not={not} onPick={({ id, head }) => change({ into: { id, head } })} />
        </div>
      )}
      <DateField label={t('absences.day')} required max={latest} value={day} onChange={(value) => change({ day: value })} />
    </>
  );
}
