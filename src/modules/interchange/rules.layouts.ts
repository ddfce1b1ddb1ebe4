/** How the columns of a sheet are read when its heads alone do not tell, or tell otherwise than its user wants. */
import { tidy } from '#kernel/vietnamese.ts';
import type { HouseholdClass } from '#modules/standards/contract.ts';
import type { ArrangedColumn, CommuneForm, ListChoice, SheetId, SheetLayout, SheetRow } from './contract.parts.ts';
import type { ColumnMeaning } from './rules.commune-sheet.ts';
import { readHead, type Head } from './rules.head.ts';
import { dictionary, plainWords, textOf } from './rules.words.ts';

/** What somebody said once of sheets with certain heads. */
export interface Layout {
  list: ListChoice;
  /** First and last row of the head, counted from the last row of the one that was found; null where that is right. */
  head: { first: number; last: number } | null;
  /** Null where the heads tell. */
  columns: readonly ArrangedColumn[] | null;
  classes: readonly { word: string; class: HouseholdClass }[];
  /** Who said it, and when. */
  saved: { by: string | null; at: string };
}

/** Which list a choice is read as, and the class of its households where no column tells. */
export const choices: Readonly<Record<Exclude<ListChoice, 'skip'>, { id: SheetId; stated: HouseholdClass | null }>> = {
  current: { id: 'current', stated: null },
  poor: { id: 'current', stated: 'poor' },
  near_poor: { id: 'current', stated: 'near_poor' },
  escaped_poverty: { id: 'escaped_poverty', stated: 'not_poor' },
  escaped_near_poverty: { id: 'escaped_near_poverty', stated: 'not_poor' },
};

const deepest = 30;
/** Fewer texts than this are a title, not the heads of a table. */
const fewest = 3;
const mostSamples = 3;
const longestSample = 60;

/** What two sheets of the same layout have in common: their heads, as they are compared. */
export const headsOf = ({ columns }: Head<unknown>): string => columns.map(({ index, label }) => `${index} ${plainWords(label)}`).join(' | ');

/** The row that looks most like a head where no head is known: the first of those with the most different texts that are no numbers. */
export function guessHead(rows: readonly SheetRow[]): Head<ColumnMeaning> | null {
  let best: SheetRow | null = null;
  let most = fewest - 1;
  for (const row of rows.slice(0, deepest)) {
    const texts = new Set(row.cells.filter((cell) => typeof cell === 'string' && /\p{L}/u.test(cell)).map((cell) => plainWords(textOf(cell))));
    if (texts.size > most) [best, most] = [row, texts.size];
  }
  return best && readHead<ColumnMeaning>([best], () => undefined, true);
}

/** A head whose columns are what a layout says they are, and nothing else. A column is known by its place and its head together. */
export function arranged(head: Head<ColumnMeaning>, { columns }: Layout, meaningOf: (field: string) => ColumnMeaning | undefined): Head<ColumnMeaning> {
  if (columns === null) return head;
  const fields = new Map(columns.map(({ index, field }) => [index, field]));
  return { ...head, columns: head.columns.map((column) => ({ ...column, id: meaningOf(fields.get(column.index) ?? '') ?? null, over: null })) };
}

const mostTop = 120;

/** The first rows of a sheet, each as one text, for somebody to say which are its head. */
export const topOf = (rows: readonly SheetRow[]): SheetLayout['top'] =>
  rows.map(({ row, cells }) => ({ row, text: cells.map((cell) => tidy(textOf(cell))).filter((text) => text !== '').join(' · ').slice(0, mostTop) }));

/** The head of a sheet where its user said which rows it has: of the rows at hand those between. Null where none is there. */
export function headChosen(found: Head<ColumnMeaning>, { head }: Layout, rows: readonly SheetRow[], meaning: (words: string) => ColumnMeaning | undefined): Head<ColumnMeaning> | null {
  if (head === null) return found;
  const chosen = rows.filter(({ row }) => row >= found.lastRow + head.first && row <= found.lastRow + head.last);
  return chosen.length === 0 ? null : readHead(chosen, meaning, true);
}

/** The columns of a sheet for somebody to say what they are: their heads, what they are taken for, and their first values. */
export function columnsToArrange(head: Head<ColumnMeaning>, rows: readonly SheetRow[]): SheetLayout['columns'] {
  const below = rows.filter(({ row }) => row > head.lastRow);
  return head.columns.map(({ index, label, id }) => {
    const texts = new Set(below.map(({ cells }) => tidy(textOf(cells[index])).slice(0, longestSample)).filter((text) => text !== ''));
    return { index, label, field: fieldOf(id), samples: [...texts].slice(0, mostSamples) };
  });
}

function fieldOf(meaning: ColumnMeaning | null): string | null {
  if (meaning === null || 'cause' in meaning) return null;
  if ('indicator' in meaning) return meaning.indicator;
  return meaning.column.kind === 'ignored' ? null : meaning.column.id;
}

/** The fields that a column may be said to be, by the name that a layout gives them. */
export function fieldMeanings({ columns }: CommuneForm, indicators: readonly { code: string }[]): (field: string) => ColumnMeaning | undefined {
  const known = new Map<string, ColumnMeaning>([
    ...columns.map((column) => [column.id, { column }] as const),
    ...indicators.map(({ code }) => [code, { indicator: code }] as const),
  ]);
  return (field) => known.get(field);
}

/** The ways to write values, together with the words that somebody said mean a class. */
export function withWords(values: CommuneForm['values'], said: Layout['classes']): CommuneForm['values'] {
  const add = (of: keyof typeof values.class): string[] => [...values.class[of], ...said.filter((one) => one.class === of).map(({ word }) => word)];
  const words = new Set(said.map(({ word }) => plainWords(word)));
  return { ...values, class: { poor: add('poor'), near_poor: add('near_poor'), average: add('average'), not_poor: add('not_poor') }, class_unclear: values.class_unclear.filter((way) => !words.has(plainWords(way))) };
}

const mostWords = 30;

/** Collects the words of a class column, which may be those of another system. */
export class ClassWords {
  private readonly counts = new Map<string, number>();

  see(text: string): void {
    if (text === '' || (this.counts.size >= mostWords && !this.counts.has(text))) return;
    this.counts.set(text, (this.counts.get(text) ?? 0) + 1);
  }

  /** Each with what it means by the form or by what was said of it; null for what nobody knows. */
  list({ values }: CommuneForm, said: Layout['classes']): SheetLayout['words'] {
    const known = dictionary<HouseholdClass>([
      ...said.map((one) => [[one.word], one.class] as const),
      [values.class.poor, 'poor'],
      [values.class.near_poor, 'near_poor'],
      [values.class.average, 'average'],
      [values.class.not_poor, 'not_poor'],
    ]);
    return [...this.counts].map(([word, count]) => ({ word, count, class: known.get(plainWords(word)) ?? null }));
  }
}
