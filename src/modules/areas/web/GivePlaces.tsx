import { Button, Checkbox, FileButton, Group, Modal, NativeSelect, Text, Textarea, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconFileSpreadsheet, IconMapPinPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sortKey } from '#kernel/vietnamese.ts';
import { api } from '#web/api.ts';
import { DialogForm } from '#web/ui/DialogForm.tsx';
import { PlaceMap } from '#web/ui/map/PlaceMap.tsx';
import { planOf } from '#web/ui/map/plan.ts';
import type { CommunePlaces } from '../contract.places.ts';
import type { AreaPage } from '../contract.ts';
import { putInto, readPlaces, showPlaces } from './places.ts';
import { putPlaces } from './queries.ts';

interface Props {
  area: AreaPage;
  places: CommunePlaces;
}

/** Says where the villages of a commune are: on its map, by a list, or from a file. */
export function GivePlaces(props: Props) {
  const { t } = useTranslation('areas');
  const { t: shell } = useTranslation();
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="default" leftSection={<IconMapPinPlus size={16} aria-hidden />} onClick={open}>
        {t('places.give')}
      </Button>
      <Modal opened={opened} onClose={close} size="xl" title={t('places.give')} closeButtonProps={{ 'aria-label': shell('close') }}>
        <PlacesForm {...props} onDone={close} />
      </Modal>
    </>
  );
}

function PlacesForm({ area, places: { villages, outline }, onDone }: Props & { onDone: () => void }) {
  const { t } = useTranslation('areas');
  const queries = useQueryClient();
  const before = useMemo(() => showPlaces(villages), [villages]);
  const [text, setText] = useState(before);
  const [source, setSource] = useState('');
  const [chosen, setChosen] = useState<string>(() => (villages.find(({ place }) => place === null) ?? villages[0]!).village.name);
  const [sureOf, setSureOf] = useState('');
  const { rows, wrong } = readPlaces(text);
  const known = useMemo(() => new Map(readPlaces(before).rows.map(({ village, lat, lon }) => [village, `${lat} ${lon}`])), [before]);
  // What stands there already is not entered again.
  const changed = rows.filter(({ village, lat, lon }) => known.get(village) !== `${lat} ${lon}`);
  const plan = useMemo(() => planOf(outline, area.id, []), [outline, area.id]);
  const outside = plan === null ? [] : changed.filter(({ lat, lon }) => !plan.isInside([lon, lat])).map(({ village }) => village);
  const asked = JSON.stringify(outside);
  const names = useMemo(() => new Map(villages.flatMap(({ village: { id, name } }) => [[id as string, name], [sortKey(name), name]])), [villages]);
  const points = rows.map(({ village, lat, lon }) => ({ name: names.get(village) ?? names.get(sortKey(village)) ?? village, at: [lon, lat] as const }));
  const put = useMutation({
    mutationFn: () => putPlaces(area.id, changed, source),
    onSuccess: async () => {
      notifications.show({ message: t('places.done', { n: changed.length }) });
      onDone();
      await queries.invalidateQueries({ queryKey: api.areas.key() });
    },
  });
  const read = useMutation({
    mutationFn: async (file: File) => (await import('./read-places.ts')).readPlacesFile(file),
    onSuccess: (list) => setText(list),
  });
  const isSure = outside.length === 0 || sureOf === asked;
  return (
    <DialogForm
      save={t('places.save', { n: changed.length })}
      ready={changed.length > 0 && wrong.length === 0 && source.trim().length >= 3 && isSure}
      saving={put}
      onSave={() => put.mutate()}
      onCancel={onDone}
    >
      {plan !== null && (
        <>
          <NativeSelect
            label={t('places.which')}
            description={t('places.whichWhy')}
            value={chosen}
            onChange={({ currentTarget }) => setChosen(currentTarget.value)}
            data={villages.map(({ village: { name } }) => ({ value: name, label: points.some((point) => point.name === name) ? name : `${name} – ${t('places.unplaced')}` }))}
          />
          <PlaceMap label={t('places.map', { name: area.name })} boundaries={outline} id={area.id} points={points} chosen={chosen} onPlace={([lon, lat]) => setText((list) => putInto(list, chosen, { lat, lon }))} />
        </>
      )}
      <Textarea
        label={t('places.list')}
        description={t('places.listWhy')}
        error={wrong.length > 0 && t('places.wrong', { lines: wrong.join(', ') })}
        autosize
        minRows={5}
        maxRows={12}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group gap={10}>
        <FileButton accept=".csv,.txt,.xlsx" onChange={(file) => file && read.mutate(file)} inputProps={{ 'aria-label': t('places.file') }}>
          {(props) => (
            <Button {...props} variant="default" leftSection={<IconFileSpreadsheet size={16} aria-hidden />} loading={read.isPending}>
              {t('places.file')}
            </Button>
          )}
        </FileButton>
        <Text size="sm" c="dimmed">
          {t('places.fileWhy')}
        </Text>
      </Group>
      {read.isError && (
        <Text size="sm" c="red" role="alert">
          {t('places.fileBad')}
        </Text>
      )}
      <TextInput withAsterisk label={t('places.source')} description={t('places.sourceWhy')} maxLength={200} value={source} onChange={(event) => setSource(event.currentTarget.value)} />
      {outside.length > 0 && <Checkbox label={t('places.sure', { names: outside.join(', ') })} checked={isSure} onChange={(event) => setSureOf(event.currentTarget.checked ? asked : '')} />}
    </DialogForm>
  );
}
