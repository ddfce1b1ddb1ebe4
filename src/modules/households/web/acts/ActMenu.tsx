import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconPencilPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '#modules/identity/web/parts/session.ts';
import type { HouseholdFile } from '../../contract.ts';
import { ActDialog } from './ActDialog.tsx';
import type { ActKind } from './draft.ts';

/** What can happen to a household, in groups as an officer thinks of it. */
const groups: readonly (readonly ActKind[])[] = [
  ['split', 'merge', 'move'],
  ['marriage', 'birth', 'death'],
  ['join', 'leave', 'head'],
  ['end'],
];

/** The acts that an officer may enter; a household that was sent away can only be placed. */
export function ActMenu({ file }: { file: HouseholdFile }) {
  const { t } = useTranslation('households');
  const may = useMay();
  const [kind, setKind] = useState<ActKind | null>(null);
  if (!may('household.write') || (file.standing !== 'present' && file.standing !== 'sent')) return null;
  const offered = file.standing === 'sent' ? [['place'] as const] : groups;
  return (
    <>
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <Button leftSection={<IconPencilPlus size={17} stroke={1.7} aria-hidden />} rightSection={<IconChevronDown size={15} aria-hidden />}>
            {t('acts.menu')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {offered.map((kinds, index) => (
            <div key={kinds[0]}>
              {index > 0 && <Menu.Divider />}
              {kinds.map((one) => (
                <Menu.Item key={one} onClick={() => setKind(one)}>
                  {t(`acts.kind.${one}`)}
                </Menu.Item>
              ))}
            </div>
          ))}
        </Menu.Dropdown>
      </Menu>
      {kind && <ActDialog key={kind} kind={kind} file={file} onClose={() => setKind(null)} />}
    </>
  );
}
