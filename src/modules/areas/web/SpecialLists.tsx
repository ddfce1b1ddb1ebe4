import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { showDate } from '#kernel/plain-date.ts';
import { showNumber } from '#kernel/show.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { Mark, type Certainty } from '#web/ui/Mark.tsx';
import { Section } from '#web/ui/Page.tsx';
import type { SpecialList, SpecialStanding } from '../contract.lists.ts';
import type { AreaPage } from '../contract.ts';
import styles from './AreaPage.module.css';

const certainties: Readonly<Record<NonNullable<SpecialList['mark']>, Certainty>> = { seen_in_text: 'seen', secondary: 'secondary', unverified: 'unverified' };

/** How an area stands on the lists of authorities. A list with gaps says so, whatever it tells of this area. */
export function SpecialLists({ area }: { area: AreaPage }) {
  const { t } = useTranslation('areas');
  const { language, say } = useLanguage();
  if (area.lists.length === 0) return null;
  return (
    <Section title={t('page.lists')} note={t('page.listsNote')}>
      <ul className={styles.edges}>
        {area.lists.map((list) => (
          <li key={list.id}>
            <div>
              <Link to="/special-lists" search={(before) => ({ ...before, list: list.id })} className={styles.list!}>
                {say(list.name)}
              </Link>
              {list.inside.length > 0 && <p className={styles.standing}>{t('lists.villagesOn', { names: list.inside.map(({ name }) => name).join(', ') })}</p>}
              {list.standings.length === 0 ? (
                list.inside.length === 0 && <p className={styles.quiet}>{t(list.partial ? 'page.listAbsent' : 'page.listAbsentWhole')}</p>
              ) : (
                list.standings.map((standing) => <Standing key={standing.named.id + standing.from} standing={standing} area={area} />)
              )}
            </div>
            <div className={styles.how}>
              {say(list.article)} {list.mark && <Mark certainty={certainties[list.mark]} />}
              {list.partial && (
                <p className={styles.partial}>{list.named === null ? t('lists.partial') : t('lists.partialOf', { n: showNumber(list.onRecord, language), all: showNumber(list.named, language) })}</p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Standing({ standing: { named, extent, lands, from, to, exitDecision, seenAt }, area }: { standing: SpecialStanding; area: AreaPage }) {
  const { t } = useTranslation('areas');
  const own = named.id === area.id;
  const parts = [
    extent === 'part' ? t('page.listedPart', { names: lands.map(({ name }) => name).join(', ') }) : t('page.listed'),
    ...(own ? [] : [t(named.level === 'district' ? 'page.listedWithin' : 'page.listedOld', { name: named.name })]),
    `${t('page.listTime', { from: showDate(from) })}${to === null ? '' : ` ${t('page.listUntil', { to: showDate(to), decision: exitDecision ?? '' })}`}`,
    ...(seenAt === null ? [] : [t('page.listSeen', { place: seenAt })]),
  ];
  return <p className={styles.standing}>{parts.join(' · ')}</p>;
}
