import { ActionIcon, Menu, UnstyledButton, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconLanguage, IconMenu2, IconMoon, IconSearch, IconSun } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PersonMenu } from '#modules/identity/web/parts/PersonMenu.tsx';
import { useLanguage } from '../i18n/language.ts';
import { BrandMark } from './Brand.tsx';
import styles from './Header.module.css';
import { PlaceBar } from './PlaceBar.tsx';
import { LanguageSwitch, SchemeSwitch } from './Switches.tsx';

interface Props {
  folded: boolean;
  onMenu: () => void;
  onSearch: () => void;
}

/** The mark, the place and time of everything below, search, and the person. */
export function Header({ folded, onMenu, onSearch }: Props) {
  const { t } = useTranslation();
  const isMac = /mac|iphone|ipad/i.test(navigator.userAgent);
  return (
    <header className={`${styles.header} no-print`}>
      <ActionIcon className={styles.menu!} onClick={onMenu} aria-label={t('nav.open')} size={40}>
        <IconMenu2 size={20} stroke={1.6} />
      </ActionIcon>
      <Link to="/" className={styles.brand!} aria-label={t('product')} data-folded={folded || undefined}>
        <BrandMark />
        <span className={styles.word}>{t('product')}</span>
      </Link>
      <PlaceBar />
      <div className={styles.tools}>
        <UnstyledButton className={styles.search!} onClick={onSearch} aria-label={t('palette.open')} aria-keyshortcuts="Control+K">
          <IconSearch size={17} stroke={1.7} aria-hidden />
          <span>{t('palette.open')}</span>
          <kbd>{isMac ? '⌘K' : 'Ctrl K'}</kbd>
        </UnstyledButton>
        <span className={styles.switches}>
          <LanguageSwitch />
          <SchemeSwitch />
        </span>
        <PersonMenu>
          <PhoneSwitches />
        </PersonMenu>
      </div>
    </header>
  );
}

/** Language and appearance inside the person's menu, where the header has no room for them. */
function PhoneSwitches() {
  const { t } = useTranslation();
  const { language, setLanguage } = useLanguage();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const other = language === 'vi' ? 'en' : 'vi';
  return (
    <div className={styles.phoneOnly}>
      <Menu.Divider />
      <Menu.Item leftSection={<IconLanguage size={16} aria-hidden />} onClick={() => setLanguage(other)} lang={other}>
        {t('language.switch')}
      </Menu.Item>
      <Menu.Item leftSection={scheme === 'light' ? <IconMoon size={16} aria-hidden /> : <IconSun size={16} aria-hidden />} onClick={() => setColorScheme(scheme === 'light' ? 'dark' : 'light')}>
        {t(scheme === 'light' ? 'scheme.toDark' : 'scheme.toLight')}
      </Menu.Item>
    </div>
  );
}
