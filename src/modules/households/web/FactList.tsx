import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { showDate } from '#kernel/plain-date.ts';
import { showMoney } from '#kernel/show.ts';
import { standardShortName, useStandard } from '#modules/rounds/web/parts/rounds.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { ClassChip } from '#web/ui/ClassChip.tsx';
import type { ClassRecord } from '../contract.ts';
import { causesOfPoverty } from '../rules.causes.ts';
import { Causes } from './Causes.tsx';
import styles from './Household.module.css';

/** What a class rests on beside the indicators, and what made it official. */
export function FactList({ record, others, onCauses }: { record: ClassRecord; others: readonly ClassRecord[]; onCauses: (() => void) | null }) {
  const { t } = useTranslation('households');
  const { t: shell } = useTranslation();
  const { language } = useLanguage();
  const { income, result, decision } = record;
  const points = (n: number | null, copied: boolean): string => (n === null ? unknown : t(copied ? 'facts.copied' : 'facts.points', { n }));
  const unknown = shell('unknown').toLowerCase();
  const facts: [string, ReactNode][] = [
    [t('facts.income'), income === null ? unknown : t('facts.incomeUnit', { money: showMoney(income, language) })],
    [t('facts.b1'), points(result.b1, result.income.route === 'b1_copied')],
    [t('facts.b2'), points(result.b2, result.b2Basis === 'copied')],
    [t('facts.groups'), useGroups(record)],
    [
      t('facts.causes'),
      <div key="causes" className={styles.withAction}>
        <Causes of={causesOfPoverty(record)} none={t('facts.causesNone')} />
        {onCauses && (
          <Button variant="default" size="compact-sm" className="no-print" onClick={onCauses} aria-label={t('causes.tellPoverty')}>
            {t(record.causes.length === 0 ? 'causes.tell' : 'causes.change')}
          </Button>
        )}
      </div>,
    ],
    [t('facts.decision'), decision === null ? t('facts.decisionNone') : decision.day === null ? decision.number : t('facts.decisionDay', { number: decision.number, day: showDate(decision.day) })],
  ];
  return (
    <dl className={styles.facts} aria-label={t('facts.title')}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      {result.local && (
        <div>
          <dt>{t('facts.local')}</dt>
          <dd>
            <ClassChip value={result.local.class} />
          </dd>
        </div>
      )}
      {others.map((other) => (
        <OtherClass key={other.standard} record={other} />
      ))}
    </dl>
  );
}

/** The groups that the household is known to be in, and those of which nothing is known. */
function useGroups({ groups }: ClassRecord): string {
  const { t } = useTranslation('households');
  const names = (['minority', 'noLabour', 'merit'] as const).map((group) => ({ name: t(`facts.${group}`), is: groups[group] }));
  const of = (wanted: boolean | null): string => names.filter(({ is }) => is === wanted).map(({ name }) => name).join(', ');
  const parts = [of(true), of(null) && t('facts.groupsUnknown', { names: of(null) })].filter(Boolean);
  return parts.join('; ') || t('facts.groupsNone');
}

/** The class of the same round under a second standard. */
function OtherClass({ record }: { record: ClassRecord }) {
  const { t } = useTranslation('households');
  const { language } = useLanguage();
  const view = useStandard(record.standard);
  return (
    <div>
      <dt>{t('facts.other', { standard: view ? standardShortName(view, language) : record.standard })}</dt>
      <dd>
        <ClassChip value={record.class} />
      </dd>
    </div>
  );
}
