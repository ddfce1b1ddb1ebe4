import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { showDate } from '#kernel/plain-date.ts';
import { showRate } from '#kernel/show.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { Section } from '#web/ui/Page.tsx';
import type { AreaPage, LineageEdge } from '../contract.ts';
import styles from './AreaPage.module.css';
import { AreaLink } from './parts/AreaLink.tsx';

/** Where an area came from and what it went into, by day, each with what that rests on. */
export function Lineage({ area }: { area: AreaPage }) {
  const { t } = useTranslation('areas');
  if (area.level === 'country' || area.level === 'village') return null;
  return (
    <>
      {area.successors.length > 0 && (
        <Section title={t('page.successors')}>
          <Edges edges={area.successors} />
        </Section>
      )}
      <Section title={t('page.predecessors')} note={area.predecessors.length > 0 && t('page.predecessorsCount', { n: area.predecessors.length })}>
        {area.predecessors.length === 0 ? <p className={styles.quiet}>{t('page.predecessorsNone')}</p> : <Edges edges={area.predecessors} />}
      </Section>
    </>
  );
}

const details = ['merged', 'renamed', 'unchanged', 'converted', 'part', 'remainder', 'area_only'] as const;

function Edges({ edges }: { edges: readonly LineageEdge[] }) {
  const { t } = useTranslation('areas');
  const days = [...new Set(edges.map(({ day }) => day))].sort().reverse();
  return days.map((day) => (
    <div key={day} className={styles.group}>
      <h3>{t('page.day', { day: showDate(day) })}</h3>
      <ul className={styles.edges}>
        {edges
          .filter((edge) => edge.day === day)
          .map((edge) => (
            <Edge key={edge.area.id} edge={edge} />
          ))}
      </ul>
    </div>
  ));
}

function Edge({ edge }: { edge: LineageEdge }) {
  const { t } = useTranslation('areas');
  const { language } = useLanguage();
  const detail = details.find((each) => each === edge.detail) ?? (edge.kind === 'whole' ? 'whole' : 'partial');
  const place = edge.within.filter(({ level }) => level !== 'country').reverse();
  return (
    <li>
      <span className={styles.what}>
        <AreaLink area={edge.area} />
        <span className={styles.quiet}>{place.map(({ name }) => name).join(', ')}</span>
      </span>
      <span className={styles.how}>
        {t(`detail.${detail}`)}
        {edge.share !== null && edge.kind === 'part' && (
          <Tooltip label={t('shareWhy')}>
            <span tabIndex={0}> ≈ {showRate(Math.round(edge.share * 100) * 100, language).slice(0, -3)} %</span>
          </Tooltip>
        )}
      </span>
      <Tooltip label={t(`basisWhy.${edge.basis}`)}>
        <span className={styles.basis} data-basis={edge.basis} tabIndex={0}>
          {edge.resolution ?? t(`basis.${edge.basis}`)}
        </span>
      </Tooltip>
    </li>
  );
}
