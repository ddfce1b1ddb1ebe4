import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCopy, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { showDate } from '#kernel/plain-date.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { today } from '#web/place.ts';
import { ClassChip } from '#web/ui/ClassChip.tsx';
import type { Classification, StandardView } from '../contract.ts';
import { missingText, noteText } from '../rules.explain.ts';
import { DeprivationList } from './parts/DeprivationList.tsx';
import { Reasons } from './parts/Reasons.tsx';
import type { Draft } from './draft.ts';
import styles from './Result.module.css';
import { slipText } from './slip.ts';

/** Up to so many missing indicators are named; beyond, their number says more, and each is in the list below. */
const listed = 4;

interface Props {
  result: Classification;
  view: StandardView;
  draft: Draft;
}

/** The number of deprivations in words, apart while some are unknown. */
export function useDeprived(): (result: Classification) => string {
  const { t } = useTranslation('standards');
  return ({ deprived: { least, most }, deprivations }) => {
    const of = Object.keys(deprivations).length;
    return least === most ? t('check.result.exact', { n: least, of }) : t('check.result.range', { least, most, of });
  };
}

/** What comes out and why, with the way to take it along. */
export function Result({ result, view, draft }: Props) {
  const { t } = useTranslation('standards');
  const { language, say } = useLanguage();
  const deprived = useDeprived();
  const copy = (): void =>
    void navigator.clipboard
      ?.writeText(slipText(result, view, draft, language))
      .then(() => notifications.show({ message: t('check.result.copiedDone') }))
      .catch(() => notifications.show({ message: t('check.result.copyFailed'), color: 'red' }));
  return (
    <div className={styles.result}>
      <div className={styles.slipHead}>
        <p className={styles.slipTitle}>{t('check.result.slip')}</p>
        <p>
          {say(view.standard.name)} · {draft.area ? t('check.result.area', { area: t(`check.where.${draft.area}`).toLowerCase() }) : t('check.result.areaUnknown')} · {t('check.result.made', { day: showDate(today()) })}
        </p>
      </div>
      <div className={styles.verdict} data-class={result.class}>
        <ClassChip value={result.class} />
      </div>
      {result.missing.length > 0 && (
        <div className={styles.missing}>
          <strong>{t('check.result.missing')}</strong>
          <ul>
            {result.missing.map((missing) => (
              <li key={missing.what}>{missing.what === 'indicators' && missing.subjects.length > listed ? t('check.result.missingMany', { n: missing.subjects.length }) : missingText(missing, language, view)}</li>
            ))}
          </ul>
        </div>
      )}
      <dl className={styles.facts}>
        {result.local && (
          <div>
            <dt>{t('check.result.local')}</dt>
            <dd>
              <ClassChip value={result.local.class} />
            </dd>
          </div>
        )}
        <div>
          <dt>{t('check.result.income')}</dt>
          <dd>{t(`check.incomeBand.${result.income.band ?? 'none'}`)}</dd>
        </div>
        {result.b1 !== null && (
          <div>
            <dt>{t('check.result.b1')}</dt>
            <dd>
              {result.b1}
              {result.income.route === 'b1_copied' && ` (${t('check.result.copied')})`}
            </dd>
          </div>
        )}
        <div>
          <dt>{t('check.result.deprived')}</dt>
          <dd>{deprived(result)}</dd>
        </div>
        {result.b2 !== null && (
          <div>
            <dt>{t('check.result.b2')}</dt>
            <dd>
              {result.b2}
              {result.b2Basis === 'copied' && ` (${t('check.result.copied')})`}
            </dd>
          </div>
        )}
      </dl>
      <section>
        <h3>{t('check.result.steps')}</h3>
        <Reasons result={result} book={view} />
      </section>
      <section>
        <h3>{t('check.result.deprivations')}</h3>
        <DeprivationList deprivations={result.deprivations} standard={view.standard} />
      </section>
      {result.notes.length > 0 && (
        <section>
          <h3>{t('check.result.notes')}</h3>
          <ul className={styles.notes}>
            {result.notes.map((note) => (
              <li key={note.note}>{noteText(note, language, view)}</li>
            ))}
          </ul>
        </section>
      )}
      <p className={styles.disclaimer}>
        {t('check.notDecision')} <span className="no-print">{t('check.notStored')}</span>
      </p>
      <div className={`${styles.actions} no-print`}>
        <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
          {t('check.result.print')}
        </Button>
        <Button variant="default" leftSection={<IconCopy size={16} aria-hidden />} onClick={copy}>
          {t('check.result.copy')}
        </Button>
      </div>
    </div>
  );
}
