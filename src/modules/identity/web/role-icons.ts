import { IconBuildingCommunity, IconClipboardCheck, IconClipboardList, IconFlag, IconHome, IconMap, IconSettings, IconStethoscope, type Icon } from '@tabler/icons-react';
import type { Role } from '#kernel/permission.ts';

export const roleIcons: Readonly<Record<Role, Icon>> = {
  reviewer: IconClipboardList,
  village_head: IconHome,
  commune_officer: IconBuildingCommunity,
  province_officer: IconMap,
  sector_officer: IconStethoscope,
  leader: IconFlag,
  inspector: IconClipboardCheck,
  administrator: IconSettings,
};
