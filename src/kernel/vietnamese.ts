/**
 * Vietnamese words for machines: folding for search, words for an index, keys for sorting.
 * Texts come in composed (NFC) and decomposed Unicode, and old keyboards leave zero-width marks in them; both are evened out first.
 */

const combiningMarks = /[\u0300-\u036f]/g;
const invisible = /[\u200b-\u200f\u2060\ufeff\u00ad]/g;

/** Words of letters that are composed already, one space apart: most texts, and nothing to do. */
const tidied = /^[!-~\u00a1-\u00ac\u00ae-\u02ff\u1ea0-\u1ef9]+(?: [!-~\u00a1-\u00ac\u00ae-\u02ff\u1ea0-\u1ef9]+)*$/;

/** Composed Unicode, no invisible marks, single spaces, no space at the ends. */
export function tidy(text: string): string {
  if (tidied.test(text)) return text;
  return text.normalize('NFC').replace(invisible, '').replace(/\s+/gu, ' ').trim();
}

/** Vietnamese has some thousand syllables, lists have the same ones over and over: what a function makes of them is kept. */
function remembering(make: (syllable: string) => string): (syllable: string) => string {
  const known = new Map<string, string>();
  return (syllable) => {
    const before = known.get(syllable);
    if (before !== undefined) return before;
    const made = make(syllable);
    if (known.size < mostKnown) known.set(syllable, made);
    return made;
  };
}

const mostKnown = 20_000;

const folded = remembering((syllable) => syllable.toLowerCase().normalize('NFD').replace(combiningMarks, '').replaceAll('đ', 'd'));

/** The text as one types it without diacritics: `Nguyễn  Đình` is `nguyen dinh`. */
export function fold(text: string): string {
  return tidy(text).split(' ').map(folded).join(' ');
}

/** The folded words of a text, each once, for a search index. */
export function words(text: string): string[] {
  return [...new Set(fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean))];
}

/** Tones in dictionary order: none, huyền, hỏi, ngã, sắc, nặng. */
const tones = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
/** Letters that follow their plain sister in the alphabet; `~` sorts after every letter in byte order. */
const laterLetters: Readonly<Record<string, string>> = { ă: 'a~', â: 'a~~', đ: 'd~', ê: 'e~', ô: 'o~', ơ: 'o~~', ư: 'u~' };

const keyOf = remembering((syllable) => {
  const decomposed = syllable.toLowerCase().normalize('NFD');
  const tone = tones.findIndex((mark) => decomposed.includes(mark)) + 1;
  const toneless = [...decomposed].filter((mark) => !tones.includes(mark)).join('').normalize('NFC');
  return [...toneless].map((letter) => laterLetters[letter] ?? letter).join('') + tone;
});

/** Key of a place name or title: sorts as a Vietnamese dictionary does when compared byte by byte (`COLLATE "C"`). */
export function sortKey(text: string): string {
  return tidy(text).split(' ').map(keyOf).join(' ');
}

/** Key of a person's name: given name first, then middle names, then family name, as Vietnamese lists are sorted. */
export function nameSortKey(name: string): string {
  const [family, ...rest] = tidy(name).split(' ') as [string, ...string[]];
  const given = rest.pop();
  return sortKey([given, ...rest, family].filter((part) => part !== undefined).join(' '));
}
