import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#web/i18n/language.ts';
import { NumberField } from '#web/ui/NumberField.tsx';
import { Section } from '#web/ui/Page.tsx';
import type { Instrument } from '../contract.packs.ts';
import { Choice } from './Choice.tsx';
import type { Draft } from './draft.ts';
import { OneOf } from './Fields.tsx';
import styles from './SelfCheck.module.css';

interface Props {
  draft: Draft;
  /** A table of points that may be used here; null where there is none. */
  instrument: Instrument | null;
  onChange: (change: Partial<Draft>) => void;
}

/** The income, or the B1 score that stands for it. */
export function Income({ draft, instrument, onChange }: Props) {
  const { t } = useTranslation('standards');
  const { facts } = draft;
  const routes = [
    { value: 'stated' as const, label: t('check.income.stated') },
    { value: 'copied' as const, label: t('check.income.copied') },
    ...(instrument ? [{ value: 'answers' as const, label: t('check.income.answers') }] : []),
  ];
  return (
    <Section title={t('check.income.title')}>
      <Choice label={t('check.income.route')} options={routes} value={draft.route} onChange={(route) => onChange({ route })} stacked />
      {draft.route === 'stated' && (
        <NumberField
          label={t('check.income.amount')}
          hint={t('check.income.amountHint')}
          value={facts.income}
          most={10_000_000_000}
          onChange={(income) => onChange({ facts: { ...facts, income } })}
        />
      )}
      {draft.route === 'copied' && (
        <NumberField label={t('check.income.points')} value={facts.copiedB1} most={1000} onChange={(copiedB1) => onChange({ facts: { ...facts, copiedB1 } })} />
      )}
      {draft.route === 'answers' && instrument && <Form draft={draft} instrument={instrument} onChange={onChange} />}
    </Section>
  );
}

/** The items of form B1, with the region that its columns go by. */
function Form({ draft: { area, region, facts }, instrument, onChange }: Props & { instrument: Instrument }) {
  const { t } = useTranslation('standards');
  const { say } = useLanguage();
  const answers = facts.b1Answers ?? {};
  const answer = (code: string, given: string | string[] | null): void => {
    const { [code]: _before, ...others } = answers;
    onChange({ facts: { ...facts, b1Answers: given === null ? others : { ...others, [code]: given } } });
  };
  const regions = instrument.columns.flatMap((column) => (column.area === area && column.region !== null ? [{ value: column.region, label: say(column.name) }] : []));
  return (
    <>
      {instrument.demo_only && <p className={styles.warning}>{t('check.income.sampleWarning')}</p>}
      {regions.length > 0 && <OneOf label={t('check.where.region')} options={regions} value={region} onChange={(chosen) => onChange({ region: chosen })} />}
      {instrument.items.map((item) => {
        const options = item.options.map(({ code, name }) => ({ value: code, label: say(name) }));
        const given = answers[item.code];
        if (item.kind === 'single') {
          return <OneOf key={item.code} label={say(item.name)} options={options} value={typeof given === 'string' ? given : null} onChange={(code) => answer(item.code, code)} />;
        }
        const ticked = Array.isArray(given) ? given : [];
        return (
          <fieldset key={item.code} className={styles.ticks}>
            <legend>{say(item.name)}</legend>
            {options.map(({ value, label }) => (
              <Checkbox
                key={value}
                label={label}
                checked={ticked.includes(value)}
                onChange={({ currentTarget: { checked } }) => {
                  const next = checked ? [...ticked, value] : ticked.filter((each) => each !== value);
                  answer(item.code, next.length > 0 ? next : null);
                }}
              />
            ))}
            <Checkbox label={t('check.income.tickNone')} checked={given !== undefined && ticked.length === 0} onChange={({ currentTarget: { checked } }) => answer(item.code, checked ? [] : null)} />
          </fieldset>
        );
      })}
    </>
  );
}
