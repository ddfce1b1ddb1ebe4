import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { showDate } from '#kernel/plain-date.ts';
import { useSession } from '#modules/identity/web/parts/session.ts';
import { today } from '#web/place.ts';
import { SimulatedBadge } from '#web/ui/SimulatedBadge.tsx';
import type { Ledger, LedgerLine } from '../contract.ledger.ts';
import { showInstant } from './file.ts';
import styles from './Ledger.module.css';
import { PersonTable } from './PersonTable.tsx';

/** The households of the book in its order. Above them it says why some have no number yet. */
export function LedgerIndex({ lines }: { lines: readonly LedgerLine[] }) {
  const { t } = useTranslation('households');
  const { t: shell } = useTranslation();
  return (
    <table className={styles.index}>
      {lines.some(({ number }) => number === null) && <caption>{t('ledger.unnumbered')}</caption>}
      <thead>
        <tr>
          <th scope="col">{t('ledger.order')}</th>
          <th scope="col">{t('ledger.head')}</th>
          <th scope="col">{t('ledger.class')}</th>
          <th scope="col" className={styles.right}>
            {t('ledger.persons')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ household, number, head, class: its, members }) => (
          <tr key={household}>
            <td>{number ?? '–'}</td>
            <td>
              <Link to="/households/$id" params={{ id: household }}>
                {head}
              </Link>
            </td>
            <td>{its === null ? t('ledger.noClass') : shell(`class.${its}`)}</td>
            <td className={styles.right}>{members.length}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The whole book on paper: cover, index, what was changed after the closing, and a part for each household. */
export function LedgerBook({ book }: { book: Ledger }) {
  const { t } = useTranslation('households');
  const { t: shell } = useTranslation();
  const { demonstration } = useSession();
  const { village, within, month, asOf, closed, lines, amendments } = book;
  const places = within.toReversed().filter(({ level }) => level !== 'country').map(({ name }) => name).join(', ');
  const persons = lines.reduce((sum, { members }) => sum + members.length, 0);
  return (
    <div className={styles.book}>
      <section className={styles.cover}>
        <p>
          <strong>{t('ledger.country')}</strong>
          <br />
          <strong className={styles.motto}>{t('ledger.motto')}</strong>
        </p>
        <div>
          <h1>{t('ledger.cover')}</h1>
          <p className={styles.coverPlace}>
            {village.name}
            <br />
            {places}
          </p>
          <p className={styles.coverPlace}>
            {t('ledger.month')} {month.split('-').reverse().join('/')}
          </p>
          {demonstration && <SimulatedBadge long />}
        </div>
        <p>
          {t('ledger.count', { n: lines.length, persons })}. {t('ledger.asOf', { day: showDate(asOf) })}.
          <br />
          {closed ? t('ledger.closed', { who: closed.by ?? t('history.system'), when: showInstant(closed.at) }) : t('ledger.open')}
          {closed && (
            <>
              <br />
              {t('ledger.fingerprint', { print: closed.fingerprint })}
            </>
          )}
          <br />
          {t('leaf.printed', { day: showDate(today()) })}
        </p>
      </section>
      <section className={styles.pageBreak}>
        <h2>{t('ledger.index')}</h2>
        <LedgerIndex lines={lines} />
        {amendments.length > 0 && (
          <>
            <h2>{t('ledger.amendments')}</h2>
            <ul>
              {amendments.map(({ household, number, head, kind }) => (
                <li key={`${household} ${kind}`}>
                  {number !== null && `${t('ledger.pageOf', { number })}, `}
                  {head}: {t(`ledger.amendment.${kind}`)}
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      {lines.map(({ household, number, code, head, class: its, classOf, decision, b1, b2, deprived, members }, index) => (
        <section key={household} className={index === 0 ? `${styles.entry} ${styles.pageBreak}` : styles.entry}>
          <h2>
            {number !== null && `${t('ledger.pageOf', { number })}. `}
            {head}
          </h2>
          <p>
            {code && `${t('leaf.number')} ${code}. `}
            {its === null ? t('ledger.noClass') : t('ledger.classLine', { class: shell(`class.${its}`), day: showDate(classOf!) })}
            {decision && `, ${decision}`}. B1 / B2: {b1 ?? '–'} / {b2 ?? '–'}. {t('column.deprived')}: {its === null ? '–' : deprived.join(', ') || t('leaf.none')}.
          </p>
          <PersonTable members={members} />
        </section>
      ))}
    </div>
  );
}
