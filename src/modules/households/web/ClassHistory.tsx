import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { standardShortName, useStandard } from '#modules/rounds/web/parts/rounds.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { ClassChip } from '#web/ui/ClassChip.tsx';
import { Section } from '#web/ui/Page.tsx';
import type { ClassRecord } from '../contract.ts';
import { differs, inSentence, showInstant, showPeriod } from './file.ts';
import styles from './Household.module.css';
import { areaQuery } from './queries.ts';

/** Every class that the household was given, the newest first; what was replaced stays, folded. */
export function ClassHistory({ records }: { records: readonly ClassRecord[] }) {
  const { t } = useTranslation('households');
  const current = records.filter((record) => record.current);
  if (current.length === 0) return null;
  return (
    <Section title={t('history.title')} note={t('history.note')}>
      <ol className={styles.history}>
        {current.map((record) => (
          <li key={`${record.period} ${record.standard}`}>
            <Entry record={record} />
            <Replaced records={records.filter(({ period, standard, current: stands }) => !stands && period === record.period && standard === record.standard)} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Replaced({ records }: { records: readonly ClassRecord[] }) {
  const { t } = useTranslation('households');
  if (records.length === 0) return null;
  return (
    <details className={styles.folded}>
      <summary>{t('history.replacedCount', { n: records.length })}</summary>
      {records.map((record) => (
        <Entry key={record.revision} record={record} />
      ))}
    </details>
  );
}

/** One class: of what period, by what standard and where, what the list said, who entered it and when. */
function Entry({ record }: { record: ClassRecord }) {
  const { t } = useTranslation('households');
  const { t: shell } = useTranslation();
  const { language } = useLanguage();
  const view = useStandard(record.standard);
  const { data: village } = useQuery(areaQuery(record.village.id, record.asOf));
  const places = [record.village, ...(village?.within.filter(({ level }) => level !== 'country').reverse() ?? [])];
  const says = differs(record)
    ? [t('history.stated', { class: inSentence(shell(`class.${record.stated!}`)) }), t('history.computed', { class: inSentence(shell(`class.${record.computed}`)) })]
    : [];
  return (
    <div className={styles.entry} data-replaced={!record.current || undefined}>
      <span className={styles.entryPeriod}>{showPeriod(record.period)}</span>
      <div className={styles.entryWords}>
        <p className={styles.entryHead}>
          <ClassChip value={record.class} />
          <span>{view ? standardShortName(view, language) : record.standard}</span>
          {!record.official && <span className={styles.quiet}>{t('history.parallel')}</span>}
          {record.decision && <span>{record.decision.number}</span>}
          {!record.current && <span className={styles.tag}>{t(record.undone ? 'history.undone' : 'history.replaced')}</span>}
        </p>
        {says.length > 0 && <p className={styles.says}>{says.join('; ')}</p>}
        <p className={styles.quiet}>
          {places.map(({ name }) => name).join(', ')}
          {' · '}
          {t('history.entered', { who: record.enteredBy ?? t('history.system'), when: showInstant(record.enteredAt) })}
          {(record.revision > 1 || !record.current) && ` · ${t('history.revision', { n: record.revision })}`}
          {' · '}
          {t('history.source', { source: record.source })}
        </p>
      </div>
    </div>
  );
}
