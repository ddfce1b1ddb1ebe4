import type { Language } from '#kernel/text.ts';
import type { Issue } from '../contract.parts.ts';

/** Issues of one kind in one column: past a few they are told as one, for one mend often serves all. */
export interface Alike {
  key: string;
  issues: Issue[];
}

export interface SheetIssues {
  sheet: string | null;
  groups: Alike[];
}

/** By sheet, in each by kind and column, in the order in which they come: errors first, then by row. What concerns the whole file comes first. */
export function groupIssues(issues: readonly Issue[]): SheetIssues[] {
  const sheets = Map.groupBy(issues, ({ sheet }) => sheet);
  return [...sheets]
    .sort(([one], [other]) => Number(one !== null) - Number(other !== null))
    .map(([sheet, list]) => ({
      sheet,
      groups: [...Map.groupBy(list, ({ severity, code, column }) => JSON.stringify([severity, code, column]))].map(([key, alike]) => ({ key, issues: alike })),
    }));
}

/** The issues as lines to be pasted into a sheet or a message: a tab between the columns, no breaks within. */
export function issuesAsText(issues: readonly Issue[], head: readonly string[], severityName: Record<Issue['severity'], string>, language: Language): string {
  const line = (cells: readonly (string | number | null)[]): string => cells.map((cell) => String(cell ?? '').replace(/\s+/g, ' ')).join('\t');
  return [line(head), ...issues.map((issue) => line([severityName[issue.severity], issue.sheet, issue.row, issue.column, issue.message[language], issue.found, issue.expected?.[language] ?? null]))].join('\n');
}
