import { Button } from '@mantine/core';
import { IconCheck, IconQuestionMark, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Standard } from '#modules/standards/contract.packs.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { Section } from '#web/ui/Page.tsx';
import type { ClassRecord } from '../contract.ts';
import { causesOfDeprivation, isTold } from '../rules.causes.ts';
import type { CausesOf } from './CauseDialog.tsx';
import { Causes } from './Causes.tsx';
import styles from './DeprivationStrip.module.css';

const icons = { yes: IconX, no: IconCheck, unknown: IconQuestionMark } as const;

interface Props {
  record: ClassRecord;
  standard: Standard;
  /** Tells the causes of an indicator; null where that is not to be done here. */
  onCauses: ((of: CausesOf) => void) | null;
  /** What the answers rest on. */
  children: ReactNode;
}

/** Every indicator of the standard as a cell, by dimension: deprived, not deprived, unknown. */
export function DeprivationStrip({ record, standard: { dimensions, indicators }, onCauses, children }: Props) {
  const { t } = useTranslation('households');
  const { say } = useLanguage();
  const answerOf = (code: string) => record.result.deprivations[code] ?? 'unknown';
  const count = (wanted: string): number => indicators.filter(({ code }) => answerOf(code) === wanted).length;
  const unknown = count('unknown');
  const total = indicators.length;
  const n = count('yes');
  const note = unknown === 0 ? t('deprivations.note', { n, total }) : unknown === total ? t('deprivations.noteNone', { total }) : t('deprivations.noteUnknown', { n, total, unknown });
  return (
    <Section title={t('deprivations.title')} note={note}>
      <div className={styles.strip}>
        {dimensions.map((dimension) => (
          <div key={dimension.code} className={styles.dimension} role="group" aria-label={say(dimension.name)}>
            <h3>{say(dimension.name)}</h3>
            <ul>
              {indicators
                .filter((indicator) => indicator.dimension === dimension.code)
                .map(({ code, name }) => {
                  const answer = answerOf(code);
                  const Icon = icons[answer];
                  return (
                    <li key={code} data-answer={answer}>
                      <span className={styles.state}>
                        <Icon size={14} stroke={2.2} aria-hidden />
                        {t(`deprivations.${answer}`)}
                        <span className={styles.code}>{code}</span>
                      </span>
                      <span className={styles.name}>{say(name)}</span>
                    </li>
                  );
                })}
            </ul>
          </div>
        ))}
      </div>
      <Becauses record={record} deprived={indicators.filter(({ code }) => answerOf(code) === 'yes')} onCauses={onCauses} />
      {children}
    </Section>
  );
}

/** Why the household is deprived in each indicator, as far as it is told. */
function Becauses({ record, deprived, onCauses }: Pick<Props, 'record' | 'onCauses'> & { deprived: Standard['indicators'] }) {
  const { t } = useTranslation('households');
  const { say } = useLanguage();
  const shown = deprived.map(({ code, name }) => ({ code, name: say(name), seen: causesOfDeprivation(record, code) })).filter(({ seen }) => onCauses || isTold(seen));
  if (shown.length === 0) return null;
  return (
    <dl className={styles.becauses} aria-label={t('causes.ofAll')}>
      {shown.map(({ code, name, seen }) => (
        <div key={code}>
          <dt>{t('causes.whyDeprived', { name })}</dt>
          <dd>
            <Causes of={seen} none={t('facts.causesNone')} />
            {onCauses && (
              <Button variant="default" size="compact-sm" className="no-print" onClick={() => onCauses({ indicator: code, name })} aria-label={t(isTold(seen) ? 'causes.changeOf' : 'causes.tellOf', { name })}>
                {t(isTold(seen) ? 'causes.change' : 'causes.tell')}
              </Button>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
