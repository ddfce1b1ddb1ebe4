import { ageOn, PlainDate, plainDate, showDate } from '#kernel/plain-date.ts';
import { tidy } from '#kernel/vietnamese.ts';
import type { Birth, Sex } from '#modules/households/contract.intake.ts';
import type { HouseholdClass } from '#modules/standards/contract.ts';
import type { Cell, CommuneForm } from './contract.parts.ts';
import type { Issues, Place } from './rules.issues.ts';
import { dictionary, plainWords, textOf } from './rules.words.ts';

/** Reads one cell after the other; whatever cannot be understood becomes an issue at its place, and null. */
export type Values = ReturnType<typeof valuesOf>;

const oldest = 110;
const highestScore = 1000;

/** The readers of cells for a form and the day of a round. */
export function valuesOf({ values }: CommuneForm, day: PlainDate, issues: Issues) {
  const classes = dictionary<HouseholdClass | 'unclear'>([
    [values.class.poor, 'poor'],
    [values.class.near_poor, 'near_poor'],
    [values.class.average, 'average'],
    [values.class.not_poor, 'not_poor'],
    [values.class_unclear, 'unclear'],
  ]);
  const sexes = dictionary<Sex>([[values.sex.male, 'male'], [values.sex.female, 'female']]);
  const flags = dictionary([[values.yes, true], [values.no, false]]);
  const firsts = (...ways: (readonly string[])[]) => ways.map(([first]) => first).join(', ');
  const classNames = firsts(values.class.poor, values.class.near_poor, values.class.average, values.class.not_poor);
  const sexNames = firsts(values.sex.male, values.sex.female);

  /** The text of a cell as it stands; null for an empty one. */
  function raw(cell: Cell | undefined, place: Place): string | null {
    if (cell !== null && typeof cell === 'object' && 'fault' in cell) {
      if (cell.fault === 'formula') issues.add('value.formula', place, {});
      else issues.add('value.error', place, { found: cell.fault });
      return null;
    }
    const text = textOf(cell).trim();
    return text === '' ? null : text;
  }

  function text(cell: Cell | undefined, place: Place, most: number): string | null {
    const found = raw(cell, place);
    if (found === null) return null;
    const tidied = tidy(found);
    if (tidied.length > most) {
      issues.add('value.too-long', place, { most });
      return null;
    }
    return tidied === '' ? null : tidied;
  }

  function birth(cell: Cell | undefined, place: Place): Birth | null {
    const found = raw(cell, place);
    if (found === null) return null;
    const read = readBirth(found);
    if (read === null) {
      issues.add('value.birth', place, { found });
      return null;
    }
    if (read > day.slice(0, read.length) || read < '1880') {
      issues.add('value.birth-range', place, { found, day: showDate(day) });
      return null;
    }
    if (ageOn(plainDate(`${read}-01-01`.slice(0, 10)), day) > oldest) issues.add('birth.very-old', place, { found, years: oldest });
    return read;
  }

  function dayOf(cell: Cell | undefined, place: Place): PlainDate | null {
    const found = raw(cell, place);
    if (found === null) return null;
    const read = readBirth(found);
    if (read === null || read.length < 10) {
      issues.add('value.day', place, { found });
      return null;
    }
    return read as PlainDate;
  }

  function sex(cell: Cell | undefined, place: Place): Sex | null {
    const found = raw(cell, place);
    if (found === null) return null;
    const read = sexes.get(plainWords(found));
    if (read === undefined) issues.add('value.sex', { ...place, expected: { vi: sexNames, en: sexNames } }, { found });
    return read ?? null;
  }

  /** `mayBeUnclear`: on the lists of those that escaped, the change alone says enough. */
  function householdClass(cell: Cell | undefined, place: Place, mayBeUnclear: boolean): HouseholdClass | null {
    const found = raw(cell, place);
    if (found === null) return null;
    const read = classes.get(plainWords(found));
    const expected = { vi: classNames, en: classNames };
    if (read === undefined) issues.add('value.class', { ...place, expected }, { found });
    else if (read !== 'unclear') return read;
    else if (!mayBeUnclear) issues.add('value.class-unclear', { ...place, expected }, { found });
    return null;
  }

  /** A mark: true, false, or null for a blank, which is unknown. */
  function flag(cell: Cell | undefined, place: Place): boolean | null {
    if (typeof cell === 'boolean') return cell;
    const found = raw(cell, place);
    if (found === null) return null;
    const read = flags.get(plainWords(found));
    if (read === undefined) issues.add('value.flag', place, { found });
    return read ?? null;
  }

  function whole(cell: Cell | undefined, place: Place, least: number, most: number): number | null {
    const found = raw(cell, place);
    if (found === null) return null;
    const read = typeof cell === 'number' ? cell : readNumber(found);
    if (read !== null && Number.isInteger(read) && read >= least && read <= most) return read;
    issues.add('value.whole-number', { ...place, expected: { vi: `số nguyên từ ${least} đến ${most}`, en: `a whole number from ${least} to ${most}` } }, { found });
    return null;
  }

  function idNumber(cell: Cell | undefined, place: Place): string | null {
    const found = raw(cell, place);
    if (found === null) return null;
    const digits = found.replace(/[\s.\-'’`]/g, '');
    if (/^(\d{9}|\d{12})$/.test(digits)) return digits;
    if (/^(\d{8}|\d{10}|\d{11})$/.test(digits)) issues.add('value.id-lost-zeros', place, { found, digits: digits.length });
    else issues.add('value.id', place, { found });
    return null;
  }

  return { raw, text, birth, day: dayOf, sex, class: householdClass, flag, whole, score: (cell: Cell | undefined, place: Place) => whole(cell, place, 0, highestScore), idNumber };
}

/**
 * A day, month or year as Vietnamese papers write it, the day first: `17/05/1986`, `17-5-1986`, `1986-05-17`, `05/1986`, `1986`. A day
 * or month of `00` is unknown. Null for what is none, a year of two figures among it.
 */
export function readBirth(text: string): Birth | null {
  const plain = tidy(text).replace(/[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$/, '').replace(/\s*([/.\-])\s*/g, '$1');
  const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(plain) ?? [];
  if (year !== undefined) return dateOf(year, month!, day!);
  const [, theDay, theMonth, theYear] = /^(?:(?:(\d{1,2})[-/. ])?(\d{1,2})[-/. ])?(\d{4})$/.exec(plain) ?? [];
  return theYear === undefined ? null : dateOf(theYear, theMonth ?? '0', theDay ?? '0');
}

function dateOf(year: string, month: string, day: string): Birth | null {
  if (Number(year) < 1000) return null;
  if (Number(month) === 0) return Number(day) === 0 ? year : null;
  if (Number(month) > 12) return null;
  const yearAndMonth = `${year}-${month.padStart(2, '0')}`;
  if (Number(day) === 0) return yearAndMonth;
  const date = `${yearAndMonth}-${day.padStart(2, '0')}`;
  return PlainDate.safeParse(date).success ? date : null;
}

/** A number as Vietnamese papers write it: `1.354` and `39.822` are thousands, `4,83` has a decimal comma; `4.83` is read too. */
export function readNumber(text: string): number | null {
  const plain = text.replace(/[\s\u00a0%]/g, '').replace(/^[−–]/, '-');
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain)) return Number(plain.replaceAll('.', '').replace(',', '.'));
  if (/^-?\d{1,3}(,\d{3})+\.\d+$/.test(plain)) return Number(plain.replaceAll(',', ''));
  return /^-?\d+([.,]\d+)?$/.test(plain) ? Number(plain.replace(',', '.')) : null;
}
