import { NumberInput } from '@mantine/core';
import { useLanguage } from '../i18n/language.ts';

interface NumberProps {
  label: string;
  hint?: string;
  /** Shown while nothing is typed: what holds then. */
  placeholder?: string;
  /** What stands after the number. */
  unit?: string;
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
export function NumberField({ label, hint, placeholder, unit, error, value, least = 0, most, decimals = 0, onChange }: NumberProps) {
  const { language } = useLanguage();
  const [thousands, decimal] = language === 'vi' ? ['.', ','] : [',', '.'];
  return (
    <NumberInput
      label={label}
      description={hint}
      error={error}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(unit === undefined ? {} : { suffix: ` ${unit}` })}
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
