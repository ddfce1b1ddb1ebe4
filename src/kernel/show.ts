import type { Language } from './text.ts';

/** How figures are written: Vietnamese papers use a dot for thousands and a decimal comma. */
const separators = { vi: { thousands: '.', decimal: ',' }, en: { thousands: ',', decimal: '.' } } as const;

/** A whole number with its thousands apart: `39.822`. */
export function showNumber(value: number, language: Language): string {
  const digits = String(Math.abs(value)).replace(/\B(?=(\d{3})+$)/g, separators[language].thousands);
  return value < 0 ? `−${digits}` : digits;
}

/** A rate given in hundredths of a percent, with its two decimals and without the sign: `13,70`. */
export function showRate(hundredths: number, language: Language): string {
  const whole = Math.trunc(Math.abs(hundredths) / 100);
  const rest = String(Math.abs(hundredths) % 100).padStart(2, '0');
  const text = `${showNumber(whole, language)}${separators[language].decimal}${rest}`;
  return hundredths < 0 ? `−${text}` : text;
}

/** Money in whole đồng: `1.500.000 đồng`. */
export function showMoney(dong: number, language: Language): string {
  return `${showNumber(dong, language)} ${language === 'vi' ? 'đồng' : 'VND'}`;
}
