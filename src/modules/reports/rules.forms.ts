import { z } from 'zod';
import type { Period } from '#kernel/period.ts';
import { Text } from '#kernel/text.ts';
import { Level } from '#modules/areas/contract.ts';
import { MeasureId, type Measure, type Reason } from '#modules/measures/contract.ts';
import { Provision } from '#modules/standards/contract.packs.ts';
import { FormId, FormSection, type Report, type ReportColumn } from './contract.ts';

const Key = z.string().regex(/^[a-z_]+$/);
const ColumnNumber = z.union([z.int().positive(), z.string().regex(/^\d+(\.\d+)+$/)]);
/** A measure; in a form with several lines a unit one for each of them. */
const Measures = z.union([MeasureId, z.record(Key, MeasureId)]);
const Plain = z.strictObject({ key: Key, number: ColumnNumber, label: Text, measure: Measures, formula: z.string().optional() });
/** Stands for a column an indicator of the round's standard: `deprived.poor` gives `deprived.poor.YT2` and so on, numbered from `number`. */
const Indicators = z.strictObject({ indicators: z.string().regex(/^[a-z]+(\.[a-z_]+)+$/, 'deprived.poor'), number: z.int().positive() });
/** Stands for a column an ethnic group that the province gives one, and the last for all other minorities: `ethnic.poor` gives `ethnic.poor.muong`. */
const Ethnicities = z.strictObject({ ethnicities: z.string().regex(/^[a-z]+\.[a-z_]+$/, 'ethnic.poor'), number: z.string().regex(/^\d+(\.\d+)*$/, '1.2'), rest: Text });
const Group = z.strictObject({
  group: Text,
  get columns() {
    return z.array(z.union([Plain, Indicators, Ethnicities, Group])).min(1);
  },
});
type Head = z.infer<typeof Plain> | z.infer<typeof Indicators> | z.infer<typeof Ethnicities> | z.infer<typeof Group>;

/** A form as its file in packs/vn/report-forms declares it: the head as on paper, and the measure of each column. */
export const Form = z.strictObject({
  form: FormId,
  title: Text,
  basis: Provision,
  section: FormSection.default('results'),
  splits: z.array(z.strictObject({ key: Key, label: Text })).min(2).optional().describe('Lines that each unit has (phân tổ)'),
  columns: z.array(z.union([Plain, Indicators, Ethnicities, Group])).min(1),
  notes: z.array(Text).default([]).describe('How the table is counted, where the printed one leaves it open'),
  checks: z.array(z.strictObject({ label: Text, left: Measures, right: Measures })).default([]).describe('What must be equal in this form and another'),
  signatures: z.array(Text).min(1).max(4).describe('Who signs, from the left'),
});
export type Form = z.infer<typeof Form>;

/** Columns and checks of a form that do not have one measure for each of its lines. */
export function faultsOf({ splits, columns, checks }: Form): string[] {
  const keys = splits?.map(({ key }) => key).sort().join() ?? '';
  const told = (measures: z.infer<typeof Measures>): string => (typeof measures === 'string' ? '' : Object.keys(measures).sort().join());
  const inColumns = (heads: readonly Head[]): string[] =>
    heads.flatMap((head) => ('group' in head ? inColumns(head.columns) : 'indicators' in head || 'ethnicities' in head || told(head.measure) === keys ? [] : [`${head.key}: ${told(head.measure)} ≠ ${keys}`]));
  return [...inColumns(columns), ...checks.flatMap(({ label, left, right }) => (told(left) === keys && told(right) === keys ? [] : [label.en]))];
}

export interface IndicatorHead {
  code: string;
  name: Text;
}

/** An ethnic group that has a column of its own. */
export interface EthnicHead {
  code: string;
  name: Text;
}

/** What the columns of a form depend on beside the form. `measureOf` throws for a measure that there is not. */
export interface Setting {
  /** Of the round's standard, in its order. */
  indicators: readonly IndicatorHead[];
  ethnicities: readonly EthnicHead[];
  measureOf: (id: string) => Measure;
}

/** The measure of a column in a line; `faultsOf` has seen that there is one. */
const measureIn = (measures: z.infer<typeof Measures>, split: string | null): MeasureId => (typeof measures === 'string' ? measures : measures[split ?? '']!);

/** The columns of a form as one of its lines has them. */
export function columnsOf(form: Form, { indicators, ethnicities, measureOf }: Setting, split: string | null): ReportColumn[] {
  const column = (key: string, number: ReportColumn['number'], label: Text, groups: readonly Text[], measure: Measure, formula: string | null): ReportColumn => ({
    key, number, label, formula,
    groups: [...groups],
    measure: measure.id,
    less: [],
    unit: measure.unit,
    // A child is deprived in an indicator by itself: its part says so, and its household need not be found by the indicator.
    drill: measure.class === null ? null : { class: measure.class, deprived: measure.part === null ? measure.indicator : null, part: measure.part, change: measure.changes },
  });
  const ethnic = ({ ethnicities: family, number, rest }: z.infer<typeof Ethnicities>, groups: readonly Text[]): ReportColumn[] => {
    const own = ethnicities.map(({ code, name }, place) => column(`${family}.${code}`, `${number}.${place + 1}`, name, groups, measureOf(`${family}.${code}`), null));
    const whole = measureOf(`${family}.minority`);
    const others = column(`${family}.rest`, `${number}.${own.length + 1}`, rest, groups, whole, null);
    const except = [whole.part!.ethnicity!, ...ethnicities.map(({ code }) => code)].join(',');
    return [...own, { ...others, less: own.map(({ measure }) => measure), drill: { ...others.drill!, part: { ethnicity: except } } }];
  };
  const expand = (heads: readonly Head[], groups: readonly Text[]): ReportColumn[] =>
    heads.flatMap((head) => {
      if ('group' in head) return expand(head.columns, [...groups, head.group]);
      if ('indicators' in head) return indicators.map(({ code, name }, place) => column(code, head.number + place, name, groups, measureOf(`${head.indicators}.${code}`), null));
      if ('ethnicities' in head) return ethnic(head, groups);
      return [column(head.key, head.number, head.label, groups, measureOf(measureIn(head.measure, split)), head.formula ?? null)];
    });
  return expand(form.columns, []);
}

/** Whether a form has columns by ethnic group, which a province may choose. */
export const hasEthnicities = ({ columns }: Form): boolean => {
  const among = (heads: readonly Head[]): boolean => heads.some((head) => 'ethnicities' in head || ('group' in head && among(head.columns)));
  return among(columns);
};

const allOf = (measures: z.infer<typeof Measures>): MeasureId[] => (typeof measures === 'string' ? [measures] : Object.values(measures));

/**
 * The measures that a form is filled from, with `*` for the indicators of the standard. Beside those of its columns: the households of which
 * an indicator, a part, or the class, is not known, and those that are gone without a reason; its notes tell of them.
 */
export function measuresOf(form: Form, ethnicities: readonly EthnicHead[]): string[] {
  const wishes = (heads: readonly Head[]): string[] =>
    heads.flatMap((head) => {
      if ('group' in head) return wishes(head.columns);
      if ('ethnicities' in head) return ['minority', ...ethnicities.map(({ code }) => code)].map((code) => `${head.ethnicities}.${code}`);
      return 'indicators' in head ? [`${head.indicators}.*`, `${head.indicators.replace(/^(rate\.)?\w+/, 'unknown')}.*`] : allOf(head.measure);
    });
  const inColumns = wishes(form.columns);
  const causes = inColumns.flatMap((id) => id.match(/^cause\.(\w+)\./)?.[1] ?? []);
  const unexplained = inColumns.flatMap((id) => id.match(/^change\.households\.\w+\./)?.map((start) => `${start}unexplained`) ?? []);
  return [
    ...inColumns,
    ...form.checks.flatMap(({ left, right }) => [...allOf(left), ...allOf(right)]),
    ...unexplained,
    ...new Set(causes.flatMap((of) => [`households.${of}`, `unclear.${of}.cause`, `unmapped.${of}.cause`])),
    'households.insufficient',
  ];

}

/** Two sides that should be equal in a line of a table, with what they are. */
export interface Check {
  label: Text;
  left: (figureOf: (measure: MeasureId) => number | null) => number | null;
  right: (figureOf: (measure: MeasureId) => number | null) => number | null;
}

/** What must hold in a line: each column whose printed formula is a sum of others, and what is equal in another form. */
export function checksOf(form: Form, columns: readonly ReportColumn[], split: string | null): Check[] {
  const sums = columns.flatMap((column): Check[] => {
    const terms = column.formula === null || !/^[\d.]+([+-][\d.]+)+$/.test(column.formula) ? [] : [...column.formula.matchAll(/([+-]?)([\d.]+)/g)];
    if (terms.length === 0) return [];
    const label = { vi: `Cột ${column.number} = ${column.formula}`, en: `Column ${column.number} = ${column.formula}` };
    const parts = terms.map(([, sign, number]) => ({ sign: sign === '-' ? -1 : 1, column: columns.find((one) => String(one.number) === number)! }));
    const sum: Check['right'] = (figureOf) => parts.reduce<number | null>((all, { sign, column: part }) => plus(all, inColumn(part, figureOf), sign), 0);
    return [{ label, left: (figureOf) => inColumn(column, figureOf), right: sum }];
  });
  const equal = form.checks.map(({ label, left, right }): Check => ({ label, left: (of) => of(measureIn(left, split)), right: (of) => of(measureIn(right, split)) }));
  return [...sums, ...equal];
}

/** The figure of a column: its measure, less the parts that have columns of their own. */
const inColumn = ({ measure, less }: ReportColumn, figureOf: (measure: MeasureId) => number | null): number | null =>
  less.reduce((left, part) => plus(left, figureOf(part), -1), figureOf(measure));

const plus = (sum: number | null, value: number | null, sign: number): number | null => (sum === null || value === null ? null : sum + sign * value);

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
 * Why figures of a table are missing, each kind of reason once: on paper nobody can point at a dash. What is known in some units only, or open
 * for some households, is told in no sentence, since their number differs from row to row.
 */
export function missingReasons({ rows, splits, total }: Pick<Report, 'rows' | 'splits' | 'total'>): Reason[] {
  const reasons = [total, ...splits.map((split) => split.total), ...rows].flatMap(({ reasons: own }) => Object.values(own));
  return [...new Map(reasons.filter(({ code }) => code !== 'partly' && code !== 'unclear').map((reason) => [reason.code, reason])).values()];
}

/** How deep each level of the rows lies, counted from the topmost one present. */
export function depthsOf(levels: readonly Level[]): number[] {
  const present = Level.options.filter((level) => levels.includes(level));
  return levels.map((level) => present.indexOf(level));
}
