import { UnstyledButton } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { SimulatedBadge } from '#web/ui/SimulatedBadge.tsx';
import type { DemoAccount } from '../contract.ts';
import { roleIcons } from './role-icons.ts';
import styles from './SignInPage.module.css';

interface Props {
  accounts: readonly DemoAccount[];
  busy: boolean;
  onEnter: (account: DemoAccount) => void;
}

/** The accounts of a demonstration, one card each. */
export function DemoAccounts({ accounts, busy, onEnter }: Props) {
  const { t } = useTranslation('identity');
  return (
    <section className={styles.demo} aria-labelledby="demo-title">
      <div className={styles.demoHead}>
        <h2 id="demo-title">{t('demo.title')}</h2>
        <SimulatedBadge />
      </div>
      <p>{t('demo.lead')}</p>
      <div className={styles.cards}>
        {accounts.map((account) => {
          const Icon = roleIcons[account.role];
          const role = t(`role.${account.role}`);
          return (
            <UnstyledButton key={account.username} className={styles.card!} disabled={busy} onClick={() => onEnter(account)} aria-label={t('demo.enter', { role, area: account.area })}>
              <Icon size={20} stroke={1.5} aria-hidden />
              <span className={styles.cardWords}>
                <strong>{role}</strong>
                <span title={account.area}>{account.area}</span>
              </span>
              <IconArrowRight size={16} stroke={1.8} aria-hidden className={styles.arrow} />
            </UnstyledButton>
          );
        })}
      </div>
    </section>
  );
}
