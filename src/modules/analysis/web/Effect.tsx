import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { showMoney, showNumber } from '#kernel/show.ts';
import type { HouseholdClass } from '#modules/standards/contract.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { ClassChip } from '#web/ui/ClassChip.tsx';
import { DataTable } from '#web/ui/DataTable.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Figure } from '#web/ui/Figure.tsx';
import { Section } from '#web/ui/Page.tsx';
import type { Move, UnitEffect, WhatIf } from '../contract.ts';
import { direction, tallyOf } from '../rules.scenario.ts';
import styles from './WhatIf.module.css';

interface Props {
  result: WhatIf;
  /** Opens the names of a move; none where names may not be seen. */
  onOpen: ((move: { from: HouseholdClass; to: HouseholdClass }) => void) | undefined;
  /** The names of the move that is open, below the moves. */
  names: ReactNode;
}

/** What the rules that are tried would do: in the whole, from class to class, and by unit. */
export function Effect({ result, onOpen, names }: Props) {
  const { t } = useTranslation('analysis');
  const { language, say } = useLanguage();
  const { moves, units, cost, notes } = result;
  const show = (value: number): string => showNumber(value, language);
  const changed = moves.filter(({ from, to }) => from !== to).sort((a, b) => b.households - a.households);
  const inWay = (way: 'worse' | 'better'): number => changed.filter(({ from, to }) => direction(from, to) === way).reduce((sum, { households }) => sum + households, 0);
  const countOf = (side: 'from' | 'to', name: HouseholdClass): number => tallyOf(moves, side, name).households;
  /** Households that could be classed and no longer can: the others are then only the least that there may be. */
  const undecided = countOf('to', 'insufficient') - countOf('from', 'insufficient');
  const isLeast = undecided > 0;
  const beside = (before: number, after: number, write: (value: number) => string) =>
    isLeast
      ? { value: after, show: (value: number) => t('result.atLeast', { n: write(value) }), note: t('result.since', { before: write(before) }) }
      : { value: after, show: write, change: { value: after - before, since: t('result.since', { before: write(before) }) } };
  const side = (name: HouseholdClass) => beside(countOf('from', name), countOf('to', name), show);
  return (
    <>
      <div className={styles.figures}>
        <Figure label={t('result.poor')} {...side('poor')} />
        <Figure label={t('result.nearPoor')} {...side('near_poor')} />
        <Figure label={t('result.worse')} value={inWay('worse')} show={show} />
        <Figure label={t('result.better')} value={inWay('better')} show={show} />
        {isLeast && <Figure label={t('result.undecided')} value={undecided} show={show} />}
        {cost && (
          <div className={styles.money}>
            <Figure label={t('result.cost')} {...beside(cost.before, cost.after, (dong) => showMoney(dong, language))} />
          </div>
        )}
      </div>
      {isLeast && <p className={styles.least}>{t('result.undecidedNote')}</p>}
      <Section title={t('result.moves')} note={changed.length > 0 && onOpen ? t('result.movesNote') : undefined}>
        <DataTable<Move>
          label={t('result.moves')}
          rows={changed}
          id={({ from, to }) => `${from} ${to}`}
          {...(onOpen && { onOpen })}
          empty={<EmptyState title={t('result.none')}>{t('result.noneNext')}</EmptyState>}
          columns={[
            { key: 'from', title: t('result.from'), render: ({ from }) => <ClassChip value={from} /> },
            { key: 'to', title: t('result.to'), render: ({ to }) => <ClassChip value={to} /> },
            { key: 'households', title: t('result.households'), align: 'right', width: 76, render: ({ households }) => show(households) },
            { key: 'persons', title: t('result.persons'), align: 'right', width: 100, wideOnly: true, render: ({ persons }) => show(persons) },
          ]}
        />
      </Section>
      {names}
      {units.length > 0 && (
        <Section title={t('result.units')}>
          <DataTable<UnitEffect>
            label={t('result.units')}
            rows={units}
            id={({ area }) => area.id}
            empty={null}
            {...(units.length > 14 && { height: 520 })}
            columns={[
              { key: 'unit', title: t('result.unit'), render: ({ area }) => <Link to="." search={(before: object) => ({ ...before, area: area.id })}>{area.name}</Link> },
              { key: 'poor', title: t('result.poorAfter'), align: 'right', width: 122, render: ({ poor }) => <Changed {...poor} isLeast={isLeast} /> },
              { key: 'nearPoor', title: t('result.nearPoorAfter'), align: 'right', width: 150, wideOnly: true, render: ({ nearPoor }) => <Changed {...nearPoor} isLeast={isLeast} /> },
              { key: 'worse', title: t('result.worseShort'), align: 'right', width: 104, wideOnly: true, render: ({ worse }) => show(worse) },
              { key: 'better', title: t('result.betterShort'), align: 'right', width: 96, wideOnly: true, render: ({ better }) => show(better) },
            ]}
          />
        </Section>
      )}
      <Section title={t('result.notes')}>
        <ul className={styles.notes}>
          {notes.map((note) => (
            <li key={note.vi}>{say(note)}</li>
          ))}
        </ul>
      </Section>
    </>
  );
}

/** A figure after, and by how much it differs from the one before; where it is only the least that there may be, the one before. */
function Changed({ before, after, isLeast }: { before: number; after: number; isLeast: boolean }) {
  const { t } = useTranslation('analysis');
  const { language } = useLanguage();
  const [was, is] = [showNumber(before, language), showNumber(after, language)];
  const difference = after - before;
  const beside = isLeast ? was : `${difference > 0 ? '+' : ''}${showNumber(difference, language)}`;
  return (
    <>
      {isLeast ? t('result.atLeast', { n: is }) : is} {difference !== 0 && <span className={styles.delta}>({beside})</span>}
    </>
  );
}
