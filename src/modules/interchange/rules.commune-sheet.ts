import { fold, sortKey, tidy } from '#kernel/vietnamese.ts';
import type { Birth, HouseholdIntake, MemberIntake, Sex, StandingInClass } from '#modules/households/contract.intake.ts';
import type { CommuneColumn, CommuneColumnId, CommuneForm, SheetRow } from './contract.parts.ts';
import { agesOf, emptyDraft, finish, tell, type Draft, type HouseholdRules } from './rules.commune-household.ts';
import type { Head } from './rules.head.ts';
import type { CellPlace, Issues } from './rules.issues.ts';
import type { Values } from './rules.values.ts';
import { plainWords, textOf } from './rules.words.ts';

/** A column of the sheet: one of the form, one of an indicator, or one that marks a cause of its own. */
export type ColumnMeaning = { column: CommuneColumn } | { indicator: string } | { cause: string };

export interface SheetColumn {
  index: number;
  label: string;
  meaning: ColumnMeaning;
}

export interface SheetContext {
  sheet: string;
  form: CommuneForm;
  columns: readonly SheetColumn[];
  rules: HouseholdRules;
  values: Values;
  /** Is told each word of the class column. */
  classWords: { see: (text: string) => void };
  issues: Issues;
  /** Whether the list itself says that the household escaped, so that the word in the class column need not. */
  escaped: boolean;
  place: (column: CommuneColumnId, value: string) => void;
  household: (household: { intake: HouseholdIntake; memberRows: number[]; row: number }) => void;
}

/** Contract limits of texts, in characters. */
const longest: Partial<Record<CommuneColumnId, number>> = { number: 40, relation: 60, ethnicity: 60, decision_number: 60 };
const longestName = 120;
const longestCause = 200;

/** Reads the rows of one sheet below its head: `take` each, then `end`. A household begins with its head; rows that follow are its members. */
export function sheetReader(context: SheetContext) {
  const { sheet, form, columns, rules, values, issues } = context;
  const byId = new Map(columns.flatMap((column) => ('column' in column.meaning ? [[column.meaning.column.id, column] as const] : [])));
  const births = columns.filter(({ meaning }) => 'column' in meaning && meaning.column.kind === 'birth');
  const heads = new Set(form.values.head.map(plainWords));
  const rowKind = rowKinds(form);
  let draft: Draft | null = null;
  let villageAbove: string | null = null;
  let signed = false;
  let count = 0;

  const placeIn = (row: number, { label }: SheetColumn): CellPlace => ({ sheet, row, column: label });
  const placeOf = (row: number, id: CommuneColumnId): CellPlace => ({ sheet, row, column: rules.labelOf(id) });

  function read(row: SheetRow, id: CommuneColumnId): string | null {
    const column = byId.get(id);
    return column ? values.text(row.cells[column.index], placeIn(row.row, column), longest[id] ?? longestName) : null;
  }

  function close(): void {
    if (!draft) return;
    const finished = finish(draft, rules, issues);
    if (finished) context.household({ ...finished, row: draft.row });
    draft = null;
  }

  /** Whether the row opens a household, from what it says of the head. */
  function opens(head: string | null, number: string | null, isHead: boolean): boolean {
    if (!draft) return true;
    const known = draft.told.get('number')?.value;
    if (number !== null && known !== undefined) return sortKey(number) !== sortKey(String(known));
    const sameHead = head !== null && draft.head !== null && sortKey(head) === sortKey(draft.head);
    if (isHead) return draft.headListed || (head !== null && !sameHead);
    return head !== null && (!sameHead || !byId.has('name'));
  }

  function take(row: SheetRow): void {
    const kind = rowKind(row);
    if (kind === 'signature') signed = true;
    if (kind === 'total' || kind === 'signature') return;
    if (kind === 'village') {
      enterVillage(row);
      return;
    }
    const [head, number, relation] = [read(row, 'head'), read(row, 'number'), read(row, 'relation')];
    const name = read(row, 'name');
    const has = (...ids: CommuneColumnId[]): boolean => ids.some((id) => hasValue(row, byId.get(id)));
    const isPerson = has('relation', 'sex', 'id_number', 'class') || births.some((column) => hasValue(row, column));
    if (signed && !isPerson) return;
    if (name === null && head === null) {
      // A name that could not be read was told already.
      if (isPerson && !has('name', 'head')) issues.add('value.name-missing', { sheet, row: row.row, column: rules.labelOf('name', 'head') }, {});
      return;
    }
    count++;
    const saysHead = relation !== null && heads.has(plainWords(relation));
    if (opens(head, number, saysHead)) {
      close();
      draft = emptyDraft(sheet, row.row, head ?? (saysHead ? name : null), villageAbove);
    }
    readPerson(draft!, row, name ?? head!, relation, saysHead);
    tell(draft!, 'number', number, number ?? '', placeOf(row.row, 'number'), issues);
    readHousehold(draft!, row);
  }

  /** A line of its own such as “Thôn Đông” tells the village of the households below it. */
  function enterVillage(row: SheetRow): void {
    const last = row.cells.findLastIndex((cell) => tidy(textOf(cell)) !== '');
    close();
    villageAbove = tidy(textOf(row.cells[last])).replace(numbering, '');
    const column = columns.find(({ index }) => index === last)?.label ?? rules.labelOf('village');
    issues.add('sheet.village-row', { sheet, row: row.row, column }, { found: villageAbove });
  }

  function readPerson(into: Draft, row: SheetRow, name: string, relation: string | null, saysHead: boolean): void {
    const cell = (id: CommuneColumnId) => row.cells[byId.get(id)?.index ?? -1];
    const place = (id: CommuneColumnId) => placeOf(row.row, id);
    const isHead = !into.headListed && (saysHead || (relation === null && into.head !== null && sortKey(name) === sortKey(into.head)));
    const { birth, sex: sexOfColumn, column: birthColumn } = readBirths(row);
    const age = values.age(cell('age'), place('age'));
    const ages = birth === null ? null : agesOf(birth, rules.day);
    if (birth !== null && ages !== null && age !== null && (age < ages.least || age > ages.most)) {
      issues.add('age.contradicts', place('age'), { found: age, birth: birth.split('-').reverse().join('/'), ...ages });
    }
    const sex = values.sex(cell('sex'), place('sex'));
    if (sex !== null && sexOfColumn !== null && sex !== sexOfColumn) {
      issues.add('sex.contradicts-column', place('sex'), { found: tidy(textOf(cell('sex'))), birthColumn: birthColumn!, sex: values.sexName(sexOfColumn) });
    }
    const intake: MemberIntake = {
      name,
      head: isHead,
      relation,
      sex: sex ?? sexOfColumn,
      birth,
      ethnicity: read(row, 'ethnicity'),
      idNumber: values.idNumber(cell('id_number'), place('id_number')),
    };
    if (isHead) [into.headListed, into.head] = [true, name];
    into.members.push({ intake, row: row.row });
  }

  /** The birth of a person from the one column that has it, and the sex where that column is for men or for women only. */
  function readBirths(row: SheetRow): { birth: Birth | null; sex: Sex | null; column: string | null } {
    const [first, second] = births.filter((column) => hasValue(row, column));
    if (!first) return { birth: null, sex: null, column: null };
    const shown = ({ index }: SheetColumn) => tidy(textOf(row.cells[index]));
    if (second) issues.add('birth.two-columns', placeIn(row.row, second), { found: shown(second), other: shown(first), otherColumn: first.label });
    const sex = 'column' in first.meaning ? (first.meaning.column.sex ?? null) : null;
    return { birth: values.birth(row.cells[first.index], placeIn(row.row, first)), sex: second ? null : sex, column: first.label };
  }

  function readHousehold(into: Draft, row: SheetRow): void {
    for (const column of columns) {
      const cell = row.cells[column.index];
      if (cell === null || cell === undefined) continue;
      const place = placeIn(row.row, column);
      const found = tidy(textOf(cell));
      const note = (id: string, value: string | number | boolean | null) => tell(into, id, value, found, place, issues);
      if ('indicator' in column.meaning) note(column.meaning.indicator, values.flag(cell, place));
      else if ('cause' in column.meaning) {
        if (values.flag(cell, place) === true) addCause(into, column.meaning.cause);
      } else {
        const { id, kind } = column.meaning.column;
        if (kind === 'flag') note(id, values.flag(cell, place));
        else if (kind === 'class') {
          context.classWords.see(found);
          note(id, values.class(cell, place, context.escaped));
        }
        else if (kind === 'history') note('history', values.history(cell, place, markedBy[id] ?? null));
        else if (kind === 'score') note(id, values.score(cell, place));
        else if (kind === 'size') note(id, values.size(cell, place));
        else if (kind === 'day') note(id, values.day(cell, place));
        else if (kind === 'causes') for (const cause of values.items(cell, place)) addCause(into, cause);
        else if (kind === 'place') context.place(id, found);
        else if (id === 'village' || id === 'decision_number') note(id, read(row, id));
      }
    }
  }

  return { take, end: close, rows: () => count };
}

function addCause(draft: Draft, text: string): void {
  const cause = text.slice(0, longestCause);
  if (cause !== '' && !draft.causes.some((known) => fold(known) === fold(cause))) draft.causes.push(cause);
}

const hasValue = (row: SheetRow, column: SheetColumn | undefined): boolean => column !== undefined && tidy(textOf(row.cells[column.index])) !== '';

const numbering = /^(?:[IVXivx]+|\d+)[.)]\s*/;

/**
 * Tells rows apart that are no household, by their few texts. Names must not be taken for one: a way of one word must be the whole text
 * („Cộng“), and villages are compared with their diacritics (a „bản“ is not the family „Bàn“).
 */
function rowKinds({ rows }: CommuneForm): (row: SheetRow) => 'total' | 'signature' | 'village' | null {
  const [totals, signatures] = [rows.total, rows.signature].map((list) => list.map(plainWords)) as [string[], string[]];
  const begins = (text: string, ways: readonly string[]) => ways.some((way) => text === way || (way.includes(' ') && text.startsWith(`${way} `)));
  return (row) => {
    const filled = row.cells.filter((cell) => textOf(cell).trim() !== '');
    const texts = filled.filter((cell) => typeof cell === 'string').map((cell) => tidy(cell as string));
    if (texts.length === 0 || texts.length > 3) return null;
    if (texts.length === 1 && begins(plainWords(texts[0]!), totals)) return 'total';
    if (texts.some((text) => begins(plainWords(text), signatures))) return 'signature';
    const last = texts.at(-1)!.replace(numbering, '').toLowerCase();
    return filled.length <= 2 && rows.village.some((kind) => last.startsWith(`${kind} `)) ? 'village' : null;
  };
}

/** The columns that are marked where a household is new, again or still in its class. */
const markedBy: Partial<Record<CommuneColumnId, StandingInClass>> = { history_new: 'new', history_again: 'again', history_still: 'still' };

export const isCauses = (meaning: ColumnMeaning): boolean => 'column' in meaning && meaning.column.kind === 'causes';

/** The columns of a head that mean something, and the labels of those that do not. A column under „Nguyên nhân nghèo“ marks a cause of its own. */
export function columnsOf(head: Head<ColumnMeaning>): { columns: SheetColumn[]; unknown: string[] } {
  const columns: SheetColumn[] = [];
  const unknown: string[] = [];
  for (const { index, label, own, id, over } of head.columns) {
    if (id !== null) columns.push({ index, label, meaning: id });
    else if (over !== null && isCauses(over)) columns.push({ index, label, meaning: { cause: own } });
    else unknown.push(label);
  }
  return { columns, unknown };
}
