import { Button, Group, Modal, MultiSelect, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconColumns3 } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayInVietNam, showDate, type PlainDate } from '#kernel/plain-date.ts';
import type { AreaName } from '#modules/areas/contract.ts';
import { useMay } from '#modules/identity/web/parts/session.ts';
import { api } from '#web/api.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { readError } from '#web/problem.ts';
import type { EthnicColumns } from '../contract.ts';
import { ethnicColumnsQuery, partsQuery, saveEthnicColumns } from './queries.ts';

/** Opens the choice of ethnic columns, for who may make it. */
export function EthnicColumnsButton({ area, day }: { area: AreaName; day: PlainDate }) {
  const { t } = useTranslation('reports');
  const { t: shell } = useTranslation();
  const may = useMay();
  const [opened, { open, close }] = useDisclosure(false);
  const allowed = may('report.settings');
  const { data } = useQuery({ ...ethnicColumnsQuery(area.id, day), enabled: allowed });
  if (!allowed || !data?.province) return null;
  return (
    <>
      <Button variant="default" leftSection={<IconColumns3 size={16} aria-hidden />} onClick={open}>
        {t('ethnic.open')}
      </Button>
      <Modal opened={opened} onClose={close} title={t('ethnic.title', { province: data.province.name })} closeButtonProps={{ 'aria-label': shell('close') }}>
        <Choice columns={data} province={data.province} onDone={close} />
      </Modal>
    </>
  );
}

function Choice({ columns, province, onDone }: { columns: EthnicColumns; province: AreaName; onDone: () => void }) {
  const { t } = useTranslation('reports');
  const { language, say } = useLanguage();
  const { data: parts } = useQuery(partsQuery());
  const [codes, setCodes] = useState(columns.codes);
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: (chosen: string[]) => saveEthnicColumns(province.id, chosen),
    onSuccess: () => client.invalidateQueries({ queryKey: api.reports.key() }),
    onError: (error) => notifications.show({ color: 'red', message: readError(error, language).sentence }),
  });
  const { chosen, shipped } = columns;
  const minorities = parts?.ethnicities.filter(({ majority }) => !majority) ?? [];
  const done = (): void => {
    onDone();
    notifications.show({
      message: (
        <Group justify="space-between" wrap="nowrap">
          {t('ethnic.saved', { province: province.name })}
          <Button size="compact-sm" variant="subtle" onClick={() => save.mutate(columns.codes)}>
            {t('ethnic.undo')}
          </Button>
        </Group>
      ),
    });
  };
  return (
    <Stack>
      <MultiSelect
        label={t('ethnic.label')}
        description={t('ethnic.help')}
        data={minorities.map(({ code, name }) => ({ value: code, label: say(name) }))}
        value={codes}
        onChange={setCodes}
        searchable
        hidePickedOptions
        maxValues={20}
      />
      <Text size="sm" c="dimmed">
        {chosen === null
          ? t('ethnic.shipped', { source: say(shipped.source) })
          : t('ethnic.chosen', { by: chosen.by ?? t('ethnic.byNobody'), day: showDate(dayInVietNam(Date.parse(chosen.at))) })}
      </Text>
      <Group justify="flex-end">
        <Button loading={save.isPending} disabled={codes.length === 0} onClick={() => save.mutate(codes, { onSuccess: done })}>
          {t('ethnic.save')}
        </Button>
      </Group>
    </Stack>
  );
}
