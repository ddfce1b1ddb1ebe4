import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showNumber } from '#kernel/show.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { ClassChip } from '#web/ui/ClassChip.tsx';
import { DataTable } from '#web/ui/DataTable.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Section } from '#web/ui/Page.tsx';
import type { ImportCheck, ImportEntry } from '../contract.ts';
import styles from './Entries.module.css';

const step = 25;

const differs = ({ stated, computed }: ImportEntry): boolean => stated !== null && stated !== computed;

const filters = {
  all: () => true,
  differs,
  changed: ({ change }: ImportEntry) => change === 'changed',
  added: ({ change }: ImportEntry) => change === 'added',
  same: ({ change }: ImportEntry) => change === 'same',
} as const;
type Filter = keyof typeof filters;

/** The households of the file and what would become of each. */
export function Entries({ check }: { check: ImportCheck }) {
  const { t } = useTranslation('interchange');
  const { language, say } = useLanguage();
  const show = (value: number): string => showNumber(value, language);
  const [filter, setFilter] = useState<Filter>('all');
  const [most, setMost] = useState(step);
  const total = check.added + check.changed + check.same;
  if (total === 0) return null;
  const fitting = check.entries.filter(filters[filter]);
  const counts: Record<Filter, number> = { all: total, differs: check.differs, changed: check.changed, added: check.added, same: check.same };
  const names: Record<Filter, string> = { all: t('entry.all'), differs: t('count.differs'), changed: t('entry.changed'), added: t('entry.added'), same: t('entry.same') };
  const left = counts[filter] - fitting.length;
  return (
    <Section title={t('entry.title')} note={t('entry.note')}>
      <div className={styles.filter}>
        <SegmentedControl
          size="xs"
          aria-label={t('entry.filter')}
          value={filter}
          onChange={(next) => {
            setFilter(next as Filter);
            setMost(step);
          }}
          data={(Object.keys(filters) as Filter[]).filter((one) => one === 'all' || counts[one] > 0).map((one) => ({ value: one, label: `${names[one]} ${show(counts[one])}` }))}
        />
      </div>
      <DataTable
        label={t('entry.title')}
        rows={fitting.slice(0, most)}
        id={({ source }) => source.vi}
        empty={<EmptyState title={t('entry.none')} />}
        columns={[
          { key: 'head', title: t('entry.head'), render: (entry) => <Head entry={entry} /> },
          { key: 'change', title: t('entry.change'), width: 110, wideOnly: true, render: ({ change }) => <Change change={change} /> },
          { key: 'before', title: t('entry.before'), width: 150, wideOnly: true, render: ({ before }) => (before === null ? <span className={styles.quiet}>–</span> : <ClassChip value={before} />) },
          { key: 'after', title: t('entry.after'), render: (entry) => <After entry={entry} /> },
          { key: 'source', title: t('entry.source'), width: 260, wideOnly: true, render: ({ source }) => <span className={styles.quiet}>{say(source)}</span> },
        ]}
      />
      {fitting.length > most && (
        <Button mt={10} size="xs" variant="default" onClick={() => setMost(most + 4 * step)}>
          {t('issue.more', { n: show(Math.min(4 * step, fitting.length - most)), left: show(fitting.length - most) })}
        </Button>
      )}
      {fitting.length <= most && left > 0 && <p className={styles.left}>{t('entry.left', { n: show(left) })}</p>}
    </Section>
  );
}

function Change({ change }: Pick<ImportEntry, 'change'>) {
  const { t } = useTranslation('interchange');
  return (
    <span className={styles.change} data-change={change}>
      {t(`entry.${change}`)}
    </span>
  );
}

/** Who, and where; on a phone also what happens. */
function Head({ entry: { head, village, change } }: { entry: ImportEntry }) {
  const { t } = useTranslation('interchange');
  return (
    <span className={styles.head}>
      <span className={styles.name}>{head}</span>
      <span className={styles.village}>{village ?? t('entry.noVillage')}</span>
      <span className={styles.onPhone}>
        <Change change={change} />
      </span>
    </span>
  );
}

/** New, again or still: as the file says, and where that is another thing, as the earlier lists say. */
function Standing({ standing: { stated, computed } }: { standing: NonNullable<ImportEntry['standing']> }) {
  const { t } = useTranslation('interchange');
  const differ = computed !== null && computed !== stated;
  const word = t(`entry.standing.${stated}`);
  return <span className={differ ? styles.differ : styles.village}>{differ ? t('entry.standingDiffers', { stated: word, computed: t(`entry.standing.${computed}`) }) : word}</span>;
}

function After({ entry }: { entry: ImportEntry }) {
  const { t } = useTranslation('interchange');
  const { t: shell } = useTranslation();
  return (
    <span className={styles.after}>
      <ClassChip value={entry.class} />
      {entry.standing && <Standing standing={entry.standing} />}
      {differs(entry) && (
        <span className={styles.differ}>
          {t('entry.differ', { stated: shell(`class.${entry.stated!}`).toLocaleLowerCase('vi'), computed: shell(`class.${entry.computed}`).toLocaleLowerCase('vi') })}
        </span>
      )}
    </span>
  );
}
