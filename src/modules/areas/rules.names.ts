import type { Language } from '#kernel/text.ts';
import { unknownVillage } from './rules.ts';

/**
 * Names of areas are Vietnamese in every language, save one that is no name: the place for households of unknown village. Its words in each
 * language, with the commune that it belonged to where that one was merged.
 */
const words = {
  vi: (former: string | undefined) => (former === undefined ? unknownVillage.name : `${unknownVillage.name} (${former} cũ)`),
  en: (former: string | undefined) => (former === undefined ? 'Village unknown' : `Village unknown (former ${former})`),
} as const satisfies Record<Language, (former: string | undefined) => string>;

const inVietnamese = String.raw`Chưa rõ thôn(?: \((?<vi>[^()]+) cũ\))?`;
const inEnglish = String.raw`Village unknown(?: \(former (?<en>[^()]+)\))?`;
const whole = new RegExp(`^(?:${inVietnamese}|${inEnglish})$`, 'u');
const within = new RegExp(inVietnamese, 'gu');

/** The name of an area in a language; it may be given in either. */
export function nameIn(name: string, language: Language): string {
  const found = whole.exec(name);
  return found ? words[language](found.groups!['vi'] ?? found.groups!['en']) : name;
}

/**
 * An answer with the names of areas in a language, wherever they stand in it, and in the English of its sentences (`{ vi, en }`). A text in
 * which such a name is only mentioned was written by somebody and stays. What holds none comes back as the same object.
 */
export function inLanguage<T>(answer: T, language: Language): T {
  if (typeof answer === 'string') return nameIn(answer, language) as T;
  if (Array.isArray(answer)) return replaced(answer, answer.map((part: unknown) => inLanguage(part, language)) as T & unknown[]);
  if (!isPlain(answer)) return answer;
  const parts = Object.entries(answer).map(([key, part]) => [key, key === 'en' && typeof part === 'string' ? inSentence(part) : inLanguage(part, language)]);
  return replaced(answer, Object.fromEntries(parts) as T & Record<string, unknown>);
}

const inSentence = (sentence: string): string => sentence.replace(within, (...match) => words.en((match.at(-1) as { vi?: string }).vi));

/** Files, dates and the like hold no names. */
const isPlain = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype;

const replaced = <T extends object>(before: T, after: T): T => (Object.keys(after).some((key) => after[key as keyof T] !== before[key as keyof T]) ? after : before);
