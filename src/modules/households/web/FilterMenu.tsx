import { Button, Combobox, useCombobox } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fold } from '#kernel/vietnamese.ts';
import styles from './Register.module.css';

interface Choice {
  value: string;
  name: string;
  /** Shown instead of the name. */
  face?: ReactNode;
}

interface Props {
  label: string;
  choices: readonly Choice[];
  chosen: string | undefined;
  onChoose: (value: string) => void;
  /** Said when there is nothing to choose. */
  none?: string;
}

/** Lists from this length on can be searched. */
const searchFrom = 15;

/** A button that opens a list to choose one from: a combobox without a field. */
export function FilterMenu({ label, choices, chosen, onChoose, none }: Props) {
  const { t } = useTranslation('households');
  const [text, setText] = useState('');
  const combobox = useCombobox({
    onDropdownOpen: () => combobox.focusSearchInput(),
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      combobox.focusTarget();
      setText('');
    },
  });
  const shown = choices.filter(({ name }) => fold(name).includes(fold(text)));
  return (
    <Combobox
      store={combobox}
      width={300}
      position="bottom-start"
      onOptionSubmit={(value) => {
        combobox.closeDropdown();
        onChoose(value);
      }}
    >
      <Combobox.Target targetType="button" withExpandedAttribute>
        <Button role="combobox" aria-label={label} variant="default" rightSection={<IconChevronDown size={15} stroke={1.7} aria-hidden />} onClick={() => combobox.toggleDropdown()} className={styles.menu!}>
          {label}
        </Button>
      </Combobox.Target>
      <Combobox.Dropdown className={styles.dropdown!}>
        {choices.length >= searchFrom && <Combobox.Search value={text} onChange={(event) => setText(event.currentTarget.value)} placeholder={t('filter.find')} aria-label={t('filter.find')} />}
        <Combobox.Options mah={400} className={styles.options!} aria-label={label}>
          {shown.map(({ value, name, face }) => (
            <Combobox.Option key={value} value={value} active={value === chosen} className={styles.option!}>
              <span>{face ?? name}</span>
              {value === chosen && <IconCheck size={16} aria-hidden />}
            </Combobox.Option>
          ))}
          {shown.length === 0 && <Combobox.Empty>{choices.length === 0 ? (none ?? t('filter.none')) : t('filter.none')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
