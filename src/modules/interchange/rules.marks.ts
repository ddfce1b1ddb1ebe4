/** Where what was said of a file stands in it: which cells are marked, and the list of all messages. */
import type { Language } from '#kernel/text.ts';
import type { AggregateReading, Issue, SheetLayout } from './contract.parts.ts';

/** The head of a sheet as far as columns are found by it. */
export interface SheetHead {
  sheet: string;
  /** The last row of its head, from 1. */
  headRow: number;
  columns: readonly { index: number; label: string }[];
}

export interface Mark {
  sheet: string;
  row: number;
  column: number;
  severity: Issue['severity'];
  text: string;
}

export const headsOfLayouts = (layouts: readonly SheetLayout[]): SheetHead[] => layouts.map(({ sheet, headRow, columns }) => ({ sheet, headRow, columns }));

export const headOfTable = ({ sheet, head }: AggregateReading): SheetHead[] => [{ sheet, headRow: head.row, columns: head.columns }];

const words = {
  vi: { found: 'Đang ghi', expected: 'Cần ghi' },
  en: { found: 'Found', expected: 'Expected' },
} as const;

/** The cells that messages are about: of a column as a whole its head, of a row whose column the sheet has not its first cell. Whole sheets have none. */
export function marksOf(issues: readonly Issue[], heads: readonly SheetHead[], language: Language): Mark[] {
  const bySheet = new Map(heads.map((head) => [head.sheet, head]));
  return issues.flatMap(({ sheet, row, column, severity, found, expected, message }): Mark[] => {
    const head = sheet === null ? undefined : bySheet.get(sheet);
    if (!head || (row === null && column === null)) return [];
    const index = head.columns.find(({ label }) => label === column)?.index;
    if (row === null && index === undefined) return [];
    const detail = [found && `${words[language].found}: ${found[language]}`, expected && `${words[language].expected}: ${expected[language]}`].filter((part) => part !== null);
    return [{ sheet: head.sheet, row: row ?? head.headRow, column: index ?? 0, severity, text: [message[language], ...detail].join('\n') }];
  });
}
