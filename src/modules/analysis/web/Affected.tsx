import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showNumber } from '#kernel/show.ts';
import type { HouseholdClass } from '#modules/standards/contract.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { Section } from '#web/ui/Page.tsx';
import type { AffectedHousehold } from '../contract.ts';
import { affectedQuery, type Wish } from './queries.ts';

interface Props {
  wish: Wish;
  move: { from: HouseholdClass; to: HouseholdClass };
  onClose: () => void;
}

const limit = 50;

/** The households of one move by name; each opens its file. */
export function Affected({ wish, move, onClose }: Props) {
  const { t } = useTranslation('analysis');
  const { t: common } = useTranslation();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const [pages, setPages] = useState<readonly (string | null)[]>([null]);
  const { data, error, refetch, isPlaceholderData } = useQuery(affectedQuery(wish, move, pages.at(-1)!));
  const note = t('affected.only', { from: common(`class.${move.from}`).toLowerCase(), to: common(`class.${move.to}`).toLowerCase() });
  return (
    <Section
      title={t('affected.title')}
      note={note}
      actions={
        <ActionIcon aria-label={t('affected.close')} onClick={onClose}>
          <IconX size={18} />
        </ActionIcon>
      }
    >
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      <DataTable<AffectedHousehold>
        label={t('affected.title')}
        rows={data?.rows}
        id={({ id }) => id}
        fetching={isPlaceholderData}
        onOpen={({ id }) => void navigate({ to: '/households/$id', params: { id } })}
        empty={<EmptyState title={t('affected.none')} />}
        columns={[
          { key: 'head', title: t('affected.head'), render: ({ id, head }) => <Link to="/households/$id" params={{ id }} tabIndex={-1}>{head}</Link> },
          { key: 'village', title: t('result.unit'), render: ({ village, commune }) => (commune === null ? village : `${village}, ${commune}`) },
          { key: 'size', title: t('affected.size'), align: 'right', width: 110, render: ({ size }) => (size === null ? '–' : showNumber(size, language)) },
        ]}
        {...(data && {
          paging: {
            from: (pages.length - 1) * limit + 1,
            total: data.total,
            onBefore: pages.length > 1 ? () => setPages(pages.slice(0, -1)) : null,
            onAfter: data.next === null ? null : () => setPages([...pages, data.next]),
          },
        })}
      />
    </Section>
  );
}
