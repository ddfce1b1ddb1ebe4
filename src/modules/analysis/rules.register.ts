import { copyFacts, factColumns, factsWithin, noPersons, putFacts, type FactColumns } from '#modules/standards/rules.columns.facts.ts';
import type { HouseholdColumns } from '#modules/standards/rules.columns.ts';
import { membersListed, packedLength } from '#modules/standards/rules.packed.ts';

/** The rows of a village in a register: from `from` up to, but not with, `to`. */
export interface VillageRows {
  id: string;
  /** Its place on today's map. */
  path: string;
  from: number;
  to: number;
}

/** The register of rounds in columns, village by village in the order of their paths, and in each by the id of the household. */
export interface Register {
  villages: readonly VillageRows[];
  /** Ids of the households, sixteen bytes each. */
  ids: Uint8Array;
  /** Persons; 0 is unknown. */
  size: Int16Array;
  /** 1 where the official class, by a decision, is not the computed one. */
  otherwise: Uint8Array;
  columns: HouseholdColumns;
  facts: FactColumns;
}

type Rows = Omit<Register, 'villages'>;

/** The records of one village as the store packs them: `recordBytes` for each household in no order, and in the same order their facts (standards/rules.packed.ts). */
export interface PackedVillage {
  id: string;
  path: string;
  records: Uint8Array;
  facts: Uint8Array;
}

/** Id 16, income 8 (float, NaN: unknown), deprived 4, unknown 4, size 2 (0: unknown), B1 and copied B2 2 each (one more than they are, 0: none), flags 2. Big-endian. */
export const recordBytes = 40;
/** Flags: whether the facts were packed when they were recorded, whether it was decided otherwise, and the area kind (place in `areaKindsInColumns`). */
export const flags = { packed: 1, otherwise: 2, areaKind: 4 } as const;

export const emptyRegister = (): Register => ({ villages: [], ...rowsFor(0, factColumns(0, 0, noPersons())) });

function rowsFor(rows: number, facts: FactColumns): Rows {
  return {
    ids: new Uint8Array(16 * rows),
    size: new Int16Array(rows),
    otherwise: new Uint8Array(rows),
    columns: {
      income: new Float64Array(rows),
      b1: new Int16Array(rows),
      copiedB2: new Int16Array(rows),
      deprived: new Int32Array(rows),
      unknown: new Int32Array(rows),
      areaKind: new Uint8Array(rows),
    },
    facts,
  };
}

export const householdsIn = ({ size }: Register): number => size.length;

/** So many rows are made in one go. */
const rowsInOneGo = 20_000;

/**
 * A register in which the villages given stand anew, in place of what it has of them; one without records is in it no more. It pauses between the villages, so
 * that others get a turn while millions are put in place.
 */
export function* withVillages(before: Register, anew: readonly PackedVillage[], without: ReadonlySet<string> = new Set()): Generator<void, Register> {
  const replaced = new Set([...anew.map(({ id }) => id), ...without]);
  const kept = before.villages.filter(({ id }) => !replaced.has(id));
  const all = [...kept.map((rows) => ({ ...rows, packed: null })), ...anew.map(({ id, path, ...packed }) => ({ id, path, from: 0, to: packed.records.length / recordBytes, packed: { ...packed, ...startsOf(packed) } }))];
  all.sort((one, other) => (one.path < other.path ? -1 : one.path > other.path ? 1 : one.id < other.id ? -1 : 1));
  let [rows, members, pause] = [0, 0, rowsInOneGo];
  for (const { from, to, packed } of all) {
    rows += to - from;
    members += packed === null ? before.facts.firstMember[to]! - before.facts.firstMember[from]! : packed.members;
  }
  const after = rowsFor(rows, factColumns(rows, members, before.facts.persons));
  let next = 0;
  const villages: VillageRows[] = [];
  for (const { id, path, from, to, packed } of all) {
    if (packed === null) copyRows(before, from, to, after, next);
    else unpack(packed, after, next);
    villages.push({ id, path, from: next, to: next + to - from });
    next += to - from;
    if (next < pause) continue;
    pause = next + rowsInOneGo;
    yield;
  }
  return { villages, ...after };
}

function copyRows(before: Register, from: number, to: number, after: Rows, at: number): void {
  after.ids.set(before.ids.subarray(16 * from, 16 * to), 16 * at);
  after.size.set(before.size.subarray(from, to), at);
  after.otherwise.set(before.otherwise.subarray(from, to), at);
  for (const name of Object.keys(after.columns) as (keyof HouseholdColumns)[]) after.columns[name].set(before.columns[name].subarray(from, to), at);
  copyFacts(before.facts, from, to, after.facts, at);
}

type Packed = Pick<PackedVillage, 'records' | 'facts'>;

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView => new DataView(buffer, byteOffset, byteLength);

/** Where the facts of each household of a village begin, and how many members they list. */
function startsOf({ records, facts }: Packed): { starts: Uint32Array; members: number } {
  const view = viewOf(facts);
  const starts = new Uint32Array(records.length / recordBytes);
  let [at, members] = [0, 0];
  for (let place = 0; place < starts.length; place++) {
    const listed = membersListed(view, at);
    starts[place] = at;
    members += listed;
    at += packedLength(listed);
  }
  return { starts, members };
}

function unpack(packed: Packed & { starts: Uint32Array }, { ids, size, otherwise, columns, facts }: Rows, at: number): void {
  const { records, starts } = packed;
  const [view, told] = [viewOf(records), viewOf(packed.facts)];
  const order = orderOf(view, starts.length);
  for (let index = 0; index < order.length; index++) {
    const place = order[index]!;
    const [row, from] = [at + index, place * recordBytes];
    for (let byte = 0; byte < 16; byte++) ids[16 * row + byte] = records[from + byte]!;
    columns.income[row] = view.getFloat64(from + 16);
    columns.deprived[row] = view.getInt32(from + 24);
    columns.unknown[row] = view.getInt32(from + 28);
    size[row] = view.getInt16(from + 32);
    columns.b1[row] = view.getInt16(from + 34) - 1;
    columns.copiedB2[row] = view.getInt16(from + 36) - 1;
    const flagged = view.getUint16(from + 38);
    columns.areaKind[row] = Math.floor(flagged / flags.areaKind);
    otherwise[row] = flagged & flags.otherwise ? 1 : 0;
    putFacts(facts, row, told, starts[place]!);
  }
}

/** The records of a village by id. They mostly come so. */
function orderOf(view: DataView, count: number): Uint32Array {
  const compare = (one: number, other: number): number => {
    for (let byte = 0; byte < 16; byte += 4) {
      const difference = view.getUint32(one * recordBytes + byte) - view.getUint32(other * recordBytes + byte);
      if (difference !== 0) return difference;
    }
    return 0;
  };
  const order = new Uint32Array(count);
  let isInOrder = true;
  for (let place = 1; place < count; place++) {
    order[place] = place;
    isInOrder &&= compare(place - 1, place) < 0;
  }
  return isInOrder ? order : order.sort(compare);
}

/** The part of a register that lies in a range of paths: the same memory, not a copy. */
export function registerWithin(register: Register, low: string, high: string): Register {
  const { villages } = register;
  const first = firstFrom(villages, low);
  const end = firstFrom(villages, high);
  if (first >= end) return emptyRegister();
  const [from, to] = [villages[first]!.from, villages[end - 1]!.to];
  const { income, b1, copiedB2, deprived, unknown, areaKind } = register.columns;
  return {
    villages: villages.slice(first, end).map((rows) => ({ ...rows, from: rows.from - from, to: rows.to - from })),
    ids: register.ids.subarray(16 * from, 16 * to),
    size: register.size.subarray(from, to),
    otherwise: register.otherwise.subarray(from, to),
    columns: {
      income: income.subarray(from, to),
      b1: b1.subarray(from, to),
      copiedB2: copiedB2.subarray(from, to),
      deprived: deprived.subarray(from, to),
      unknown: unknown.subarray(from, to),
      areaKind: areaKind.subarray(from, to),
    },
    facts: factsWithin(register.facts, from, to),
  };
}

/** Place of the first village whose path is not below a bound; their number where all are. */
function firstFrom(villages: readonly VillageRows[], bound: string): number {
  let [low, high] = [0, villages.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (villages[middle]!.path < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** The id of a row as it is written. */
export function idOf({ ids }: Pick<Register, 'ids'>, row: number): string {
  const text = Array.from(ids.subarray(16 * row, 16 * row + 16), (byte) => hex[byte]).join('');
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join('-');
}

/** The row after the one of a household in a village, or the one that it would stand before; null where the register has no such village. */
export function rowAfter(register: Register, villageId: string, id: string): number | null {
  const village = register.villages.find((rows) => rows.id === villageId);
  if (!village) return null;
  let row = village.from;
  while (row < village.to && idOf(register, row) <= id) row++;
  return row;
}
