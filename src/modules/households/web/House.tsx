import { Button } from '@mantine/core';
import { IconCamera, IconMapPin } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Id } from '#kernel/ids.ts';
import { showDate, type PlainDate } from '#kernel/plain-date.ts';
import { useSession } from '#modules/identity/web/parts/session.ts';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { Section } from '#web/ui/Page.tsx';
import { SimulatedBadge } from '#web/ui/SimulatedBadge.tsx';
import type { HousePhoto, HousePlace } from '../contract.house.ts';
import type { HouseholdFile } from '../contract.ts';
import { showInstant } from './file.ts';
import styles from './House.module.css';
import { HouseMap } from './HouseMap.tsx';
import { PhotoDialog, PlaceDialog } from './HouseDialogs.tsx';
import { photoQuery } from './queries.ts';

/** `20,18243° B, 105,41872° Đ`: five decimals are about a metre. */
export function useDegrees(): (place: Pick<HousePlace, 'latitude' | 'longitude'>) => string {
  const { t, i18n } = useTranslation('households');
  const show = (value: number): string => Math.abs(value).toFixed(5).replace('.', i18n.language === 'vi' ? ',' : '.');
  return ({ latitude, longitude }) => `${show(latitude)}° ${t(latitude < 0 ? 'house.south' : 'house.north')}, ${show(longitude)}° ${t(longitude < 0 ? 'house.west' : 'house.east')}`;
}

/** What is recorded of the house on the day in view: where it stands and how it looks. Who may not see it is told that something is recorded. */
export function House({ file, on }: { file: HouseholdFile; on: PlainDate | undefined }) {
  const { t } = useTranslation('households');
  const [asked, setAsked] = useState<'place' | 'photo' | null>(null);
  const { open, recorded, places, photos } = file.house;
  if (!open) {
    if (recorded.places + recorded.photos === 0) return null;
    return (
      <Section title={t('house.title')}>
        <p className={styles.quiet}>{t('house.closed')}</p>
      </Section>
    );
  }
  const until = <Row extends { day: PlainDate }>(rows: readonly Row[]): Row[] => rows.filter(({ day }) => on === undefined || day <= on);
  const [knownPlaces, knownPhotos] = [until(places), until(photos)];
  const [place, photo] = [knownPlaces[0], knownPhotos[0]];
  const movedIn = file.events.find(({ kind, undone }) => kind === 'moved_in' && !undone)?.day;
  const mayAdd = on === undefined && file.standing === 'present';
  const add = mayAdd && (
    <span className={`${styles.acts} no-print`}>
      <Button variant="default" size="compact-sm" leftSection={<IconMapPin size={15} stroke={1.7} aria-hidden />} onClick={() => setAsked('place')}>
        {t(place ? 'house.placeAnew' : 'house.addPlace')}
      </Button>
      <Button variant="default" size="compact-sm" leftSection={<IconCamera size={15} stroke={1.7} aria-hidden />} onClick={() => setAsked('photo')}>
        {t(photo ? 'house.photoAnew' : 'house.addPhoto')}
      </Button>
    </span>
  );
  return (
    <Section title={t('house.title')} actions={add}>
      {place || photo ? (
        <div className={styles.house}>
          {photo && <Photo household={file.id} photo={photo} />}
          {place && <Place file={file} place={place} isOld={movedIn !== undefined && place.day < movedIn} />}
        </div>
      ) : (
        <p className={styles.quiet}>{t('house.nothing')}</p>
      )}
      {knownPlaces.length + knownPhotos.length > 2 || knownPlaces.length > 1 || knownPhotos.length > 1 ? <Earlier file={file} places={knownPlaces.slice(1)} photos={knownPhotos.slice(1)} /> : null}
      {asked === 'place' && <PlaceDialog file={file} onClose={() => setAsked(null)} />}
      {asked === 'photo' && <PhotoDialog file={file} onClose={() => setAsked(null)} />}
    </Section>
  );
}

function Place({ file, place, isOld }: { file: HouseholdFile; place: HousePlace; isOld: boolean }) {
  const { t } = useTranslation('households');
  const show = useDegrees();
  const province = file.within.find(({ level }) => level === 'province');
  const commune = file.within.at(-1);
  return (
    <div className={styles.place}>
      {province && commune && <HouseMap place={place} province={province.id} commune={commune} />}
      <p>
        <strong>{show(place)}</strong>
        <br />
        {place.accuracy === null ? t('house.typed') : t('house.accuracy', { n: place.accuracy })}
      </p>
      <Told {...place} />
      {isOld && <p className={styles.outside}>{t('house.before')}</p>}
    </div>
  );
}

function Told({ day, source, enteredBy, enteredAt }: Pick<HousePlace, 'day' | 'source' | 'enteredBy' | 'enteredAt'>) {
  const { t } = useTranslation('households');
  return (
    <p className={styles.quiet}>
      {t('house.seen', { day: showDate(day), source })} · {t('history.entered', { who: enteredBy ?? t('history.system'), when: showInstant(enteredAt) })}
    </p>
  );
}

function Photo({ household, photo }: { household: Id; photo: HousePhoto }) {
  const { t } = useTranslation('households');
  const { demonstration } = useSession();
  const { data: file, error } = useQuery(photoQuery(household, photo.id));
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!file) return;
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  if (error) return <ErrorNotice error={error} />;
  return (
    <figure className={styles.photo}>
      <div className={styles.frame} style={{ aspectRatio: `${photo.width} / ${photo.height}` }}>
        {address && <img src={address} alt={t('house.photoOf', { day: showDate(photo.day) })} />}
        {demonstration && (
          <span className={styles.simulated}>
            <SimulatedBadge />
          </span>
        )}
      </div>
      <figcaption>
        <Told {...photo} />
      </figcaption>
    </figure>
  );
}

/** What was recorded before; a photograph is fetched, and put on record as seen, only when it is asked for. */
function Earlier({ file, places, photos }: { file: HouseholdFile; places: readonly HousePlace[]; photos: readonly HousePhoto[] }) {
  const { t } = useTranslation('households');
  const show = useDegrees();
  const [shown, setShown] = useState<Id | null>(null);
  return (
    <details className={styles.earlier}>
      <summary>{t('house.earlier', { n: places.length + photos.length })}</summary>
      <ul>
        {places.map((place) => (
          <li key={place.id}>
            {show(place)}
            <Told {...place} />
          </li>
        ))}
        {photos.map((photo) => (
          <li key={photo.id}>
            {shown === photo.id ? (
              <Photo household={file.id} photo={photo} />
            ) : (
              <Button variant="default" size="compact-sm" onClick={() => setShown(photo.id)}>
                {t('house.showPhoto', { day: showDate(photo.day) })}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
