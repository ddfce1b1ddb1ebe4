/**
 * Vietnamese names for matching: what was typed, told apart from how it was typed. A syllable is its letters without marks and the set of
 * its marks, so that `hoà` and `hòa`, `Nguyễn` and what a keyboard left of it (`Nguyeexn`, `Nguye6n4`) or an old font (`Nguyeãn`) are one.
 */
import { tidy } from '#kernel/vietnamese.ts';

/** How two names stand to each other, the surest first. */
export const nameLevels = ['same', 'typed', 'unmarked', 'marks', 'spaced', 'order', 'middle', 'initials', 'spelling', 'middle_other', 'given', 'other'] as const;
export type NameLevel = (typeof nameLevels)[number];

export interface Name {
  /** Letters of the syllables without marks, family name first. */
  syllables: readonly string[];
  /** The same with a space between: what one types without marks. */
  letters: string;
  /** The letters without the family name. */
  rest: string;
  /** The letters without spaces, and the syllables in the order of the alphabet: to be compared often. */
  joined: string;
  sorted: string;
  /** Marks of each syllable as a set of bits. */
  marks: readonly number[];
  /** A keyboard or font left traces, which were read. */
  typed: boolean;
}

const [grave, hook, tilde, acute, dot, circumflex, breve, horn, stroke] = [1, 2, 4, 8, 16, 32, 64, 128, 256];
const combining: Readonly<Record<string, number>> = { '\u0300': grave, '\u0309': hook, '\u0303': tilde, '\u0301': acute, '\u0323': dot, '\u0302': circumflex, '\u0306': breve, '\u031b': horn };
/** VNI keyboard: no Vietnamese name has digits of its own. */
const digits: Readonly<Record<string, number>> = { 1: acute, 2: grave, 3: hook, 4: tilde, 5: dot, 6: circumflex, 7: horn, 8: breve, 9: stroke };
const telexTones: Readonly<Record<string, number>> = { f: grave, r: hook, x: tilde, s: acute, j: dot };
const telexVowels: readonly (readonly [RegExp, string, number])[] = [[/aa/, 'a', circumflex], [/ee/, 'e', circumflex], [/oo/, 'o', circumflex], [/aw/, 'a', breve], [/ow/, 'o', horn], [/uw|w/, 'u', horn], [/dd/, 'd', stroke]];

/** VNI fonts wrote a letter with marks as two letters; these are the second ones. */
const fontMarks: Readonly<Record<string, number>> = {
  ù: acute, ø: grave, û: hook, õ: tilde, ï: dot,
  â: circumflex, á: circumflex | acute, à: circumflex | grave, å: circumflex | hook, ã: circumflex | tilde, ä: circumflex | dot,
  ê: breve, é: breve | acute, è: breve | grave, ú: breve | hook, ü: breve | tilde, ë: breve | dot,
};
const fontLetters: Readonly<Record<string, readonly [string, number]>> = { ô: ['o', horn], ö: ['u', horn], ñ: ['d', stroke], í: ['i', acute], ì: ['i', grave], æ: ['i', hook], ó: ['i', tilde], ò: ['i', dot] };
const fontTrace = /[aeoöô][ùøûõïáàåãäéèúüëâê]|[uy][ùøûõï]/;

/** Letters that a Vietnamese syllable can have; names of other peoples of Viet Nam may have others and are left as they are. */
const syllableShape =
  /^(?:b|ch?|d|gh?|gi|h|kh?|l|m|n|ngh?|nh|ph?|qu|r|s|th?|tr|v|x)?(?:ai|ao|au|ay|a|eo|eu|e|ieu|ie|ia|iu|i|oai|oay|oao|oeo|oa|oe|oi|o|uay|uao|uoi|uou|uya|uye|uyu|ua|ue|ui|uo|uu|uy|u|yeu|ye|y)(?:ch|c|m|ng|nh|n|p|t)?$/;

interface Syllable {
  letters: string;
  marks: number;
}

/** Letters and marks as written; digits after letters are marks of the VNI keyboard. */
function plain(text: string): Syllable {
  let [letters, marks] = ['', 0];
  for (const character of text.normalize('NFD')) {
    const mark = combining[character] ?? (letters === '' ? undefined : digits[character]);
    if (mark !== undefined) marks |= mark;
    else if (character === 'đ') [letters, marks] = [`${letters}d`, marks | stroke];
    else letters += character;
  }
  return { letters, marks };
}

/** The syllable with its Telex keys read, if that makes one of it. */
function telex({ letters, marks }: Syllable): Syllable | null {
  let [left, read] = [letters, marks];
  const tone = /(?<=.*[aeiouyw].*)[frxsj]/.exec(left);
  if (tone) {
    read |= telexTones[tone[0]]!;
    left = left.slice(0, tone.index) + left.slice(tone.index + 1);
  }
  for (const [keys, vowel, mark] of telexVowels) {
    if (!keys.test(left)) continue;
    left = left.replace(keys, vowel);
    read |= mark;
  }
  return left !== letters && syllableShape.test(left) ? { letters: left, marks: read } : lateHorn({ letters, marks });
}

/** The key of the horn struck at the end: `Luongw` is `Lương`. */
function lateHorn({ letters, marks }: Syllable): Syllable | null {
  const left = letters.replace(/w(?=[frxsj]?$)/, '');
  return left === letters ? null : syllableShape.test(left) ? { letters: left, marks: marks | horn } : telex({ letters: left, marks: marks | horn });
}

/** A syllable in a VNI font, its letters put back. */
function fromFont(text: string): Syllable {
  let [letters, marks] = ['', 0];
  for (const character of text) {
    const mark = /[aeouy]$/.test(letters) ? fontMarks[character] : undefined;
    const letter = fontLetters[character];
    if (mark !== undefined) marks |= mark;
    else if (letter) [letters, marks] = [letters + letter[0], marks | letter[1]];
    else letters += character;
  }
  return { letters, marks };
}

/** `Lý` and `Lí` are one: after a consonant a single y is written i. */
const evenY = (letters: string): string => (/^[b-df-hj-np-tv-z]+y$/.test(letters) ? `${letters.slice(0, -1)}i` : letters);

const known = new Map<string, Name>();
/** Names of a register repeat; those read lately are kept. */
const mostKnown = 50_000;

/** Reads a name as it was typed. */
export function readName(text: string): Name {
  const before = known.get(text);
  if (before) return before;
  if (known.size >= mostKnown) known.clear();
  const words = tidy(text).toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);
  const inFont = words.some((word) => fontTrace.test(word) && !syllableShape.test(plain(word).letters));
  let typed = inFont || words.some((word) => /\p{L}.*\d/u.test(word));
  const syllables = words.map((word) => {
    const read = inFont ? fromFont(word) : plain(word);
    const decoded = syllableShape.test(read.letters) ? null : telex(read);
    if (decoded) typed = true;
    const { letters, marks } = decoded ?? read;
    return { letters: evenY(letters), marks };
  });
  const letters = syllables.map((syllable) => syllable.letters);
  const name: Name = { syllables: letters, letters: letters.join(' '), rest: letters.slice(1).join(' '), joined: letters.join(''), sorted: [...letters].sort().join(' '), marks: syllables.map(({ marks }) => marks), typed };
  known.set(text, name);
  return name;
}

/** Whether one text becomes the other by one letter put in, left out or replaced, or two neighbours swapped. */
export function isOneSlip(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  const longer = long.length - short.length;
  if (longer > 1 || one === other) return false;
  let start = 0;
  while (start < short.length && short.charCodeAt(start) === long.charCodeAt(start)) start++;
  let end = 0;
  while (end < short.length - start && short.charCodeAt(short.length - 1 - end) === long.charCodeAt(long.length - 1 - end)) end++;
  const between = short.length - start - end;
  if (longer === 1) return between === 0;
  return between === 1 || (between === 2 && short[start] === long[start + 1] && short[start + 1] === long[start]);
}

function compareMarks(one: Name, other: Name): NameLevel {
  if (one.marks.every((marks, index) => marks === other.marks[index])) return one.typed === other.typed ? 'same' : 'typed';
  if (one.typed !== other.typed) return 'typed';
  const isBare = ({ marks }: Name): boolean => marks.every((mark) => mark === 0);
  return isBare(one) !== isBare(other) ? 'unmarked' : 'marks';
}

/** Whether a syllable is the other one or its first letter or two. */
const beginsSame = (one: string, other: string): boolean => one === other || (one.length <= 2 && other.startsWith(one)) || (other.length <= 2 && one.startsWith(other));

/** Whether the shorter row of syllables is found in the longer one, in its order. */
function isContained(short: readonly string[], long: readonly string[]): boolean {
  let at = 0;
  for (const syllable of long) if (at < short.length && syllable === short[at]) at++;
  return at === short.length;
}

/** How two names stand to each other; the same whichever comes first. */
export function compareNames(one: Name, other: Name): NameLevel {
  if (one === other) return 'same';
  const a = one.syllables;
  const b = other.syllables;
  if (one.letters === other.letters) return compareMarks(one, other);
  const isGiven = a[a.length - 1] === b[b.length - 1];
  if (isGiven && a[0] === b[0] && a.length !== b.length) {
    const [short, long] = a.length < b.length ? [a, b] : [b, a];
    return isContained(short.slice(1, -1), long.slice(1, -1)) ? 'middle' : 'middle_other';
  }
  if (isGiven && a.length === b.length && a.every((syllable, index) => beginsSame(syllable, b[index]!))) return 'initials';
  if (one.sorted === other.sorted) return 'order';
  if (one.joined === other.joined) return 'spaced';
  if (Math.abs(one.letters.length - other.letters.length) <= 1 && isOneSlip(one.letters, other.letters)) return 'spelling';
  if (!isGiven) return 'other';
  return a[0] === b[0] ? 'middle_other' : 'given';
}
