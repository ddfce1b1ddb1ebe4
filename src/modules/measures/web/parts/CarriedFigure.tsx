import { Popover, UnstyledButton } from '@mantine/core';
import { Link, type LinkProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { AreaName } from '#modules/areas/contract.ts';
import { useLanguage } from '#web/i18n/language.ts';
import type { CarriedOver } from '../../contract.ts';
import { carriedText } from '../../rules.reasons.ts';
import styles from './CarriedFigure.module.css';

interface Props {
  /** The figure as it is written. */
  text: string;
  carried: CarriedOver;
  /** Of the table that the figure stands in. */
  origins: readonly AreaName[];
  /** To the households of a unit of the day of the data. */
  linkOf?: ((unit: AreaName) => Pick<LinkProps, 'to' | 'search'> | undefined) | undefined;
}

/** The sign of an estimate, before every such figure on screen and paper. */
export const estimateSign = '≈';

/** A figure that came over from another map: opens what it was made of, with the households of each of those units. */
export function CarriedFigure({ text, carried, origins, linkOf }: Props) {
  const { t } = useTranslation('measures');
  const { say } = useLanguage();
  const names = origins.map(({ name }) => name);
  const units = carried.from.slice(0, shownUnits).map(({ origin }) => origins[origin]!);
  return (
    <Popover width={320} position="bottom-end" withinPortal>
      <Popover.Target>
        <UnstyledButton className={styles.open!} aria-label={t(carried.estimated ? 'carried.estimate' : 'carried.exact', { figure: text })}>
          {carried.estimated && <span className={styles.sign}>{estimateSign}</span>}
          {text}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={styles.told!}>
        <p>{say(carriedText(carried, names))}</p>
        {linkOf && (
          <ul aria-label={t('carried.units')}>
            {units.map((unit) => {
              const to = linkOf(unit);
              return to && (
                <li key={unit.id}>
                  <Link {...to}>{t('carried.open', { name: unit.name })}</Link>
                </li>
              );
            })}
          </ul>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

/** So many units fit under a figure. */
const shownUnits = 12;
