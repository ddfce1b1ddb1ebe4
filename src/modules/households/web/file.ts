import type { Period } from '#kernel/period.ts';
import { dayInVietNam, plainDate, showDate, showPartOfDate, type PlainDate } from '#kernel/plain-date.ts';
import type { TFunction } from 'i18next';
import type { IdentityField } from '../contract.corrections.ts';
import type { ClassRecord, HouseholdFile } from '../contract.ts';

/** The class that counts in each period, the newest first. */
export const officialRecords = ({ classes }: HouseholdFile): ClassRecord[] => classes.filter(({ official, current }) => official && current);

/** Whose household it is: its head today, else as the newest class has it. */
export const headOfFile = ({ members, classes }: HouseholdFile): string => (members.find(({ head, to }) => head && to === null) ?? members.findLast(({ head }) => head))?.name ?? classes[0]?.head ?? '';

export const differs = ({ stated, computed }: ClassRecord): boolean => stated !== null && stated !== computed;

/** A name that begins with a capital, inside a sentence. */
export const inSentence = (words: string): string => words[0]!.toLowerCase() + words.slice(1);

/** `2017`, `09/2018`. */
export const showPeriod = (period: Period): string => period.split('-').reverse().join('/');

/** An instant as a clock in Viet Nam shows it: `21/11/2026 08:40`. */
export function showInstant(instant: string): string {
  const inVietNam = new Date(Date.parse(instant) + 7 * 3_600_000).toISOString();
  return `${showDate(plainDate(inVietNam.slice(0, 10)))} ${inVietNam.slice(11, 16)}`;
}

/** The day in Viet Nam on which an instant fell. */
export const dayOfInstant = (instant: string): PlainDate => dayInVietNam(Date.parse(instant));

/** A value that identifies a person, as a sentence says it. */
export function showValue(field: IdentityField, value: string | null, t: TFunction<'households'>): string {
  if (value === null) return t('corrections.unknown');
  if (field === 'birth') return showPartOfDate(value);
  return field === 'sex' ? t(`members.${value as 'male'}`) : value;
}
