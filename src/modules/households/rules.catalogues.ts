import { z } from 'zod';
import { endOf, type Period } from '#kernel/period.ts';
import { PlainDate } from '#kernel/plain-date.ts';
import { Text } from '#kernel/text.ts';
import { fold } from '#kernel/vietnamese.ts';
import { IndicatorCode, Mark, Provision } from '#modules/standards/contract.packs.ts';
import { valueOn } from '#modules/standards/rules.values.ts';
import { PartCode, type HouseholdGroup } from './contract.parts.ts';

const aliases = z.array(z.string().min(1)).default([]);

/** packs/vn/ethnic-groups.yaml */
export const EthnicPack = z.strictObject({
  basis: Provision,
  groups: z.array(z.strictObject({ code: PartCode, number: z.string().regex(/^\d{2}$/), name: z.string(), aliases, majority: z.boolean().default(false) })).min(1),
  columns: z.strictObject({ value: z.array(PartCode).min(1), unit: z.literal('groups'), from: PlainDate, mark: Mark, checked_on: PlainDate, source: Text }),
});
export type EthnicPack = z.infer<typeof EthnicPack>;

/** packs/vn/causes.yaml */
export const CausePack = z.strictObject({
  basis: Provision,
  causes: z.array(z.strictObject({ code: PartCode, name: Text, aliases, rest: z.boolean().default(false) })).min(1),
});
export type CausePack = z.infer<typeof CausePack>;

/** packs/vn/children.yaml */
export const ChildPack = z.strictObject({
  below_age: z.array(z.strictObject({ value: z.int().positive(), unit: z.literal('years'), from: PlainDate, provision: Provision })).min(1),
  indicators: z.strictObject({ value: z.array(IndicatorCode).min(1), unit: z.literal('indicators'), from: PlainDate, provision: Provision }),
});
export type ChildPack = z.infer<typeof ChildPack>;

/** How a wording is compared: without case, diacritics, punctuation, and the word for people in front. */
export const wordingKey = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(dan toc|nguoi) /, '');

/** A table from each way of writing to its code; throws where two codes are written alike, which is a fault of the pack. */
function wordings(entries: readonly { code: string; ways: readonly string[] }[]): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  for (const { code, ways } of entries) {
    for (const way of ways) {
      const key = wordingKey(way);
      if ((table.get(key) ?? code) !== code) throw new Error(`${way}: ${table.get(key)}, ${code}`);
      table.set(key, code);
    }
  }
  return table;
}

/** What the codes of an ethnic group and of a cause are read from. */
export const ethnicWordings = ({ groups }: EthnicPack) => wordings(groups.map(({ code, name, aliases: other }) => ({ code, ways: [name, ...other] })));
export const causeWordings = ({ causes }: CausePack) => wordings(causes.map(({ code, name, aliases: other }) => ({ code, ways: [name.vi, ...other] })));

/** A cause as a list words it, with its code; `known` is false where the packs do not have the wording, which then counts as the cause that holds the rest. */
export interface ReadCause {
  wording: string;
  code: string | null;
  known: boolean;
}

/** The one reading of a wording: tables, lists and files all go by it. */
export function causeOf(wording: string, table: ReadonlyMap<string, string>, { causes }: CausePack): ReadCause {
  const code = table.get(wordingKey(wording));
  return { wording, code: code ?? causes.find((cause) => cause.rest)?.code ?? null, known: code !== undefined };
}

/** The causes of a household by code, in the order of the pack, and the wordings that are none of them. */
export function causesOf(wordings: readonly string[], table: ReadonlyMap<string, string>, pack: CausePack): { codes: string[]; unmapped: string[] } {
  const read = wordings.map((wording) => causeOf(wording, table, pack));
  const codes = new Set(read.map(({ code }) => code));
  return { codes: pack.causes.flatMap(({ code }) => (codes.has(code) ? [code] : [])), unmapped: read.flatMap(({ wording, known }) => (known ? [] : [wording])) };
}

/** Who is born on this day or earlier is no child any more on `day`. */
export function lastBirthOfAdults({ below_age: ages }: ChildPack, day: PlainDate): string {
  const { value } = valueOn(ages, day);
  return `${String(Number(day.slice(0, 4)) - value).padStart(4, '0')}${day.slice(4)}`;
}

/** Whether a person is a child, by a birth as precise as the paper is; null where the paper does not settle it. */
export function isChild(birth: string | null, lastAdult: string): boolean | null {
  if (birth === null) return null;
  const [earliest, latest] = [`${birth}${'-01-01'.slice(birth.length - 4)}`, birth.length === 10 ? birth : endOf(birth as Period)];
  return earliest > lastAdult ? true : latest <= lastAdult ? false : null;
}

export const groupNames: Readonly<Record<HouseholdGroup, Text>> = {
  minority: { vi: 'Hộ dân tộc thiểu số', en: 'Ethnic minority' },
  no_labour: { vi: 'Hộ không có khả năng lao động', en: 'No able worker' },
  merit: { vi: 'Hộ có thành viên là người có công', en: 'With a person of merit' },
  none: { vi: 'Hộ không thuộc ba nhóm trên', en: 'In none of these groups' },
};

/** The ethnic groups that a filter means: those it names, or all but those. `stranger` is a code that is not on record. */
export function ethnicitiesMeant(filter: string, { groups }: EthnicPack): { codes: string[]; stranger: string | null } {
  const named = filter.replace(/^-/, '').split(',');
  const known = groups.map(({ code }) => code);
  const codes = filter.startsWith('-') ? known.filter((code) => !named.includes(code)) : named;
  return { codes, stranger: named.find((code) => !known.includes(code)) ?? null };
}
