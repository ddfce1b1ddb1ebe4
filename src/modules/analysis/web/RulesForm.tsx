import { Button, Checkbox, NativeSelect, SegmentedControl } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showNumber } from '#kernel/show.ts';
import type { Indicator, Standard } from '#modules/standards/contract.packs.ts';
import { useLawWords } from '#modules/standards/web/parts/useLawWords.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { ClassChip } from '#web/ui/ClassChip.tsx';
import { NumberField } from '#web/ui/NumberField.tsx';
import type { Changes, Cost } from '../contract.ts';
import { numericParameters } from '../rules.scenario.ts';
import { standardsQuery } from './queries.ts';
import { inAddress } from './search.ts';
import styles from './WhatIf.module.css';

interface Props {
  /** The standard that is tried, as the law has it. */
  standard: Standard;
  /** Id of the standard of the round. */
  own: string;
  changes: Changes;
  cost: Cost | null;
  onChanges: (changes: Changes) => void;
  onCost: (cost: Cost | null) => void;
}

const kinds = ['rural', 'urban'] as const;
const lineNames = ['poor_alone', 'criterion', 'average'] as const;
const cutNames = ['poor_alone', 'criterion'] as const;

/** How long the hand rests before the rules are tried. */
const rest = 350;

/** The rules that are tried: every field empty stands for what holds. */
export function RulesForm({ standard, own, changes, cost, onChanges, onCost }: Props) {
  const { t } = useTranslation('analysis');
  const { say } = useLanguage();
  const { data: standards } = useQuery(standardsQuery());
  const [draft, setDraft] = useState(changes);
  const [tried, setTried] = useState(inAddress(changes));
  const settle = useDebouncedCallback((next: Changes) => {
    setTried(inAddress(next));
    onChanges(next);
  }, rest);
  const put = (next: Changes): void => {
    const tidy = withoutNothing(next);
    setDraft(tidy);
    settle(tidy);
  };
  /** What is ticked or picked is meant as it stands; only typing takes a while. */
  const choose = (next: Changes): void => {
    put(next);
    settle.flush();
  };
  // The address went elsewhere without this form: a scenario was opened, or one went back.
  const given = inAddress(changes);
  const [seen, setSeen] = useState(given);
  if (given !== seen) {
    setSeen(given);
    if (given !== tried) {
      setTried(given);
      setDraft(changes);
    }
  }
  const isChanged = Object.keys(draft).length > 0;
  return (
    <form className={styles.rules} aria-label={t('rules.title')} onSubmit={(event) => event.preventDefault()}>
      <NativeSelect
        label={t('rules.standard')}
        value={draft.standard ?? own}
        onChange={({ currentTarget: { value } }) => choose(value === own ? {} : { standard: value })}
        data={(standards ?? [standard]).map(({ id, name }) => ({ value: id, label: id === own ? `${say(name)} (${t('rules.own').toLowerCase()})` : say(name) }))}
      />
      <fieldset>
        <legend>{t('rules.lines')}</legend>
        <p className={styles.note}>{t('rules.linesNote')}</p>
        {lineNames.map((name) => (
          <Amounts key={name} title={t(`rules.line.${name}`)} held={standard.lines[name]} typed={draft.lines?.[name]} most={1_000_000_000} onChange={(pair) => put({ ...draft, lines: { ...draft.lines, [name]: pair } })} />
        ))}
      </fieldset>
      <fieldset>
        <legend>{t('rules.cuts')}</legend>
        {cutNames.map((name) => (
          <Amounts key={name} title={t(`rules.line.${name}`)} held={standard.b1_cuts[name]} typed={draft.b1Cuts?.[name]} most={1000} onChange={(pair) => put({ ...draft, b1Cuts: { ...draft.b1Cuts, [name]: pair } })} />
        ))}
      </fieldset>
      <fieldset>
        <legend>{t('rules.indicators')}</legend>
        <p className={styles.note}>{t('rules.indicatorsNote')}</p>
        <NumberField label={t('rules.min')} placeholder={String(standard.min_deprived.at(-1)!.value)} value={draft.minDeprived ?? null} least={1} most={30} onChange={(value) => put({ ...draft, minDeprived: value ?? undefined })} />
        {standard.indicators.map((indicator) => (
          <OneIndicator key={indicator.code} indicator={indicator} draft={draft} onType={put} onChoose={choose} />
        ))}
      </fieldset>
      <CostFields cost={cost} onCost={onCost} />
      {isChanged && (
        <Button variant="default" onClick={() => choose({})}>
          {t('rules.reset')}
        </Button>
      )}
    </form>
  );
}

type Pair = { rural?: number | undefined; urban?: number | undefined };
type Held = Standard['lines']['criterion'][(typeof kinds)[number]] | Standard['b1_cuts']['criterion'][(typeof kinds)[number]];

interface AmountsProps {
  title: string;
  held: Record<(typeof kinds)[number], Held> | undefined;
  typed: Pair | undefined;
  most: number;
  onChange: (pair: Pair | undefined) => void;
}

/** A line by rural and urban; what holds stands in the empty field. */
function Amounts({ title, held, typed, most, onChange }: AmountsProps) {
  const { t } = useTranslation('analysis');
  const { language } = useLanguage();
  if (held === undefined) return null;
  const now = (values: Held): string => ('unknown' in values ? t('rules.unknown') : showNumber(values.at(-1)!.value, language));
  return (
    <div className={styles.pair} role="group" aria-label={title}>
      <span className={styles.pairTitle}>{title}</span>
      {kinds.map((kind) => (
        <NumberField key={kind} label={t(`rules.${kind}`)} placeholder={now(held[kind])} value={typed?.[kind] ?? null} least={1} most={most} onChange={(value) => onChange({ ...typed, [kind]: value ?? undefined })} />
      ))}
    </div>
  );
}

interface IndicatorProps {
  indicator: Indicator;
  draft: Changes;
  onType: (changes: Changes) => void;
  onChoose: (changes: Changes) => void;
}

function OneIndicator({ indicator, draft, onType, onChoose }: IndicatorProps) {
  const { t } = useTranslation('analysis');
  const { say } = useLanguage();
  const { code, name, threshold } = indicator;
  const without = draft.without ?? [];
  const counts = !without.includes(code);
  const parameters = Object.keys(numericParameters(indicator));
  const words = useLawWords();
  const typed = (parameter: string): number | null => draft.thresholds?.find((one) => one.indicator === code && one.parameter === parameter)?.value ?? null;
  const change = (parameter: string, value: number | null): void => {
    const others = (draft.thresholds ?? []).filter((one) => one.indicator !== code || one.parameter !== parameter);
    onType({ ...draft, thresholds: value === null ? others : [...others, { indicator: code, parameter, value }] });
  };
  return (
    <div className={styles.indicator}>
      <Checkbox label={`${say(name)} (${code})`} checked={counts} onChange={() => onChoose({ ...draft, without: counts ? [...without, code] : without.filter((other) => other !== code) })} />
      {counts && parameters.length > 0 && !('unknown' in threshold) && (
        <div className={styles.threshold} role="group" aria-label={t('rules.threshold', { name: code })}>
          <p className={styles.note}>{say(threshold.deprived_when)}</p>
          {parameters.map((parameter) => {
            const held = threshold.parameters[parameter]!.at(-1)!;
            return (
              <NumberField
                key={parameter}
                label={words.parameter(parameter)}
                placeholder={words.value(held)}
                value={typed(parameter)}
                most={10_000}
                decimals={held.unit === 'square_metres_per_person' ? 2 : 0}
                onChange={(next) => change(parameter, next)}
              />
            );
          })}
        </div>
      )}
    </div>
  );
}

const payable = ['poor', 'near_poor'] as const;

function CostFields({ cost, onCost }: Pick<Props, 'cost' | 'onCost'>) {
  const { t } = useTranslation('analysis');
  const [draft, setDraft] = useState<Cost>(cost ?? { classes: ['poor'], per: 'person', amount: 0 });
  const settle = useDebouncedCallback((next: Cost) => onCost(next.amount > 0 && next.classes.length > 0 ? next : null), rest);
  const put = (next: Cost): void => {
    setDraft(next);
    settle(next);
  };
  return (
    <fieldset>
      <legend>{t('rules.cost')}</legend>
      <p className={styles.note}>{t('rules.costNote')}</p>
      <NumberField label={t('rules.amount')} unit="đ" value={draft.amount === 0 ? null : draft.amount} most={1_000_000_000} onChange={(amount) => put({ ...draft, amount: amount ?? 0 })} />
      <SegmentedControl
        aria-label={t('rules.per')}
        value={draft.per}
        onChange={(per) => put({ ...draft, per: per as Cost['per'] })}
        data={[
          { value: 'person', label: `${t('rules.per')} ${t('rules.person')}` },
          { value: 'household', label: `${t('rules.per')} ${t('rules.household')}` },
        ]}
      />
      <Checkbox.Group label={t('rules.paid')} value={draft.classes} onChange={(classes) => put({ ...draft, classes: classes as Cost['classes'] })}>
        {payable.map((name) => (
          <Checkbox key={name} value={name} mt={8} label={<ClassChip value={name} />} />
        ))}
      </Checkbox.Group>
    </fieldset>
  );
}

/** Changes that say nothing are none, so that the address stays short and "no change" is one thing. */
function withoutNothing(changes: Changes): Changes {
  const isSomething = (value: unknown): boolean =>
    Array.isArray(value) ? value.length > 0 : typeof value === 'object' && value !== null ? Object.values(value).some(isSomething) : value !== undefined;
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => isSomething(value)));
}
