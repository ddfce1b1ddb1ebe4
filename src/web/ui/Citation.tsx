import { IconExternalLink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Mark, type Certainty } from './Mark.tsx';
import styles from './Citation.module.css';

interface Props {
  /** Number and issuer: `Nghị định 07/2021/NĐ-CP`. */
  document: string;
  /** `Điều 3, khoản 2`. */
  article?: string | null;
  link?: string | null;
  certainty?: Certainty;
}

/** The place of the law that a value or a step rests on. */
export function Citation({ document, article, link, certainty }: Props) {
  const { t } = useTranslation();
  const words = article ? `${document}, ${article}` : document;
  return (
    <span className={styles.citation}>
      {link ? (
        <a href={link} target="_blank" rel="noreferrer" title={t('cite.open', { document })}>
          {words}
          <IconExternalLink size={13} stroke={1.8} aria-hidden />
        </a>
      ) : (
        <cite>{words}</cite>
      )}
      {certainty && <Mark certainty={certainty} />}
    </span>
  );
}
