import { Tooltip, UnstyledButton } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '#modules/identity/web/parts/session.ts';
import type { Screen } from '../contribution.ts';
import { useLanguage } from '../i18n/language.ts';
import { SimulatedBadge } from '../ui/SimulatedBadge.tsx';
import { useOffered } from './screens.ts';
import styles from './SideBar.module.css';

interface Props {
  folded: boolean;
  /** Left out in the drawer, which does not fold. */
  onFold?: () => void;
}

/** The screens that exist and that this post may see. */
export function SideBar({ folded, onFold }: Props) {
  const { t } = useTranslation();
  const { screens } = useOffered();
  const { demonstration } = useSession();
  const groups = (['work', 'administration'] as const).map((group) => ({ group, items: screens.filter((screen) => screen.group === group) })).filter(({ items }) => items.length > 0);
  const Fold = folded ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <div className={styles.side} data-folded={folded || undefined}>
      <nav aria-label={t('nav.main')}>
        {groups.map(({ group, items }) => (
          <div key={group} className={styles.group}>
            {group === 'administration' && !folded && <p className={styles.label}>{t('nav.administration')}</p>}
            {items.map((screen) => (
              <Item key={String(screen.link.to)} screen={screen} folded={folded} />
            ))}
          </div>
        ))}
      </nav>
      <div className={styles.foot}>
        {demonstration && !folded && <SimulatedBadge long />}
        {onFold && (
          <Tooltip label={t(folded ? 'nav.unfold' : 'nav.fold')} position="right">
            <UnstyledButton className={styles.fold!} onClick={onFold} aria-label={t(folded ? 'nav.unfold' : 'nav.fold')}>
              <Fold size={18} stroke={1.5} aria-hidden />
            </UnstyledButton>
          </Tooltip>
        )}
      </div>
    </div>
  );
}

function Item({ screen, folded }: { screen: Screen; folded: boolean }) {
  const { say } = useLanguage();
  const title = say(screen.title);
  const Icon = screen.icon;
  return (
    <Tooltip label={title} position="right" disabled={!folded} openDelay={0}>
      <Link {...screen.link} className={styles.item!} aria-label={title} activeOptions={{ exact: screen.link.to === '/', includeSearch: false }}>
        <Icon size={19} stroke={1.6} aria-hidden />
        {!folded && <span>{title}</span>}
      </Link>
    </Tooltip>
  );
}
