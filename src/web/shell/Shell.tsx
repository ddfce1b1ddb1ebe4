import { Drawer } from '@mantine/core';
import { useDisclosure, useHotkeys, useLocalStorage } from '@mantine/hooks';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Header } from './Header.tsx';
import { Palette } from './Palette.tsx';
import { SideBar } from './SideBar.tsx';
import styles from './Shell.module.css';

/** What surrounds every screen: the header with place and time, the side bar, and the sheet that the screen is written on. */
export function Shell() {
  const { t } = useTranslation();
  const [folded, setFolded] = useLocalStorage({ key: 'chungtay.side-folded', defaultValue: false, getInitialValueInEffect: false });
  const [menuOpen, menu] = useDisclosure();
  const [searching, search] = useDisclosure();
  const address = useRouterState({ select: ({ location }) => location.pathname });
  useHotkeys([['mod+K', search.open]], []);
  useEffect(menu.close, [address]);

  return (
    <div className={styles.shell} data-folded={folded || undefined}>
      <a href="#main" className={`${styles.skip} no-print`}>
        {t('skip')}
      </a>
      <Header folded={folded} onMenu={menu.open} onSearch={search.open} />
      <aside className={`${styles.side} no-print`}>
        <SideBar folded={folded} onFold={() => setFolded(!folded)} />
      </aside>
      <main id="main" className={styles.main} tabIndex={-1}>
        <Outlet />
      </main>
      <Drawer opened={menuOpen} onClose={menu.close} size={280} title={t('product')} closeButtonProps={{ 'aria-label': t('close') }} classNames={{ body: styles.drawer! }}>
        <SideBar folded={false} />
      </Drawer>
      <Palette opened={searching} onClose={search.close} />
    </div>
  );
}
