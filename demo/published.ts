/** Reads the published tables of this folder; published.yaml says where each figure stands. */
import { readFileSync } from 'node:fs';
import { parse as parseCsv } from 'csv-parse/sync';
import { AreaRef } from '#modules/areas/contract.ts';
import { readCsv } from '#platform/packs/read-pack.ts';

function readTable<Column extends string>(file: string): Record<Column, string>[] {
  return parseCsv(readFileSync(new URL(`published/${file}`, import.meta.url)), { columns: true, bom: true });
}

/** A unit of annex 1 of the plan of Nga Sơn; its last row, the printed total, is left out. */
export interface NgaSonUnit {
  code: string;
  households: number;
  poor: number;
  reduction: number;
  poorExpected: number;
}

export function ngaSonUnits(): NgaSonUnit[] {
  return readTable<'code' | 'households' | 'poor_2017' | 'reduction_target_2018' | 'poor_2018_expected'>('nga-son-2018-annex-01.csv')
    .filter(({ code }) => code !== '')
    .map((row) => ({
      code: row.code,
      households: Number(row.households),
      poor: Number(row.poor_2017),
      reduction: Number(row.reduction_target_2018),
      poorExpected: Number(row.poor_2018_expected),
    }));
}

export interface CamLongVillage {
  village: string;
  households: number;
  poor: number;
}

/** The villages of Cẩm Long at the end of 2022, without the printed total. */
export function camLongVillages(): CamLongVillage[] {
  return readTable<'no' | 'village' | 'households_start' | 'poor_start'>('cam-long-2023-villages.csv')
    .filter(({ no }) => no !== '')
    .map((row) => ({ village: row.village, households: Number(row.households_start), poor: Number(row.poor_start) }));
}

/** The figures of Hà Nam by the name of their row. Rates are in percent. */
export function haNamFigures(): (row: string) => number {
  const figures = new Map(readTable<'measure' | 'value'>('ha-nam-2015-baseline.csv').map(({ measure, value }) => [measure, Number(value)]));
  return (row) => {
    const value = figures.get(row);
    if (value === undefined) throw new Error(`demo/published/ha-nam-2015-baseline.csv has no row „${row}“`);
    return value;
  };
}

/** A commune of the catalogue of 2009. */
export interface CensusCommune {
  code: string;
  urban: boolean;
}

/** The communes of a province in the catalogue of 2009, in the order of their codes. */
export function censusCommunes(province: string): CensusCommune[] {
  const rows = readCsv<'census_id' | 'code' | 'name' | 'province_code'>('vn/areas/lineage-2009-2025-07.csv').filter((row) => row.province_code === province);
  const names = new Map(rows.map(({ census_id, code, name }) => [code || `T${census_id}`, name]));
  return [...names].map(([code, name]) => ({ code, urban: /^(phường|thị trấn)\s/iu.test(name) })).sort((one, two) => (one.code < two.code ? -1 : 1));
}

/** An area by its code on a day. */
export const areaOn = (code: string, day: string): AreaRef => AreaRef.parse(`${code}@${day}`);
