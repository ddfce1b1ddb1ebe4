import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#web/i18n/language.ts';
import { NumberField } from '#web/ui/NumberField.tsx';
import { Section } from '#web/ui/Page.tsx';
import type { Standard } from '../contract.packs.ts';
import { DeprivedChoice } from './Choice.tsx';
import { askedDirectly, type Draft } from './draft.ts';
import styles from './SelfCheck.module.css';

interface Props {
  draft: Draft;
  standard: Standard;
  onChange: (change: Partial<Draft>) => void;
}

/** The indicators as on the paper form, by dimension: deprived, not, unknown; and the B2 sum where only that is known. */
export function Answers({ draft: { facts, way }, standard, onChange }: Props) {
  const { t } = useTranslation('standards');
  const { say } = useLanguage();
  const asked = askedDirectly(standard, way);
  const answerOf = (code: string) => facts.indicators[code] ?? 'unknown';
  const open = asked.filter(({ code }) => answerOf(code) === 'unknown');
  const answer = (answers: typeof facts.indicators): void => onChange({ facts: { ...facts, indicators: { ...facts.indicators, ...answers } } });
  return (
    <Section title={t(way === 'quick' ? 'check.quick.title' : 'check.group.direct')}>
      {standard.dimensions.map(({ code: dimension, name }) => {
        const own = asked.filter((indicator) => indicator.dimension === dimension);
        if (own.length === 0) return null;
        return (
          <div key={dimension} className={styles.dimension}>
            <h3>{say(name)}</h3>
            {own.map(({ code, name: title, threshold }) => (
              <DeprivedChoice
                key={code}
                label={say(title)}
                hint={'unknown' in threshold ? say(threshold.unknown) : t('law.indicators.deprived', { condition: say(threshold.deprived_when) })}
                value={answerOf(code)}
                onChange={(value) => answer({ [code]: value })}
              />
            ))}
          </div>
        );
      })}
      {open.length > 0 && open.length < asked.length && (
        <Button variant="default" className={styles.add!} onClick={() => answer(Object.fromEntries(open.map(({ code }) => [code, 'no' as const])))}>
          {t('check.quick.allNo')}
        </Button>
      )}
      {way === 'quick' && (
        <NumberField label={t('check.quick.copied')} hint={t('check.quick.copiedHint')} value={facts.copiedB2} most={1000} onChange={(copiedB2) => onChange({ facts: { ...facts, copiedB2 } })} />
      )}
    </Section>
  );
}
