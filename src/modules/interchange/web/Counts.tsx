import { useTranslation } from 'react-i18next';
import { showNumber } from '#kernel/show.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { Figure } from '#web/ui/Figure.tsx';
import type { Import, ImportCheck, ImportKind } from '../contract.ts';
import styles from './Counts.module.css';
import { keptFigures } from './figures.ts';

/** What loading the file would do, in numbers. */
export function Counts({ kind, check, isRefused }: { kind: ImportKind; check: ImportCheck; isRefused: boolean }) {
  const { t } = useTranslation('interchange');
  const { language } = useLanguage();
  const show = (value: number): string => showNumber(value, language);
  if (kind === 'aggregate') {
    return (
      <div className={styles.counts}>
        <Figure label={t('count.units')} value={check.figures.length} show={show} />
        <Figure label={t('count.kept')} value={keptFigures(check)} show={show} />
      </div>
    );
  }
  const names = check.newVillages;
  return (
    <div>
      {isRefused && <p className={styles.caption}>{t('count.asRead')}</p>}
      <div className={styles.counts}>
        <Figure label={t('count.added')} value={check.added} show={show} unit={t('count.households')} />
        <Figure label={t('count.changed')} value={check.changed} show={show} unit={t('count.households')} />
        <Figure label={t('count.same')} value={check.same} show={show} unit={t('count.households')} />
        <Figure label={t('count.absent')} value={check.absent.total} show={show} unit={t('count.households')} note={t('count.absentNote')} />
        <Figure label={t('count.differs')} value={check.differs} show={show} unit={t('count.households')} note={t('count.differsNote')} />
        <Figure label={t('count.newVillages')} value={names.length} show={show} />
      </div>
      {names.length > 0 && <p className={styles.villages}>{t('load.newVillages', { n: show(names.length), names: listed(names) })}</p>}
    </div>
  );
}

const namesShown = 30;
const listed = (names: readonly string[]): string => (names.length > namesShown ? `${names.slice(0, namesShown).join(', ')}…` : names.join(', '));

/** What loading the file did. */
export function DoneCounts({ result, kind }: { result: NonNullable<Import['result']>; kind: ImportKind }) {
  const { t } = useTranslation('interchange');
  const { language } = useLanguage();
  const parts = kind === 'aggregate' ? [[t('count.keptDone'), result.figures] as const] : ([[t('count.added'), result.added], [t('count.changed'), result.changed], [t('count.same'), result.same]] as const);
  return (
    <dl className={styles.done}>
      {parts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{showNumber(value, language)}</dd>
        </div>
      ))}
    </dl>
  );
}
