import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { Period } from '#kernel/period.ts';
import { PlainDate } from '#kernel/plain-date.ts';
import { procedure } from '#kernel/procedure.ts';
import { Text } from '#kernel/text.ts';
import { AreaName, AreaRef, Epoch, Level } from '#modules/areas/contract.ts';
import { Change, FollowedClass } from '#modules/households/contract.changes.ts';
import { HouseholdPart } from '#modules/households/contract.parts.ts';
import { HouseholdClass } from '#modules/standards/contract.ts';
import { IndicatorCode, Mark } from '#modules/standards/contract.packs.ts';

/** The name of a measure: `households.poor`, `deprived.poor.YT2`, `rate.poor`. */
export const MeasureId = z.string().regex(/^[a-z]+(\.[a-z_]+)+(\.[A-Z]{2}\d)?$/, 'households.poor, deprived.poor.YT2').max(60).brand('MeasureId');
export type MeasureId = z.infer<typeof MeasureId>;

/** A measure, or with `*` its columns for all indicators of the round's standard: `deprived.poor.*`. */
const MeasureWish = z.string().regex(/^[a-z]+(\.[a-z_]+)+(\.([A-Z]{2}\d|\*))?$/, 'households.poor, deprived.poor.YT2, deprived.poor.*').max(60);

/** Several of them: as a list, or in one text with commas between. */
const MeasureWishes = z
  .union([z.array(MeasureWish), z.string().transform((text) => text.split(',').map((part) => part.trim())).pipe(z.array(MeasureWish))])
  .refine((wishes) => wishes.length >= 1 && wishes.length <= 60, '1–60')
  .describe('measures=households.poor,rate.poor');

/** The one definition of a figure. Rates are in hundredths of a percent. */
export const Measure = z.strictObject({
  id: MeasureId,
  name: Text,
  definition: Text,
  unit: z.enum(['household', 'person', 'deprivation', 'hundredth_percent']),
  grain: z.enum(['household', 'person']),
  kind: z
    .enum(['count', 'sum', 'rate', 'statistic'])
    .describe('Counts and sums of households add up over areas. A rate is never added. A statistic is known only from what others published'),
  class: HouseholdClass.nullable().describe('Whose households it counts; with the indicator it finds them in the register'),
  indicator: IndicatorCode.nullable(),
  part: HouseholdPart.nullable().describe('Which part of the class it counts: by group, ethnic group, cause or children'),
  changes: z.array(Change).nullable().describe('Which changes since the list before it counts, with the class; empty for the class at the start, null for what is no change'),
  of: MeasureId.nullable().describe('Numerator of a rate'),
  over: MeasureId.nullable().describe('Denominator of a rate'),
});
export type Measure = z.infer<typeof Measure>;

/** Why a figure is not known. `rules.reasons.ts` puts it into words. */
export const Reason = z.strictObject({
  code: z.enum([
    'not_published', 'not_listed', 'not_asked', 'partly', 'no_round', 'no_data', 'size_unknown', 'not_placed', 'no_lineage', 'outside_post', 'not_compared', 'change_unknown',
    'not_told', 'unclear', 'no_households', 'not_standing',
  ]),
  details: z.record(z.string(), z.int()).describe('partly: known, units; size_unknown, change_unknown and unclear: households; not_placed, outside_post: villages'),
});
export type Reason = z.infer<typeof Reason>;

/** Where a figure comes from: households of the register, a publication, the sum of published parts, or two other figures. */
export const Basis = z.enum(['households', 'published', 'sum_of_published', 'computed']);
export type Basis = z.infer<typeof Basis>;

/** A figure that was carried over from units of the day of the data, by what is known of their land. `rules.reasons.ts` puts it into words. */
export const CarriedOver = z.strictObject({
  estimated: z.boolean().describe('Some of the units were split, and their figures were shared out by land, which is no share of people'),
  from: z.array(z.strictObject({ origin: z.int().min(0).describe('Place in `origins`'), share: z.number().min(0).max(1).describe('Part of its land') })),
});
export type CarriedOver = z.infer<typeof CarriedOver>;

export const Figure = z.strictObject({
  value: z.int().nullable(),
  basis: Basis.nullable().describe('None where the value is not known'),
  reason: Reason.nullable().describe('Only where the value is not known'),
  source: z.int().min(0).nullable().describe('Place in `sources`, for a published figure'),
  carried: CarriedOver.optional().describe('Only where it was carried over from other units: its households are found in them. Left out, the figure is exact, and they are found in the unit itself'),
});
export type Figure = z.infer<typeof Figure>;

/** Who published a figure, and where. */
export const StatisticSource = z.strictObject({
  text: Text.describe('In a line: “Kế hoạch giảm nghèo năm 2018 của huyện Nga Sơn, phụ lục 01”'),
  document: z.string().min(1).nullable().describe('Number of the document, where it has one'),
  mark: Mark,
});
export type StatisticSource = z.infer<typeof StatisticSource>;

export const FigureRow = z.strictObject({
  area: AreaName,
  within: AreaRef.nullable(),
  inOverlay: z.enum(['whole', 'part']).optional().describe('Of a unit under an area that has ended: whether it lay in that whole; its figures are those of that part'),
  figures: z.record(MeasureId, Figure),
});
export type FigureRow = z.infer<typeof FigureRow>;

export const Figures = z.strictObject({
  period: Period,
  asOf: PlainDate.describe('The figures are the situation on this day'),
  mapDate: PlainDate.describe('Day of the map on which they are laid out'),
  standards: z.array(z.string()).describe('Official standards of the rounds that the area shows'),
  since: z.array(PlainDate).describe('Days of the lists with which changes are compared; empty where no changes were asked for'),
  measures: z.array(MeasureId),
  overlay: z.strictObject({ ended: PlainDate, epoch: Epoch.nullable() }).nullable().describe('The area had ended by the day of the map: it is a filter laid over the units of that day'),
  total: FigureRow.describe('The area itself'),
  rows: z.array(FigureRow).describe('The areas below it, in dictionary order; of an area that had ended, the units of commune level that its land went into'),
  sources: z.array(StatisticSource),
  origins: z.array(AreaName).describe('Units of the day of the data from which figures were carried over'),
});
export type Figures = z.infer<typeof Figures>;

/** A measure of many units, as a map shows it. */
export const MappedColumn = z.strictObject({
  values: z.array(z.int().nullable()).describe('In the order of `units`'),
  why: z.array(z.int().min(0)).describe('Of each value that is not known, in order, its place in `reasons`'),
  estimated: z.array(z.int().min(0)).describe('Places of the units whose value is an estimate'),
  ownCount: z.boolean().describe('Some of it is counted in the register or worked out from what is'),
  sources: z.array(z.int().min(0)).describe('Places in `sources` of those who published some of it'),
});
export type MappedColumn = z.infer<typeof MappedColumn>;

/** Measures of the units of an area, measure by measure: for thousands of units a tenth of what `Figures` is. */
export const MappedFigures = z.strictObject({
  period: Period,
  asOf: PlainDate,
  mapDate: PlainDate,
  area: AreaName,
  units: z.strictObject({ ids: z.array(AreaRef), names: z.array(z.string()) }),
  columns: z.record(MeasureId, MappedColumn),
  reasons: z.array(Reason),
  sources: z.array(StatisticSource),
});
export type MappedFigures = z.infer<typeof MappedFigures>;

export const Series = z.strictObject({
  area: AreaName,
  years: z.array(z.strictObject({ year: z.int(), asOf: PlainDate, mapDate: PlainDate, standards: z.array(z.string()), figures: z.record(MeasureId, Figure) })),
  sources: z.array(StatisticSource),
  origins: z.array(AreaName),
});
export type Series = z.infer<typeof Series>;

/** One thing that must be equal from two sides. */
export const Balance = z.strictObject({
  balance: z.enum(['register', 'statistic', 'flow']).describe('Register = summary; published whole = published parts; start − exits + entries = end'),
  measure: MeasureId,
  left: z.int(),
  right: z.int(),
  difference: z.int().describe('left − right'),
  sentence: Text,
  flow: z
    .strictObject({ from: PlainDate, start: z.int(), exits: z.int(), otherExits: z.int(), entries: z.int(), otherEntries: z.int(), changes: z.int(), end: z.int() })
    .nullable()
    .describe('exits and entries: between classes, as the lists tell or leave open; other: by moves, splits, ends and changes of standard; changes: persons in households that keep their class'),
});
export type Balance = z.infer<typeof Balance>;

/** A part of what changed a figure between two lists: the levels at start and end, and each rise or fall between them. */
export const ExplainedStep = z.strictObject({
  step: z.enum(['start', 'boundary', 'total', 'exits', 'entries', 'standard', 'end', ...Change.options]),
  value: z.int().describe('Households: the number at start and end, else the rise or fall'),
  points: z.int().nullable().describe('The same for the rate, in hundredths of a percent'),
  changes: z.array(Change).describe('Finds its households in the register; empty where there are none'),
});
export type ExplainedStep = z.infer<typeof ExplainedStep>;

/** Why the households of a class are more or fewer than on the list before. */
export const Explanation = z.strictObject({
  area: AreaName,
  period: Period,
  since: Period.nullable().describe('Of the list before; none where there is none, or where parts of the area were last listed in different periods'),
  class: FollowedClass,
  standards: z.strictObject({ before: z.array(z.string()), now: z.array(z.string()) }),
  steps: z.array(ExplainedStep).describe('From start to end; those between add up exactly. Empty where start or end is not known'),
  reason: Reason.nullable().describe('Why there are no steps'),
  rateReason: Reason.nullable().describe('Why there are no points'),
});
export type Explanation = z.infer<typeof Explanation>;

/** What must add up in an area, on a map, and why some of it cannot be weighed there. */
export const Balances = z.strictObject({ mapDate: PlainDate, balances: z.array(Balance), notes: z.array(Text) });
export type Balances = z.infer<typeof Balances>;

/** Which classes a round listed in a commune, or in a village while only some are finished, and which indicators it asked. */
export const Coverage = z.strictObject({ area: AreaRef, roundId: Id, classes: z.array(HouseholdClass), indicators: z.array(IndicatorCode) });
export type Coverage = z.infer<typeof Coverage>;

/** A published figure of an area on a day. */
export const StatisticEntry = z.strictObject({ area: AreaRef, asOf: PlainDate, measure: MeasureId, value: z.int().min(0), source: StatisticSource });
export type StatisticEntry = z.infer<typeof StatisticEntry>;

const place = z.object({ area: AreaRef, period: Period });
const map = PlainDate.optional().describe('Day of the map; the day of the data when left out');

export const catalogue = procedure({ permission: 'public', method: 'GET', path: '/measures', summary: 'The measures: names, units, definitions' })
  .output(z.array(Measure));

export const figures = procedure({ permission: 'measure.read', figures: true, method: 'GET', path: '/measures/figures', summary: 'Measures of an area and of the areas below it, for a period, on a map' })
  .input(place.extend({ map, level: Level.optional().describe('Level of the rows; one below the area when left out'), measures: MeasureWishes }))
  .output(Figures);

export const mapped = procedure({ permission: 'measure.read', figures: true, method: 'GET', path: '/measures/mapped', summary: 'The same as a map of many units needs it: the units of an area, and a column a measure' })
  .input(place.extend({ map, level: Level.optional().describe('Level of the units; one below the area when left out'), measures: MeasureWishes }))
  .output(MappedFigures);

export const series = procedure({ permission: 'measure.read', figures: true, method: 'GET', path: '/measures/series', summary: 'Measures of an area over all years on record' })
  .input(z.object({ area: AreaRef, map, measures: MeasureWishes }))
  .output(Series);

export const balances = procedure({ permission: 'measure.read', figures: true, method: 'GET', path: '/measures/balances', summary: 'What must add up, from both sides: register and summary, whole and parts, start and end' })
  .input(place.extend({ map }))
  .output(Balances);

export const explain = procedure({ permission: 'measure.read', figures: true, method: 'GET', path: '/measures/explain', summary: 'Why the households of a class, and their share, changed since the list before' })
  .input(place.extend({ map, class: FollowedClass.default('poor') }))
  .output(Explanation);

export const measuresContract = { catalogue, figures, mapped, series, balances, explain };
