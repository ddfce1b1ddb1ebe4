import { fill, type Slots, type Text } from '#kernel/text.ts';
import type { Issue } from './contract.parts.ts';
import { issueCatalogue, type cellIssues } from './rules.issue-catalogue.ts';
import type { IssueSpec } from './rules.issue-spec.ts';

type Catalogue = typeof issueCatalogue;
export type IssueCode = keyof Catalogue;
export type CellIssueCode = keyof typeof cellIssues;

type Detail = string | number | Text;
type SlotsIn<Spec, Part extends string> = Spec extends Record<Part, { vi: infer Template extends string }> ? Slots<Template> : never;
type SlotsOf<Spec extends Text> = Slots<Spec['vi']> | SlotsIn<Spec, 'found'> | SlotsIn<Spec, 'expected'>;
type Details<Code extends IssueCode> = Record<SlotsOf<Catalogue[Code]>, Detail>;

/** A cell of the file; `column` is the head of its column, as the file words it. */
export interface CellPlace {
  sheet: string;
  row: number;
  column: string;
}

/** A column, a sheet or the whole file. */
export interface WiderPlace {
  sheet: string | null;
  column?: string;
}

/** Where a sentence may be said: one about a cell is never said without row and column. */
export type PlaceFor<Code extends IssueCode> = Code extends CellIssueCode ? CellPlace : WiderPlace;

/** How many issues are kept where nothing else is asked for; the rest is counted. */
const usualMost = 1000;
/** What a cell says is quoted up to this many characters. */
const longestQuote = 80;

/** A row of a sheet in words, for messages and for the sources of records. */
export const rowInWords = (sheet: string, row: number): Text => ({ vi: `${sheet}, dòng ${row}`, en: `${sheet}, row ${row}` });

/** One issue of the catalogue, said in both languages. */
export function issueOf<Code extends IssueCode>(code: Code, place: PlaceFor<Code>, details: Details<Code>): Issue {
  const spec: IssueSpec = issueCatalogue[code];
  const { sheet, row, column }: WiderPlace & { row?: number } = place;
  const say = (template: Text): Text => ({ vi: fill(template.vi, inLanguage(details, 'vi')), en: fill(template.en, inLanguage(details, 'en')) });
  return {
    severity: spec.severity,
    code,
    sheet,
    row: row ?? null,
    column: column ?? null,
    found: spec.found ? say(spec.found) : null,
    expected: spec.expected ? say(spec.expected) : null,
    message: say(spec),
  };
}

/** Collects what is said of a file. */
export class Issues {
  private readonly kept: { error: Issue[]; warning: Issue[] } = { error: [], warning: [] };
  readonly counts = { errors: 0, warnings: 0 };
  private readonly most: number;

  constructor(most = usualMost) {
    this.most = most;
  }

  add<Code extends IssueCode>(code: Code, place: PlaceFor<Code>, details: Details<Code>): void {
    const { severity } = issueCatalogue[code];
    if (severity === 'error') this.counts.errors++;
    else this.counts.warnings++;
    if (this.kept[severity].length < this.most) this.kept[severity].push(issueOf(code, place, details));
  }

  /** Errors first, each kind by sheet and row. */
  list(): Issue[] {
    const sheets = [...new Set([...this.kept.error, ...this.kept.warning].map(({ sheet }) => sheet))];
    const inOrder = (a: Issue, b: Issue) => sheets.indexOf(a.sheet) - sheets.indexOf(b.sheet) || (a.row ?? 0) - (b.row ?? 0);
    return [...this.kept.error.sort(inOrder), ...this.kept.warning.sort(inOrder)].slice(0, this.most);
  }
}

const inLanguage = (details: Record<string, Detail>, language: keyof Text): Record<string, string> =>
  Object.fromEntries(Object.entries(details).map(([name, value]) => [name, typeof value === 'object' ? value[language] : quoted(String(value))]));

const quoted = (text: string): string => (text.length > longestQuote ? `${text.slice(0, longestQuote - 1)}…` : text);
