import { Button, FileInput, TextInput } from '@mantine/core';
import { IconCurrentLocation } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#web/i18n/language.ts';
import type { PlaceOrigin } from '../contract.house.ts';
import type { HouseholdFile } from '../contract.ts';
import styles from './acts/Acts.module.css';
import { DatedForm } from './DatedForm.tsx';
import { headOfFile } from './file.ts';
import { addPhoto, addPlace } from './queries.ts';
import { smaller } from './photo-file.ts';

interface Props {
  file: HouseholdFile;
  onClose: () => void;
}

/** Degrees as people and maps write them, with a comma or a point; null where that is no number. */
function readDegrees(text: string, most: number): number | null {
  const value = Number(text.trim().replace(',', '.'));
  return text.trim() !== '' && Math.abs(value) <= most ? value : null;
}

/** Where the house stands: from the device of who stands there, or typed off a map. */
export function PlaceDialog({ file, onClose }: Props) {
  const { t } = useTranslation('households');
  const { language } = useLanguage();
  const written = (degrees: number): string => degrees.toFixed(6).replace('.', language === 'vi' ? ',' : '.');
  const [texts, setTexts] = useState({ latitude: '', longitude: '' });
  const [found, setFound] = useState<{ accuracy: number | null; origin: PlaceOrigin }>({ accuracy: null, origin: 'typed' });
  const [state, setState] = useState<'idle' | 'asking' | 'refused'>('idle');
  const [latitude, longitude] = [readDegrees(texts.latitude, 90), readDegrees(texts.longitude, 180)];

  function locate(): void {
    setState('asking');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setTexts({ latitude: written(coords.latitude), longitude: written(coords.longitude) });
        setFound({ accuracy: Math.round(coords.accuracy), origin: 'device' });
        setState('idle');
      },
      () => setState('refused'),
      { enableHighAccuracy: true, timeout: 30_000, maximumAge: 0 },
    );
  }
  const type = (to: Partial<typeof texts>): void => {
    setTexts((before) => ({ ...before, ...to }));
    setFound({ accuracy: null, origin: 'typed' });
  };
  const wrong = (text: string, value: number | null, key: 'latitudeWrong' | 'longitudeWrong') => text.trim() !== '' && value === null && t(`house.${key}`);
  return (
    <DatedForm
      onClose={onClose}
      title={t('house.placeTitle', { head: headOfFile(file) })}
      dayLabel={t('house.day')}
      ready={latitude !== null && longitude !== null}
      save={(told) => addPlace({ household: file.id, latitude: latitude!, longitude: longitude!, ...found, ...told })}
      done={t('house.placeDone')}
    >
      <div>
        <Button variant="default" leftSection={<IconCurrentLocation size={17} stroke={1.7} aria-hidden />} loading={state === 'asking'} onClick={locate} disabled={!('geolocation' in navigator)}>
          {t('house.locate')}
        </Button>
        <p role="status" className={styles.hint}>
          {state === 'refused' ? t('house.locateRefused') : found.origin === 'device' && found.accuracy !== null ? t('house.accuracy', { n: found.accuracy }) : t('house.locateHint')}
        </p>
      </div>
      <div className={styles.pair}>
        <TextInput label={t('house.latitude')} withAsterisk inputMode="decimal" placeholder="20,18243" maxLength={14} value={texts.latitude} error={wrong(texts.latitude, latitude, 'latitudeWrong')} onChange={(event) => type({ latitude: event.currentTarget.value })} />
        <TextInput label={t('house.longitude')} withAsterisk inputMode="decimal" placeholder="105,41872" maxLength={14} value={texts.longitude} error={wrong(texts.longitude, longitude, 'longitudeWrong')} onChange={(event) => type({ longitude: event.currentTarget.value })} />
      </div>
    </DatedForm>
  );
}

/** A photograph, made smaller in the browser before it is sent. */
export function PhotoDialog({ file, onClose }: Props) {
  const { t } = useTranslation('households');
  const [picture, setPicture] = useState<File | null>(null);
  return (
    <DatedForm
      onClose={onClose}
      title={t('house.photoTitle', { head: headOfFile(file) })}
      dayLabel={t('house.day')}
      ready={picture !== null}
      save={async (told) => addPhoto({ household: file.id, file: await smaller(picture!), ...told })}
      done={t('house.photoDone')}
    >
      <FileInput label={t('house.picture')} withAsterisk placeholder={t('house.choose')} accept="image/jpeg,image/png" value={picture} onChange={setPicture} clearable clearButtonProps={{ 'aria-label': t('house.otherPicture') }} />
      <p className={styles.hint}>{t('house.photoHint')}</p>
    </DatedForm>
  );
}
