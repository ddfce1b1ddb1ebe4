import { useTranslation } from 'react-i18next';
import { showDate } from '#kernel/plain-date.ts';
import { fold } from '#kernel/vietnamese.ts';
import { today } from '#web/place.ts';
import styles from './AreaPicker.module.css';
import type { PickedArea } from './recent-areas.ts';

/** An area in a list: its name with what was typed in bold, what it lies in, its level, and until when it stood. */
export function AreaLine({ area, text }: { area: PickedArea; text: string }) {
  const { t } = useTranslation('areas');
  const ended = area.to !== null && area.to < today();
  return (
    <span className={styles.line} data-ended={ended || undefined}>
      <span className={styles.words}>
        <span className={styles.name}>{emphasised(area.name, text)}</span>
        <span className={styles.within}>{[area.within, area.code].filter(Boolean).join(' · ')}</span>
      </span>
      <span className={styles.side}>
        <span>{t(`level.${area.level}`)}</span>
        {area.to !== null && ended && <span className={styles.ended}>{t('valid.until', { day: showDate(area.to) })}</span>}
      </span>
    </span>
  );
}

/** The words of a name, those that begin with a typed word in bold. */
function emphasised(name: string, text: string) {
  const typed = fold(text).split(' ').filter(Boolean);
  return name.split(' ').map((word, index) => {
    const hit = typed.some((begin) => fold(word).startsWith(begin));
    return (
      <span key={index}>
        {index > 0 && ' '}
        {hit ? <b>{word}</b> : word}
      </span>
    );
  });
}
