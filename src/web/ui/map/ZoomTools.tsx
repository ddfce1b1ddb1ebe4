import { ActionIcon } from '@mantine/core';
import { IconFocusCentered, IconMinus, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Closer, farther, the whole map; `zoom` takes by how much more is seen. */
export function ZoomTools({ zoom }: { zoom: (by: number) => void }) {
  const { t } = useTranslation();
  return (
    <>
      <ActionIcon variant="default" size={30} aria-label={t('map.zoomIn')} onClick={() => zoom(0.6)}>
        <IconPlus size={16} />
      </ActionIcon>
      <ActionIcon variant="default" size={30} aria-label={t('map.zoomOut')} onClick={() => zoom(1 / 0.6)}>
        <IconMinus size={16} />
      </ActionIcon>
      <ActionIcon variant="default" size={30} aria-label={t('map.reset')} onClick={() => zoom(Infinity)}>
        <IconFocusCentered size={16} />
      </ActionIcon>
    </>
  );
}
