import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { showDate, type PlainDate } from '#kernel/plain-date.ts';
import { showNumber } from '#kernel/show.ts';
import { useMay } from '#modules/identity/web/parts/session.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { today } from '#web/place.ts';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { AreaMap } from '#web/ui/map/AreaMap.tsx';
import { Section } from '#web/ui/Page.tsx';
import type { AreaPage } from '../contract.ts';
import styles from './AreaPage.module.css';
import { outlinesQuery } from './parts/boundaries.ts';

const height = 300;

/** The units of an old area on its own last map, and those that its land is in today; each with the way to its figures there. */
export function ThenAndNow({ area }: { area: AreaPage }) {
  const { t } = useTranslation('areas');
  const { to } = area.lifetime;
  if (to === null || to >= today() || (area.level !== 'district' && area.level !== 'province')) return null;
  return (
    <Section title={t('page.thenAndNow')}>
      <div className={styles.maps}>
        <MapOf area={area} day={to} />
        <MapOf area={area} day={today()} />
      </div>
    </Section>
  );
}

function MapOf({ area, day }: { area: AreaPage; day: PlainDate }) {
  const { t } = useTranslation('areas');
  const { language, say } = useLanguage();
  const may = useMay();
  const { data, error, refetch } = useQuery(outlinesQuery(area.id, day, 'commune'));
  const outlines = data?.boundaries.objects['areas']?.geometries;
  const values = useMemo(() => new Map((outlines?.map(({ properties }) => properties) as { id: string; name: string }[] | undefined)?.map(({ id, name }) => [id, { name, value: null }])), [outlines]);
  const title = t('page.then', { day: showDate(day) });
  return (
    <div>
      <h3 className={styles.mapTitle}>
        {title} {outlines && <span className={styles.quiet}>{t('page.thenUnits', { n: showNumber(values.size, language) })}</span>}
      </h3>
      {error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : data === undefined ? <Skeleton height={height} /> : <AreaMap title={`${area.name}, ${title}`} boundaries={data.boundaries} values={values} height={height} />}
      {data?.notes.map((note) => (
        <p key={note.vi} className={styles.quiet}>
          {say(note)}
        </p>
      ))}
      {may('measure.read') && (
        <Button renderRoot={(props) => <Link {...props} to="/" search={(before) => ({ ...before, area: area.id, map: day })} />} variant="default" size="xs" mt={8}>
          {t('page.figures')}
        </Button>
      )}
    </div>
  );
}
