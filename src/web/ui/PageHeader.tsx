import type { ReactNode } from 'react';
import { Facts } from './Facts.tsx';
import { SimulatedBadge } from './SimulatedBadge.tsx';
import styles from './PageHeader.module.css';

interface Props {
  title: string;
  /** Where the figures are from: `Xã Nga Sơn, Tỉnh Thanh Hóa`. */
  place?: ReactNode;
  /** When: `Năm 2018`. */
  period?: ReactNode;
  /** A line of facts under the title, instead of or after place and period. */
  children?: ReactNode;
  actions?: ReactNode;
  /** The data on the page are those of the demonstration. */
  simulated?: boolean;
}

/** The head of a screen: what it is, of where and when, and what can be done here. */
export function PageHeader({ title, place, period, children, actions, simulated = false }: Props) {
  return (
    <header className={styles.head}>
      <div className={styles.words}>
        <div className={styles.title}>
          <h1>{title}</h1>
          {simulated && <SimulatedBadge />}
        </div>
        {(place || period) && (
          <Facts className={styles.facts}>
            {place && <span>{place}</span>}
            {period && <span>{period}</span>}
          </Facts>
        )}
        {children && <Facts className={styles.facts}>{children}</Facts>}
      </div>
      {actions && <div className={`${styles.actions} no-print`}>{actions}</div>}
    </header>
  );
}
