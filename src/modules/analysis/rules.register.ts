import type { HouseholdColumns } from '#modules/standards/rules.columns.ts';

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
}

/** The records of one village as the store packs them: `recordBytes` for each household, in the order of the ids. */
export interface PackedVillage {
  id: string;
  path: string;
  records: Uint8Array;
}

/** Id 16, income 8 (float, NaN: unknown), size 2 (0: unknown), B1 2 and copied B2 2 (-1: none), deprived 4, unknown 4, area kind 2 (place in `areaKindsInColumns`), decided otherwise 2. Big-endian. */
export const recordBytes = 42;

export const emptyRegister: Register = { villages: [], ...columnsFor(0) };

function columnsFor(rows: number): Omit<Register, 'villages'> {
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
  };
}

export const householdsIn = ({ size }: Register): number => size.length;

/** A register in which the villages given stand anew, in place of what it has of them; one without records is in it no more. */
export function withVillages(before: Register, anew: readonly PackedVillage[], without: ReadonlySet<string> = new Set()): Register {
  const replaced = new Set([...anew.map(({ id }) => id), ...without]);
  const kept = before.villages.filter(({ id }) => !replaced.has(id));
  const all = [...kept.map((rows) => ({ ...rows, packed: null })), ...anew.map(({ id, path, records }) => ({ id, path, from: 0, to: records.length / recordBytes, packed: records }))];
  all.sort((one, other) => (one.path < other.path ? -1 : one.path > other.path ? 1 : one.id < other.id ? -1 : 1));
  const after = columnsFor(all.reduce((sum, { from, to }) => sum + to - from, 0));
  let next = 0;
  const villages = all.map(({ id, path, from, to, packed }): VillageRows => {
    if (packed === null) copyRows(before, from, to, after, next);
    else unpack(packed, after, next);
    const rows = { id, path, from: next, to: next + to - from };
    next = rows.to;
    return rows;
  });
  return { villages, ...after };
}

function copyRows(before: Register, from: number, to: number, after: Omit<Register, 'villages'>, at: number): void {
  after.ids.set(before.ids.subarray(16 * from, 16 * to), 16 * at);
  after.size.set(before.size.subarray(from, to), at);
  after.otherwise.set(before.otherwise.subarray(from, to), at);
  for (const name of Object.keys(after.columns) as (keyof HouseholdColumns)[]) after.columns[name].set(before.columns[name].subarray(from, to), at);
}

function unpack(records: Uint8Array, { ids, size, otherwise, columns }: Omit<Register, 'villages'>, at: number): void {
  const view = new DataView(records.buffer, records.byteOffset, records.byteLength);
  for (let row = at, place = 0; place < records.length; row++, place += recordBytes) {
    ids.set(records.subarray(place, place + 16), 16 * row);
    columns.income[row] = view.getFloat64(place + 16);
    size[row] = view.getInt16(place + 24);
    columns.b1[row] = view.getInt16(place + 26);
    columns.copiedB2[row] = view.getInt16(place + 28);
    columns.deprived[row] = view.getInt32(place + 30);
    columns.unknown[row] = view.getInt32(place + 34);
    columns.areaKind[row] = view.getInt16(place + 38);
    otherwise[row] = view.getInt16(place + 40);
  }
}

/** The part of a register that lies in a range of paths: the same memory, not a copy. */
export function registerWithin(register: Register, low: string, high: string): Register {
  const { villages } = register;
  const first = firstFrom(villages, low);
  const end = firstFrom(villages, high);
  if (first >= end) return emptyRegister;
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
export function idOf({ ids }: Register, row: number): string {
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

