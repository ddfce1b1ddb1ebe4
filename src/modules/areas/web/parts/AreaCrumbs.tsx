import { Skeleton, UnstyledButton } from '@mantine/core';
import { IconMapPin, IconSelector } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AreaRef } from '../../contract.ts';
import { areaQuery } from '../queries.ts';
import styles from './AreaCrumbs.module.css';
import { AreaPicker } from './AreaPicker.tsx';
import type { PickedArea } from './recent-areas.ts';

interface Props {
  area: AreaRef;
  day: PlainDate;
  own: readonly PickedArea[];
  onPick: (area: AreaRef) => void;
}

/** Where one looks: what the area lies in, each a step up, and the area itself, which opens the picker. */
export function AreaCrumbs({ area: ref, day, own, onPick }: Props) {
  const { t } = useTranslation('areas');
  const { data: area, isPending } = useQuery({ ...areaQuery(ref, day), placeholderData: keepPreviousData });
  if (isPending) return <Skeleton height={12} width={220} />;
  return (
    <div className={styles.crumbs}>
      {area?.within.map(({ id, name }) => (
        <span key={id} className={styles.step}>
          <button type="button" onClick={() => onPick(id)}>
            {name}
          </button>
          <span aria-hidden>/</span>
        </span>
      ))}
      <AreaPicker own={own} onPick={({ id }) => onPick(id)}>
        <UnstyledButton className={styles.target!} aria-label={area ? t('picker.change', { name: area.name }) : t('picker.choose')}>
          <IconMapPin size={17} stroke={1.7} aria-hidden className={styles.pin} />
          <span className={styles.name} title={area?.name}>
            {area?.name ?? t('picker.choose')}
          </span>
          <IconSelector size={15} stroke={1.7} aria-hidden className={styles.chevron} />
        </UnstyledButton>
      </AreaPicker>
    </div>
  );
}
