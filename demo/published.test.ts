import { readFileSync } from 'node:fs';
import { parse as parseCsv } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { rate } from '#kernel/rate.ts';
import type { HouseholdIntake } from '#modules/households/contract.intake.ts';
import { places } from '../tests/support/places.ts';
import type { Place } from './place.ts';

interface Column { heading: string; measure: string; as_of: string; use: string }
interface Table {
  document: string;
  file: string;
  area: string;
  columns: Record<string, Column>;
  rows: Record<string, string | number>[];
  total: Record<string, unknown>;
  differs: { no: number; column: string; counts_give: number }[];
}
interface Figure { document: string; area: string; as_of: string; measure: string; value: number; use: string }
interface Published { documents: Record<string, unknown>; tables: Record<string, Table>; figures: Figure[] }

const read = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');
const published = parseYaml(read('published.yaml')) as Published;

const place = (key: string): Place => places.find((one) => one.key === key)!;
const all = ({ communes }: Place): HouseholdIntake[] => communes.flatMap(({ households }) => households);
const ofClass = (households: readonly HouseholdIntake[], stated: string): HouseholdIntake[] => households.filter((one) => one.stated === stated);
const people = (households: readonly HouseholdIntake[]): number => households.reduce((sum, { size }) => sum + size!, 0);
const poorIn = (key: string, code: string): number => ofClass(place(key).communes.find(({ area }) => area.startsWith(`${code}@`))!.households, 'poor').length;
const number = (row: Record<string, string | number>, column: string): number => Number(row[column]);

/** What the demonstration gives for a measure of a whole place. */
function given(one: Place, measure: string): number {
  const [what, of, indicator] = measure.split('.') as [string, string, string | undefined];
  if (what === 'rate') return one.statistics.find((statistic) => statistic.measure === measure && statistic.village === null)!.value / 100;
  if (what === 'deprived') return ofClass(all(one), of).filter(({ facts }) => facts.indicators[indicator!] === 'yes').length;
  return what === 'persons' ? people(ofClass(all(one), of)) : ofClass(all(one), of).length;
}

describe('published.yaml', () => {
  test.each(Object.entries(published.tables))('table %s says the same as its file', (_, { file, rows, total, columns, document, area }) => {
    const csv: Record<string, string>[] = parseCsv(read(file), { columns: true });
    const same = (told: Record<string, unknown>, row: Record<string, string>): void => {
      for (const column of Object.keys(columns)) expect(told[column], `${row['unit'] ?? row['village']} ${column}`).toBe(Number(row[column]));
    };
    expect(csv).toHaveLength(rows.length + 1);
    rows.forEach((row, index) => same(row, csv[index]!));
    same(total, csv.at(-1)!);
    expect(published.documents).toHaveProperty([document]);
    expect(places.some(({ round }) => round.area === area)).toBe(true);
  });

  test('says what every figure is used for, and from which document it comes', () => {
    for (const figure of published.figures) {
      expect(published.documents).toHaveProperty([figure.document]);
      expect(['generated', 'statistic', 'target', 'listed']).toContain(figure.use);
      expect(Number.isFinite(figure.value)).toBe(true);
    }
  });

  test('lists every figure of Hà Nam that is in its file', () => {
    const csv: Record<string, string>[] = parseCsv(read('published/ha-nam-2015-baseline.csv'), { columns: true });
    const listed = published.figures.filter(({ document }) => document === 'ha-nam-baseline');
    expect(listed.map(({ value }) => value)).toEqual(csv.map(({ value }) => Number(value)));
  });
});

describe('Nga Sơn', () => {
  const { rows, total } = published.tables['nga-son-annex-1']!;

  test.each(rows.map((row) => [row['name'], row] as const))('%s has the poor and all households that are printed', (_, row) => {
    const code = String(row['code']);
    expect(poorIn('nga-son-2017', code)).toBe(number(row, 'poor_2017'));
    expect(poorIn('nga-son-2018', code)).toBe(number(row, 'poor_2018_expected'));
    expect(number(row, 'poor_2017') - number(row, 'reduction_target_2018')).toBe(number(row, 'poor_2018_expected'));
    const stated = place('nga-son-2017').statistics.filter(({ area }) => area === `${code}@2017-12-31`);
    expect(stated.map(({ measure, value }) => [measure, value])).toEqual([['households.all', number(row, 'households')]]);
    expect(rate(number(row, 'poor_2017'), number(row, 'households'))).toBe(Math.round(number(row, 'poor_rate_2017_pct') * 100));
  });

  test('adds up to the printed district of 2017, and for 2018 to the rows and not to the printed total', () => {
    const sum = (column: string): number => rows.reduce((whole, row) => whole + number(row, column), 0);
    expect([sum('households'), sum('poor_2017')]).toEqual([39_822, 1_925]);
    expect([sum('reduction_target_2018'), sum('poor_2018_expected')]).toEqual([570, 1_355]);
    expect(total).toMatchObject({ households: 39_822, poor_2017: 1_925, reduction_target_2018: 571, poor_2018_expected: 1_354 });
    expect(ofClass(all(place('nga-son-2017')), 'poor')).toHaveLength(1_925);
    expect(ofClass(all(place('nga-son-2018')), 'poor')).toHaveLength(1_355);
    expect(place('nga-son-2017').statistics.find(({ area }) => area === '401@2017-12-31')?.value).toBe(39_822);
  });

  test('publishes neither near-poor households nor deprivations, nor all households of 2018', () => {
    for (const key of ['nga-son-2017', 'nga-son-2018']) expect(place(key).coverage.every(({ classes, indicators }) => classes.join() === 'poor' && !indicators)).toBe(true);
    expect(place('nga-son-2018').statistics.every(({ measure }) => measure === 'households.poor.target')).toBe(true);
  });

  test('keeps the same people in 2018; those who are gone from the poor are told of', () => {
    const after = new Map(all(place('nga-son-2018')).map((one) => [one.number, one]));
    for (const before of all(place('nga-son-2017'))) expect(after.get(before.number)?.members).toEqual(before.members);
  });
});

describe('Cẩm Long', () => {
  const { rows, differs } = published.tables['cam-long-villages']!;

  test.each(rows.map((row) => [row['village'], row] as const))('%s has the poor and all households that are printed', (village, row) => {
    const one = place('cam-long-2022');
    expect(all(one).filter((household) => household.village === village && household.stated === 'poor')).toHaveLength(number(row, 'poor_start'));
    expect(one.statistics.find((statistic) => statistic.village === village)?.value).toBe(number(row, 'households_start'));
    const misprint = differs.find(({ no, column }) => no === row['no'] && column === 'poor_rate_start_pct');
    const percent = misprint?.counts_give ?? number(row, 'poor_rate_start_pct');
    expect(rate(number(row, 'poor_start'), number(row, 'households_start'))).toBe(Math.round(percent * 100));
  });

  test('adds up to 1,518 households and 208 poor', () => {
    expect(place('cam-long-2022').statistics.find(({ village }) => village === null)?.value).toBe(1_518);
    expect(all(place('cam-long-2022'))).toHaveLength(208);
    expect(rate(208, 1_518)).toBe(1_370);
  });

  test('goes on in Cẩm Tân with the same heads in the same villages', () => {
    const later = new Map(all(place('cam-tan-2025')).map((one) => [one.number, one]));
    for (const { number: name, village, members } of all(place('cam-long-2022'))) {
      expect(later.get(name)?.village).toBe(village);
      expect(later.get(name)?.members[0]).toEqual(members[0]);
    }
  });
});

describe('Hà Nam', () => {
  const used = published.figures.filter(({ document, use }) => document === 'ha-nam-baseline' && use !== 'listed');

  test.each(used.map(({ measure, value }) => [measure, value] as const))('%s is %d', (measure, value) => {
    expect(given(place('ha-nam-2015'), measure)).toBe(value);
  });

  test('has no number of all households, which was not published', () => {
    expect(place('ha-nam-2015').statistics.map(({ measure }) => measure)).toEqual(['rate.poor', 'rate.near_poor']);
  });
});
