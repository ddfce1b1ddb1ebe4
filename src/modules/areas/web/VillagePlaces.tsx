import { Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconMapPinPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showDate, dayInVietNam } from '#kernel/plain-date.ts';
import { useMay } from '#modules/identity/web/parts/session.ts';
import { api } from '#web/api.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { usePlace } from '#web/place.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { Section } from '#web/ui/Page.tsx';
import type { AreaPage } from '../contract.ts';
import { placesQuery } from './parts/boundaries.ts';
import { readPlaces, showPlaces } from './places.ts';
import { putPlaces } from './queries.ts';

/** Where the villages of a commune are, who said so, and the list by which it is said. */
export function VillagePlaces({ area }: { area: AreaPage }) {
  const { t } = useTranslation('areas');
  const { day } = usePlace();
  const may = useMay();
  const { language } = useLanguage();
  const degrees = (value: number): string => (language === 'vi' ? value.toFixed(5).replace('.', ',') : value.toFixed(5));
  const { data, error, refetch } = useQuery(placesQuery(area.id, day));
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data && data.villages.length === 0) return null;
  const placed = data?.villages.filter(({ place }) => place !== null);
  return (
    <Section
      title={t('places.title')}
      note={placed && t('places.count', { n: placed.length, all: data!.villages.length })}
      actions={data && area.to === null && may('area.write') && <GivePlaces area={area} before={showPlaces(data.villages)} />}
    >
      <DataTable
        label={t('places.title')}
        rows={placed}
        id={({ village }) => village.id}
        empty={<EmptyState title={t('places.none')}>{t('places.noneDo')}</EmptyState>}
        columns={[
          { key: 'name', title: t('column.name'), render: ({ village, place }) => <>{village.name}{place!.outside && <small> – {t('places.outside')}</small>}</> },
          { key: 'lat', title: t('places.lat'), width: 110, align: 'right', render: ({ place }) => degrees(place!.lat) },
          { key: 'lon', title: t('places.lon'), width: 120, align: 'right', render: ({ place }) => degrees(place!.lon) },
          { key: 'source', title: t('places.source'), wideOnly: true, render: ({ place }) => [place!.source, place!.by, showDate(dayInVietNam(Date.parse(place!.at)))].filter(Boolean).join(', ') },
        ]}
      />
    </Section>
  );
}

function GivePlaces({ area, before }: { area: AreaPage; before: string }) {
  const { t } = useTranslation('areas');
  const { t: shell } = useTranslation();
  const queries = useQueryClient();
  const [opened, { open, close }] = useDisclosure();
  const [text, setText] = useState(before);
  const [source, setSource] = useState('');
  const { rows, wrong } = readPlaces(text);
  const put = useMutation({
    mutationFn: () => putPlaces(area.id, rows, source),
    onSuccess: async ({ villages }) => {
      const outside = villages.filter(({ place }) => place?.outside).map(({ village }) => village.name);
      notifications.show(outside.length === 0 ? { message: t('places.done', { n: rows.length }) } : { color: 'orange', autoClose: 15_000, message: t('places.doneOutside', { n: rows.length, names: outside.join(', ') }) });
      close();
      await queries.invalidateQueries({ queryKey: api.areas.key() });
    },
  });
  return (
    <>
      <Button variant="default" leftSection={<IconMapPinPlus size={16} aria-hidden />} onClick={open}>
        {t('places.give')}
      </Button>
      <Modal opened={opened} onClose={close} size="lg" title={t('places.give')} closeButtonProps={{ 'aria-label': shell('close') }}>
        <Stack gap={14}>
          <Textarea
            data-autofocus
            label={t('places.list')}
            description={t('places.listWhy')}
            error={wrong.length > 0 && t('places.wrong', { lines: wrong.join(', ') })}
            autosize
            minRows={8}
            maxRows={18}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <TextInput withAsterisk label={t('places.source')} description={t('places.sourceWhy')} maxLength={200} value={source} onChange={(event) => setSource(event.currentTarget.value)} />
          {put.isError && <ErrorNotice error={put.error} />}
          <Group justify="flex-end" gap={8}>
            <Button variant="default" onClick={close}>
              {shell('cancel')}
            </Button>
            <Button loading={put.isPending} disabled={rows.length === 0 || wrong.length > 0 || source.trim().length < 3} onClick={() => put.mutate()}>
              {t('places.save', { n: rows.length })}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
