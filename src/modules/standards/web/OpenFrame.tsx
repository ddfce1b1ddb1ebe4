import { Button } from '@mantine/core';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '#modules/identity/web/parts/session.ts';
import { BrandMark } from '#web/shell/Brand.tsx';
import { Shell } from '#web/shell/Shell.tsx';
import { LanguageSwitch, SchemeSwitch } from '#web/shell/Switches.tsx';
import styles from './OpenFrame.module.css';

/** What surrounds a screen that anybody may open: the shell for a person with an account, else a head with the way to the others. */
export function OpenFrame() {
  const { person } = useSession();
  return person === null ? <PlainFrame /> : <Shell />;
}

function PlainFrame() {
  const { t } = useTranslation();
  const { t: own } = useTranslation('standards');
  const back = useLocation({ select: ({ href }) => href });
  return (
    <div className={styles.frame}>
      <a href="#main" className={`${styles.skip} no-print`}>
        {t('skip')}
      </a>
      <header className={`${styles.head} no-print`}>
        <Link to="/" className={styles.brand!} aria-label={t('product')}>
          <BrandMark />
          <span className={styles.word}>{t('product')}</span>
        </Link>
        <nav aria-label={t('nav.main')} className={styles.screens}>
          <Link to="/standards">{own('law.screen')}</Link>
          <Link to="/self-check">{own('check.screen')}</Link>
        </nav>
        <span className={styles.tools}>
          <LanguageSwitch />
          <SchemeSwitch />
          <Button variant="default" size="xs" className={styles.signIn!} renderRoot={(props) => <Link to="/sign-in" search={{ back }} {...props} />}>
            {own('law.signIn')}
          </Button>
        </span>
      </header>
      <main id="main" className={styles.main} tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}
