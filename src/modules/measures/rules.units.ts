import { z } from 'zod';
import type { FigureRow, MeasureId } from './contract.ts';

/** The measures of the table of units. */
export const unitMeasures = ['households.poor', 'households.near_poor', 'rate.poor'] as const;
export type UnitMeasure = (typeof unitMeasures)[number];

/** What the table of units can be sorted by; `-` in front is descending. */
export const UnitSort = z.enum(['name', '-name', 'households.poor', '-households.poor', 'households.near_poor', '-households.near_poor', 'rate.poor', '-rate.poor']);
export type UnitSort = z.infer<typeof UnitSort>;

const order = new Intl.Collator('vi');

/** Units sorted by name as people sort it, or by a figure with the unknown ones last. They come in the order of the dictionary, by proper name. */
export function sortUnits(rows: readonly FigureRow[], sort: UnitSort): FigureRow[] {
  const by = sort.replace('-', '');
  const way = sort.startsWith('-') ? -1 : 1;
  if (by === 'name') return way === 1 ? [...rows] : [...rows].reverse();
  const value = (row: FigureRow): number | null => row.figures[by as MeasureId]?.value ?? null;
  return [...rows].sort((a, b) => {
    const [left, right] = [value(a), value(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return (left - right) * way || order.compare(a.area.name, b.area.name);
  });
}

/** The measures to show: of the near poor and of rates only where some unit knows them, since a column of dashes alone says nothing. */
export function knownUnitMeasures(rows: readonly FigureRow[]): UnitMeasure[] {
  return unitMeasures.filter((id) => id === 'households.poor' || rows.some(({ figures }) => (figures[id as MeasureId]?.value ?? null) !== null));
}
