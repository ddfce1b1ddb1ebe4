import { useTranslation } from 'react-i18next';
import { showDate } from '#kernel/plain-date.ts';
import { showNumber } from '#kernel/show.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { Section } from '#web/ui/Page.tsx';
import type { StandardView } from '../contract.ts';
import type { Instrument } from '../contract.packs.ts';
import { ProvisionCite } from './parts/ProvisionCite.tsx';
import table from './LawTable.module.css';
import styles from './StandardPage.module.css';

const whys = { empty: 'law.tables.emptyWhy', sample: 'law.tables.sampleWhy', complete: 'law.tables.completeWhy' } as const;

/** The tables of points of form B1 and the state that each is in. */
export function Tables({ view: { instruments, citations } }: { view: StandardView }) {
  const { t } = useTranslation('standards');
  return (
    <Section title={t('law.tables.title')} note={t('law.tables.note')}>
      {instruments.length === 0 && (
        <p className={styles.missing}>
          {t('law.tables.none')}. {t('law.tables.noneDo')}
        </p>
      )}
      {instruments.map((instrument) => (
        <Table key={instrument.id} instrument={instrument} citations={citations} />
      ))}
    </Section>
  );
}

function Table({ instrument: { name, status, items, columns, provisions, from }, citations }: { instrument: Instrument; citations: StandardView['citations'] }) {
  const { t } = useTranslation('standards');
  const { say } = useLanguage();
  return (
    <div className={table.pointsTable}>
      <p className={table.pointsHead}>
        <strong>{say(name)}</strong>
        <span className={table.state} data-state={status}>
          {t(`law.tables.${status}`)}
        </span>
      </p>
      <p>{t(whys[status])}</p>
      <p className={styles.quiet}>
        {t('law.tables.items', { n: items.length, columns: columns.length })} · {t('law.since', { day: showDate(from) })}
      </p>
      <ul className={styles.plain}>
        {Object.keys(provisions).map((id) => (
          <li key={id}>
            <ProvisionCite cited={citations[id]!} more="note and day" />
          </li>
        ))}
      </ul>
      <details className={styles.more}>
        <summary>{t('law.tables.show')}</summary>
        <PointsGrid name={say(name)} items={items} columns={columns} citations={citations} />
      </details>
    </div>
  );
}

/** Options down, columns across; points that are not known show a dash. */
function PointsGrid({ name, items, columns, citations }: { name: string; citations: StandardView['citations'] } & Pick<Instrument, 'items' | 'columns'>) {
  const { t } = useTranslation('standards');
  const { language, say } = useLanguage();
  return (
    <div className={table.scroll} tabIndex={0} role="region" aria-label={name}>
      <table className={table.grid}>
        <thead>
          <tr>
            <th scope="col">{t('law.tables.item')}</th>
            {columns.map((column) => (
              <th key={column.code} scope="col" data-number>
                {say(column.name)}
              </th>
            ))}
          </tr>
        </thead>
        {items.map((item) => (
          <tbody key={item.code}>
            <tr>
              <th scope="rowgroup" colSpan={columns.length + 1}>
                {item.code} {say(item.name)} {citations[item.provision]!.provision.mark === 'made_up' && <ProvisionCite cited={citations[item.provision]!} />}
              </th>
            </tr>
            {item.options.map((option) => (
              <tr key={option.code}>
                <td>
                  {say(option.name)} {option.provision && citations[option.provision]!.provision.mark === 'made_up' && <ProvisionCite cited={citations[option.provision]!} />}
                </td>
                {columns.map(({ code }) => (
                  <td key={code} data-number>
                    {option.points?.[code] === undefined ? '–' : showNumber(option.points[code], language)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

/** The provinces' own higher lines, where any is loaded. */
export function Locals({ view: { locals, citations } }: { view: StandardView }) {
  const { t } = useTranslation('standards');
  const { say } = useLanguage();
  return (
    <Section title={t('law.locals.title')}>
      {locals.length === 0 && <p className={styles.quiet}>{t('law.locals.none')}</p>}
      <ul className={styles.plain}>
        {locals.map(({ id, name, provision }) => (
          <li key={id}>
            {say(name)} <ProvisionCite cited={citations[provision]!} more="note and day" />
          </li>
        ))}
      </ul>
    </Section>
  );
}
