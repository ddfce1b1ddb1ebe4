import { Button, Modal, Select } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { endOf, type Period } from '#kernel/period.ts';
import { isWithin } from '#kernel/plain-date.ts';
import type { AreaName, AreaRef } from '#modules/areas/contract.ts';
import { useMay } from '#modules/identity/web/parts/session.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { api } from '#web/api.ts';
import { DialogForm } from '#web/ui/DialogForm.tsx';
import { openRound, standardsQuery } from '../queries.ts';

interface Props {
  /** The area in view, with what it lies in: the round is opened for its province unless another is chosen. */
  area: AreaName & { within: readonly AreaName[] };
  period: Period;
}

/** The way to a round where a period has none; for those alone who may open one. */
export function OpenRound({ area, period }: Props) {
  const { t } = useTranslation('rounds');
  const may = useMay();
  const [opened, { open, close }] = useDisclosure();
  if (!may('round.write')) return null;
  return (
    <>
      <Button leftSection={<IconCalendarPlus size={16} aria-hidden />} onClick={open}>
        {t('open.button')}
      </Button>
      <OpenRoundForm area={area} period={period} opened={opened} onClose={close} />
    </>
  );
}

function OpenRoundForm({ area, period, opened, onClose }: Props & { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('rounds');
  const { t: shell } = useTranslation();
  const { say } = useLanguage();
  const queries = useQueryClient();
  const places = [...area.within, area].filter(({ level }) => level !== 'country');
  const { data: standards = [] } = useQuery(standardsQuery());
  const inForce = standards.find(({ from, to }) => isWithin(endOf(period), from, to)) ?? standards[0];
  const [place, setPlace] = useState<string | null>(null);
  const [standard, setStandard] = useState<string | null>(null);
  const chosen = { place: place ?? places.find(({ level }) => level === 'province')?.id ?? area.id, standard: standard ?? inForce?.id };
  const save = useMutation({
    mutationFn: () => openRound({ area: chosen.place as AreaRef, period, official: chosen.standard!, standards: [chosen.standard!] }),
    onSuccess: async (round) => {
      notifications.show({ message: t('open.done', { period, area: round.area.name }) });
      onClose();
      await queries.invalidateQueries({ queryKey: api.rounds.key() });
    },
  });
  return (
    <Modal opened={opened} onClose={onClose} title={t('open.title', { period })} closeButtonProps={{ 'aria-label': shell('close') }}>
      <DialogForm save={t('open.save')} ready={chosen.standard !== undefined} saving={save} onSave={() => save.mutate()} onCancel={onClose}>
        <Select
          label={t('open.area')}
          description={t('open.areaWhy')}
          data={places.map(({ id, name }) => ({ value: id, label: name }))}
          value={chosen.place}
          onChange={setPlace}
          allowDeselect={false}
        />
        <Select
          label={t('open.standard')}
          description={t('open.standardWhy')}
          data={standards.map(({ id, period: years }) => ({ value: id, label: say(years) }))}
          value={chosen.standard ?? null}
          onChange={setStandard}
          allowDeselect={false}
        />
      </DialogForm>
    </Modal>
  );
}
