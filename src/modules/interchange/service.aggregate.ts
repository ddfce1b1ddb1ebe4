import type { Id } from '#kernel/ids.ts';
import { endOf, yearPeriod } from '#kernel/period.ts';
import type { AreaName } from '#modules/areas/contract.ts';
import { children } from '#modules/areas/service.ts';
import { MeasureId, type StatisticEntry } from '#modules/measures/contract.ts';
import { addStatistics } from '#modules/measures/service.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { ImportCheck } from './contract.ts';
import type { AggregateReading, Issue, SheetFile } from './contract.parts.ts';
import { problem } from './problems.ts';
import { readAggregate } from './rules.aggregate.ts';
import { issueOf } from './rules.issues.ts';
import { unitNamed } from './rules.units.ts';
import type { Destination } from './service.commune.ts';
import { aggregateForm } from './store.packs.ts';

export interface AggregateFile {
  destination: Destination;
  reading: AggregateReading;
}

/** The published figures among the columns; goals and expectations are read and checked, and kept only once there are targets. */
const kept: Readonly<Partial<Record<AggregateReading['columns'][number]['measure'], string>>> = {
  households: 'households.all',
  poor: 'households.poor',
  near_poor: 'households.near_poor',
  poor_rate: 'rate.poor',
  near_poor_rate: 'rate.near_poor',
};

export async function readAggregateFile(file: SheetFile, destination: Destination): Promise<AggregateFile> {
  return { destination, reading: await readAggregate(file, aggregateForm()) };
}

/** Finds the unit of each row among the areas below the destination on the day of the round. */
async function unitsOf(ctx: Ctx, { destination: { area, round }, reading }: AggregateFile): Promise<(AreaName | null)[]> {
  const areas = await children(ctx, { ref: area.id, day: round.asOf });
  return reading.rows.map(({ unit }) => {
    const found = unitNamed(unit, areas);
    return found && { id: found.id, code: found.code, level: found.level, name: found.name, kind: found.kind };
  });
}

/** The dry run: the figures by unit, sums and rates that contradict, units that the area does not have. Writes nothing. */
export async function checkAggregateFile(ctx: Ctx, file: AggregateFile): Promise<Omit<ImportCheck, 'oldLetters'>> {
  const { reading, destination } = file;
  const units = await unitsOf(ctx, file);
  const strangers = reading.rows.flatMap(({ row, unit }, index): Issue[] => {
    const place = { sheet: reading.sheet, row, column: reading.unitColumn };
    return units[index] ? [] : [issueOf('unit.unknown', place, { found: unit, area: destination.area.name })];
  });
  return {
    counts: { errors: reading.counts.errors + strangers.length, warnings: reading.counts.warnings },
    issues: [...strangers, ...reading.issues],
    sheets: [],
    layouts: [],
    fields: [],
    added: 0,
    changed: 0,
    same: 0,
    absent: { total: 0, answered: 0 },
    absences: [],
    decision: null,
    namesExits: false,
    differs: 0,
    standingDiffers: 0,
    newVillages: [],
    entries: [],
    matches: [],
    doubles: [],
    figures: reading.rows.map(({ row, unit, values }, index) => ({
      row,
      unit,
      area: units[index]!,
      figures: reading.columns.map(({ label, unit: of, measure }, column) => ({ label, unit: of, value: values[column] ?? null, kept: measure in kept })),
    })),
  };
}

/** Records the published figures of the file as statistics with their source; returns how many. Throws `import.has-errors`. */
export async function loadAggregateFile(ctx: Ctx, file: AggregateFile, source: string, importId: Id): Promise<number> {
  const { counts } = await checkAggregateFile(ctx, file);
  if (counts.errors > 0) throw problem('import.has-errors', { errors: counts.errors });
  const { reading, destination } = file;
  const units = await unitsOf(ctx, file);
  const entries = reading.rows.flatMap(({ source: row, values }, index) =>
    reading.columns.flatMap(({ measure, year }, column): StatisticEntry[] => {
      const value = values[column];
      const id = kept[measure];
      if (id === undefined || value === null || value === undefined) return [];
      const asOf = year === null ? destination.round.asOf : endOf(yearPeriod(year));
      const text = { vi: `${source}: ${row.vi}`, en: `${source}: ${row.en}` };
      return [{ area: units[index]!.id, asOf, measure: MeasureId.parse(id), value, source: { text, document: null, mark: 'secondary' } }];
    }),
  );
  await addStatistics(ctx, entries, importId);
  return entries.length;
}
