import type { Figures, MappedColumn, MappedFigures, MeasureId, Reason } from './contract.ts';

/** What a map shows of the rows of figures, column by column. */
export function mappedOf({ period, asOf, mapDate, total, rows, measures, sources }: Pick<Figures, 'period' | 'asOf' | 'mapDate' | 'total' | 'rows' | 'measures' | 'sources'>): MappedFigures {
  const reasons: Reason[] = [];
  const places = new Map<string, number>();
  const placeOf = (reason: Reason): number => {
    const key = JSON.stringify(reason);
    if (!places.has(key)) places.set(key, reasons.push(reason) - 1);
    return places.get(key)!;
  };
  const columnOf = (measure: MeasureId): MappedColumn => {
    const column: MappedColumn = { values: [], why: [], estimated: [], ownCount: false, sources: [] };
    const published = new Set<number>();
    for (const [place, row] of rows.entries()) {
      const { value, basis, reason, source, carried } = row.figures[measure]!;
      column.values.push(value);
      if (value === null) column.why.push(placeOf(reason!));
      if (carried?.estimated) column.estimated.push(place);
      if (source !== null) published.add(source);
      column.ownCount ||= basis === 'households' || basis === 'computed';
    }
    return { ...column, sources: [...published] };
  };
  const columns = Object.fromEntries(measures.map((measure) => [measure, columnOf(measure)])) as MappedFigures['columns'];
  return { period, asOf, mapDate, area: total.area, units: { ids: rows.map(({ area }) => area.id), names: rows.map(({ area }) => area.name) }, columns, reasons, sources };
}

/** Why the values of a column are not known, by the place of their unit. */
export function reasonsOf({ values, why }: MappedColumn, reasons: readonly Reason[]): Map<number, Reason> {
  const unknown = values.flatMap((value, place) => (value === null ? [place] : []));
  return new Map(unknown.map((place, at) => [place, reasons[why[at]!]!]));
}
