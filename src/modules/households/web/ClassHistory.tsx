import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { standardShortName, useStandard } from '#modules/rounds/web/parts/rounds.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { ClassChip } from '#web/ui/ClassChip.tsx';
import type { ClassRecord, HouseholdChange } from '../contract.ts';
import { changeTexts } from '../rules.changes.ts';
import { headlines } from './changes.ts';
import { differs, inSentence, showInstant, showPeriod } from './file.ts';
import styles from './Household.module.css';
import { areaQuery } from './queries.ts';

/** The revisions of a class that were replaced, folded. */
export function Replaced({ records }: { records: readonly ClassRecord[] }) {
  const { t } = useTranslation('households');
  if (records.length === 0) return null;
  return (
    <details className={styles.folded}>
      <summary>{t('history.replacedCount', { n: records.length })}</summary>
      {records.map((record) => (
        <ClassEntry key={record.revision} record={record} />
      ))}
    </details>
  );
}

/** How the household came to its class since the list before. */
export function Changed({ changes }: { changes: readonly HouseholdChange[] }) {
  const { t } = useTranslation('households');
  const { say } = useLanguage();
  const words = headlines(changes).map(({ change, why, since }) =>
    t('change.since', { how: [say(changeTexts[change].name), ...(why === null ? [] : [t(`change.why.${why}`)])].join(', '), since: showPeriod(since) }),
  );
  return words.join('; ');
}

/** One class: of what period, by what standard and where, what the list said, who entered it and when. */
export function ClassEntry({ record, changes = [] }: { record: ClassRecord; changes?: readonly HouseholdChange[] }) {
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
        {changes.length > 0 && (
          <p className={styles.says}>
            <Changed changes={changes} />
          </p>
        )}
        {says.length > 0 && <p className={styles.says}>{says.join('; ')}</p>}
        <p className={styles.quiet}>
          {places.map(({ name }) => name).join(', ')}
          {' · '}
          {t('history.entered', { who: record.enteredBy ?? t('history.system'), when: showInstant(record.enteredAt) })}
          {(record.handedIn > 1 || !record.current) && ` · ${t('history.revision', { n: record.handedIn })}`}
          {' · '}
          {t('history.source', { source: record.source })}
        </p>
      </div>
    </div>
  );
}
