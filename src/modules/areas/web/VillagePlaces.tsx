import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { showDate, dayInVietNam } from '#kernel/plain-date.ts';
import { useMay } from '#modules/identity/web/parts/session.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { usePlace } from '#web/place.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { Section } from '#web/ui/Page.tsx';
import type { AreaPage } from '../contract.ts';
import { GivePlaces } from './GivePlaces.tsx';
import { placesQuery } from './parts/boundaries.ts';

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
      actions={data && area.to === null && may('area.write') && <GivePlaces area={area} places={data} />}
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
