import type { Text } from '#kernel/text.ts';
import type { ReportColumn } from './contract.ts';

export interface HeadCell {
  key: string;
  text: Text;
  across: number;
  down: number;
  /** Over several columns. */
  group: boolean;
}

type Headed = Pick<ReportColumn, 'key' | 'label' | 'groups'>;

/** The head of a table as on paper: a row for each depth of groups, the labels reaching down to the last. */
export function headRows(columns: readonly Headed[]): HeadCell[][] {
  const depth = Math.max(0, ...columns.map(({ groups }) => groups.length)) + 1;
  const rows: HeadCell[][] = Array.from({ length: depth }, () => []);
  const path = (column: Headed | undefined, level: number): string => (column?.groups.slice(0, level + 1) ?? []).map(({ vi }) => vi).join('\n');
  columns.forEach((column, place) => {
    column.groups.forEach((text, level) => {
      const own = path(column, level);
      if (path(columns[place - 1], level) === own) return;
      const after = columns.slice(place).findIndex((other) => path(other, level) !== own);
      rows[level]!.push({ key: `${level} ${column.key}`, text, across: after === -1 ? columns.length - place : after, down: 1, group: true });
    });
    rows[column.groups.length]!.push({ key: column.key, text: column.label, across: 1, down: depth - column.groups.length, group: false });
  });
  return rows;
}
