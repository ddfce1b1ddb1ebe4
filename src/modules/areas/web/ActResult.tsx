import { useTranslation } from 'react-i18next';
import { showNumber } from '#kernel/show.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import type { Consequences } from '../contract.acts.ts';
import styles from './Acts.module.css';

/** What would follow from a change of the map. */
export function ActResult({ consequences: { ends, begins, moves, follows, posts, rewritten, notes } }: { consequences: Consequences }) {
  const { t } = useTranslation('areas');
  const { t: identity } = useTranslation('identity');
  const { language } = useLanguage();
  const units = [
    ...ends.map((area) => ({ key: `end ${area.id}`, name: area.name, effect: t('acts.ends'), from: '', to: '' })),
    ...begins.map((area) => ({ key: `begin ${area.id}`, name: area.name, effect: t('acts.begins'), from: '', to: '' })),
    ...moves.map(({ area, from, to }) => ({ key: `move ${area.id}`, name: area.name, effect: t('acts.moves'), from, to })),
  ];
  return (
    <section className={styles.result} aria-live="polite">
      <h3>
        {t('acts.result')} <span className={styles.quiet}>{t('acts.resultNote')}</span>
      </h3>
      {notes.length > 0 && (
        <div className={styles.notes}>
          <strong>{t('acts.notes')}</strong>
          <ul>
            {notes.map((note) => (
              <li key={note.vi}>{note[language]}</li>
            ))}
          </ul>
        </div>
      )}
      <p className={styles.follows}>
        <strong>{t('acts.follows')}: </strong>
        {follows.length === 0 ? t('acts.nothingFollows') : follows.map(({ what, count }) => `${showNumber(count, language)} ${t(`acts.following.${what}`)}`).join(' · ')}
        {rewritten > 0 && `. ${t('acts.rewritten', { n: showNumber(rewritten, language) })}.`}
      </p>
      <DataTable
        label={t('acts.result')}
        rows={units}
        id={({ key }) => key}
        empty={<EmptyState title={t('acts.nothingFollows')} />}
        columns={[
          { key: 'name', title: t('acts.unit'), render: ({ name }) => name },
          { key: 'effect', title: t('acts.effect'), width: 190, render: ({ effect }) => effect },
          { key: 'from', title: t('acts.from'), wideOnly: true, render: ({ from }) => from },
          { key: 'to', title: t('acts.became'), render: ({ to }) => to },
        ]}
      />
      {posts.length > 0 && (
        <DataTable
          label={t('acts.posts')}
          rows={posts.map((post, place) => ({ ...post, key: `${place}` }))}
          id={({ key }) => key}
          empty={null}
          columns={[
            { key: 'name', title: t('acts.person'), render: ({ name }) => name },
            { key: 'role', title: t('acts.role'), width: 190, wideOnly: true, render: ({ role }) => identity(`role.${role}`) },
            { key: 'post', title: t('acts.post'), render: ({ from, to }) => (from.name === to.name ? to.name : `${from.name} → ${to.name}`) },
            { key: 'sees', title: t('acts.sees'), render: ({ sees }) => <span data-sees={sees} className={styles.sees}>{t(`acts.seesWhat.${sees}`)}</span> },
          ]}
        />
      )}
    </section>
  );
}
