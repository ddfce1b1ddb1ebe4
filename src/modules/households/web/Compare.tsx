import { Button, Group } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { showDate, showPartOfDate, type PlainDate } from '#kernel/plain-date.ts';
import { showMoney } from '#kernel/show.ts';
import { useStandard } from '#modules/rounds/web/parts/rounds.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { today } from '#web/place.ts';
import { ClassChip } from '#web/ui/ClassChip.tsx';
import { DateField } from '#web/ui/DateField.tsx';
import { Section } from '#web/ui/Page.tsx';
import type { ClassRecord, HouseholdFile } from '../contract.ts';
import { compareDays, type Fact, type FactValue, type MemberField } from '../rules.days.ts';
import { Causes } from './Causes.tsx';
import { officialRecords, showPeriod } from './file.ts';
import styles from './Household.module.css';
import { useRelation } from './use-relation.ts';

/** What changed between two days; they stand in the address. Without a choice: from the class before the newest to the newest. */
export function Compare({ file }: { file: HouseholdFile }) {
  const { t } = useTranslation('households');
  const search = useSearch({ from: '/shell/households/$id' });
  const navigate = useNavigate({ from: '/households/$id' });
  const rounds = officialRecords(file);
  const first = search.from ?? rounds[1]?.asOf ?? file.members.map(({ from }) => from).sort()[0];
  const second = search.to ?? (rounds.length > 1 ? rounds[0]!.asOf : today());
  if (first === undefined) return null;
  const set = (to: { from?: PlainDate | null; to?: PlainDate | null }): void => void navigate({ search: (before) => ({ ...before, from: to.from ?? first, to: to.to ?? second }), replace: true });
  const changes = compareDays(file, first, second);
  const isSame = changes.joined.length + changes.left.length + changes.members.length + changes.deprivations.length + changes.facts.length + changes.causes.length === 0 && changes.village === null && changes.classes.before?.class === changes.classes.after?.class;
  return (
    <div className="no-print">
      <Section title={t('compare.title')} note={t('compare.note')}>
        <Group gap={12} align="end" className={styles.compareDays!}>
          <DateField label={t('compare.from')} required value={first} onChange={(from) => set({ from })} />
          <DateField label={t('compare.to')} required value={second} onChange={(to) => set({ to })} />
          {rounds.slice(0, -1).map((round, index) => (
            <Button key={round.period} variant="default" onClick={() => set({ from: rounds[index + 1]!.asOf, to: round.asOf })}>
              {showPeriod(rounds[index + 1]!.period)} → {showPeriod(round.period)}
            </Button>
          ))}
        </Group>
        {isSame ? <p className={styles.quiet}>{t('compare.same', { from: showDate(first), to: showDate(second) })}</p> : <Differences changes={changes} days={[first, second]} />}
      </Section>
    </div>
  );
}

function Differences({ changes: { joined, left, members, classes, deprivations, facts, causes, village }, days }: { changes: ReturnType<typeof compareDays>; days: [PlainDate, PlainDate] }) {
  const { t } = useTranslation('households');
  const { t: shell } = useTranslation();
  const { say } = useLanguage();
  const view = useStandard((classes.after ?? classes.before)?.standard ?? '');
  const show = useShow();
  const nameOf = (code: string): string => {
    const found = view?.standard.indicators.find((indicator) => indicator.code === code);
    return found ? say(found.name) : code;
  };
  const classOf = (record: ClassRecord | null): ReactNode => (record === null ? shell('unknown') : <ClassChip value={record.class} />);
  const rows: [string, string, ReactNode, ReactNode][] = [
    ...(classes.before?.class === classes.after?.class ? [] : [['class', t('column.class'), classOf(classes.before), classOf(classes.after)] as [string, string, ReactNode, ReactNode]]),
    ...(village === null ? [] : [['village', t('compare.village'), village.before.name, village.after.name] as [string, string, ReactNode, ReactNode]]),
    ...joined.map(({ person, name }): [string, string, ReactNode, ReactNode] => [person, t('compare.member'), '–', name]),
    ...left.map(({ person, name }): [string, string, ReactNode, ReactNode] => [person, t('compare.member'), name, '–']),
    ...members.map(({ name, field, before, after }): [string, string, ReactNode, ReactNode] => [`${name} ${field}`, `${name}, ${t(`compare.field.${field}`)}`, show.member(field, before), show.member(field, after)]),
    ...deprivations.map(({ code, before, after }): [string, string, ReactNode, ReactNode] => [code, nameOf(code), t(`deprivations.${before}`), t(`deprivations.${after}`)]),
    ...causes.map(({ indicator, before, after }): [string, string, ReactNode, ReactNode] => [
      `causes ${indicator}`,
      indicator === null ? t('facts.causes') : t('causes.whyDeprived', { name: nameOf(indicator) }),
      <Causes key="before" of={before} none={t('facts.causesNone')} />,
      <Causes key="after" of={after} none={t('facts.causesNone')} />,
    ]),
    ...facts.map(({ fact, before, after }): [string, string, ReactNode, ReactNode] => [fact, t(`compare.fact.${fact}`), show.fact(fact, before), show.fact(fact, after)]),
  ];
  return (
    <table className={styles.differences}>
      <thead>
        <tr>
          <th scope="col">{t('compare.what')}</th>
          {days.map((day, index) => (
            <th key={index} scope="col">
              {showDate(day)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([key, what, before, after]) => (
          <tr key={key}>
            <th scope="row">{what}</th>
            <td>{before}</td>
            <td>{after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Values as people read them. */
export function useShow() {
  const { t } = useTranslation('households');
  const { t: shell } = useTranslation();
  const { language } = useLanguage();
  const relationOf = useRelation();
  const yesNo = (value: boolean): string => t(value ? 'compare.yes' : 'compare.no');
  return {
    member: (field: MemberField, value: FactValue): string => {
      if (value === null) return shell('unknown').toLowerCase();
      if (typeof value === 'boolean') return yesNo(value);
      if (field === 'relation') return relationOf(String(value));
      if (field === 'sex') return t(`members.${value as 'male'}`);
      return field === 'birth' ? showPartOfDate(String(value)) : String(value);
    },
    fact: (fact: Fact, value: FactValue): string => {
      if (value === null) return shell('unknown').toLowerCase();
      if (typeof value === 'boolean') return yesNo(value);
      return fact === 'income' ? t('facts.incomeUnit', { money: showMoney(Number(value), language) }) : String(value);
    },
  };
}
