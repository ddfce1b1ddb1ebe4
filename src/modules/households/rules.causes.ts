/** Causes that are told on the file of a household: what they change of a record, and in what two records differ. */
import { z } from 'zod';
import type { Answer } from '#modules/standards/contract.facts.ts';
import type { CausesSeen } from './contract.causes.ts';
import type { ClassRecord } from './contract.ts';
import { wordingKey } from './rules.catalogues.ts';

/** The causes of each indicator as they are kept with a record. */
export const KeptCauses = z.record(z.string(), z.strictObject({ causes: z.array(z.string()), note: z.string().nullable() }));
export type KeptCauses = z.infer<typeof KeptCauses>;

/** What a record says of causes. */
export interface ToldCauses {
  causes: readonly string[];
  note: string | null;
  deprivation: KeptCauses;
}

export interface Telling {
  /** Null: of poverty. */
  indicator: string | null;
  causes: readonly string[];
  note: string | null;
}

/** The causes of a record once something new is told. A wording is kept once; an indicator of which nothing is told any more is left out. */
export function retold({ causes, note, deprivation }: ToldCauses, telling: Telling): ToldCauses {
  const wordings = [...new Map(telling.causes.map((wording) => [wordingKey(wording), wording])).values()];
  if (telling.indicator === null) return { causes: wordings, note: telling.note, deprivation };
  const { [telling.indicator]: _, ...others } = deprivation;
  const isTold = wordings.length > 0 || telling.note !== null;
  return { causes, note, deprivation: isTold ? { ...others, [telling.indicator]: { causes: wordings, note: telling.note } } : others };
}

/** Why something may not be told of a record; null where it may. */
export function refusal(before: ToldCauses, telling: Telling, deprivations: Readonly<Record<string, Answer>>): 'not-deprived' | 'same' | null {
  if (telling.indicator !== null && deprivations[telling.indicator] !== 'yes') return 'not-deprived';
  const was = telling.indicator === null ? before : (before.deprivation[telling.indicator] ?? { causes: [], note: null });
  const keys = (all: readonly string[]): string => [...new Set(all.map(wordingKey))].sort().join('|');
  return keys(was.causes) === keys(telling.causes) && was.note === telling.note ? 'same' : null;
}

export interface CauseChange {
  indicator: string | null;
  before: CausesSeen;
  after: CausesSeen;
}

const none: CausesSeen = { causes: [], hiddenCauses: 0, note: null };
const sayOf = ({ causes, hiddenCauses, note }: CausesSeen): string => JSON.stringify([causes.map(({ wording }) => wording), hiddenCauses, note]);

/** Whether anything is told of the causes. */
export const isTold = (seen: CausesSeen): boolean => sayOf(seen) !== sayOf(none);

type Told = Pick<ClassRecord, 'causes' | 'hiddenCauses' | 'causesNote' | 'deprivationCauses'>;

/** What is told of why the household is poor. */
export const causesOfPoverty = ({ causes, hiddenCauses, causesNote }: Told): CausesSeen => ({ causes, hiddenCauses, note: causesNote });

/** What is told of the causes of a deprivation. */
export function causesOfDeprivation({ deprivationCauses }: Pick<ClassRecord, 'deprivationCauses'>, code: string): CausesSeen {
  const { indicator, ...seen } = deprivationCauses.find((one) => one.indicator === code) ?? { indicator: code, ...none };
  return seen;
}

/** In what the causes of two records differ, poverty first. */
export function causeChanges(before: Told, after: Told): CauseChange[] {
  const codes = [...new Set([...after.deprivationCauses, ...before.deprivationCauses].map(({ indicator }) => indicator))];
  const all: CauseChange[] = [
    { indicator: null, before: causesOfPoverty(before), after: causesOfPoverty(after) },
    ...codes.map((indicator) => ({ indicator, before: causesOfDeprivation(before, indicator), after: causesOfDeprivation(after, indicator) })),
  ];
  return all.filter((change) => sayOf(change.before) !== sayOf(change.after));
}
