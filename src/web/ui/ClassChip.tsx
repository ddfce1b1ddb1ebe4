import { useTranslation } from 'react-i18next';
import styles from './ClassChip.module.css';

/** The five classes of a household. */
export const classes = ['poor', 'near_poor', 'average', 'not_poor', 'insufficient'] as const;
export type Class = (typeof classes)[number];

/** A household's class in its fixed colour; the words carry it too, so that nobody needs to see the colour. */
export function ClassChip({ value }: { value: Class }) {
  const { t } = useTranslation();
  return (
    <span className={styles.chip} data-class={value}>
      <span className={styles.swatch} aria-hidden />
      {t(`class.${value}`)}
    </span>
  );
}
