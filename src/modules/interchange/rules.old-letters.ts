/**
 * Texts of before Unicode made readable. Source: TCVN 5712:1993 (set VN3, fonts .VnTime) and the table of VNI for Windows (fonts VNI-Times); both
 * are public standards. A cell of such a file comes as letters of Western Europe, one for each byte.
 */
import type { OldEncoding } from './rules.encoding.ts';

/** The letters of TCVN3 by their codes from A1 on; a dot is a code without one. */
const tcvn3From = 0xa1;
const tcvn3Letters =
  'ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ.......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ';
const tcvn3 = new Map([...tcvn3Letters].flatMap((letter, place) => (letter === '.' ? [] : [[String.fromCharCode(tcvn3From + place), letter] as const])));

const [acute, grave, hook, tilde, dot, circumflex, breve, horn] = ['\u0301', '\u0300', '\u0309', '\u0303', '\u0323', '\u0302', '\u0306', '\u031b'];

/** What VNI writes behind a vowel, as marks that are put over it or under it. */
const vniMarks: readonly (readonly [letters: string, sign: string, marks: string])[] = [
  ['aeouyôö', 'ù', acute], ['aeouyôö', 'ø', grave], ['aeouyôö', 'û', hook], ['aeouyôö', 'õ', tilde], ['aeouyôö', 'ï', dot],
  ['aeo', 'â', circumflex], ['aeo', 'á', circumflex + acute], ['aeo', 'à', circumflex + grave], ['aeo', 'å', circumflex + hook], ['aeo', 'ã', circumflex + tilde], ['aeo', 'ä', circumflex + dot],
  ['a', 'ê', breve], ['a', 'é', breve + acute], ['a', 'è', breve + grave], ['a', 'ú', breve + hook], ['a', 'ü', breve + tilde], ['a', 'ë', breve + dot],
];
const vniAlone: Readonly<Record<string, string>> = { ñ: 'đ', ô: `o${horn}`, ö: `u${horn}`, í: 'í', ì: 'ì', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' };

/** Signs and letters of VNI in both cases: a capital vowel has a capital sign, or a small one where only the word begins with it. */
function vniTable(): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  for (const [letter, meaning] of Object.entries(vniAlone)) {
    table.set(letter, meaning.normalize('NFC'));
    table.set(letter.toUpperCase(), meaning.normalize('NFC').toUpperCase());
  }
  for (const [letters, sign, marks] of vniMarks) {
    for (const letter of letters) {
      const small = `${vniAlone[letter] ?? letter}${marks}`.normalize('NFC');
      table.set(letter + sign, small);
      for (const one of [sign, sign.toUpperCase()]) table.set(letter.toUpperCase() + one, small.toUpperCase());
    }
  }
  return table;
}
const vni = vniTable();

const inBytes = /^[\0-\xff]*$/;

/** A text of an old encoding in Unicode; one that is in Unicode already stays as it is. */
export function modernised(text: string, encoding: OldEncoding): string {
  if (!inBytes.test(text)) return text;
  return encoding === 'tcvn3' ? fromTcvn3(text) : fromVni(text);
}

function fromVni(text: string): string {
  let result = '';
  for (let place = 0; place < text.length; place++) {
    const pair = vni.get(text.slice(place, place + 2));
    if (pair !== undefined && place + 1 < text.length) {
      result += pair;
      place++;
    } else result += vni.get(text[place]!) ?? text[place]!;
  }
  return result;
}

/**
 * TCVN3 has no capitals with tones: they were set in a font of capitals (.VnTimeH) or left small. So a word whose other letters are all capitals is
 * written in capitals, and where all other words begin with a capital, as in a name, each does.
 */
function fromTcvn3(text: string): string {
  const isNameLike = !/(^|[\s(,.;-])[a-z]/.test(text) && /[A-Z\xa1-\xa7]/.test(text);
  return text.replace(/[^\s(),.;:/-]+/g, (word) => {
    const read = Array.from(word, (letter) => tcvn3.get(letter) ?? letter).join('');
    if (/[A-Z]/.test(word.slice(1)) && !/[a-z]/.test(word)) return read.toUpperCase();
    return isNameLike ? read.charAt(0).toUpperCase() + read.slice(1) : read;
  });
}
