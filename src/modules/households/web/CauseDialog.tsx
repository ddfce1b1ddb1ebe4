import { MultiSelect, TagsInput, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#web/i18n/language.ts';
import { wordingKey } from '../rules.catalogues.ts';
import { causesOfDeprivation } from '../rules.causes.ts';
import type { ClassRecord, HouseholdFile } from '../contract.ts';
import styles from './acts/Acts.module.css';
import { DatedForm } from './DatedForm.tsx';
import { headOfFile, showPeriod } from './file.ts';
import { partsQuery, recordCauses } from './queries.ts';

export interface CausesOf {
  /** None: the causes of poverty. */
  indicator: string | null;
  /** What it is called. */
  name: string;
}

interface Props {
  file: HouseholdFile;
  record: ClassRecord;
  of: CausesOf;
  onClose: () => void;
}

/** Why the household is poor, or deprived in an indicator: official causes, those that the place words in its own way, and a note. */
export function CauseDialog({ file, record, of: { indicator, name }, onClose }: Props) {
  const { t } = useTranslation('households');
  const { say } = useLanguage();
  const { data: parts } = useQuery(partsQuery());
  const before = indicator === null ? { causes: record.causes, note: record.causesNote } : causesOfDeprivation(record, indicator);
  const isOfficial = ({ name: official, wording }: (typeof before.causes)[number]): boolean => official !== null && wordingKey(official.vi) === wordingKey(wording);
  const [codes, setCodes] = useState<string[]>(before.causes.filter(isOfficial).map(({ code }) => code!));
  const [wordings, setWordings] = useState<string[]>(before.causes.filter((cause) => !isOfficial(cause)).map(({ wording }) => wording));
  const [note, setNote] = useState(before.note ?? '');

  const official = parts?.causes ?? [];
  const rest = official.find((cause) => cause.rest);
  const countsAs = (wording: string) => {
    const known = parts?.wordings.find((one) => wordingKey(one.wording) === wordingKey(wording))?.cause;
    return official.find(({ code, name: called }) => code === known || wordingKey(called.vi) === wordingKey(wording)) ?? rest;
  };
  const causes = [...official.filter(({ code }) => codes.includes(code)).map((cause) => cause.name.vi), ...wordings];
  return (
    <DatedForm
      title={t(indicator === null ? 'causes.titlePoverty' : 'causes.title', { head: headOfFile(file), name })}
      dayLabel={t('causes.day')}
      ready={parts !== undefined}
      save={({ day, source }) => recordCauses({ household: file.id, period: record.period, revision: record.revision, indicator, causes, note: note.trim() || null, day, source })}
      done={t('causes.done')}
      onClose={onClose}
    >
      <p className={styles.hint}>{t('causes.hint', { period: showPeriod(record.period), name })}</p>
      <MultiSelect
        label={t('causes.official')}
        placeholder={codes.length === 0 ? t('causes.choose') : ''}
        data={official.map(({ code, name: called }) => ({ value: code, label: say(called) }))}
        value={codes}
        onChange={setCodes}
        maxValues={12}
        checkIconPosition="right"
        comboboxProps={{ withinPortal: true }}
      />
      <div>
        <TagsInput
          label={t('causes.local')}
          description={t('causes.localHint')}
          data={parts?.wordings.map(({ wording }) => wording).sort((one, two) => one.localeCompare(two, 'vi')) ?? []}
          limit={30}
          maxTags={8}
          splitChars={[';']}
          acceptValueOnBlur
          value={wordings}
          onChange={(chosen) => setWordings(chosen.map((one) => one.slice(0, 120)))}
        />
        <ul className={styles.readAs}>
          {wordings.map((wording) => (
            <li key={wording}>{t('causes.countsAs', { wording, name: countsAs(wording) ? say(countsAs(wording)!.name) : '' })}</li>
          ))}
        </ul>
      </div>
      <Textarea label={t('causes.note')} autosize minRows={2} maxLength={500} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
    </DatedForm>
  );
}
