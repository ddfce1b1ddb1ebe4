import { useRouter } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { showDate, type PlainDate } from '#kernel/plain-date.ts';
import { reasonText } from '#modules/measures/rules.reasons.ts';
import { certaintyOf } from '#modules/measures/web/parts/certainty.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { Citation } from '#web/ui/Citation.tsx';
import { Mark } from '#web/ui/Mark.tsx';
import { SimulatedBadge } from '#web/ui/SimulatedBadge.tsx';
import type { Report } from '../contract.ts';
import { missingReasons, periodText } from '../rules.forms.ts';
import styles from './FormPage.module.css';
import { PaperTable } from './PaperTable.tsx';

/** A table as on paper. */
export function Paper({ report, map }: { report: Report; map: PlainDate | undefined }) {
  const { t } = useTranslation('reports');
  const { history } = useRouter();
  const columns = report.splits.length > 0 ? report.splits.flatMap((split) => split.columns) : report.columns;
  const units = [...new Set(columns.map(({ unit }) => t(`unit.${unit}`)))];

  /** Links to households are plain ones, since there may be thousands; this keeps them inside the program. */
  function follow(event: MouseEvent): void {
    const href = (event.target as Element).closest('a[data-households]')?.getAttribute('href');
    if (!href || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    history.push(href);
  }

  return (
    <div onClick={follow}>
      <Sheet
        sheet={report}
        about={units.length > 0 && <span>{t('head.measured', { units: units.join(', ') })}</span>}
        why={<Missing report={report} />}
        sources={<Sources report={report} />}
      >
        <PaperTable report={report} map={map} />
      </Sheet>
    </div>
  );
}

interface SheetProps {
  sheet: Pick<Report, 'form' | 'title' | 'area' | 'period' | 'asOf' | 'simulated' | 'notes' | 'basis' | 'signatures'>;
  /** A word on what is measured. */
  about: ReactNode;
  /** Above and below the notes. */
  why?: ReactNode;
  sources?: ReactNode;
  children: ReactNode;
}

/** An official paper: whose it is, title, what it holds, notes, basis, who signs. */
export function Sheet({ sheet: report, about, why, sources, children }: SheetProps) {
  const { t } = useTranslation('reports');
  const { say } = useLanguage();
  return (
    <article className={styles.paper}>
      <header>
        <div className={styles.official}>
          <p>
            {t('head.unit')}: <strong>{report.area.name}</strong>
            <br />
            {t('head.form')} {report.form}
          </p>
          <p>
            <strong>{t('head.country')}</strong>
            <br />
            <strong className={styles.motto}>{t('head.motto')}</strong>
          </p>
        </div>
        <h1>{say(report.title)}</h1>
        <p className={styles.place}>{t('head.place', { area: report.area.name, period: say(periodText(report.period)) })}</p>
        <p className={styles.about}>
          <span>{t('head.asOf', { day: showDate(report.asOf) })}</span>
          {about}
          {report.simulated && <SimulatedBadge long />}
        </p>
      </header>
      {children}
      <footer className={styles.foot}>
        {why}
        {report.notes.length > 0 && (
          <section>
            <h2>{t('notes')}</h2>
            <ul>
              {report.notes.map((note) => (
                <li key={note.vi}>{say(note)}</li>
              ))}
            </ul>
          </section>
        )}
        {sources}
        <section>
          <h2>{t('basis')}</h2>
          <p>
            <Citation document={report.basis.article ? say(report.basis.article) : (report.basis.document ?? '')} link={report.basis.link ?? null} certainty={certaintyOf(report.basis.mark)} />
          </p>
        </section>
        <Signatures texts={report.signatures} />
      </footer>
    </article>
  );
}

function Sources({ report }: { report: Report }) {
  const { t } = useTranslation('reports');
  const { say } = useLanguage();
  if (report.sources.length === 0) return null;
  return (
    <section>
      <h2>{t('sources')}</h2>
      <ol>
        {report.sources.map(({ text, mark }, place) => (
          <li key={text.vi} id={`source-${place + 1}`} tabIndex={-1}>
            {say(text)} <Mark certainty={certaintyOf(mark)} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The reasons why cells have no figure. */
function Missing({ report }: { report: Report }) {
  const { t } = useTranslation('reports');
  const { say } = useLanguage();
  const kinds = missingReasons(report);
  if (kinds.length === 0) return null;
  return (
    <section>
      <h2>{t('why')}</h2>
      <ul>
        {kinds.map((reason) => (
          <li key={reason.code}>{say(reasonText(reason))}</li>
        ))}
      </ul>
    </section>
  );
}

function Signatures({ texts }: { texts: Report['signatures'] }) {
  const { t } = useTranslation('reports');
  const { say } = useLanguage();
  return (
    <div className={styles.signatures}>
      <p className={styles.day}>{t('day')}</p>
      {texts.map((text) => (
        <p key={text.vi}>
          <strong>{say(text)}</strong>
          <br />
          <em>{t('sign')}</em>
        </p>
      ))}
    </div>
  );
}
