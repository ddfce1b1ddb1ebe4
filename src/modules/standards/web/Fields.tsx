import { NativeSelect, NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#web/i18n/language.ts';

interface NumberProps {
  label: string;
  hint?: string;
  error?: string | undefined;
  value: number | null;
  least?: number;
  most: number;
  decimals?: number;
  onChange: (value: number | null) => void;
}

/** As the text fields of the shell have them; the field itself stays as narrow as a number. */
const words = { label: { marginBottom: 4, fontWeight: 500 }, description: { fontSize: 13, lineHeight: '18px' }, wrapper: { maxWidth: 320 } } as const;

/** A number, written as the language writes it; empty is unknown. */
export function NumberField({ label, hint, error, value, least = 0, most, decimals = 0, onChange }: NumberProps) {
  const { language } = useLanguage();
  const [thousands, decimal] = language === 'vi' ? ['.', ','] : [',', '.'];
  return (
    <NumberInput
      label={label}
      description={hint}
      error={error}
      value={value ?? ''}
      onChange={(typed) => onChange(typeof typed === 'number' && typed >= least ? typed : null)}
      max={most}
      clampBehavior="strict"
      allowNegative={false}
      allowDecimal={decimals > 0}
      decimalScale={decimals}
      thousandSeparator={thousands}
      decimalSeparator={decimal}
      inputMode={decimals > 0 ? 'decimal' : 'numeric'}
      hideControls
      styles={words}
    />
  );
}

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
