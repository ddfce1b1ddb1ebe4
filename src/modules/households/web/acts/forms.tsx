import { SegmentedControl, Select, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '#modules/identity/web/parts/session.ts';
import { leavingOf, needsHead, presentIn, type ActKind, type Draft } from './draft.ts';
import { ElsewherePick, HouseholdPick, NewcomerFields, NumberField, PeopleTick, PersonSelect, PlaceSelect, RelationField, Relations, type FormProps } from './fields.tsx';
import styles from './Acts.module.css';

/** The fields of an act; who heads those who stay is asked wherever the head leaves. */
export function ActFields({ kind, ...props }: FormProps & { kind: ActKind }) {
  const { t } = useTranslation('households');
  const { file, draft, change } = props;
  const Fields = forms[kind];
  const leaving = leavingOf(kind, draft, file.id);
  const staying = presentIn(file).filter(({ person }) => !leaving.includes(person));
  const isHeadNeeded = needsHead(kind, draft, file);
  return (
    <Stack gap={14}>
      <Fields {...props} />
      {isHeadNeeded && (
        <>
          <PersonSelect label={t('acts.headStaying')} members={staying} value={draft.headStaying} onChange={(headStaying) => change({ headStaying })} />
          {kind !== 'marriage' && draft.headStaying && <Relations people={staying.filter(({ person }) => person !== draft.headStaying)} draft={draft} change={change} />}
        </>
      )}
    </Stack>
  );
}

function Split(props: FormProps) {
  const { t } = useTranslation('households');
  const { file, draft, change } = props;
  const chosen = presentIn(file).filter(({ person }) => draft.people.includes(person));
  return (
    <>
      <PeopleTick {...props} />
      {chosen.length > 0 && (
        <>
          <PersonSelect label={t('acts.newHead')} members={chosen} value={draft.head} onChange={(head) => change({ head })} />
          <Relations people={chosen.filter(({ person }) => person !== draft.head)} draft={draft} change={change} />
        </>
      )}
      <div className={styles.pair}>
        <PlaceSelect {...props} />
        <NumberField draft={draft} change={change} />
      </div>
    </>
  );
}

function Merge({ file, draft, change }: FormProps) {
  const { t } = useTranslation('households');
  return (
    <>
      <p className={styles.hint}>{t('acts.mergeHint')}</p>
      <HouseholdPick chosen={draft.into && t('acts.householdOf', { head: draft.into.head })} not={file.id} onPick={({ id, head }) => change({ into: { id, head } })} />
      {draft.into && <Relations people={presentIn(file)} draft={draft} change={change} />}
    </>
  );
}

function Move(props: FormProps) {
  const { t } = useTranslation('households');
  const { post } = useSession();
  return (
    <>
      <PlaceSelect {...props} elsewhere />
      {post?.role === 'commune_officer' && <p className={styles.hint}>{t('acts.sentHint')}</p>}
    </>
  );
}

function Birth({ draft, change }: FormProps) {
  const { t } = useTranslation('households');
  return (
    <>
      <NewcomerFields draft={draft} change={change} isChild />
      <RelationField label={t('acts.relationToHead')} draft={draft} change={change} />
    </>
  );
}

function OnePerson({ file, draft, change }: FormProps) {
  const { t } = useTranslation('households');
  return <PersonSelect label={t('acts.who')} members={presentIn(file)} value={draft.person} onChange={(person) => change({ person, headStaying: null })} />;
}

function NewHead({ file, draft, change }: FormProps) {
  const { t } = useTranslation('households');
  const present = presentIn(file);
  return (
    <>
      <PersonSelect label={t('acts.newHead')} members={present.filter(({ head }) => !head)} value={draft.person} onChange={(person) => change({ person })} />
      {draft.person && <Relations people={present.filter(({ person }) => person !== draft.person)} draft={draft} change={change} />}
    </>
  );
}

/** Somebody of the register, or somebody it does not know. */
function Other(props: FormProps & { label: string }) {
  const { t } = useTranslation('households');
  const { draft, change, label } = props;
  return (
    <>
      <div>
        <p className={styles.label}>{label}</p>
        <SegmentedControl
          fullWidth
          aria-label={label}
          data={[
            { value: 'outside', label: t('acts.fromOutside') },
            { value: 'register', label: t('acts.fromRegister') },
          ]}
          value={draft.from}
          onChange={(from) => change({ from: from as Draft['from'], ...(from === 'outside' && draft.home === 'there' ? { home: 'here' } : {}) })}
        />
      </div>
      {draft.from === 'register' ? <ElsewherePick {...props} /> : <NewcomerFields draft={draft} change={change} />}
    </>
  );
}

function Join(props: FormProps) {
  const { t } = useTranslation('households');
  return (
    <>
      <Other {...props} label={t('acts.whoJoins')} />
      <RelationField label={t('acts.relationToHead')} draft={props.draft} change={props.change} />
    </>
  );
}

function Marriage(props: FormProps) {
  const { t } = useTranslation('households');
  const { file, draft, change } = props;
  const homes = (['here', ...(draft.from === 'register' ? (['there'] as const) : []), 'new', 'away'] as const).map((value) => ({ value, label: t(`acts.home.${value}`) }));
  const mine = presentIn(file).find(({ person }) => person === draft.person)?.name ?? t('acts.personHere');
  const theirs = (draft.from === 'register' ? draft.elsewhere?.name : draft.newcomer.name.trim()) || t('acts.spouse');
  return (
    <>
      <PersonSelect label={t('acts.whoMarries')} members={presentIn(file)} value={draft.person} onChange={(person) => change({ person })} />
      <Other {...props} label={t('acts.spouse')} />
      <Select label={t('acts.homeLabel')} data={homes} value={draft.home} allowDeselect={false} onChange={(home) => change({ home: home as Draft['home'] })} />
      {draft.home === 'new' && (
        <>
          <Select
            label={t('acts.newHead')}
            data={[
              { value: 'person', label: mine },
              { value: 'spouse', label: theirs },
            ]}
            value={draft.headOfCouple}
            allowDeselect={false}
            onChange={(head) => change({ headOfCouple: head as Draft['headOfCouple'] })}
          />
          <div className={styles.pair}>
            <PlaceSelect {...props} />
            <NumberField draft={draft} change={change} />
          </div>
        </>
      )}
      {draft.home !== 'away' && <RelationField label={t('acts.relationToHead')} draft={draft} change={change} />}
    </>
  );
}

function End({ draft, change }: FormProps) {
  const { t } = useTranslation('households');
  const data = (['abroad', 'died_out', 'other'] as const).map((value) => ({ value, label: t(`events.because.${value}`) }));
  return <Select label={t('acts.because')} data={data} value={draft.because} allowDeselect={false} onChange={(because) => change({ because: because as Draft['because'] })} />;
}

const forms: Readonly<Record<ActKind, (props: FormProps) => React.ReactNode>> = {
  split: Split, merge: Merge, move: Move, place: Move, birth: Birth, death: OnePerson, marriage: Marriage, head: NewHead, join: Join, leave: OnePerson, end: End,
};
