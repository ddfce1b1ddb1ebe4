import { useTranslation } from 'react-i18next';
import { showDate } from '#kernel/plain-date.ts';
import { showNumber } from '#kernel/show.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { Mark, type Certainty } from '#web/ui/Mark.tsx';
import { Section } from '#web/ui/Page.tsx';
import type { AreaPage, SpecialList, SpecialStanding } from '../contract.ts';
import styles from './AreaPage.module.css';

const certainties: Readonly<Record<SpecialList['mark'], Certainty>> = { seen_in_text: 'seen', secondary: 'secondary', unverified: 'unverified' };

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
              <strong className={styles.list}>{say(list.name)}</strong>
              {list.standings.length === 0 ? (
                <p className={styles.quiet}>{t(list.onRecord < list.named ? 'page.listAbsent' : 'page.listAbsentWhole')}</p>
              ) : (
                list.standings.map((standing) => <Standing key={standing.named.id + standing.from} standing={standing} area={area} />)
              )}
            </div>
            <div className={styles.how}>
              {say(list.article)} <Mark certainty={certainties[list.mark]} />
              {list.onRecord < list.named && <p className={styles.partial}>{t('page.listPartial', { n: showNumber(list.onRecord, language), all: showNumber(list.named, language) })}</p>}
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
    t('page.listSeen', { place: seenAt }),
  ];
  return <p className={styles.standing}>{parts.join(' · ')}</p>;
}
