import { IconExternalLink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { showDate } from '#kernel/plain-date.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { Mark } from '#web/ui/Mark.tsx';
import { Section } from '#web/ui/Page.tsx';
import type { StandardView } from '../contract.ts';
import type { LegalDocument } from '../contract.packs.ts';
import { certainties, ProvisionCite } from './parts/ProvisionCite.tsx';
import styles from './StandardPage.module.css';
import { lawValues, type LawValue } from './values.ts';

const grades = ['seen', 'secondary', 'unverified', 'missing'] as const;
type Grade = (typeof grades)[number];

const gradeOf = ({ mark }: LawValue): Grade => (mark === 'seen_in_text' ? 'seen' : mark === 'made_up' ? 'unverified' : mark);

/** How sure the values of the standard are, as one bar and one sentence, with the doubtful ones by name. */
export function Trust({ view }: { view: StandardView }) {
  const { t } = useTranslation('standards');
  const { say } = useLanguage();
  const values = lawValues(view);
  const graded = Map.groupBy(values, gradeOf);
  const count = (grade: Grade): number => graded.get(grade)?.length ?? 0;
  const known = values.length - count('missing');
  const doubtful = known - count('seen');
  return (
    <section className={styles.trust} data-doubtful={doubtful > 0 || count('missing') > 0 || undefined} aria-label={t('law.trust.title')}>
      <p className={styles.trustWords}>
        <strong>{doubtful === 0 ? t('law.trust.allSeen', { total: known }) : t('law.trust.some', { n: doubtful, total: known })}</strong>
        {count('missing') > 0 && <> {t('law.trust.unknown', { n: count('missing') })}</>} {t('law.trust.effect')}
      </p>
      <div className={styles.trustBar} aria-hidden>
        {grades.map((grade) => count(grade) > 0 && <span key={grade} data-grade={grade} style={{ flexGrow: count(grade) }} />)}
      </div>
      <ul className={styles.trustKey}>
        {grades.map(
          (grade) =>
            count(grade) > 0 && (
              <li key={grade} data-grade={grade}>
                <b>{count(grade)}</b> {t(`law.trust.${grade}`)}
              </li>
            ),
        )}
      </ul>
      {(count('unverified') > 0 || count('missing') > 0) && (
        <details className={styles.more}>
          <summary>{t('law.trust.list')}</summary>
          <ul className={styles.doubts}>
            {[...(graded.get('missing') ?? []), ...(graded.get('unverified') ?? [])].map((value, index) => (
              <li key={index}>
                <span>
                  {say(value.name)}
                  {value.mark === 'missing' && <span className={styles.quiet}> · {t('law.trust.missing')}</span>}
                </span>
                <ProvisionCite cited={value.cited} more="note and day" />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** The documents that the standard cites, with what is known of each; first what puts the standard in force. */
export function Basis({ view: { standard, citations } }: { view: StandardView }) {
  const { t } = useTranslation('standards');
  const documents = new Map(Object.values(citations).flatMap(({ document }) => (document ? [[document.number, document] as const] : [])));
  const bySigning = [...documents.values()].sort((a, b) => ((a.signed ?? '9999') < (b.signed ?? '9999') ? -1 : 1));
  return (
    <Section title={t('law.basis.title')} note={t('law.basis.note')}>
      <p className={styles.subhead}>{t('law.basis.force')}</p>
      <ul className={styles.plain}>
        {standard.basis.map((id) => (
          <li key={id}>
            <ProvisionCite cited={citations[id]!} more="note and day" />
          </li>
        ))}
      </ul>
      <ul className={styles.documents}>
        {bySigning.map((document) => (
          <DocumentLine key={document.number} document={document} />
        ))}
      </ul>
    </Section>
  );
}

function DocumentLine({ document: { kind, number, title, issuer, signed, in_force, ended, link, mark, checked_on, note } }: { document: LegalDocument }) {
  const { t } = useTranslation('standards');
  const { say } = useLanguage();
  const name = `${say(kind)} ${number}`;
  const facts = [
    signed ? t('law.basis.issued', { issuer: say(issuer), day: showDate(signed) }) : t('law.basis.issuedUnknown', { issuer: say(issuer) }),
    in_force && t('law.basis.inForce', { day: showDate(in_force) }),
    ended && t('law.basis.ended', { day: showDate(ended) }),
    t('law.basis.checked', { day: showDate(checked_on) }),
  ].filter(Boolean);
  return (
    <li>
      <span className={styles.documentName}>
        {link ? (
          <a href={link} target="_blank" rel="noreferrer">
            {name}
            <IconExternalLink size={13} stroke={1.8} aria-hidden />
          </a>
        ) : (
          name
        )}
      </span>
      <span className={styles.documentWords}>
        <span>
          {say(title)} {mark !== 'made_up' && <Mark certainty={certainties[mark]} />}
        </span>
        <span className={styles.quiet}>
          {facts.join(' · ')}
          {note && <>. {say(note)}</>}
        </span>
      </span>
    </li>
  );
}
