import { ageOn, plainDate, showDate, yearOf, type PlainDate } from '#kernel/plain-date.ts';
import { showNumber } from '#kernel/show.ts';
import type { Language, Text } from '#kernel/text.ts';
import { tidy } from '#kernel/vietnamese.ts';
import type { Birth, Sex, StandingInClass } from '#modules/households/contract.intake.ts';
import type { HouseholdClass } from '#modules/standards/contract.ts';
import type { Cell, CommuneForm } from './contract.parts.ts';
import { readBirth, type NoSuchDay } from './rules.days.ts';
import type { CellPlace, Issues } from './rules.issues.ts';
import { dictionary, plainWords, textOf } from './rules.words.ts';

/** Reads one cell after the other; whatever cannot be understood becomes an issue at its place, and null. */
export type Values = ReturnType<typeof valuesOf>;

const oldest = 110;
const firstYear = '1880';
const highestScore = 1000;
const highestAge = 130;
const mostPersons = 100;

/** What the words of the form mean, for English readers: the file has them in Vietnamese all the same. */
const meanings = {
  class: { poor: 'poor', near_poor: 'near-poor', average: 'average living standard', not_poor: 'not poor' },
  sex: { male: 'male', female: 'female' },
  history: { new: 'new', again: 'again', still: 'still' },
} as const;

const unknown: Text = { vi: 'chưa rõ', en: 'unknown' };

/** A class or a sex as the form writes it, in English with its meaning. */
function wordsOf<Key extends string>(ways: Readonly<Record<Key, readonly string[]>>, meaning: Readonly<Record<Key, string>>, key: Key): Text {
  const [word] = ways[key] as [string];
  return { vi: word, en: `${word} (${meaning[key]})` };
}

/** The words to choose from: `Nam, Nữ` and `Nam (male), Nữ (female)`. */
function choiceOf<Key extends string>(ways: Readonly<Record<Key, readonly string[]>>, meaning: Readonly<Record<Key, string>>): Text {
  const words = (Object.keys(meaning) as Key[]).map((key) => wordsOf(ways, meaning, key));
  return { vi: words.map(({ vi }) => vi).join(', '), en: words.map(({ en }) => en).join(', ') };
}

const isBirth = (read: Birth | NoSuchDay | null): read is Birth => typeof read === 'string';

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
  const histories = dictionary<StandingInClass>([[values.history.new, 'new'], [values.history.again, 'again'], [values.history.still, 'still']]);
  const flags = dictionary([[values.yes, true], [values.no, false]]);
  const expected = {
    text: { vi: 'chữ gõ trực tiếp, hoặc để trống', en: 'a typed text, or blank' },
    birth: { vi: 'dd/mm/yyyy, mm/yyyy hoặc yyyy', en: 'dd/mm/yyyy, mm/yyyy or yyyy' },
    day: { vi: 'dd/mm/yyyy', en: 'dd/mm/yyyy' },
    sex: choiceOf(values.sex, meanings.sex),
    history: choiceOf(values.history, meanings.history),
    class: choiceOf(values.class, meanings.class),
    flag: {
      vi: `${values.yes[0]} (có), ${values.no[0]} (không) hoặc để trống (chưa rõ)`,
      en: `${values.yes[0]} (yes), ${values.no[0]} (no) or blank (unknown)`,
    },
    idNumber: { vi: '12 chữ số (CCCD), 9 chữ số (CMND), hoặc để trống', en: '12 digits, 9 digits, or blank' },
  } satisfies Record<string, Text>;

  /** The text of a cell, tidied; null for an empty one, and for one with a formula’s error, which is told. */
  function raw(cell: Cell | undefined, place: CellPlace, wanted: Text): string | null {
    if (cell !== null && typeof cell === 'object' && 'fault' in cell) {
      if (cell.fault === 'formula') issues.add('value.formula', place, { expected: wanted });
      else issues.add('value.error', place, { found: cell.fault, expected: wanted });
      return null;
    }
    const text = tidy(textOf(cell));
    return text === '' ? null : text;
  }

  function text(cell: Cell | undefined, place: CellPlace, most: number): string | null {
    const found = raw(cell, place, expected.text);
    if (found === null || found.length <= most) return found;
    issues.add('value.too-long', place, { found, length: found.length, most });
    return null;
  }

  /** The items of a cell that holds several, each on its line or after a semicolon. */
  function items(cell: Cell | undefined, place: CellPlace): string[] {
    return raw(cell, place, expected.text) === null ? [] : textOf(cell).split(/[;\n]/).map(tidy);
  }

  function birth(cell: Cell | undefined, place: CellPlace): Birth | null {
    const found = raw(cell, place, expected.birth);
    if (found === null) return null;
    const read = readBirth(found);
    if (!isBirth(read)) {
      if (read === null) issues.add('value.birth', place, { found, expected: expected.birth });
      else issues.add('value.birth-calendar', place, { found, reason: read.reason });
      return null;
    }
    if (read > day.slice(0, read.length) || read < firstYear) {
      issues.add('value.birth-range', place, { found, first: firstYear, day: showDate(day) });
      return null;
    }
    if (ageOn(plainDate(`${read}-01-01`.slice(0, 10)), day) > oldest) issues.add('birth.very-old', place, { found, years: oldest, first: yearOf(day) - oldest });
    return read;
  }

  function dayOf(cell: Cell | undefined, place: CellPlace): PlainDate | null {
    const found = raw(cell, place, expected.day);
    if (found === null) return null;
    const read = readBirth(found);
    if (isBirth(read) && read.length === 10) return read as PlainDate;
    if (isBirth(read) || read === null) issues.add('value.day', place, { found, expected: expected.day });
    else issues.add('value.day-calendar', place, { found, reason: read.reason });
    return null;
  }

  function sex(cell: Cell | undefined, place: CellPlace): Sex | null {
    const found = raw(cell, place, expected.sex);
    if (found === null) return null;
    const read = sexes.get(plainWords(found));
    if (read === undefined) issues.add('value.sex', place, { found, expected: expected.sex });
    return read ?? null;
  }

  /** How a household came to its class: told in words, or by a mark in the column of `marked`. What cannot be read is not kept. */
  function history(cell: Cell | undefined, place: CellPlace, marked: StandingInClass | null): StandingInClass | null {
    const found = raw(cell, place, expected.history);
    if (found === null) return null;
    const flag = marked && flags.get(plainWords(found));
    if (flag === false) return null;
    const read = flag === true ? marked! : histories.get(plainWords(found));
    if (read === undefined) issues.add('value.history', place, { found, expected: expected.history });
    return read ?? null;
  }

  /** `mayBeUnclear`: on the lists of those that escaped, the change alone says enough. */
  function householdClass(cell: Cell | undefined, place: CellPlace, mayBeUnclear: boolean): HouseholdClass | null {
    const found = raw(cell, place, expected.class);
    if (found === null) return null;
    const read = classes.get(plainWords(found));
    if (read === undefined) issues.add('value.class', place, { found, expected: expected.class });
    else if (read !== 'unclear') return read;
    else if (!mayBeUnclear) issues.add('value.class-unclear', place, { found, expected: expected.class });
    return null;
  }

  /** A mark: true, false, or null for a blank, which is unknown. */
  function flag(cell: Cell | undefined, place: CellPlace): boolean | null {
    if (typeof cell === 'boolean') return cell;
    const found = raw(cell, place, expected.flag);
    if (found === null) return null;
    const read = flags.get(plainWords(found));
    if (read === undefined) issues.add('value.flag', place, { found, expected: expected.flag });
    return read ?? null;
  }

  /** A reader of whole numbers between two. */
  function wholeFrom(least: number, most: number) {
    const range = (language: Language, from: string, to: string) => `${from} ${showNumber(least, language)} ${to} ${showNumber(most, language)}`;
    const wanted: Text = { vi: range('vi', 'số nguyên từ', 'đến'), en: range('en', 'a whole number from', 'to') };
    return (cell: Cell | undefined, place: CellPlace): number | null => {
      const found = raw(cell, place, wanted);
      if (found === null) return null;
      const read = typeof cell === 'number' ? cell : readNumber(found);
      if (read !== null && Number.isInteger(read) && read >= least && read <= most) return read;
      issues.add('value.whole-number', place, { found, expected: wanted });
      return null;
    };
  }

  function idNumber(cell: Cell | undefined, place: CellPlace): string | null {
    const found = raw(cell, place, expected.idNumber);
    if (found === null) return null;
    const digits = found.replace(/[\s.\-'’`]/g, '');
    if (/^(\d{9}|\d{12})$/.test(digits)) return digits;
    if (/^(\d{8}|\d{10}|\d{11})$/.test(digits)) issues.add('value.id-lost-zeros', place, { found, digits: digits.length });
    else issues.add('value.id', place, { found, expected: expected.idNumber });
    return null;
  }

  const sexName = (of: Sex): Text => wordsOf(values.sex, meanings.sex, of);
  const className = (of: HouseholdClass | null): Text => (of === null || of === 'insufficient' ? unknown : wordsOf(values.class, meanings.class, of));
  return {
    text, items, birth, sex, history, flag, idNumber, expected, sexName, className,
    day: dayOf,
    class: householdClass,
    score: wholeFrom(0, highestScore),
    age: wholeFrom(0, highestAge),
    size: wholeFrom(1, mostPersons),
  };
}

/** A number as Vietnamese papers write it: `1.354` and `39.822` are thousands, `4,83` has a decimal comma; `4.83` is read too. */
export function readNumber(text: string): number | null {
  const plain = text.replace(/[\s\u00a0%]/g, '').replace(/^[−–]/, '-');
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain)) return Number(plain.replaceAll('.', '').replace(',', '.'));
  if (/^-?\d{1,3}(,\d{3})+\.\d+$/.test(plain)) return Number(plain.replaceAll(',', ''));
  return /^-?\d+([.,]\d+)?$/.test(plain) ? Number(plain.replace(',', '.')) : null;
}
