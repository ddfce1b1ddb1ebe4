import { Link } from '@tanstack/react-router';
import type { AreaName } from '../../contract.ts';
import styles from './AreaLink.module.css';

/** To the page of an area; `quiet` inside a row that opens it too, where Tab need not stop twice. */
export function AreaLink({ area, quiet = false }: { area: Pick<AreaName, 'id' | 'name'>; quiet?: boolean }) {
  return (
    <Link to="/areas/$ref" params={{ ref: area.id }} search={(before) => ({ ...before, area: area.id })} className={styles.link!} {...(quiet ? { tabIndex: -1 } : {})}>
      {area.name}
    </Link>
  );
}
