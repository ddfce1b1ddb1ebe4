import { Button, Select } from '@mantine/core';
import { IconArrowLeft, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Level } from '#modules/areas/contract.ts';
import { ReportFiles } from '#modules/interchange/web/parts/ReportFiles.tsx';
import { WayOn } from '#modules/measures/web/parts/WayOn.tsx';
import { usePlace } from '#web/place.ts';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { Page } from '#web/ui/Page.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import type { FormId, Report } from '../contract.ts';
import { EthnicColumnsButton } from './EthnicColumns.tsx';
import styles from './FormPage.module.css';
import { useLevels } from './levels.ts';
import { NamesPage } from './NamesPage.tsx';
import { Paper } from './Paper.tsx';
import { formsQuery, tableQuery, type TableWish } from './queries.ts';

const from = '/shell/reports/$form';

/** A form filled for the area and period in view: a table on which every counted figure opens its households, or a list by name. */
export function FormPage() {
  const { form } = useParams({ from });
  const { data: forms, error, refetch } = useQuery(formsQuery());
  if (error) {
    return (
      <Page>
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      </Page>
    );
  }
  if (forms === undefined) return <PageSkeleton />;
  return forms.some((one) => one.form === form && one.kind === 'list') ? <NamesPage form={form} /> : <TablePage form={form} />;
}

function TablePage({ form }: { form: FormId }) {
  const { level } = useSearch({ from });
  const { area, period, map } = usePlace();
  const wish: TableWish = { form, area, period, map, level };
  const { data: report, error, refetch } = useQuery(tableQuery(wish));
  const isEmpty = report !== undefined && report.standard === null && report.sources.length === 0;
  if (report === undefined && !error) return <PageSkeleton />;
  return (
    <Page>
      <div className={styles.sheet}>
        <Tools wish={wish} report={report} />
        {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
        {report && (
          <>
            {isEmpty && <WayOn area={report.area} period={report.period} why="noRound" />}
            <Paper report={report} map={map} />
          </>
        )}
      </div>
    </Page>
  );
}

function Tools({ wish, report }: { wish: TableWish; report: Report | undefined }) {
  const { t } = useTranslation('reports');
  const navigate = useNavigate();
  const levels = useLevels(report);
  const shown = wish.level ?? levels[0];
  const choose = (level: string | null): void => void navigate({ to: '.', search: (before) => ({ ...before, level: level === null || level === levels[0] ? undefined : (level as Level) }) });
  return (
    <div className={`${styles.tools} no-print`}>
      <Button component={Link} to="/reports" variant="subtle" color="gray" leftSection={<IconArrowLeft size={16} aria-hidden />} className={styles.back!} justify="flex-start">
        {t('all')}
      </Button>
      {levels.length > 1 && shown && (
        <Select
          size="sm"
          className={styles.level!}
          aria-label={t('level.label')}
          allowDeselect={false}
          value={shown}
          onChange={choose}
          data={levels.map((level) => ({ value: level, label: `${t('level.label')} ${t(`level.${level}`)}` }))}
        />
      )}
      {report?.setting === 'ethnic_columns' && <EthnicColumnsButton area={report.area} day={report.mapDate} />}
      <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} disabled={report === undefined} title={t('printHint')} onClick={() => window.print()}>
        {t('print')}
      </Button>
      <ReportFiles wish={wish} disabled={report === undefined} />
    </div>
  );
}
