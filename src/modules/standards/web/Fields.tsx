import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface OneOfProps<Value extends string> {
  label: string;
  options: readonly { value: Value; label: string }[];
  value: Value | null;
  onChange: (value: Value | null) => void;
}

/** One of many, or unknown. */
export function OneOf<Value extends string>({ label, options, value, onChange }: OneOfProps<Value>) {
  const { t } = useTranslation('standards');
  return (
    <NativeSelect
      label={label}
      value={value ?? ''}
      onChange={({ currentTarget }) => onChange(currentTarget.value === '' ? null : (currentTarget.value as Value))}
      data={[{ value: '', label: t('check.answer.unknown') }, ...options]}
      maw={420}
    />
  );
}
