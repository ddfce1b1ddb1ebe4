/** Workbooks for tests: rows as an officer types them, written by another library than ours, and opened by our reader. */
import ExcelJS from 'exceljs';
import { plainDate } from '#kernel/plain-date.ts';
import type { Text } from '#kernel/text.ts';
import { readWorkbook } from '#platform/documents/read-workbook.ts';
import { readYaml } from '#platform/packs/read-pack.ts';
import { AggregateForm, CommuneForm, type CommuneReading } from './contract.parts.ts';
import { readCommuneWorkbook, type CommuneOptions } from './rules.commune.ts';

export const communeForm = CommuneForm.parse(readYaml('vn/interchange/commune-workbook.yaml'));
export const aggregateForm = AggregateForm.parse(readYaml('vn/interchange/aggregate-table.yaml'));

const both = (text: string): Text => ({ vi: text, en: text });

export const options: CommuneOptions = {
  form: communeForm,
  day: plainDate('2022-12-31'),
  indicators: [{ code: 'VL1', name: both('Việc làm') }, { code: 'YT2', name: both('Bảo hiểm y tế') }, { code: 'NS2', name: both('Nhà tiêu hợp vệ sinh') }],
  b2: { step: 10, most: 120 },
};

export const heads = ['Chủ hộ', 'Thành viên', 'Quan hệ với chủ hộ', 'Ngày sinh', 'Giới tính', 'CCCD', 'Thôn', 'Phân loại hộ', 'B1', 'B2', 'Số khẩu'];

type Value = ExcelJS.CellValue;

export interface FixtureSheet {
  name: string;
  rows: readonly (readonly Value[])[];
  merges?: readonly string[];
  hidden?: readonly number[];
}

/** A household of one row per member with the values of `heads`; what is not given is as in any good file. */
export function householdRows(head: string, changes: Partial<Record<(typeof heads)[number], Value>> = {}, members: readonly Value[][] = []): Value[][] {
  const usual: Record<string, Value> = { 'Chủ hộ': head, 'Thành viên': head, 'Quan hệ với chủ hộ': 'Chủ hộ', 'Ngày sinh': '17/05/1970', 'Giới tính': 'Nam', Thôn: 'Thôn 1', 'Phân loại hộ': 'Hộ nghèo', B1: 120, B2: 40 };
  return [heads.map((column) => (column in changes ? changes[column]! : (usual[column] ?? null))), ...members.map((cells) => [head, ...cells])];
}

export async function workbookOf(...sheets: FixtureSheet[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  for (const { name, rows, merges = [], hidden = [] } of sheets) {
    const sheet = workbook.addWorksheet(name);
    rows.forEach((row) => sheet.addRow([...row]));
    merges.forEach((range) => sheet.mergeCells(range));
    hidden.forEach((row) => (sheet.getRow(row).hidden = true));
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** What is read of a workbook of one first sheet with these rows. */
export async function readRows(rows: readonly (readonly Value[])[], change: Partial<CommuneOptions> = {}): Promise<CommuneReading> {
  return readSheets([{ name: 'Hộ nghèo, cận nghèo', rows }], change);
}

export async function readSheets(sheets: FixtureSheet[], change: Partial<CommuneOptions> = {}): Promise<CommuneReading> {
  return readCommuneWorkbook(await readWorkbook(await workbookOf(...sheets)), { ...options, ...change });
}

/** The issues as `row code` lines, for comparing. */
export const said = ({ issues }: Pick<CommuneReading, 'issues'>): string[] => issues.map(({ row, code }) => `${row ?? '-'} ${code}`);
