import { IconArrowMerge, IconArrowsSplit } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Id } from '#kernel/ids.ts';
import { showDate } from '#kernel/plain-date.ts';
import { Section } from '#web/ui/Page.tsx';
import type { HouseholdFile } from '../contract.ts';
import styles from './Household.module.css';

/** Dòng hộ: the households that this one came out of and those that came out of it, over any number of steps, with their days. */
export function LineOfHousehold({ file: { id, line } }: { file: HouseholdFile }) {
  const { t } = useTranslation('households');
  if (line.steps.length === 0) return null;
  return (
    <Section title={t('line.title')} note={t('line.note', { n: line.households.length })}>
      <ol className={styles.line}>
        {line.steps.map(({ from, to, kind, day }) => {
          const Icon = kind === 'split' ? IconArrowsSplit : IconArrowMerge;
          return (
            <li key={`${from} ${to} ${kind}`}>
              <span className={styles.entryPeriod}>{showDate(day)}</span>
              <Household of={from} here={id} line={line} />
              <span className={styles.lineStep}>
                <Icon size={16} stroke={1.7} aria-hidden />
                {t(`line.${kind}`)}
              </span>
              <Household of={to} here={id} line={line} />
            </li>
          );
        })}
      </ol>
    </Section>
  );
}

function Household({ of, here, line }: { of: Id; here: Id; line: HouseholdFile['line'] }) {
  const { t } = useTranslation('households');
  const { head, village, standing } = line.households.find(({ id }) => id === of)!;
  if (head === null) return <span className={styles.quiet}>{t('line.outside')}</span>;
  return (
    <span className={styles.lineHousehold} data-here={of === here || undefined}>
      {of === here ? (
        <strong>{head}</strong>
      ) : (
        <Link to="/households/$id" params={{ id: of }}>
          {head}
        </Link>
      )}
      <span className={styles.quiet}>{[village, standing && standing !== 'present' ? t(`standing.${standing}`) : null].filter(Boolean).join(' · ')}</span>
    </span>
  );
}
