import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showNumber } from '#kernel/show.ts';
import { AreaLink } from '#modules/areas/web/parts/AreaLink.tsx';
import { useLanguage } from '#web/i18n/language.ts';
import { Section } from '#web/ui/Page.tsx';
import type { Issue } from '../contract.parts.ts';
import type { ImportCheck } from '../contract.ts';
import { contradictionsIn, showFigure, type Contradictions } from './figures.ts';
import styles from './Figures.module.css';

const shownAtFirst = 40;

/** The figures by unit as they were read, the area that each unit was taken for, and what does not fit together. */
export function Figures({ check }: { check: ImportCheck }) {
  const { t } = useTranslation('interchange');
  const { language } = useLanguage();
  const [all, setAll] = useState(false);
  const [first] = check.figures;
  if (!first) return null;
  const rows = all ? check.figures : check.figures.slice(0, shownAtFirst);
  const left = check.figures.length - rows.length;
  const contradictions = contradictionsIn(check);
  return (
    <Section title={t('figure.title')} note={left > 0 && t('figure.left', { n: showNumber(left, language) })}>
      <div className={styles.scroll} role="region" aria-label={t('figure.title')} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('figure.unit')}</th>
              <th scope="col">{t('figure.area')}</th>
              {first.figures.map(({ label, kept }) => (
                <th key={label} scope="col" data-kept={kept}>
                  {label}
                  {!kept && <span className={styles.note}>{t('figure.notKept')}</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.row} row={row} contradictions={contradictions} />
            ))}
          </tbody>
          {contradictions.totals.size > 0 && <Totals labels={first.figures.map(({ label }) => label)} totals={contradictions.totals} />}
        </table>
      </div>
      {left > 0 && (
        <Button mt={10} variant="default" size="xs" onClick={() => setAll(true)}>
          {t('figure.showAll', { n: showNumber(check.figures.length, language) })}
        </Button>
      )}
    </Section>
  );
}

function Row({ row: { row, unit, area, figures }, contradictions }: { row: ImportCheck['figures'][number]; contradictions: Contradictions }) {
  const { t } = useTranslation('interchange');
  const { language } = useLanguage();
  return (
    <tr>
      <th scope="row">{unit}</th>
      <td>{area ? <AreaLink area={area} /> : <span className={styles.unknown}>{t('figure.unknownUnit')}</span>}</td>
      {figures.map(({ label, unit: of, value, kept }) => {
        const against = contradictions.of(row, label);
        return (
          <td key={label} data-kept={kept} data-against={against !== undefined || undefined}>
            {value === null ? '–' : showFigure(value, of, language)}
            {against && <Against issue={against} />}
          </td>
        );
      })}
    </tr>
  );
}

/** What the figure should be; the whole sentence for who points at it. */
function Against({ issue: { expected, message } }: { issue: Issue }) {
  const { t } = useTranslation('interchange');
  const { say } = useLanguage();
  return (
    <span className={styles.against} title={say(message)}>
      {t('figure.contradicts', { expected: expected === null ? '' : say(expected) })}
    </span>
  );
}

/** The total that the file prints, where its rows add up to something else. */
function Totals({ labels, totals }: { labels: readonly string[]; totals: Contradictions['totals'] }) {
  const { t } = useTranslation('interchange');
  const { say } = useLanguage();
  return (
    <tfoot>
      <tr>
        <th scope="row" colSpan={2}>
          {t('figure.totalRow')}
        </th>
        {labels.map((label) => {
          const total = totals.get(label);
          return (
            <td key={label} data-against={total !== undefined || undefined}>
              {total?.found && say(total.found)}
              {total && <Against issue={total} />}
            </td>
          );
        })}
      </tr>
    </tfoot>
  );
}
