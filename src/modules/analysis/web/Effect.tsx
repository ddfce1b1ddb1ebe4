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
  const side = (name: HouseholdClass) => {
    const [before, after] = [tallyOf(moves, 'from', name).households, tallyOf(moves, 'to', name).households];
    return { value: after, show, change: { value: after - before, since: t('result.since', { before: show(before) }) } };
  };
  return (
    <>
      <div className={styles.figures}>
        <Figure label={t('result.poor')} {...side('poor')} />
        <Figure label={t('result.nearPoor')} {...side('near_poor')} />
        <Figure label={t('result.worse')} value={inWay('worse')} show={show} />
        <Figure label={t('result.better')} value={inWay('better')} show={show} />
        {cost && (
          <Figure label={t('result.cost')} value={cost.after} show={(dong) => showMoney(dong, language)} change={{ value: cost.after - cost.before, since: t('result.since', { before: showMoney(cost.before, language) }) }} />
        )}
      </div>
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
            { key: 'households', title: t('result.households'), align: 'right', width: 100, render: ({ households }) => show(households) },
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
              { key: 'poor', title: t('result.poorAfter'), align: 'right', width: 130, render: ({ poor }) => <Changed {...poor} /> },
              { key: 'nearPoor', title: t('result.nearPoorAfter'), align: 'right', width: 150, wideOnly: true, render: ({ nearPoor }) => <Changed {...nearPoor} /> },
              { key: 'worse', title: t('result.worseShort'), align: 'right', width: 100, render: ({ worse }) => show(worse) },
              { key: 'better', title: t('result.betterShort'), align: 'right', width: 100, render: ({ better }) => show(better) },
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

/** A figure after, and by how much it differs from the one before. */
function Changed({ before, after }: { before: number; after: number }) {
  const { language } = useLanguage();
  const difference = after - before;
  return (
    <>
      {showNumber(after, language)} {difference !== 0 && <span className={styles.delta}>({difference > 0 ? '+' : ''}{showNumber(difference, language)})</span>}
    </>
  );
}
