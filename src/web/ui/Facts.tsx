import type { ReactNode } from 'react';
import styles from './Facts.module.css';

/** Short facts in a row, with a dot between them; each child is one. */
export function Facts({ children, className }: { children: ReactNode; className?: string | undefined }) {
  return <div className={`${styles.facts} ${className ?? ''}`}>{children}</div>;
}
