import { showNumber, showRate } from '#kernel/show.ts';
import type { Language, Text } from '#kernel/text.ts';
import { fold } from '#kernel/vietnamese.ts';
import type { ImportCheck } from '../contract.ts';

/** How many published figures would be recorded. */
export const keptFigures = ({ figures }: Pick<ImportCheck, 'figures'>): number =>
  figures.flatMap((unit) => unit.figures).filter(({ kept, value }) => kept && value !== null).length;

/** A rate comes in hundredths of a percent; its head says that it is one. */
const isRate = (label: string): boolean => /ty le|rate|%/.test(fold(label));

export const showFigure = (value: number, label: string, language: Language): string => (isRate(label) ? `${showRate(value, language)} %` : showNumber(value, language));

/** What is said against the figures of a table: of a unit in a column, and of the printed total of a column. */
export interface Contradictions {
  of: (unit: string, label: string) => Text | undefined;
  totals: ReadonlyMap<string, { found: string; message: Text }>;
}

/** A message about a unit begins with its name, which a table has once. */
export function contradictionsIn({ issues }: Pick<ImportCheck, 'issues'>): Contradictions {
  const against = issues.filter(({ code }) => code === 'rate.contradicts' || code === 'difference.contradicts');
  const totals = issues.filter(({ code }) => code === 'total.contradicts');
  return {
    of: (unit, label) => against.find(({ column, message }) => column === label && message.vi.startsWith(`${unit}: `))?.message,
    totals: new Map(totals.flatMap(({ column, found, message }) => (column === null ? [] : [[column, { found: found ?? '', message }] as const]))),
  };
}
