import { z } from 'zod';
import { PlainDate } from '#kernel/plain-date.ts';
import { Text } from '#kernel/text.ts';
import { tidy } from '#kernel/vietnamese.ts';
import { Mark } from '#modules/standards/contract.packs.ts';
import { PartCode } from './contract.parts.ts';

/** A value that no document gives: made up or not verified, and saying so. */
const Unproven = { mark: Mark.extract(['unverified', 'made_up']), checked_on: PlainDate, note: Text };

/** The parameters of the register (packs/vn/households): their values rest on no document, so each has a note. */
export const FilePack = z.strictObject({
  recent_split: z.array(z.strictObject({ value: z.int().min(1).max(366), unit: z.literal('days'), from: PlainDate, document: z.null(), ...Unproven })).min(1),
  sensitive_causes: z.array(z.strictObject({ from: PlainDate, codes: z.array(PartCode), words: z.array(z.string().min(2)).min(1), ...Unproven })).min(1),
});
export type FilePack = z.infer<typeof FilePack>;
export type SplitDays = FilePack['recent_split'][number];
export type SensitiveCauses = FilePack['sensitive_causes'][number];

const wordsOf = (text: string): string => ` ${tidy(text).toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean).join(' ')} `;

/** Whether a cause of poverty is sensitive: by its code, or by a word of its wording, as whole words; diacritics count: “tù” is not “tư”. */
export const isSensitive = ({ wording, code }: { wording: string; code: string | null }, { codes, words }: Pick<SensitiveCauses, 'codes' | 'words'>): boolean =>
  (code !== null && codes.includes(code)) || words.some((word) => wordsOf(wording).includes(wordsOf(word)));
