/**
 * Texts of before Unicode made readable. Source: TCVN 5712:1993 (set VN3, fonts .VnTime) and the table of VNI for Windows (fonts VNI-Times); both
 * are public standards. A cell of such a file comes as letters of Western Europe, one for each byte.
 */
import type { Cell, Issue, OldLetters, SheetFile, SheetRow } from './contract.parts.ts';
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
 * TCVN3 has no capitals with tones: they were set in a font of capitals (.VnTimeH) or left small. So a text whose other letters are all capitals
 * becomes capitals, and where all other words begin with a capital, as in a name, each does.
 */
function fromTcvn3(text: string): string {
  const isNameLike = !/(^|[\s(,.;-])[a-z]/.test(text) && /[A-Z\xa1-\xa7]/.test(text);
  const read = Array.from(text, (letter) => tcvn3.get(letter) ?? letter).join('');
  if (read === text) return text;
  if (!/[a-z]/.test(text) && /[A-Z]{2}/.test(text)) return read.toUpperCase();
  return isNameLike ? read.replace(/[^\s(),.;:/-]+/g, (word) => word.charAt(0).toUpperCase() + word.slice(1)) : read;
}

/** A file whose texts are read from an old encoding. */
export function inUnicode(file: SheetFile, encoding: OldEncoding): SheetFile {
  const cellOf = (cell: Cell): Cell => (typeof cell === 'string' ? modernised(cell, encoding) : cell);
  async function* rowsOf(rows: Iterable<SheetRow> | AsyncIterable<SheetRow>): AsyncGenerator<SheetRow> {
    for await (const { row, cells } of rows) yield { row, cells: cells.map(cellOf) };
  }
  return { ...file, unicode: true, sheets: file.sheets.map((sheet) => ({ ...sheet, rows: () => rowsOf(sheet.rows()) })) };
}

const rowsTried = 200;
const mostSamples = 6;

/** Texts of a file as they are and as they would be read, where its issues say that it is in an old encoding; null for any other file. */
export async function oldLettersIn(file: SheetFile, issues: readonly Issue[]): Promise<OldLetters | null> {
  const said = issues.find(({ code }) => code === 'encoding.tcvn3' || code === 'encoding.vni');
  if (!said) return null;
  const encoding: OldEncoding = said.code === 'encoding.vni' ? 'vni' : 'tcvn3';
  const samples = new Map<string, string>();
  const sheet = file.sheets.find(({ name }) => name === said.sheet)!;
  let tried = 0;
  for await (const { cells } of sheet.rows()) {
    for (const cell of cells) {
      const after = typeof cell === 'string' ? modernised(cell, encoding) : cell;
      if (typeof cell === 'string' && typeof after === 'string' && after !== cell) samples.set(cell, after);
    }
    if (++tried >= rowsTried || samples.size >= mostSamples) break;
  }
  return { encoding, samples: [...samples].slice(0, mostSamples).map(([before, after]) => ({ before, after })) };
}
