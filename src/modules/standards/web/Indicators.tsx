import { useTranslation } from 'react-i18next';
import { showDate } from '#kernel/plain-date.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { Section } from '#web/ui/Page.tsx';
import type { StandardView } from '../contract.ts';
import type { Indicator } from '../contract.packs.ts';
import { ProvisionCite } from './parts/ProvisionCite.tsx';
import styles from './StandardPage.module.css';
import { useLawWords } from './parts/useLawWords.ts';

/** The indicators by dimension: when a household is deprived in each, in words and in the values that the program reckons with. */
export function Indicators({ view: { standard, citations } }: { view: StandardView }) {
  const { t } = useTranslation('standards');
  const { say } = useLanguage();
  const ordered = standard.dimensions.flatMap(({ code }) => standard.indicators.filter(({ dimension }) => dimension === code));
  const firstOf = new Map(ordered.toReversed().map(({ provision, code }) => [provision, code]));
  return (
    <Section title={t('law.indicators.title')} note={t('law.indicators.count', { n: standard.indicators.length, dimensions: standard.dimensions.length })}>
      {standard.dimensions.map(({ code, name }) => (
        <div key={code} className={styles.dimension}>
          <h3>{say(name)}</h3>
          <ul className={styles.indicators}>
            {ordered
              .filter(({ dimension }) => dimension === code)
              .map((indicator) => (
                <IndicatorLine key={indicator.code} indicator={indicator} citations={citations} isFirst={firstOf.get(indicator.provision) === indicator.code} />
              ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}

interface LineProps {
  indicator: Indicator;
  citations: StandardView['citations'];
  /** What was noted about a provision is said once for all that rest on it. */
  isFirst: boolean;
}

function IndicatorLine({ indicator: { code, name, provision, threshold }, citations, isFirst }: LineProps) {
  const { t } = useTranslation('standards');
  const { say } = useLanguage();
  const words = useLawWords();
  const parameters = 'unknown' in threshold ? [] : Object.entries(threshold.parameters);
  const others = parameters.flatMap(([, values]) => values.map((value) => value.provision)).filter((id) => id !== provision);
  return (
    <li>
      <span className={styles.code}>{code}</span>
      <div className={styles.indicatorWords}>
        <strong>{say(name)}</strong>
        {'unknown' in threshold ? (
          <p className={styles.missing}>{t('law.indicators.noThreshold', { reason: say(threshold.unknown) })}</p>
        ) : (
          <p>{t('law.indicators.deprived', { condition: say(threshold.deprived_when) })}</p>
        )}
        {parameters.length > 0 && (
          <dl className={styles.parameters}>
            {parameters.map(([parameter, values]) => (
              <div key={parameter}>
                <dt>{words.parameter(parameter)}</dt>
                {values.map((value) => (
                  <dd key={value.from}>
                    {words.value(value)} <span className={styles.quiet}>{t('law.since', { day: showDate(value.from) })}</span>
                  </dd>
                ))}
              </div>
            ))}
          </dl>
        )}
      </div>
      <div className={styles.indicatorBasis}>
        {[...new Set([provision, ...others])].map((id) => (
          <ProvisionCite key={id} cited={citations[id]!} more={isFirst || id !== provision ? 'note and day' : 'day'} />
        ))}
      </div>
    </li>
  );
}
