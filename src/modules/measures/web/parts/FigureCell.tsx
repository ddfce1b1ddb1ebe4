import { Link, type LinkProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { showNumber, showRate } from '#kernel/show.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { UnknownFigure } from '#web/ui/Figure.tsx';
import type { AreaName } from '#modules/areas/contract.ts';
import type { CarriedOver, Measure, Reason } from '../../contract.ts';
import { reasonText } from '../../rules.reasons.ts';
import { CarriedFigure } from './CarriedFigure.tsx';
import styles from './FigureCell.module.css';

interface Props {
  value: number | null;
  unit: Measure['unit'];
  reason?: Reason | null | undefined;
  /** To the households behind it. */
  link?: Pick<LinkProps, 'to' | 'search'> | undefined;
  /** Where it came over from another map: its households are those of other units. */
  carried?: CarriedOver | undefined;
  origins?: readonly AreaName[];
  linkOf?: ((unit: AreaName) => Pick<LinkProps, 'to' | 'search'> | undefined) | undefined;
}

/** A figure in a table: a way down to its households, or a dash that says why there is no figure. */
export function FigureCell({ value, unit, reason, link, carried, origins, linkOf }: Props) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const show = useShow();
  if (value === null) return <UnknownFigure {...(reason ? { reason: say(reasonText(reason)) } : {})} />;
  if (carried && origins) return <CarriedFigure text={show(value, unit)} carried={carried} origins={origins} linkOf={linkOf} />;
  if (!link || value === 0) return show(value, unit);
  return (
    <Link {...link} className={styles.link!} title={t('figure.open')}>
      {show(value, unit)}
    </Link>
  );
}

/** Writes a figure as people of the screen's language read it. */
export function useShow(): (value: number, unit: Measure['unit']) => string {
  const { language } = useLanguage();
  return (value, unit) => (unit === 'hundredth_percent' ? showRate(value, language) : showNumber(value, language));
}
