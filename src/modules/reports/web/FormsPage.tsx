import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { certaintyOf } from '#modules/measures/web/parts/certainty.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { Mark } from '#web/ui/Mark.tsx';
import { Page, Section } from '#web/ui/Page.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { TableSkeleton } from '#web/ui/Skeletons.tsx';
import { FormSection, type FormSummary } from '../contract.ts';
import styles from './FormsPage.module.css';
import { formsQuery } from './queries.ts';

/** The official forms that can be filled. */
export function FormsPage() {
  const { t } = useTranslation('reports');
  const { data: forms, error, refetch } = useQuery(formsQuery());
  return (
    <Page>
      <PageHeader title={t('list.title')}>
        <span>{t('list.lead')}</span>
      </PageHeader>
      {error ? (
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      ) : forms === undefined ? (
        <TableSkeleton rows={3} />
      ) : (
        FormSection.options.map((section) => (
          <Group key={section} title={t(`section.${section}`)} forms={forms.filter((one) => one.section === section)} />
        ))
      )}
    </Page>
  );
}

function Group({ title: head, forms }: { title: string; forms: readonly FormSummary[] }) {
  const { t } = useTranslation('reports');
  const { say } = useLanguage();
  if (forms.length === 0) return null;
  return (
    <Section title={head}>
      <ul className={styles.forms}>
        {forms.map(({ form, title, basis }) => (
          <li key={form}>
            <Link to="/reports/$form" params={{ form }} className={styles.form!}>
              <span className={styles.number}>{t('form', { form })}</span>
              <span className={styles.title}>{say(title)}</span>
            </Link>
            <span className={styles.basis}>
              {basis.article && say(basis.article)}
              <Mark certainty={certaintyOf(basis.mark)} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
