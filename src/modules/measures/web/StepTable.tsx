import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Explanation } from '../contract.ts';
import styles from './ChangesPage.module.css';
import { useStepLink, useStepNames, useStepValue } from './steps.ts';

/** The parts of a change as a table, in households and in points of the rate; every number of households opens them. */
export function StepTable({ told }: { told: Explanation }) {
  const { t } = useTranslation('measures');
  const { t: shell } = useTranslation();
  const nameOf = useStepNames();
  const linkOf = useStepLink(told);
  const [households, points] = [useStepValue('value'), useStepValue('points')];
  const hasRate = told.steps[0]?.points != null;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('changes.part')}</th>
          <th scope="col">{t('changes.households')}</th>
          {hasRate && <th scope="col">{t('changes.rate')}</th>}
        </tr>
      </thead>
      <tbody>
        {told.steps.map((step) => {
          const to = linkOf(step);
          return (
            <tr key={step.step} data-level={step.step === 'start' || step.step === 'end' || undefined}>
              <th scope="row">{nameOf(step)}</th>
              <td>
                {to ? (
                  <Link {...to} className={styles.link!} title={shell('figure.open')}>
                    {households(step)}
                  </Link>
                ) : (
                  households(step)
                )}
              </td>
              {hasRate && <td>{points(step)}</td>}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
