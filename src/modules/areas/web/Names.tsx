import { useTranslation } from 'react-i18next';
import { showDate } from '#kernel/plain-date.ts';
import { Section } from '#web/ui/Page.tsx';
import type { AreaHit, AreaPage } from '../contract.ts';
import styles from './AreaPage.module.css';
import { AreaLink } from './parts/AreaLink.tsx';

/** The names of an area as a time line, the newest first. */
export function Names({ area }: { area: AreaPage }) {
  const { t } = useTranslation('areas');
  const versions = [...area.versions].reverse();
  return (
    <Section title={t('page.names')}>
      <ol className={styles.timeline}>
        {versions.map(({ name, parent, from, to }, index) => (
          <li key={from} data-current={to === null || undefined}>
            <span className={styles.when}>
              {area.sinceBefore && index === versions.length - 1 ? t('valid.sinceBefore', { day: showDate(from) }) : showDate(from)}
              {' – '}
              {to === null ? t('valid.now') : showDate(to)}
            </span>
            <span className={styles.what}>
              <strong>{name}</strong>
              {parent && parent.level !== 'country' && (
                <span className={styles.quiet}>
                  {t('column.parent').toLowerCase()} <AreaLink area={parent} />
                </span>
              )}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** Areas that bore the same code at other times: a way to them, and no more. */
export function SameCode({ areas }: { areas: readonly AreaHit[] }) {
  const { t } = useTranslation('areas');
  return (
    <Section title={t('page.sameCode')} note={t('page.sameCodeNote')}>
      <ol className={styles.timeline}>
        {areas.map((area) => (
          <li key={area.id}>
            <span className={styles.when}>
              {showDate(area.from)} – {area.to === null ? t('valid.now') : showDate(area.to)}
            </span>
            <span className={styles.what}>
              <AreaLink area={area} />
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
