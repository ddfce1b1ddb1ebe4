import { Button } from '@mantine/core';
import { IconArrowLeft, IconPrinter } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { showNumber } from '#kernel/show.ts';
import { useMay } from '#modules/identity/web/parts/session.ts';
import { NamesFile } from '#modules/interchange/web/parts/ListFile.tsx';
import { WayOn } from '#modules/measures/web/parts/WayOn.tsx';
import { useLanguage } from '#web/i18n/language.ts';
import { usePlace } from '#web/place.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { Page } from '#web/ui/Page.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import type { FormId } from '../contract.ts';
import styles from './FormPage.module.css';
import { NamesTable } from './NamesTable.tsx';
import { Sheet } from './Paper.tsx';
import { namesQuery } from './queries.ts';

/** An official list of households and their members by name, for the area and period in view. */
export function NamesPage({ form }: { form: FormId }) {
  const { t } = useTranslation('reports');
  const may = useMay();
  if (!may('household.read')) {
    return (
      <Page>
        <EmptyState title={t('names.notPermitted')} />
      </Page>
    );
  }
  return <Names form={form} />;
}

function Names({ form }: { form: FormId }) {
  const { t } = useTranslation('reports');
  const { language } = useLanguage();
  const { area, period, map } = usePlace();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(namesQuery({ form, area, period, map, level: undefined }));
  const list = data?.pages[0];
  if (list === undefined && !error) return <PageSkeleton />;
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  const shown = rows.filter(({ first }) => first).length;
  const n = showNumber(list?.total ?? 0, language);
  return (
    <Page>
      <div className={styles.sheet}>
        <div className={`${styles.tools} no-print`}>
          <Button component={Link} to="/reports" variant="subtle" color="gray" leftSection={<IconArrowLeft size={16} aria-hidden />} className={styles.back!} justify="flex-start">
            {t('all')}
          </Button>
          <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} disabled={rows.length === 0} title={t('printHint')} onClick={() => window.print()}>
            {t('print')}
          </Button>
          <NamesFile form={form} area={area} period={period} map={map} disabled={rows.length === 0} />
        </div>
        {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
        {list && (
          <>
            {list.standard === null && <WayOn area={list.area} period={list.period} why="noRound" />}
            <Sheet sheet={list} about={<span role="status">{shown < list.total ? t('names.shown', { shown: showNumber(shown, language), n }) : t('names.households', { n })}</span>}>
              {rows.length === 0 ? <EmptyState title={t('names.none')}>{t('names.noneDo')}</EmptyState> : <NamesTable list={list} rows={rows} />}
              {hasNextPage && (
                <Button variant="default" mt="sm" className="no-print" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                  {t('names.more')}
                </Button>
              )}
            </Sheet>
          </>
        )}
      </div>
    </Page>
  );
}
