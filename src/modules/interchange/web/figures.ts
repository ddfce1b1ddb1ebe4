import { showNumber, showRate } from '#kernel/show.ts';
import type { Language } from '#kernel/text.ts';
import type { Issue } from '../contract.parts.ts';
import type { ImportCheck } from '../contract.ts';

type Figure = ImportCheck['figures'][number]['figures'][number];

/** How many published figures would be recorded. */
export const keptFigures = ({ figures }: Pick<ImportCheck, 'figures'>): number =>
  figures.flatMap((unit) => unit.figures).filter(({ kept, value }) => kept && value !== null).length;

export const showFigure = (value: number, unit: Figure['unit'], language: Language): string => (unit === 'rate' ? `${showRate(value, language)} %` : showNumber(value, language));

/** What is said against the figures of a table: of a unit by its row, and of the printed total, by the column. */
export interface Contradictions {
  of: (row: number, label: string) => Issue | undefined;
  totals: ReadonlyMap<string, Issue>;
}

/** A contradiction in a row of no unit is one in the line of the total. */
export function contradictionsIn({ issues, figures }: Pick<ImportCheck, 'issues' | 'figures'>): Contradictions {
  const against = issues.filter(({ code }) => code.endsWith('.contradicts'));
  const units = new Set(figures.map(({ row }) => row));
  return {
    of: (row, label) => against.find((issue) => issue.row === row && issue.column === label),
    totals: new Map(against.flatMap((issue) => (issue.column === null || issue.row === null || units.has(issue.row) ? [] : [[issue.column, issue] as const]))),
  };
}
