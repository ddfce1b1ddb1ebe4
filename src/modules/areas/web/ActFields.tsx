import { Button, CloseButton, MultiSelect, Pill, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { IconChevronDown, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '#web/place.ts';
import { CommuneKind } from '../contract.acts.ts';
import type { AreaRef, Level } from '../contract.ts';
import { unknownVillage } from '../rules.ts';
import styles from './Acts.module.css';
import { emptyPart, readHouseholds, type ActKind, type Draft, type Part, type Picked } from './acts.ts';
import { AreaPicker } from './parts/AreaPicker.tsx';
import { childrenQuery } from './queries.ts';

interface Props {
  kind: ActKind;
  draft: Draft;
  set: (change: Partial<Draft>) => void;
}

/** The fields of an act, by its kind. */
export function ActFields({ kind, draft, set }: Props) {
  const { t } = useTranslation('areas');
  const commune = <OneArea label={t('acts.commune')} level="commune" value={draft.commune} onPick={(picked) => set({ commune: picked, villages: [] })} />;
  const onlyTrue = kind === 'merge_villages' || kind === 'split_village';
  const villages = (label: string, most?: number) => (
    <Villages label={label} commune={draft.commune} onlyTrue={onlyTrue} value={draft.villages} onChange={(chosen) => set({ villages: most === 1 ? chosen.slice(-1) : chosen })} />
  );
  const name = (label: string = t('acts.newName')) => <TextInput withAsterisk label={label} description={kind === 'merge_communes' || kind === 'split_commune' ? t('acts.nameWhy') : undefined} value={draft.name} onChange={(event) => set({ name: event.currentTarget.value })} />;
  const ofVillage = <TextInput withAsterisk label={t('acts.areaKind')} value={draft.areaKind} placeholder="thôn" onChange={(event) => set({ areaKind: event.currentTarget.value })} />;
  const code = <Code value={draft.code} onChange={(value) => set({ code: value })} />;
  const ofCommune = <KindOfCommune value={draft.areaKind} onChange={(value) => set({ areaKind: value })} />;
  // A new commune is a xã unless something else is chosen.
  const ofNewCommune = <KindOfCommune value={draft.areaKind || 'xã'} onChange={(value) => set({ areaKind: value })} />;
  switch (kind) {
    case 'rename':
      return <>{commune}{villages(t('acts.villageOrNone'), 1)}<div className={styles.pair}>{name()}{draft.villages.length > 0 ? ofVillage : ofCommune}</div></>;
    case 'move_villages':
      return <>{commune}{villages(t('acts.villages'))}<OneArea label={t('acts.to')} level="commune" value={draft.to} onPick={(to) => set({ to })} /></>;
    case 'merge_villages':
      return <>{commune}{villages(t('acts.villages'))}<div className={styles.pair}>{name()}{ofVillage}</div></>;
    case 'split_village':
      return <>{commune}{villages(t('acts.village'), 1)}<Parts draft={draft} set={set} of="households" />{name(t('acts.rest'))}</>;
    case 'merge_communes':
      return <><Communes value={draft.communes} onChange={(communes) => set({ communes })} /><div className={styles.three}>{name()}{ofNewCommune}{code}</div></>;
    case 'split_commune':
      return <>{commune}<Parts draft={draft} set={set} of="villages" /><div className={styles.three}>{name(t('acts.rest'))}{ofNewCommune}{code}</div></>;
    case 'move_commune':
      return <>{commune}<OneArea label={t('acts.toProvince')} level="province" value={draft.to} onPick={(to) => set({ to })} /></>;
  }
}

function OneArea({ label, level, value, onPick }: { label: string; level: Level; value: Picked | null; onPick: (picked: Picked) => void }) {
  const { t } = useTranslation('areas');
  const id = useId();
  return (
    <div className={styles.field}>
      <span id={id} className={styles.label}>{label}</span>
      <AreaPicker level={level} onPick={(area) => onPick({ id: area.id, name: area.name })}>
        <Button variant="default" aria-describedby={id} rightSection={<IconChevronDown size={15} aria-hidden />} className={styles.pick!}>
          {value?.name ?? t('acts.choose')}
        </Button>
      </AreaPicker>
    </div>
  );
}

function Communes({ value, onChange }: { value: Picked[]; onChange: (value: Picked[]) => void }) {
  const { t } = useTranslation('areas');
  const id = useId();
  return (
    <div className={styles.field}>
      <span id={id} className={styles.label}>{t('acts.communes')}</span>
      <div className={styles.pills}>
        {value.map((one) => (
          <Pill key={one.id} size="md" withRemoveButton removeButtonProps={{ 'aria-label': t('acts.drop', { name: one.name }), 'aria-hidden': false, tabIndex: 0 }} onRemove={() => onChange(value.filter((other) => other.id !== one.id))}>
            {one.name}
          </Pill>
        ))}
        <AreaPicker level="commune" onPick={({ id: picked, name }) => onChange([...value.filter((other) => other.id !== picked), { id: picked, name }])}>
          <Button variant="default" size="xs" aria-describedby={id} leftSection={<IconPlus size={15} aria-hidden />}>
            {t('acts.add')}
          </Button>
        </AreaPicker>
      </div>
    </div>
  );
}

interface VillagesProps {
  label: string;
  commune: Picked | null;
  /** Leaves out where the households of unknown villages are kept: that is neither merged nor split. */
  onlyTrue?: boolean;
  value: AreaRef[];
  onChange: (value: AreaRef[]) => void;
}

function Villages({ label, commune, onlyTrue = false, value, onChange }: VillagesProps) {
  const { t } = useTranslation('areas');
  const { data } = useQuery({ ...childrenQuery(commune?.id ?? ('VN' as AreaRef), today()), enabled: commune !== null });
  if (commune === null) return null;
  const options = (data ?? []).filter(({ kind }) => !onlyTrue || kind !== unknownVillage.kind).map(({ id, name }) => ({ value: id as string, label: name }));
  return <MultiSelect searchable clearable label={label} placeholder={value.length === 0 ? t('acts.choose') : undefined} data={options} value={value as string[]} onChange={(chosen) => onChange(chosen as AreaRef[])} nothingFoundMessage={t('acts.noVillages')} />;
}

function KindOfCommune({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation('areas');
  return <Select withAsterisk label={t('acts.communeKind')} data={CommuneKind.options} value={value || null} onChange={(chosen) => onChange(chosen ?? '')} allowDeselect={false} />;
}

function Code({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation('areas');
  return <TextInput withAsterisk label={t('acts.code')} description={t('acts.codeWhy')} inputMode="numeric" maxLength={5} value={value} onChange={(event) => onChange(event.currentTarget.value)} />;
}

/** The new units of a split, each with its households or villages. */
function Parts({ draft, set, of }: { draft: Draft; set: (change: Partial<Draft>) => void; of: 'households' | 'villages' }) {
  const { t } = useTranslation('areas');
  const change = (place: number, part: Partial<Part>): void => set({ parts: draft.parts.map((own, at) => (at === place ? { ...own, ...part } : own)) });
  return (
    <Stack gap={12}>
      {draft.parts.map((part, place) => (
        <fieldset key={place} className={styles.part}>
          <legend>
            {t('acts.part', { n: place + 1 })}
            {draft.parts.length > 1 && <CloseButton size="sm" aria-label={t('acts.dropPart')} onClick={() => set({ parts: draft.parts.filter((_, at) => at !== place) })} />}
          </legend>
          <div className={of === 'villages' ? styles.three : undefined}>
            <TextInput withAsterisk label={t('acts.newName')} description={of === 'villages' ? t('acts.nameWhy') : undefined} value={part.name} onChange={(event) => change(place, { name: event.currentTarget.value })} />
            {of === 'villages' && <KindOfCommune value={part.areaKind} onChange={(areaKind) => change(place, { areaKind })} />}
            {of === 'villages' && <Code value={part.code} onChange={(code) => change(place, { code })} />}
          </div>
          {of === 'villages' ? (
            <Villages label={t('acts.villages')} commune={draft.commune} value={part.villages} onChange={(villages) => change(place, { villages })} />
          ) : (
            <Textarea
              label={t('acts.households')}
              description={`${t('acts.householdsWhy')} ${t('acts.householdsCount', { n: readHouseholds(part.households).length })}`}
              autosize
              minRows={3}
              maxRows={10}
              value={part.households}
              onChange={(event) => change(place, { households: event.currentTarget.value })}
            />
          )}
        </fieldset>
      ))}
      <div>
        <Button variant="default" size="xs" leftSection={<IconPlus size={15} aria-hidden />} onClick={() => set({ parts: [...draft.parts, emptyPart] })}>
          {t('acts.addPart')}
        </Button>
      </div>
    </Stack>
  );
}
