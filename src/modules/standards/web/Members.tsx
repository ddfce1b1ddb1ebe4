import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlainDate } from '#kernel/plain-date.ts';
import { Section } from '#web/ui/Page.tsx';
import { NumberField } from '#web/ui/NumberField.tsx';
import { SchoolLevel, type MemberFacts } from '../contract.facts.ts';
import type { Standard } from '../contract.packs.ts';
import { YesNo } from './Choice.tsx';
import { emptyMember, readBirth, shownAge, type Draft, type MemberDraft } from './draft.ts';
import { OneOf } from './Fields.tsx';
import { memberQuestions, type MemberQuestion } from './questions.ts';
import styles from './SelfCheck.module.css';
import { useLawWords } from './parts/useLawWords.ts';

interface Props {
  draft: Draft;
  standard: Standard;
  onChange: (change: Partial<Draft>) => void;
}

/** The people of the household, without names; of each only what can still matter is asked. */
export function Members({ draft: { members, facts, date }, standard, onChange }: Props) {
  const { t } = useTranslation('standards');
  const list = useRef<HTMLOListElement>(null);
  const add = (): void => {
    onChange({ members: [...members, emptyMember(Math.max(0, ...members.map(({ key }) => key)) + 1)] });
    requestAnimationFrame(() => list.current?.querySelector<HTMLInputElement>('li:last-child input')?.focus());
  };
  const isFew = facts.people !== null && facts.people < members.length;
  return (
    <Section title={t('check.members.title')} note={t('check.members.note')}>
      <NumberField
        label={t('check.members.people')}
        hint={t('check.members.peopleHint')}
        error={isFew ? t('check.members.peopleFew') : undefined}
        value={facts.people}
        least={1}
        most={100}
        onChange={(people) => onChange({ facts: { ...facts, people } })}
      />
      {members.length === 0 && <p className={styles.hint}>{t('check.members.none')}</p>}
      <ol className={styles.members} ref={list}>
        {members.map((member, index) => (
          <Member
            key={member.key}
            number={index + 1}
            member={member}
            standard={standard}
            date={date}
            onChange={(next) => onChange({ members: members.with(index, next) })}
            onRemove={() => onChange({ members: members.toSpliced(index, 1) })}
          />
        ))}
      </ol>
      <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={add} className={styles.add!}>
        {t('check.members.add')}
      </Button>
    </Section>
  );
}

interface MemberProps {
  number: number;
  member: MemberDraft;
  standard: Standard;
  date: PlainDate;
  onChange: (member: MemberDraft) => void;
  onRemove: () => void;
}

function Member({ number, member, standard, date, onChange, onRemove }: MemberProps) {
  const { t } = useTranslation('standards');
  const { birthText, facts } = member;
  const isRead = readBirth(birthText, date) !== null;
  const age = shownAge(facts, date);
  const questions = isRead ? memberQuestions(facts, standard, date) : [];
  return (
    <li className={styles.member}>
      <div className={styles.memberHead}>
        <h3>
          {t('check.members.person', { n: number })}
          {age !== null && <span className={styles.hint}> · {t('check.members.age', { n: age })}</span>}
        </h3>
        <ActionIcon onClick={onRemove} aria-label={t('check.members.remove', { n: number })} className={styles.remove!}>
          <IconTrash size={17} stroke={1.6} />
        </ActionIcon>
      </div>
      <TextInput
        label={t('check.members.birth')}
        description={t('check.members.birthHint')}
        error={birthText.trim() !== '' && !isRead && t('check.members.birthWrong')}
        value={birthText}
        inputMode="text"
        autoComplete="off"
        maw={320}
        onChange={({ currentTarget: { value } }) => onChange({ ...member, birthText: value, facts: { ...facts, ...(readBirth(value, date) ?? { birth: null, age: null }) } })}
      />
      {birthText.trim() === '' && <p className={styles.hint}>{t('check.members.birthFirst')}</p>}
      {isRead && questions.length === 0 && <p className={styles.hint}>{t('check.members.enough')}</p>}
      {questions.map((question) => (
        <Question key={question} question={question} facts={facts} onChange={(change) => onChange({ ...member, facts: { ...facts, ...change } })} />
      ))}
    </li>
  );
}

const works = ['none', 'own_work', 'wage_with_contract', 'wage_without_contract'] as const;

function Question({ question, facts, onChange }: { question: MemberQuestion; facts: MemberFacts; onChange: (change: Partial<MemberFacts>) => void }) {
  const { t } = useTranslation('standards');
  const words = useLawWords();
  const label = t(`check.question.${question}`);
  if (question === 'attending' || question === 'completed') {
    const none = t(question === 'attending' ? 'check.question.attendingNone' : 'check.question.completedNone');
    const levels = [{ value: 'none' as const, label: none }, ...SchoolLevel.options.map((level) => ({ value: level, label: words.kind(level) }))];
    return <OneOf label={label} options={levels} value={facts[question]} onChange={(level) => onChange({ [question]: level })} />;
  }
  if (question === 'work') return <OneOf label={label} options={works.map((work) => ({ value: work, label: t(`check.work.${work}`) }))} value={facts.work} onChange={(work) => onChange({ work })} />;
  return <YesNo label={label} value={facts[question]} onChange={(value) => onChange({ [question]: value })} />;
}
