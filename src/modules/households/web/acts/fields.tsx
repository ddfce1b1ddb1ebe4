import { Button, Checkbox, Popover, Select, Stack, TextInput } from '@mantine/core';
import { IconMapPin, IconUsers } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '#kernel/ids.ts';
import { readPartOfDate } from '#kernel/plain-date.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { AreaPicker } from '#modules/areas/web/parts/AreaPicker.tsx';
import { today } from '#web/place.ts';
import { SearchList } from '#web/ui/SearchList.tsx';
import type { FoundHousehold } from '../../contract.events.ts';
import type { HouseholdFile, HouseholdMember } from '../../contract.ts';
import { foundQuery, householdQuery, mostFound, unitsQuery } from '../queries.ts';
import styles from './Acts.module.css';
import { presentIn, type Draft, type Elsewhere } from './draft.ts';
import { useRelation } from '../use-relation.ts';

export interface FormProps {
  file: HouseholdFile;
  draft: Draft;
  change: (to: Partial<Draft>) => void;
}

const optionsOf = (members: readonly HouseholdMember[]) => members.map(({ person, name }) => ({ value: person, label: name }));

interface PersonSelectProps {
  label: string;
  members: readonly HouseholdMember[];
  value: Id | null;
  onChange: (person: Id | null) => void;
}

export function PersonSelect({ label, members, value, onChange }: PersonSelectProps) {
  return <Select label={label} data={optionsOf(members)} value={value} onChange={(person) => onChange(person as Id | null)} withAsterisk comboboxProps={{ withinPortal: true }} />;
}

/** Members to be ticked; who is ticked and does not head the new household can be told as what to its head. */
export function PeopleTick({ file, draft, change }: FormProps) {
  const { t } = useTranslation('households');
  const relationOf = useRelation();
  return (
    <Checkbox.Group label={t('acts.people')} withAsterisk value={draft.people} onChange={(people) => change({ people: people as Id[], head: draft.head && people.includes(draft.head) ? draft.head : ((people[0] as Id | undefined) ?? null) })}>
      <Stack gap={8} mt={6}>
        {presentIn(file).map(({ person, name, relation }) => (
          <Checkbox key={person} value={person} label={relation === null ? name : `${name} (${relationOf(relation).toLowerCase()})`} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

interface RelationsProps {
  people: readonly HouseholdMember[];
  draft: Draft;
  change: FormProps['change'];
}

/** Who each person is to the new head; what is left empty is unknown. */
export function Relations({ people, draft: { relations }, change }: RelationsProps) {
  const { t } = useTranslation('households');
  if (people.length === 0) return null;
  return (
    <fieldset className={styles.relations}>
      <legend>{t('acts.relations')}</legend>
      {people.map(({ person, name }) => (
        <TextInput key={person} label={name} placeholder={t('acts.relationEmpty')} maxLength={60} value={relations[person] ?? ''} onChange={(event) => change({ relations: { ...relations, [person]: event.currentTarget.value } })} />
      ))}
    </fieldset>
  );
}

/** A village of the commune, or any other place found by name. */
export function PlaceSelect({ file, draft, change, elsewhere = false }: FormProps & { elsewhere?: boolean }) {
  const { t } = useTranslation('households');
  const commune = file.within.at(-1);
  const { data: villages = [] } = useQuery(unitsQuery(commune?.id ?? file.village.id, today()));
  const isListed = villages.some(({ id }) => id === draft.village);
  return (
    <Stack gap={8}>
      <Select
        label={elsewhere ? t('acts.villageHere', { commune: commune?.name ?? '' }) : t('acts.village')}
        data={villages.map(({ id, name }) => ({ value: id, label: name }))}
        value={isListed ? draft.village : null}
        onChange={(village) => change({ village: village as AreaRef | null, villageName: null })}
        searchable
        withAsterisk={!elsewhere}
      />
      {elsewhere && (
        <AreaPicker onPick={({ id, name, within }) => change({ village: id, villageName: [name, within].filter(Boolean).join(', ') })}>
          <Button variant="default" leftSection={<IconMapPin size={16} stroke={1.7} aria-hidden />} className={styles.pick!}>
            {draft.villageName ?? t('acts.villageElsewhere')}
          </Button>
        </AreaPicker>
      )}
    </Stack>
  );
}

export function NumberField({ draft, change }: Pick<FormProps, 'draft' | 'change'>) {
  const { t } = useTranslation('households');
  return <TextInput label={t('acts.number')} maxLength={40} value={draft.number} onChange={(event) => change({ number: event.currentTarget.value })} />;
}

export function RelationField({ label, draft, change }: Pick<FormProps, 'draft' | 'change'> & { label: string }) {
  return <TextInput label={label} maxLength={60} value={draft.relation} onChange={(event) => change({ relation: event.currentTarget.value })} />;
}

/** A person whom the register does not know yet. */
export function NewcomerFields({ draft: { newcomer }, change, isChild = false }: Pick<FormProps, 'draft' | 'change'> & { isChild?: boolean }) {
  const { t } = useTranslation('households');
  const set = (to: Partial<Draft['newcomer']>): void => change({ newcomer: { ...newcomer, ...to } });
  return (
    <div className={styles.pair}>
      <TextInput label={t('members.name')} withAsterisk maxLength={120} value={newcomer.name} onChange={(event) => set({ name: event.currentTarget.value })} />
      <Select
        label={t('members.sex')}
        data={[
          { value: 'male', label: t('members.male') },
          { value: 'female', label: t('members.female') },
        ]}
        value={newcomer.sex}
        clearable
        onChange={(sex) => set({ sex: sex as 'male' | 'female' | null })}
      />
      {!isChild && <TextInput label={t('members.birth')} placeholder="17/05/1986" description={t('acts.birthHint')} maxLength={14} error={newcomer.birth.trim() !== '' && readPartOfDate(newcomer.birth) === null && t('acts.birthWrong')} value={newcomer.birth} onChange={(event) => set({ birth: event.currentTarget.value })} />}
      <TextInput label={t('members.ethnicity')} maxLength={60} value={newcomer.ethnicity} onChange={(event) => set({ ethnicity: event.currentTarget.value })} />
      {!isChild && <TextInput label={t('members.idNumber')} description={t('acts.idHint')} inputMode="numeric" maxLength={12} value={newcomer.idNumber} onChange={(event) => set({ idNumber: event.currentTarget.value.replace(/\D/g, '') })} />}
    </div>
  );
}

/** Finds a household by any name in it, among those that are there now. */
export function HouseholdPick({ chosen, not, onPick }: { chosen: string | null; not: Id; onPick: (household: FoundHousehold) => void }) {
  const { t } = useTranslation('households');
  const [opened, setOpened] = useState(false);
  const [typed, setTyped] = useState('');
  const text = typed.trim();
  const { data, isPlaceholderData } = useQuery({ ...foundQuery(text), enabled: opened && text.length >= 2, placeholderData: keepPreviousData });
  const found = text.length < 2 ? [] : (data ?? []).slice(0, mostFound.picked).filter(({ id, standing }) => id !== not && standing === 'present');
  const isMore = text.length >= 2 && data !== undefined && data.length > mostFound.picked;
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={360} trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconUsers size={16} stroke={1.7} aria-hidden />} className={styles.pick!} onClick={() => setOpened(!opened)}>
          {chosen ?? t('acts.findHousehold')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={0}>
        <SearchList
          label={t('acts.findHousehold')}
          text={typed}
          onText={setTyped}
          groups={[{ items: found, stale: isPlaceholderData }]}
          keyOf={({ id }) => id}
          render={({ head, matched, village, commune }) => (
            <span className={styles.found}>
              <strong>{head}</strong>
              <span>{[matched && t('acts.matched', { name: matched }), village.name, commune].filter(Boolean).join(' · ')}</span>
            </span>
          )}
          onPick={(household) => {
            setOpened(false);
            onPick(household);
          }}
          status={data && t('acts.foundCount', { n: found.length })}
          empty={<p className={styles.hint}>{text.length >= 2 && data && !isPlaceholderData ? t('acts.foundNone') : t('acts.findHint')}</p>}
        />
        {isMore && <p className={styles.hint}>{t('acts.foundMore')}</p>}
      </Popover.Dropdown>
    </Popover>
  );
}

/** A person of another household of the register: the household first, then who of it, and who heads those who stay. */
export function ElsewherePick({ file, draft, change }: FormProps) {
  const { t } = useTranslation('households');
  const [household, setHousehold] = useState<FoundHousehold | null>(null);
  const { data: other } = useQuery({ ...householdQuery(household?.id ?? file.id), enabled: household !== null });
  const members = household && other?.id === household.id ? presentIn(other) : [];
  const chosen = members.find(({ person }) => person === draft.elsewhere?.person);
  const others = members.filter(({ person }) => person !== chosen?.person);
  const pick = (person: Id | null): void => {
    const member = members.find((one) => one.person === person);
    const elsewhere: Elsewhere | null = member && household ? { household: household.id, head: household.head, person: member.person, name: member.name } : null;
    change({ elsewhere, headStayingThere: null });
  };
  return (
    <Stack gap={8}>
      <HouseholdPick
        chosen={household && t('acts.householdOf', { head: household.head })}
        not={file.id}
        onPick={(picked) => {
          setHousehold(picked);
          change({ elsewhere: null, headStayingThere: null });
        }}
      />
      {members.length > 0 && <PersonSelect label={t('acts.whoOf')} members={members} value={draft.elsewhere?.person ?? null} onChange={pick} />}
      {chosen?.head && others.length > 0 && <PersonSelect label={t('acts.headThere', { head: chosen.name })} members={others} value={draft.headStayingThere} onChange={(person) => change({ headStayingThere: person })} />}
    </Stack>
  );
}
