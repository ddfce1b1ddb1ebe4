import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { showDate } from '#kernel/plain-date.ts';
import { showNumber } from '#kernel/show.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { Section } from '#web/ui/Page.tsx';
import type { AreaPage, LineageEdge } from '../contract.ts';
import styles from './AreaPage.module.css';
import { AreaLink } from './parts/AreaLink.tsx';

/**
 * Where an area came from and what it went into. What documents say stands apart from what was only measured by laying the map of the
 * 2009 census over today's.
 */
export function Lineage({ area }: { area: AreaPage }) {
  const { t } = useTranslation('areas');
  if (area.level === 'country' || area.level === 'village') return null;
  return (
    <>
      <Edges title={t('page.successors')} edges={area.successors.filter(isDocumented)} />
      <Edges title={t('page.later')} edges={area.successors.filter(isMeasured)} />
      <Edges title={t('page.predecessors')} edges={area.predecessors.filter(isDocumented)} />
      <Edges title={t('page.earlier')} edges={area.predecessors.filter(isMeasured)} />
    </>
  );
}

const isMeasured = ({ basis }: LineageEdge): boolean => basis === 'overlap';
const isDocumented = (edge: LineageEdge): boolean => !isMeasured(edge);

/** Edges by day, and by what they rest on, which is said once for all of them. */
function Edges({ title, edges }: { title: string; edges: readonly LineageEdge[] }) {
  const { t } = useTranslation('areas');
  const { language } = useLanguage();
  if (edges.length === 0) return null;
  const groups = Map.groupBy(edges, ({ day, basis, resolution }) => [day, basis, resolution].join());
  const newestFirst = [...groups.values()].sort(([a], [b]) => (a!.day < b!.day ? 1 : -1));
  return (
    <Section title={title} note={t('page.unitsCount', { n: showNumber(edges.length, language) })}>
      {newestFirst.map((group) => (
        <EdgeGroup key={group[0]!.area.id} edges={group} />
      ))}
    </Section>
  );
}

function EdgeGroup({ edges }: { edges: readonly LineageEdge[] }) {
  const { t } = useTranslation('areas');
  const { day, basis, resolution } = edges[0]!;
  const cited = useResolution();
  return (
    <div className={styles.group}>
      <p className={styles.groupHead}>
        {basis !== 'overlap' && <span>{t('page.day', { day: showDate(day) })}</span>}
        <Tooltip label={t(`basisWhy.${basis}`)}>
          <span className={styles.basis} data-basis={basis} tabIndex={0}>
            {resolution === null ? t(`basis.${basis}`) : cited(resolution)}
          </span>
        </Tooltip>
      </p>
      <ul className={styles.edges}>
        {edges.map((edge) => (
          <Edge key={edge.area.id} edge={edge} />
        ))}
      </ul>
    </div>
  );
}

/** The catalogue writes `1686/NQ-UBTVQH15 k.13`. */
function useResolution(): (text: string) => string {
  const { t } = useTranslation('areas');
  return (text) => {
    const number = text.replace(/^NQ /, '');
    const [, before, clause] = /^(.*) k\.(\d+)$/.exec(number) ?? [];
    return before && clause ? t('page.clause', { number: before, clause }) : t('page.resolution', { number });
  };
}

const details = ['merged', 'renamed', 'unchanged', 'converted', 'part', 'remainder', 'area_only'] as const;

function Edge({ edge }: { edge: LineageEdge }) {
  const { t } = useTranslation('areas');
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
            <span tabIndex={0}> ≈ {Math.round(edge.share * 100)} %</span>
          </Tooltip>
        )}
      </span>
    </li>
  );
}
