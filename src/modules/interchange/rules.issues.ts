import { fill, type Slots, type Text } from '#kernel/text.ts';
import type { Issue } from './contract.parts.ts';
import { issueCatalogue, type IssueSpec } from './rules.issue-catalogue.ts';

type Catalogue = typeof issueCatalogue;
export type IssueCode = keyof Catalogue;
type Details<Code extends IssueCode> = Record<Slots<Catalogue[Code]['vi']>, string | number | Text>;

/** Where something was found; `expected` tells what should stand there, when the catalogue does not. */
export interface Place {
  sheet: string | null;
  row?: number;
  column?: string;
  expected?: Text;
}

/** How many issues are kept; the rest is counted. */
const most = 1000;

/** Collects what is said of a file. */
export class Issues {
  private readonly kept: { error: Issue[]; warning: Issue[] } = { error: [], warning: [] };
  readonly counts = { errors: 0, warnings: 0 };

  add<Code extends IssueCode>(code: Code, place: Place, details: Details<Code>): void {
    const spec: IssueSpec = issueCatalogue[code];
    const { found } = details as { found?: string | number | Text };
    if (spec.severity === 'error') this.counts.errors++;
    else this.counts.warnings++;
    if (this.kept[spec.severity].length >= most) return;
    this.kept[spec.severity].push({
      severity: spec.severity,
      code,
      sheet: place.sheet,
      row: place.row ?? null,
      column: place.column ?? null,
      found: found === undefined ? null : typeof found === 'object' ? found.vi : String(found),
      expected: place.expected ?? spec.expected ?? null,
      message: { vi: fill(spec.vi, inLanguage(details, 'vi')), en: fill(spec.en, inLanguage(details, 'en')) },
    });
  }

  /** Errors first, each kind by sheet and row. */
  list(): Issue[] {
    const sheets = [...new Set([...this.kept.error, ...this.kept.warning].map(({ sheet }) => sheet))];
    const inOrder = (a: Issue, b: Issue) => sheets.indexOf(a.sheet) - sheets.indexOf(b.sheet) || (a.row ?? 0) - (b.row ?? 0);
    return [...this.kept.error.sort(inOrder), ...this.kept.warning.sort(inOrder)].slice(0, most);
  }
}

const inLanguage = (details: Record<string, string | number | Text>, language: keyof Text): Record<string, string | number> =>
  Object.fromEntries(Object.entries(details).map(([name, value]) => [name, typeof value === 'object' ? value[language] : value]));
