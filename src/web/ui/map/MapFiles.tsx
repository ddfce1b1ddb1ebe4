import { ActionIcon, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload, IconPhoto, IconVectorBezier2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveFile } from '../../save-file.ts';
import type { MapFormat } from './save-map.ts';
import type { SheetMap, SheetTexts } from './sheet.ts';

const formats = [
  ['png', IconPhoto],
  ['svg', IconVectorBezier2],
] as const satisfies readonly (readonly [MapFormat, unknown])[];

/** Takes a map along, whole, with its title, legend and notes. */
export function MapFiles({ texts, map }: { texts: SheetTexts; map: SheetMap }) {
  const { t } = useTranslation();
  const [isMaking, setIsMaking] = useState(false);
  async function save(format: MapFormat): Promise<void> {
    setIsMaking(true);
    try {
      const { mapFile } = await import('./save-map.ts');
      const range = (from: string, to: string): string => t('map.range', { from, to });
      const file = await mapFile(format, texts, map, { hoangSa: t('map.hoangSa'), truongSa: t('map.truongSa'), estimated: t('map.estimated'), unknown: t('map.unknown'), range });
      saveFile(file);
      notifications.show({ autoClose: 4000, message: t('map.file.done', { file: file.name }) });
    } catch {
      notifications.show({ color: 'red', autoClose: false, message: t('map.file.failed') });
    } finally {
      setIsMaking(false);
    }
  }
  return (
    <Menu position="left-start" width={220} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon variant="default" size={30} aria-label={t('map.file.get')} loading={isMaking}>
          <IconDownload size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {formats.map(([format, Icon]) => (
          <Menu.Item key={format} leftSection={<Icon size={16} stroke={1.7} aria-hidden />} onClick={() => void save(format)}>
            {t(`map.file.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
