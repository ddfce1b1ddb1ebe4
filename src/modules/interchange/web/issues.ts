import type { Language } from '#kernel/text.ts';
import type { Issue } from '../contract.parts.ts';

/** One issue, or many of one kind in one column that are told together: one mend often serves them all. */
export interface Alike {
  key: string;
  issues: Issue[];
}

export interface SheetIssues {
  sheet: string | null;
  groups: Alike[];
}

/** From this many on, issues of one kind in one column are told together. */
const togetherFrom = 6;

/** By sheet, in the order in which they come (errors first, then by row). What concerns the whole file comes first. */
export function groupIssues(issues: readonly Issue[]): SheetIssues[] {
  return [...Map.groupBy(issues, ({ sheet }) => sheet)]
    .sort(([one], [other]) => Number(one !== null) - Number(other !== null))
    .map(([sheet, list]) => {
      const kinds = Map.groupBy(list, ({ severity, code, column }) => JSON.stringify([severity, code, column]));
      const groups = [...kinds].flatMap(([key, alike]): Alike[] => (alike.length < togetherFrom ? alike.map((issue, place) => ({ key: `${key} ${place}`, issues: [issue] })) : [{ key, issues: alike }]));
      return { sheet, groups: groups.sort((one, other) => list.indexOf(one.issues[0]!) - list.indexOf(other.issues[0]!)) };
    });
}

/** The issues as lines to be pasted into a sheet or a message: a tab between the columns, no breaks within. */
export function issuesAsText(issues: readonly Issue[], head: readonly string[], severityName: Record<Issue['severity'], string>, language: Language): string {
  const line = (cells: readonly (string | number | null)[]): string => cells.map((cell) => String(cell ?? '').replace(/\s+/g, ' ')).join('\t');
  return [line(head), ...issues.map((issue) => line([severityName[issue.severity], issue.sheet, issue.row, issue.column, issue.message[language], issue.found?.[language] ?? null, issue.expected?.[language] ?? null]))].join('\n');
}
