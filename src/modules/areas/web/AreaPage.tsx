import { Button, TextInput, Tooltip } from '@mantine/core';
import { IconMapRoute, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showDate } from '#kernel/plain-date.ts';
import { fold } from '#kernel/vietnamese.ts';
import { showNumber, showRate } from '#kernel/show.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { useMay } from '#modules/identity/web/parts/session.ts';
import { usePlace } from '#web/place.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { Page, Section } from '#web/ui/Page.tsx';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PageSkeleton } from '#web/ui/Skeletons.tsx';
import type { Area, AreaPage as AreaDetails, AreaRef } from '../contract.ts';
import { unknownVillage } from '../rules.ts';
import { AddVillages } from './AddVillages.tsx';
import { Lineage } from './Lineage.tsx';
import { AreaLink } from './parts/AreaLink.tsx';
import { Names, SameCode } from './Names.tsx';
import { areaQuery, childrenQuery } from './queries.ts';
import { SpecialLists } from './SpecialLists.tsx';
import { ThenAndNow } from './ThenAndNow.tsx';
import { VillagePlaces } from './VillagePlaces.tsx';

/** What an area is, was, came from and went into; and the units below it on the day in view. */
export function AreaPage() {
  const { ref } = useParams({ from: '/shell/areas/$ref' });
  const { day } = usePlace();
  const { data: area, error, refetch } = useQuery(areaQuery(ref, day));
  if (error) {
    return (
      <Page>
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      </Page>
    );
  }
  if (area === undefined) return <PageSkeleton />;
  return (
    <Page>
      <AreaHead area={area} />
      <ThenAndNow area={area} />
      {area.level !== 'village' && <Children area={area} key={area.id} />}
      {area.level === 'commune' && <VillagePlaces area={area} key={`places ${area.id}`} />}
      <Lineage area={area} />
      <SpecialLists area={area} />
      <Names area={area} />
      {area.sameCode.length > 0 && <SameCode areas={area.sameCode} />}
    </Page>
  );
}

function AreaHead({ area }: { area: AreaDetails }) {
  const { t } = useTranslation('areas');
  const parents = area.within.filter(({ level }) => level !== 'country').reverse();
  return (
    <PageHeader title={area.name} actions={<AreaActions area={area} />}>
      <span>{t(`level.${area.level}`)}</span>
      {area.code !== null && area.level !== 'country' && <span>{t('code', { code: area.code })}</span>}
      {parents.length > 0 && <span>{parents.map(({ name }) => name).join(', ')}</span>}
      {area.region && area.level === 'province' && <span>{area.region.name}</span>}
      {area.level === 'commune' && <span>{t(`urban.${urbanity(area.urban)}`)}</span>}
      <span>{useValidity(area)}</span>
      {area.epoch === 'census_2009' && <span>{t('epoch.census_2009')}</span>}
      {area.size && <Size size={area.size} />}
    </PageHeader>
  );
}

/** What the post may do with an area that stands. */
function AreaActions({ area }: { area: AreaDetails }) {
  const { t } = useTranslation('areas');
  const may = useMay();
  const navigate = useNavigate();
  if (area.to !== null || (area.level !== 'commune' && area.level !== 'village')) return null;
  return (
    <>
      {area.level === 'commune' && may('area.write') && <AddVillages area={area} />}
      {may('area.redraw') && (
        <Button variant="default" leftSection={<IconMapRoute size={16} aria-hidden />} onClick={() => void navigate({ to: '/area-acts', search: (before) => ({ ...before, of: area.id }) })}>
          {t('acts.change')}
        </Button>
      )}
    </>
  );
}

/** Published land and people, with what they are worth. */
function Size({ size: { km2, people, agrees } }: { size: NonNullable<AreaDetails['size']> }) {
  const { t } = useTranslation('areas');
  const { language } = useLanguage();
  const parts = [km2 !== null && t('page.land', { km2: showRate(Math.round(km2 * 100), language) }), people !== null && t('page.people', { n: showNumber(people, language) })].filter(Boolean);
  if (parts.length === 0) return null;
  return (
    <span>
      {parts.join(', ')} ({[t('page.sizeNote'), agrees === false && t('page.sizeDiffers')].filter(Boolean).join('; ')})
    </span>
  );
}

const urbanity = (urban: boolean | null) => (urban === null ? 'unknown' : urban ? 'urban' : 'rural');

/** From when to when an area stands, in words. */
function useValidity({ from, to, sinceBefore }: Pick<Area, 'from' | 'to' | 'sinceBefore'>): string {
  const { t } = useTranslation('areas');
  const start = t(sinceBefore ? 'valid.sinceBefore' : 'valid.since', { day: showDate(from) });
  return to === null ? start : `${start}, ${t('valid.until', { day: showDate(to) })}`;
}

function Children({ area }: { area: AreaDetails }) {
  const { t } = useTranslation('areas');
  const { day } = usePlace();
  const navigate = useNavigate();
  const { data, error, refetch, isPlaceholderData } = useQuery(childrenQuery(area.id, day));
  const open = (ref: AreaRef): void => void navigate({ to: '/areas/$ref', params: { ref }, search: (before) => ({ ...before, area: ref }) });
  const isVillages = area.level === 'commune';
  const [filter, setFilter] = useState('');
  const shown = data?.filter(({ name, code }) => fold(name).includes(fold(filter)) || code?.startsWith(filter.trim()));
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  return (
    <Section
      title={t(isVillages ? 'page.villages' : 'page.children')}
      note={data && data.length > 0 && t('page.childrenCount', { n: data.length, day: showDate(day) })}
      actions={
        data &&
        data.length >= filterFrom && (
          <TextInput size="xs" w={220} leftSection={<IconSearch size={15} aria-hidden />} placeholder={t('page.filter')} aria-label={t('page.filter')} value={filter} onChange={(event) => setFilter(event.currentTarget.value)} />
        )
      }
    >
      <DataTable
        label={t(isVillages ? 'page.villages' : 'page.children')}
        rows={shown}
        id={({ id }) => id}
        fetching={isPlaceholderData}
        onOpen={({ id }) => open(id)}
        empty={filter === '' ? <EmptyState title={t('page.childrenNone')}>{t('page.childrenNoneDo')}</EmptyState> : <EmptyState title={t('page.filterNone')} />}
        columns={[
          { key: 'name', title: t('column.name'), render: (child) => <AreaLink area={child} quiet /> },
          ...(isVillages ? [] : [{ key: 'code', title: t('column.code'), width: 110, render: (child: Child) => child.code }]),
          { key: 'kind', title: t('column.kind'), width: 170, wideOnly: !isVillages, render: ({ kind }) => (kind === unknownVillage.kind ? t('kindUnknown') : kind) },
          ...(isVillages ? [] : [{ key: 'setting', title: t('column.setting'), width: 170, wideOnly: true, render: (child: Child) => <Setting child={child} /> }]),
          { key: 'valid', title: t('column.valid'), width: 220, wideOnly: true, render: (child) => <Validity area={child} /> },
        ]}
      />
    </Section>
  );
}

/** Lists from this length on can be filtered. */
const filterFrom = 15;

type Child = Omit<Area, 'within' | 'region'>;

function Setting({ child }: { child: Child }) {
  const { t } = useTranslation('areas');
  if (child.level !== 'commune') return null;
  return child.urban === null ? <Tooltip label={t('urban.unknown')}><span tabIndex={0}>–</span></Tooltip> : t(`urban.${urbanity(child.urban)}`);
}

function Validity({ area }: { area: Child }) {
  return useValidity(area);
}
