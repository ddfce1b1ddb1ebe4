import { Button, FileInput, Group, Modal, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCurrentLocation } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlainDate } from '#kernel/plain-date.ts';
import { useSession } from '#modules/identity/web/parts/session.ts';
import { api } from '#web/api.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { today } from '#web/place.ts';
import { DateField } from '#web/ui/DateField.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import type { PlaceOrigin } from '../contract.house.ts';
import type { HouseholdFile } from '../contract.ts';
import styles from './acts/Acts.module.css';
import { headOfFile } from './file.ts';
import { addPhoto, addPlace } from './queries.ts';
import { smaller } from './photo-file.ts';

interface Props {
  file: HouseholdFile;
  onClose: () => void;
}

interface FrameProps extends Props {
  title: string;
  children: ReactNode;
  ready: boolean;
  save: (told: { day: PlainDate; source: string }) => Promise<unknown>;
  done: string;
}

/** What both dialogs have: the day, who found it, and the way to the server. */
function HouseForm({ file, onClose, title, children, ready, save, done }: FrameProps) {
  const { t } = useTranslation('households');
  const { t: shell } = useTranslation();
  const { person } = useSession();
  const queries = useQueryClient();
  const [day, setDay] = useState<PlainDate | null>(today());
  const [source, setSource] = useState(person?.name ?? '');
  const saving = useMutation({
    mutationFn: () => save({ day: day!, source: source.trim() }),
    onSuccess: async () => {
      notifications.show({ message: done });
      onClose();
      await queries.invalidateQueries({ queryKey: api.households.get.key({ input: { id: file.id } }) });
    },
  });
  const isReady = ready && day !== null && source.trim() !== '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isReady && !saving.isPending) saving.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={title} size={560} closeButtonProps={{ 'aria-label': shell('close') }}>
      <form onSubmit={submit}>
        <Stack gap={14}>
          {children}
          <div className={styles.pair}>
            <DateField label={t('house.day')} required max={today()} value={day} onChange={setDay} />
            <TextInput label={t('house.source')} withAsterisk maxLength={200} value={source} onChange={(event) => setSource(event.currentTarget.value)} />
          </div>
          {saving.isError && <ErrorNotice error={saving.error} />}
          <Group justify="flex-end" gap={8}>
            <Button variant="default" onClick={onClose}>
              {shell('cancel')}
            </Button>
            <Button type="submit" loading={saving.isPending} disabled={!isReady}>
              {t('acts.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
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
    <HouseForm
      file={file}
      onClose={onClose}
      title={t('house.placeTitle', { head: headOfFile(file) })}
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
    </HouseForm>
  );
}

/** A photograph, made smaller in the browser before it is sent. */
export function PhotoDialog({ file, onClose }: Props) {
  const { t } = useTranslation('households');
  const [picture, setPicture] = useState<File | null>(null);
  return (
    <HouseForm
      file={file}
      onClose={onClose}
      title={t('house.photoTitle', { head: headOfFile(file) })}
      ready={picture !== null}
      save={async (told) => addPhoto({ household: file.id, file: await smaller(picture!), ...told })}
      done={t('house.photoDone')}
    >
      <FileInput label={t('house.picture')} withAsterisk placeholder={t('house.choose')} accept="image/jpeg,image/png" value={picture} onChange={setPicture} clearable clearButtonProps={{ 'aria-label': t('house.otherPicture') }} />
      <p className={styles.hint}>{t('house.photoHint')}</p>
    </HouseForm>
  );
}
