import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

interface Props {
  icon?: Icon;
  title: string;
  /** What to do next. */
  children?: ReactNode;
  action?: ReactNode;
}

/** Where a list has nothing: says so, and what to do next. */
export function EmptyState({ icon: Icon, title, children, action }: Props) {
  return (
    <div className={styles.empty}>
      {Icon && <Icon size={28} stroke={1.4} aria-hidden className={styles.icon} />}
      <p className={styles.title}>{title}</p>
      {children && <p className={styles.next}>{children}</p>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
