/** Reads the commune workbook: sheets and columns by their words, households by their heads, and what is odd by row and column. */
import { showDate, type PlainDate } from '#kernel/plain-date.ts';
import type { Text } from '#kernel/text.ts';
import type { HouseholdIntake } from '#modules/households/contract.intake.ts';
import type { CommuneColumnId, CommuneForm, CommuneReading, FileDecision, ListChoice, ReadHousehold, ReadSheet, Sheet, SheetFile, SheetId, SheetLayout, SheetRow } from './contract.parts.ts';
import { checkAcross } from './rules.commune-checks.ts';
import type { B2Scale, LabelOf } from './rules.commune-household.ts';
import { columnsOf, isCauses, sheetReader, type ColumnMeaning, type SheetColumn } from './rules.commune-sheet.ts';
import { EncodingWatch } from './rules.encoding.ts';
import { findHead, numbersColumns, rowsForHead, type Head } from './rules.head.ts';
import { Issues } from './rules.issues.ts';
import { arranged, choices, ClassWords, columnsToArrange, fieldMeanings, guessHead, headChosen, headsOf, topOf, withWords, type Layout } from './rules.layouts.ts';
import { valuesOf, type Values } from './rules.values.ts';
import { dictionary, plainWords, textOf } from './rules.words.ts';

export interface CommuneOptions {
  form: CommuneForm;
  /** The indicators of the round’s standard: a column is known by the code or the name. */
  indicators: readonly { code: string; name: Text }[];
  /** The day of the round. */
  day: PlainDate;
  b2: B2Scale | null;
  /** What was said earlier of sheets, by their heads. */
  layouts?: ReadonlyMap<string, Layout>;
  /** What was decided of all households whose row has no decision. */
  decision?: FileDecision | null;
  /** How many issues are told in full; the usual number when left out. */
  issues?: number;
  /** Told of each household as soon as it is read, though it may turn out to stand on two lists and be left out. */
  arrived?: (household: HouseholdIntake) => void;
  /** Awaited from time to time with the number of rows read so far: whoever waits may look up, or stop it all by throwing. */
  pause?: (rows: number) => Promise<void>;
}

interface Workings extends Omit<CommuneOptions, 'issues'> {
  issues: Issues;
  values: Values;
  meaning: (words: string) => ColumnMeaning | undefined;
  sheetKinds: ReadonlyMap<string, SheetId>;
  households: ReadHousehold[];
  sheets: ReadSheet[];
  /** Which list each sheet was taken for. */
  lists: ListChoice[];
  arranging: (Omit<SheetLayout, 'words'> & { words: ClassWords; layout: Layout | undefined })[];
  /** The heads of the columns of each sheet that is read. */
  labels: Map<string, LabelOf>;
  places: Map<string, Set<string>>;
  /** Rows of the file gone through. */
  rows: number;
}

/** How many different places of a column are remembered: enough to say that a file is of another commune. */
const mostPlaces = 20;
const hiddenRowsNamed = 10;
const rowsBetweenPauses = 1000;

/** All that the file tells, read once and row by row. It never throws for what a file says: that becomes an issue. */
export async function readCommuneWorkbook(file: SheetFile, options: CommuneOptions): Promise<CommuneReading> {
  const issues = new Issues(options.issues);
  const work: Workings = {
    ...options,
    issues,
    values: valuesOf(options.form, options.day, issues),
    meaning: columnDictionary(options),
    sheetKinds: dictionary(options.form.sheets.map(({ id, name, title, aliases }) => [[...aliases, name.vi, name.en, title.vi, title.en], id] as const)),
    households: [],
    sheets: [],
    lists: [],
    arranging: [],
    labels: new Map(),
    places: new Map(),
    rows: 0,
  };
  if (options.decision?.day && options.decision.day > options.day) issues.add('file.decision-after-round', { sheet: null }, { number: options.decision.number, decided: showDate(options.decision.day), day: showDate(options.day) });
  if (file.macros) issues.add('file.macros', { sheet: null }, {});
  for (const sheet of file.sheets) await readSheet(sheet, work);
  const refused = issues.counts.errors > 0;
  if (!file.unicode && !refused) issues.add('file.no-unicode', { sheet: null }, {});
  if (work.sheets.length === 0 && !refused) issues.add('file.no-sheet', { sheet: null }, {});
  const households = checkAcross(work.households, { className: work.values.className, labelsIn: (sheet) => work.labels.get(sheet)!, issues });
  const current = work.sheets.filter(({ id }) => id === 'current');
  return {
    households,
    sheets: work.sheets,
    indicators: options.indicators.map(({ code }) => code).filter((code) => current.length > 0 && current.every(({ columns }) => columns.some(({ id }) => id === code))),
    layouts: work.arranging.map(({ words, layout, ...sheet }) => ({ ...sheet, words: words.list(options.form, layout?.classes ?? []) })),
    places: Object.fromEntries([...work.places].map(([column, values]) => [column, [...values]])),
    issues: issues.list(),
    counts: issues.counts,
  };
}

function columnDictionary({ form, indicators }: CommuneOptions): Workings['meaning'] {
  const known = dictionary<ColumnMeaning>([
    ...form.columns.map((column) => [[column.label.vi, column.label.en, ...column.aliases], { column }] as const),
    ...indicators.map(({ code, name }) => [[code, name.vi, name.en, `${code} ${name.vi}`, `${name.vi} ${code}`, `${code} ${name.en}`], { indicator: code }] as const),
  ]);
  return (words) => known.get(words);
}

async function readSheet(sheet: Sheet, work: Workings): Promise<void> {
  if (work.form.ignored_sheets.map(plainWords).includes(plainWords(sheet.name))) return;
  const waiting: SheetRow[] = [];
  const watch = new EncodingWatch();
  let reader: ReturnType<typeof sheetReader> | 'none' | null = null;
  let read: ReadSheet | null = null;
  let list: ListChoice | null = null;

  /** True once the sheet turns out to be in an old encoding: nothing more can be read of it. */
  function isGarbled({ cells }: SheetRow): boolean {
    for (const cell of cells) {
      const seen = typeof cell === 'string' ? watch.see(cell) : null;
      if (!seen) continue;
      work.issues.add(`encoding.${seen.encoding}`, { sheet: sheet.name }, { sample: seen.sample });
      return true;
    }
    return false;
  }

  function open(): void {
    const opened = openSheet(sheet, waiting, work);
    reader = opened?.reader ?? 'none';
    read = opened?.read ?? null;
    list = opened?.list ?? null;
    if (opened) for (const row of opened.rest) opened.reader.take(row);
  }

  for await (const row of sheet.rows()) {
    if (++work.rows % rowsBetweenPauses === 0) await work.pause?.(work.rows);
    if (isGarbled(row)) return;
    if (reader === null) {
      waiting.push(row);
      if (waiting.length >= rowsForHead) open();
    } else if (reader === 'none') return;
    else (reader as ReturnType<typeof sheetReader>).take(row);
  }
  if (reader === null && waiting.length > 0) open();
  finishSheet(reader, read, list, work);
}

function finishSheet(reader: ReturnType<typeof sheetReader> | 'none' | null, read: ReadSheet | null, list: ListChoice | null, work: Workings): void {
  if (reader === null || reader === 'none' || read === null || list === null) return;
  reader.end();
  work.lists.push(list);
  work.sheets.push({ ...read, rows: reader.rows(), households: work.households.filter(({ sheet }) => sheet === read.name).length });
}

function openSheet(sheet: Sheet, rows: readonly SheetRow[], work: Workings) {
  const { form, issues } = work;
  const known = findHead(rows, work.meaning, { alone: true, spreads: isCauses });
  const found = known ?? guessHead(rows);
  const layout = found ? work.layouts?.get(headsOf(found)) : undefined;
  const chosen = found && layout ? headChosen(found, layout, rows, work.meaning) : null;
  const head = chosen && layout ? arranged(chosen, layout, fieldMeanings(form, work.indicators)) : known;
  const list = layout ? layout.list : listOf(sheet, rows, known, work);
  const words = new ClassWords();
  if (found) {
    const shown = head ?? found;
    const toArrange = columnsToArrange(shown, rows);
    work.arranging.push({ sheet: sheet.name, heads: headsOf(found), found: found.lastRow, headFirst: shown.firstRow, headRow: shown.lastRow, top: topOf(rows), list, columns: toArrange, words, saved: layout?.saved ?? null, layout });
  }
  if (list === 'skip') return null;
  if (list === null) {
    issues.add('sheet.unrecognised', { sheet: sheet.name }, {});
    return null;
  }
  const { id } = choices[list];
  const listed = form.sheets.find((one) => one.id === id)!;
  if (head === null) {
    issues.add('sheet.no-head', { sheet: sheet.name }, { title: listed.title });
    return null;
  }
  const same = work.sheets[work.lists.indexOf(list)];
  if (same) {
    issues.add('sheet.twice', { sheet: sheet.name }, { title: listed.title, other: same.name });
    return null;
  }
  if (sheet.hidden) issues.add('sheet.hidden', { sheet: sheet.name }, {});
  const { hiddenRows } = sheet;
  if (hiddenRows.length > 0) {
    const named = hiddenRows.slice(0, hiddenRowsNamed).join(', ');
    issues.add('sheet.hidden-rows', { sheet: sheet.name }, { count: hiddenRows.length, rows: hiddenRows.length > hiddenRowsNamed ? `${named}…` : named });
  }
  const { columns, unknown } = columnsOf(head);
  const usable = checkColumns(columns, list, sheet.name, work);
  if (!layout) for (const label of unknown) issues.add('column.unknown', { sheet: sheet.name, column: label }, {});
  if (!usable) return null;

  const labelOf = labelsOf(columns, form);
  work.labels.set(sheet.name, labelOf);
  const reader = sheetReader({
    sheet: sheet.name,
    form,
    columns,
    rules: { day: work.day, b2: work.b2, indicators: work.indicators, stated: choices[list].stated, decision: work.decision ?? null, labelOf, words: { class: work.values.expected.class, head: form.values.head[0]! } },
    values: layout ? valuesOf({ ...form, values: withWords(form.values, layout.classes) }, work.day, issues) : work.values,
    classWords: words,
    issues,
    escaped: id !== 'current',
    place: (column, value) => remember(work.places, column, value),
    household: (household) => {
      work.arrived?.(household.intake);
      work.households.push({ list: id, sheet: sheet.name, escaped: false, ...household });
    },
  });
  const below = rows.filter(({ row }) => row > head.lastRow);
  const rest = below[0] && numbersColumns(below[0]) ? below.slice(1) : below;
  const read: ReadSheet = { id, name: sheet.name, columns: columns.map(({ label, meaning }) => ({ id: idOf(meaning), label })), unknownColumns: unknown, rows: 0, households: 0 };
  return { reader, rest, read, list };
}

function labelsOf(columns: readonly SheetColumn[], form: CommuneForm): LabelOf {
  const labels = new Map(columns.flatMap(({ label, meaning }) => ('column' in meaning ? [[meaning.column.id, label] as const] : [])));
  return (...wanted) => wanted.map((id) => labels.get(id)).find((label) => label !== undefined) ?? form.columns.find(({ id }) => id === wanted[0])!.label.vi;
}

const idOf = (meaning: ColumnMeaning): string => ('column' in meaning ? meaning.column.id : 'indicator' in meaning ? meaning.indicator : 'causes');

/** Which list a sheet is: by its name, by the title over its head, or by its columns. */
function listOf(sheet: Sheet, rows: readonly SheetRow[], head: Head<ColumnMeaning> | null, { sheetKinds, form }: Workings): SheetId | null {
  const byName = kindIn(plainWords(sheet.name), sheetKinds);
  if (byName) return byName;
  if (head === null) return null;
  for (const { row, cells } of rows) {
    if (row >= head.lastRow) break;
    const texts = cells.filter((cell) => typeof cell === 'string');
    const byTitle = texts.length <= 2 ? kindIn(plainWords(texts.map(textOf).join(' ')), sheetKinds) : null;
    if (byTitle) return byTitle;
  }
  const known = new Set(head.columns.flatMap(({ id }) => (id !== null && 'column' in id ? [id.column.id] : [])));
  const needed = form.columns.filter(({ required }) => required.includes('current'));
  return needed.every(({ id }) => known.has(id)) && (known.has('head') || known.has('name')) ? 'current' : null;
}

/** The list whose longest name stands in a text. */
function kindIn(text: string, kinds: ReadonlyMap<string, SheetId>): SheetId | null {
  const found = [...kinds.keys()].filter((name) => ` ${text} `.includes(` ${name} `)).sort((a, b) => b.length - a.length)[0];
  return found === undefined ? null : kinds.get(found)!;
}

/** Whether a sheet can be read with these columns; says which are missing or there twice. */
function checkColumns(columns: readonly SheetColumn[], list: Exclude<ListChoice, 'skip'>, sheet: string, { form, issues }: Workings): boolean {
  const before = issues.counts.errors;
  const { id, stated } = choices[list];
  const seen = new Map<string, SheetColumn>();
  for (const column of columns) {
    const key = idOf(column.meaning);
    const first = seen.get(key);
    const mayRepeat = 'cause' in column.meaning || ('column' in column.meaning && ['ignored', 'causes', 'place'].includes(column.meaning.column.kind));
    if (first && !mayRepeat) issues.add('column.twice', { sheet, column: column.label }, { label: column.label, first: first.index + 1, second: column.index + 1 });
    seen.set(key, first ?? column);
  }
  const labelOf = (column: CommuneColumnId) => form.columns.find((one) => one.id === column)!.label;
  for (const { id: needed, required, label } of form.columns) {
    // A list of one class alone needs no column for it.
    if (required.includes(id) && !seen.has(needed) && !(needed === 'class' && stated !== null)) issues.add('column.missing', { sheet, column: label.vi }, { label });
  }
  for (const group of form.one_of) {
    if (group.some((one) => seen.has(one))) continue;
    const labels = group.map(labelOf);
    issues.add('column.one-of', { sheet }, { labels: { vi: labels.map(({ vi }) => vi).join(', '), en: labels.map(({ en }) => en).join(', ') } });
  }
  return issues.counts.errors === before;
}

function remember(places: Workings['places'], column: string, value: string): void {
  const known = places.get(column) ?? new Set();
  places.set(column, known);
  if (known.size < mostPlaces) known.add(value);
}
