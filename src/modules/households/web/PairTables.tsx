import { Checkbox } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { showPartOfDate } from '#kernel/plain-date.ts';
import { ClassChip } from '#web/ui/ClassChip.tsx';
import { Section } from '#web/ui/Page.tsx';
import type { ComparedPair, ComparedPerson, PersonField } from '../contract.matching.ts';
import styles from './Duplicates.module.css';
import { showPeriod } from './file.ts';
import { fieldKey, linesOf, personFields, sideOf, type PersonLine, type Picks, type Side } from './merge-choice.ts';
import { Reasons } from './parts/Reasons.tsx';

interface Props {
  pair: ComparedPair;
  picks: Picks;
  change: (to: Partial<Picks>) => void;
}

const sides = ['one', 'other'] as const;

function Table({ label, children }: { label: string; children: ReactNode }) {
  const { t } = useTranslation('households');
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={label}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('duplicates.field')}</th>
            <th scope="col">{t('duplicates.sideOne')}</th>
            <th scope="col">{t('duplicates.sideOther')}</th>
          </tr>
        </thead>
        {children}
      </table>
    </div>
  );
}

interface LineProps {
  name: string;
  label: string;
  values: Record<Side, ReactNode>;
  /** The side that counts; null where there is nothing to choose. */
  picked: Side | null;
  onPick: (side: Side) => void;
}

/** A field of both sides; where they differ, one of the two is chosen. */
function Line({ name, label, values, picked, onPick }: LineProps) {
  const { t } = useTranslation('households');
  return (
    <tr>
      <th scope="row">{label}</th>
      {sides.map((side) => (
        <td key={side}>
          {picked === null ? (
            values[side]
          ) : (
            <label className={styles.choice}>
              <input type="radio" name={name} checked={picked === side} onChange={() => onPick(side)} aria-label={`${label}: ${t(side === 'one' ? 'duplicates.sideOne' : 'duplicates.sideOther')}`} />
              {values[side]}
            </label>
          )}
        </td>
      ))}
    </tr>
  );
}

/** Number and village of the household, and where each is from. */
export function PairFields({ pair, picks, change }: Props) {
  const { t } = useTranslation('households');
  const { one, other } = pair;
  const isOneCommune = one.within.at(-1)?.id === other.within.at(-1)?.id;
  const place = (side: Side): string => [pair[side].village.name, pair[side].within.at(-1)?.name].filter(Boolean).join(', ');
  return (
    <Section title={t('duplicates.household')} note={isOneCommune ? undefined : t('duplicates.villageFixed')}>
      <Table label={t('duplicates.household')}>
        <tbody>
          <Line name="number" label={t('duplicates.number')} values={{ one: one.number ?? '–', other: other.number ?? '–' }} picked={one.number === other.number ? null : picks.number} onPick={(number) => change({ number })} />
          <Line name="village" label={t('duplicates.village')} values={{ one: place('one'), other: place('other') }} picked={one.village.id === other.village.id || !isOneCommune ? null : picks.village} onPick={(village) => change({ village })} />
          <Line name="source" label={t('duplicates.source')} values={{ one: one.source, other: other.source }} picked={null} onPick={() => {}} />
        </tbody>
      </Table>
    </Section>
  );
}

/** Person by person: who is whom and why, and which value of each field is right. */
export function PairMembers({ pair, picks, change }: Props) {
  const { t } = useTranslation('households');
  return (
    <Section title={t('duplicates.members')} note={t('duplicates.membersNote')}>
      <Table label={t('duplicates.members')}>
        {linesOf(pair).map((line) => (
          <PersonLines key={`${line.one?.id} ${line.other?.id}`} line={line} picks={picks} change={change} />
        ))}
      </Table>
    </Section>
  );
}

function PersonLines({ line, picks, change }: { line: PersonLine } & Omit<Props, 'pair'>) {
  const { t } = useTranslation('households');
  const { one, other, reasons } = line;
  const labels: Record<PersonField, string> = { name: t('members.name'), relation: t('members.relation'), sex: t('members.sex'), birth: t('members.birth'), ethnicity: t('members.ethnicity'), idNumber: t('members.idNumber') };
  const goes: Side = picks.keep === 'one' ? 'other' : 'one';
  const leaver = line[picks.keep] === null ? line[goes] : null;
  const show = (person: ComparedPerson | null, field: PersonField): string => {
    const value = person?.[field] ?? null;
    if (value === null) return '–';
    return field === 'birth' ? showPartOfDate(value) : field === 'sex' ? t(`members.${value as 'male' | 'female'}`) : value;
  };
  const fields = personFields.filter((field) => show(one, field) !== show(other, field) || field === 'name');
  return (
    <tbody className={styles.person}>
      <tr>
        <th scope="rowgroup" colSpan={3}>
          {(line[picks.keep] ?? line[goes])!.name}
          {one && other ? <Reasons reasons={reasons} /> : <span className={styles.quiet}> {t('duplicates.alone')}</span>}
          {leaver && (
            <Checkbox
              mt={6}
              size="xs"
              label={t('duplicates.joins')}
              checked={!picks.left.has(leaver.id)}
              onChange={({ currentTarget }) => change({ left: new Set(currentTarget.checked ? [...picks.left].filter((id) => id !== leaver.id) : [...picks.left, leaver.id]) })}
            />
          )}
        </th>
      </tr>
      {fields.map((field) => (
        <Fragment key={field}>
          <Line
            name={`${one?.id ?? other?.id} ${field}`}
            label={labels[field]}
            values={{ one: show(one, field), other: show(other, field) }}
            picked={one && other && one[field] !== other[field] ? sideOf(picks, line, field) : null}
            onPick={(side) => change({ fields: { ...picks.fields, [fieldKey(one!, field)]: side } })}
          />
        </Fragment>
      ))}
    </tbody>
  );
}

/** The classes of each period: where both have one, which counts. */
export function PairClasses({ pair, picks, change }: Props) {
  const { t } = useTranslation('households');
  const rounds = new Map([...pair.one.classes, ...pair.other.classes].map((record) => [record.roundId, record.period]));
  const of = (side: Side, round: string) => pair[side].classes.find(({ roundId }) => roundId === round);
  const show = (side: Side, round: string): ReactNode => {
    const record = of(side, round);
    if (!record) return '–';
    return (
      <>
        <ClassChip value={record.class} /> <span className={styles.quiet}>{record.size !== null && t('size', { n: record.size })}</span>
      </>
    );
  };
  if (rounds.size === 0) return null;
  return (
    <Section title={t('duplicates.classes')} note={t('duplicates.classesNote')}>
      <Table label={t('duplicates.classes')}>
        <tbody>
          {[...rounds].map(([round, period]) => (
            <Line
              key={round}
              name={round}
              label={showPeriod(period)}
              values={{ one: show('one', round), other: show('other', round) }}
              picked={of('one', round) && of('other', round) ? (picks.classes[round] ?? picks.keep) : null}
              onPick={(side) => change({ classes: { ...picks.classes, [round]: side } })}
            />
          ))}
        </tbody>
      </Table>
    </Section>
  );
}
