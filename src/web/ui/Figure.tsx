import { Tooltip } from '@mantine/core';
import { IconArrowDownRight, IconArrowUpRight, IconMinus } from '@tabler/icons-react';
import { Link, type LinkProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import styles from './Figure.module.css';

interface Change {
  /** Difference to the figure before, in the unit of the figure. */
  value: number;
  /** Compared with what: `so với 2017`. */
  since: string;
  /** Which way is good news; without it a change has no colour. */
  good?: 'up' | 'down';
}

interface Props {
  label: string;
  /** Null is unknown: shown as a dash with its reason, never as 0. */
  value: number | null;
  /** Writes the figure: `(n) => showNumber(n, language)`. */
  show: (value: number) => string;
  unit?: string;
  /** Why there is no figure; "not published" by default. */
  reason?: string;
  change?: Change | null;
  /** To the households behind it. */
  link?: Pick<LinkProps, 'to' | 'params' | 'search'>;
  note?: string;
}

/** One number of a screen: what it counts, how it changed, and the way down to what stands behind it. */
export function Figure({ label, value, show, unit, reason, change, link, note }: Props) {
  const { t } = useTranslation();
  const body = (
    <>
      <span className={styles.label}>{label}</span>
      {value === null ? (
        <UnknownFigure {...(reason === undefined ? {} : { reason })} large />
      ) : (
        <span className={styles.value}>
          {show(value)}
          {unit && <span className={styles.unit}> {unit}</span>}
        </span>
      )}
      {change && value !== null && <ChangeLine change={change} show={show} />}
      {note && <span className={styles.note}>{note}</span>}
    </>
  );
  return link && value !== null ? (
    <Link {...link} className={`${styles.figure} ${styles.link}`} title={t('figure.open')}>
      {body}
    </Link>
  ) : (
    <div className={styles.figure}>{body}</div>
  );
}

function ChangeLine({ change, show }: { change: Change; show: (value: number) => string }) {
  const { t } = useTranslation();
  const way = change.value > 0 ? 'up' : change.value < 0 ? 'down' : 'same';
  const Icon = { up: IconArrowUpRight, down: IconArrowDownRight, same: IconMinus }[way];
  const tone = way === 'same' || change.good === undefined ? 'plain' : way === change.good ? 'good' : 'bad';
  const n = show(Math.abs(change.value));
  return (
    <span className={styles.change} data-tone={tone}>
      <Icon size={15} stroke={2} aria-hidden />
      {way === 'same' ? t('figure.same') : t(`figure.${way}`, { n })}
      <span className={styles.since}>{change.since}</span>
    </span>
  );
}

/** The dash of a figure that is not known, with why. */
export function UnknownFigure({ reason, large = false }: { reason?: string; large?: boolean }) {
  const { t } = useTranslation();
  const why = reason ?? t('figure.unpublished');
  return (
    <Tooltip label={why}>
      <span className={large ? styles.unknownLarge : styles.unknown} tabIndex={0}>
        <span aria-hidden>–</span>
        <span className={large ? styles.why : styles.hidden}>{why}</span>
      </span>
    </Tooltip>
  );
}
