import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#web/i18n/language.ts';
import { LanguageSwitch, SchemeSwitch } from '#web/shell/Switches.tsx';
import { BrandMark } from '#web/shell/Brand.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { signIn, type Refusal } from './auth.ts';
import { DemoAccounts } from './DemoAccounts.tsx';
import { demoAccountsQuery, sessionQuery } from './queries.ts';
import styles from './SignInPage.module.css';
import { Terraces } from './Terraces.tsx';

/** The door: user name and password, and in a demonstration a card for each account. */
export function SignInPage() {
  const { t } = useTranslation('identity');
  const { language } = useLanguage();
  const { back, ended } = useSearch({ from: '/sign-in' });
  const { data: accounts } = useSuspenseQuery(demoAccountsQuery());
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [refusal, setRefusal] = useState<Refusal | 'empty' | null>(null);
  const enter = useEnter(back);

  const attempt = useMutation({
    mutationFn: (account: { username: string; password: string }) => signIn(account.username, account.password),
    onMutate: () => setRefusal(null),
    onSuccess: (refused) => (refused === null ? enter() : setRefusal(refused)),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (username.trim() === '' || password === '') setRefusal('empty');
    else attempt.mutate({ username, password });
  };
  const complaint = refusal === null ? null : refusal === 'empty' ? t('signIn.required') : (refusal.told?.[language] ?? t(refusal.reason === 'tooMany' ? 'signIn.tooMany' : 'signIn.wrong'));

  return (
    <div className={styles.page}>
      <main className={styles.door} id="main">
        <div className={styles.top}>
          <span className={styles.brand}>
            <BrandMark size={28} />
            Chung Tay
          </span>
          <span className={styles.switches}>
            <LanguageSwitch />
            <SchemeSwitch />
          </span>
        </div>
        <div className={styles.middle}>
          <h1>{t('signIn.title')}</h1>
          <p className={styles.lead}>{t('signIn.lead')}</p>
          {ended && refusal === null && (
            <p className={styles.ended} role="status">
              {t('signIn.ended')}
            </p>
          )}
          <form onSubmit={submit} className={styles.form} noValidate>
            <TextInput label={t('signIn.username')} autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus value={username} onChange={(event) => setUsername(event.currentTarget.value)} />
            <PasswordInput
              label={t('signIn.password')}
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
              visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
            />
            {complaint && (
              <p className={styles.complaint} role="alert">
                {complaint}
              </p>
            )}
            {attempt.isError && <ErrorNotice error={attempt.error} />}
            <Button type="submit" loading={attempt.isPending} className={styles.submit!}>
              {t('signIn.submit')}
            </Button>
          </form>
          {accounts.length > 0 && <DemoAccounts accounts={accounts} busy={attempt.isPending} onEnter={(account) => attempt.mutate(account)} />}
        </div>
      </main>
      <Terraces />
    </div>
  );
}

/** After signing in: everything is asked anew, then back to where the person was, or to the first page. */
function useEnter(back: string | undefined): () => Promise<void> {
  const queries = useQueryClient();
  const router = useRouter();
  const navigate = useNavigate();
  return async () => {
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey !== demoAccountsQuery().queryKey });
    await queries.fetchQuery(sessionQuery());
    if (back === undefined) await navigate({ to: '/', search: {}, replace: true });
    else router.history.replace(back);
  };
}
