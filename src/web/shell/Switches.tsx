import { ActionIcon, Tooltip, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/language.ts';
import styles from './Switches.module.css';

/** Vietnamese or English; says what a press leads to in the language that it leads to. */
export function LanguageSwitch() {
  const { t } = useTranslation();
  const { language, setLanguage } = useLanguage();
  const other = language === 'vi' ? 'en' : 'vi';
  return (
    <Tooltip label={<span lang={other}>{t('language.switch')}</span>}>
      <ActionIcon onClick={() => setLanguage(other)} aria-label={t('language.switch')} lang={other}>
        <span className={styles.letters}>{language === 'vi' ? 'VI' : 'EN'}</span>
      </ActionIcon>
    </Tooltip>
  );
}

export function SchemeSwitch() {
  const { t } = useTranslation();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const Icon = scheme === 'light' ? IconMoon : IconSun;
  const label = t(scheme === 'light' ? 'scheme.toDark' : 'scheme.toLight');
  return (
    <Tooltip label={label}>
      <ActionIcon onClick={() => setColorScheme(scheme === 'light' ? 'dark' : 'light')} aria-label={label}>
        <Icon size={18} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  );
}
