import { z } from 'zod';
import type { Period } from '#kernel/period.ts';
import { Text } from '#kernel/text.ts';
import { Level } from '#modules/areas/contract.ts';
import { MeasureId, type Measure, type Reason } from '#modules/measures/contract.ts';
import { Provision } from '#modules/standards/contract.packs.ts';
import { FormId, type Report, type ReportColumn } from './contract.ts';

const Plain = z.strictObject({ key: z.string().regex(/^[a-z_]+$/), number: z.int().positive(), label: Text, measure: MeasureId, formula: z.string().optional() });
/** Stands for a column an indicator of the round's standard: `deprived.poor` gives `deprived.poor.YT2` and so on, numbered from `number`. */
const Indicators = z.strictObject({ indicators: z.string().regex(/^[a-z]+\.[a-z_]+$/, 'deprived.poor'), number: z.int().positive() });
const Group = z.strictObject({
  group: Text,
  get columns() {
    return z.array(z.union([Plain, Indicators, Group])).min(1);
  },
});
type Head = z.infer<typeof Plain> | z.infer<typeof Indicators> | z.infer<typeof Group>;

/** A form as its file in packs/vn/report-forms declares it: the head as on paper, and the measure of each column. */
export const Form = z.strictObject({
  form: FormId,
  title: Text,
  basis: Provision,
  columns: z.array(z.union([Plain, Indicators, Group])).min(1),
  signatures: z.array(Text).min(1).max(4).describe('Who signs, from the left'),
});
export type Form = z.infer<typeof Form>;

export interface IndicatorHead {
  code: string;
  name: Text;
}

/** The columns of a form for the indicators of a standard, in order. `measureOf` throws for a measure that there is not. */
export function columnsOf(form: Form, indicators: readonly IndicatorHead[], measureOf: (id: string) => Measure): ReportColumn[] {
  const column = (key: string, number: number, label: Text, groups: readonly Text[], measure: Measure, formula: string | null): ReportColumn => ({
    key, number, label, formula,
    groups: [...groups],
    measure: measure.id,
    unit: measure.unit,
    drill: measure.class === null ? null : { class: measure.class, deprived: measure.indicator },
  });
  const expand = (heads: readonly Head[], groups: readonly Text[]): ReportColumn[] =>
    heads.flatMap((head) => {
      if ('group' in head) return expand(head.columns, [...groups, head.group]);
      if ('indicators' in head) return indicators.map(({ code, name }, place) => column(code, head.number + place, name, groups, measureOf(`${head.indicators}.${code}`), null));
      return [column(head.key, head.number, head.label, groups, measureOf(head.measure), head.formula ?? null)];
    });
  return expand(form.columns, []);
}

/**
 * The measures that a form is filled from, with `*` for the indicators of the standard. Beside those of its columns: the households of which
 * an indicator, or the class, is not known; its notes tell of them.
 */
export function measuresOf(form: Form): string[] {
  const wishes = (heads: readonly Head[]): string[] =>
    heads.flatMap((head) => {
      if ('group' in head) return wishes(head.columns);
      return 'indicators' in head ? [`${head.indicators}.*`, `${head.indicators.replace(/^\w+/, 'unknown')}.*`] : [head.measure];
    });
  return [...wishes(form.columns), 'households.insufficient'];
}

/** Numbers of rows: 1, 2 … where all are of one level, else I, I.1 … `depths` are those of the rows in their order, the topmost 0. */
export function numberRows(depths: readonly number[]): string[] {
  const isFlat = depths.every((depth) => depth === 0);
  const counts: number[] = [];
  return depths.map((depth) => {
    counts.length = depth + 1;
    counts[depth] = (counts[depth] ?? 0) + 1;
    const [first, ...rest] = counts as [number, ...number[]];
    return isFlat ? String(first) : [roman(first), ...rest].join('.');
  });
}

const romanSigns = [[100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']] as const;

function roman(number: number): string {
  const [worth, sign] = romanSigns.find(([value]) => value <= number) ?? [0, ''];
  return worth === 0 ? '' : sign + roman(number - worth);
}

/** A period as a title writes it. */
export function periodText(period: Period): Text {
  const [year, part] = period.split('-') as [string, string | undefined];
  if (part === undefined) return { vi: `năm ${year}`, en: year };
  if (part.startsWith('Q')) return { vi: `quý ${roman(Number(part.slice(1)))} năm ${year}`, en: `quarter ${part.slice(1)} of ${year}` };
  return { vi: `tháng ${part} năm ${year}`, en: `${part}/${year}` };
}

/**
 * Why figures of a table are missing, each kind of reason once: on paper nobody can point at a dash. What is known in some units only is told
 * in no sentence, since the number of units differs from row to row.
 */
export function missingReasons({ rows, total }: Pick<Report, 'rows' | 'total'>): Reason[] {
  const reasons = [total, ...rows].flatMap(({ reasons: own }) => Object.values(own));
  return [...new Map(reasons.filter(({ code }) => code !== 'partly').map((reason) => [reason.code, reason])).values()];
}

/** How deep each level of the rows lies, counted from the topmost one present. */
export function depthsOf(levels: readonly Level[]): number[] {
  const present = Level.options.filter((level) => levels.includes(level));
  return levels.map((level) => present.indexOf(level));
}
