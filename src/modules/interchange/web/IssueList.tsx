import { Button, Flex, NativeSelect, SegmentedControl } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCopy, IconDownload } from '@tabler/icons-react';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showNumber } from '#kernel/show.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Section } from '#web/ui/Page.tsx';
import type { Issue } from '../contract.parts.ts';
import type { Import, ImportCheck } from '../contract.ts';
import { copyText } from './copy-text.ts';
import { groupIssues, issuesAsText, type Alike } from './issues.ts';
import styles from './IssueList.module.css';
import { useDownload } from './parts/use-download.ts';
import { fetchMarked } from './queries.ts';

type Severity = Issue['severity'];

/** All that was said of the file, by sheet, each with its place, what stands there and what should. */
export function IssueList({ one, issues, counts }: { one: Import; issues: readonly Issue[]; counts: ImportCheck['counts'] }) {
  const { t } = useTranslation('interchange');
  const { language } = useLanguage();
  const { download, isMaking } = useDownload();
  const show = (value: number): string => showNumber(value, language);
  const [severity, setSeverity] = useState<Severity | 'all'>('all');
  const [sheet, setSheet] = useState('');
  const sheets = [...new Set(issues.map((issue) => issue.sheet ?? ''))];
  const shown = issues.filter((issue) => (severity === 'all' || issue.severity === severity) && (sheet === '' || issue.sheet === sheet));
  const total = counts.errors + counts.warnings;

  const copy = async (): Promise<void> => {
    const head = [t('issue.severity'), t('issue.sheet'), t('issue.row'), t('issue.column'), t('issue.message'), t('issue.found'), t('issue.expected')];
    await copyText(issuesAsText(shown, head, { error: t('issue.error'), warning: t('issue.warning') }, language));
    notifications.show({ message: t('issue.copied', { n: show(shown.length) }) });
  };

  return (
    <Section
      title={t(counts.errors > 0 ? 'issue.title' : 'issue.titleWarnings')}
      actions={
        <Flex gap={8} wrap="wrap">
          {(one.state === 'checked' || one.state === 'refused') && (
            <Button variant="default" size="xs" leftSection={<IconDownload size={15} aria-hidden />} loading={isMaking} onClick={() => download({ what: t('issue.markedWhat'), fetch: () => fetchMarked(one.id, language) })}>
              {t('issue.marked')}
            </Button>
          )}
          <Button variant="default" size="xs" leftSection={<IconCopy size={15} aria-hidden />} onClick={() => void copy()} disabled={shown.length === 0}>
            {t('issue.copy')}
          </Button>
        </Flex>
      }
    >
      {(counts.errors > 0 && counts.warnings > 0) || sheets.length > 1 ? (
        <div className={`${styles.filters} no-print`}>
          {counts.errors > 0 && counts.warnings > 0 && (
            <SegmentedControl
              size="xs"
              aria-label={t('issue.severity')}
              value={severity}
              onChange={(next) => setSeverity(next as Severity | 'all')}
              data={[
                { value: 'all', label: t('issue.all', { n: show(total) }) },
                { value: 'error', label: t('issue.errors', { n: show(counts.errors) }) },
                { value: 'warning', label: t('issue.warnings', { n: show(counts.warnings) }) },
              ]}
            />
          )}
          {sheets.length > 1 && (
            <NativeSelect
              size="xs"
              aria-label={t('issue.sheet')}
              value={sheet}
              onChange={(event) => setSheet(event.currentTarget.value)}
              data={[{ value: '', label: t('issue.everySheet') }, ...sheets.filter(Boolean).map((name) => ({ value: name, label: name }))]}
            />
          )}
        </div>
      ) : null}
      {shown.length === 0 ? <EmptyState title={t('issue.none')} /> : <IssueTable issues={shown} />}
      {total > issues.length && <p className={styles.capped}>{t('issue.capped', { n: show(issues.length), total: show(total) })}</p>}
    </Section>
  );
}

function IssueTable({ issues }: { issues: readonly Issue[] }) {
  const { t } = useTranslation('interchange');
  const hasValues = issues.some(({ found, expected }) => found !== null || expected !== null);
  const head = [t('issue.severity'), t('issue.row'), t('issue.column'), t('issue.message'), ...(hasValues ? [t('issue.found'), t('issue.expected')] : [])];
  return (
    <table className={styles.table} aria-label={t('issue.title')}>
      <thead>
        <tr>
          {head.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      {groupIssues(issues).map(({ sheet, groups }) => (
        <tbody key={sheet ?? ''}>
          <tr className={styles.sheet}>
            <th scope="rowgroup" colSpan={head.length}>
              {sheet === null ? t('issue.wholeFile') : t('issue.inSheet', { sheet })}
            </th>
          </tr>
          {groups.map((group) => (
            <Group key={group.key} group={group} hasValues={hasValues} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** Of many alike, the first few are shown. */
const unfolded = 3;
const rowsNamed = 12;
const openedAtOnce = 100;

function Group({ group: { issues }, hasValues }: { group: Alike; hasValues: boolean }) {
  const { t } = useTranslation('interchange');
  const { language } = useLanguage();
  const [most, setMost] = useState(unfolded);
  const rest = issues.slice(most);
  const numbers = rest.slice(0, rowsNamed).flatMap(({ row }) => (row === null ? [] : [row])).join(', ');
  const rows = rest.length > rowsNamed ? `${numbers}…` : numbers;
  return (
    <Fragment>
      {issues.slice(0, most).map((issue, place) => (
        <Row key={place} issue={issue} hasValues={hasValues} />
      ))}
      {rest.length > 0 && (
        <tr className={styles.folded}>
          <td />
          <td colSpan={hasValues ? 5 : 3}>
            <button type="button" onClick={() => setMost(most + openedAtOnce)}>
              {t(issues[0]?.column ? 'issue.alike' : 'issue.alikeNoColumn', { n: showNumber(rest.length, language), rows })}
            </button>
          </td>
        </tr>
      )}
    </Fragment>
  );
}

function Row({ issue: { severity, row, column, found, expected, message }, hasValues }: { issue: Issue; hasValues: boolean }) {
  const { t } = useTranslation('interchange');
  const { say } = useLanguage();
  return (
    <tr>
      <td className={styles.severity}>
        <span data-severity={severity}>{t(`issue.${severity}`)}</span>
      </td>
      <td className={styles.row} data-label={row === null ? undefined : t('issue.row')}>
        {row}
      </td>
      <td className={styles.column} data-label={column === null ? undefined : t('issue.column')}>
        {column}
      </td>
      <td className={styles.message}>{say(message)}</td>
      {hasValues && (
        <>
          <td className={styles.found} data-label={found === null ? undefined : t('issue.found')}>
            {found && say(found)}
          </td>
          <td className={styles.expected} data-label={expected === null ? undefined : t('issue.expected')}>
            {expected && say(expected)}
          </td>
        </>
      )}
    </tr>
  );
}
