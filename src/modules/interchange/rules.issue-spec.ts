import type { Text } from '#kernel/text.ts';
import type { Issue } from './contract.parts.ts';

/** A sentence of the catalogue: what is odd and what to do. Its `{slots}` are filled where it is said, and so are those of found and expected. */
export interface IssueSpec extends Text {
  severity: Issue['severity'];
  found?: Text;
  expected?: Text;
}

/** A sentence about a cell says what was found there and what is expected. */
export type CellIssueSpec = Required<IssueSpec>;

export const asFound = { vi: '{found}', en: '{found}' } as const;
export const asExpected = { vi: '{expected}', en: '{expected}' } as const;
export const blank = { vi: 'để trống', en: 'blank' } as const;
