import { z } from 'zod';
import { PlainDate } from '#kernel/plain-date.ts';
import { Text } from '#kernel/text.ts';
import { SchoolLevel } from './contract.facts.ts';

/**
 * The shape of the law as data (packs/vn): documents, standards, local standards, instruments. Keys are those of the files.
 *
 * Every value says since when it holds and names the provision that it rests on; every provision says which document and article,
 * where it can be read, how sure we are and when somebody last looked. Article and link may be missing only where the mark is
 * `unverified`: a figure known from a press report that names no article stays `unverified`, and its note says who reports it.
 */

/**
 * How sure we are: read in the legal text, read in a source that reports it, or neither checked. `made_up` is for samples alone.
 */
export const Mark = z.enum(['seen_in_text', 'secondary', 'unverified', 'made_up']);
export type Mark = z.infer<typeof Mark>;

const Link = z.url({ protocol: /^https?$/ });

/** A legal document, by an id such as `ND-07-2021`. Days that are not known are null. */
export const LegalDocument = z.strictObject({
  kind: Text.describe('Nghị định, Quyết định, Thông tư'),
  number: z.string().min(1),
  title: Text,
  issuer: Text,
  signed: PlainDate.nullable(),
  in_force: PlainDate.nullable(),
  ended: PlainDate.nullable(),
  amends: z.array(z.string()).default([]).describe('Ids of the documents that it changes'),
  link: Link.nullable(),
  mark: Mark,
  checked_on: PlainDate,
  note: Text.optional(),
});
export type LegalDocument = z.infer<typeof LegalDocument>;

/** `P2022/3.1.a`: the id of what holds the provision, and a short name. Steps cite it; it is never given to another provision. */
export const ProvisionId = z.string().regex(/^[A-Za-z0-9-]+\/[a-z0-9.-]+$/, 'P2022/3.1.a');
export type ProvisionId = z.infer<typeof ProvisionId>;

/** What a value rests on. */
export const Provision = z
  .strictObject({
    document: z.string().nullable().describe('Id in documents.yaml; none only for what is made up'),
    article: Text.optional(),
    link: Link.optional().describe('Where the document, or the source that reports it, can be read'),
    mark: Mark,
    checked_on: PlainDate.describe('When somebody last looked'),
    note: Text.optional(),
  })
  .superRefine(({ document, article, link, mark }, context) => {
    const fault = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (mark !== 'made_up' && document === null) fault('document', 'missing');
    if (mark !== 'seen_in_text' && mark !== 'secondary') return;
    if (!article) fault('article', `missing, and the mark is ${mark}`);
    if (!link) fault('link', `missing, and the mark is ${mark}`);
  });
export type Provision = z.infer<typeof Provision>;

const provisions = z.record(ProvisionId, Provision);

/** A value over time, the oldest first; or a sentence that says that it is not known, never an assumption. */
const dated = <Value extends z.ZodType, Unit extends string>(value: Value, ...units: [Unit, ...Unit[]]) =>
  z.array(z.strictObject({ value, unit: z.enum(units), from: PlainDate, provision: ProvisionId })).min(1);
const Unknown = z.strictObject({ unknown: Text, provision: ProvisionId });

const Money = z.union([dated(z.int().positive(), 'dong_per_person_per_month'), Unknown]);
const Points = z.union([dated(z.int().positive(), 'points'), Unknown]);

/** A line for incomes: at or below it a household is under the line. `name` continues „thấp hơn …“. */
const Line = z.strictObject({ name: Text, rural: Money, urban: Money });
const Cut = z.strictObject({ rural: Points, urban: Points });

/**
 * `poor_alone`: under it a household is poor whatever else (2016 only). `criterion`: under it the number of deprivations parts
 * poor from near-poor. `average`: under it the living standard is average.
 */
const Lines = z.strictObject({ poor_alone: Line.optional(), criterion: Line, average: Line });
/** The same for the B1 score, which stands for income; a score does not tell average from more. */
const Cuts = z.strictObject({ poor_alone: Cut.optional(), criterion: Cut });

/** Ages in full years, from the first up to but not with the second, and the school levels that fit them. */
export const AgeBand = z.strictObject({
  from_age: z.int().min(0),
  below_age: z.int().positive(),
  levels: z.array(SchoolLevel).min(1),
});
export type AgeBand = z.infer<typeof AgeBand>;

const Parameter = dated(
  z.union([z.number(), z.boolean(), z.array(z.string()), z.array(AgeBand)]),
  'years',
  'year_of_birth',
  'percent',
  'square_metres_per_person',
  'structures',
  'kinds',
  'levels',
  'age_bands',
  'yes_or_no',
);

/** When a household is deprived: in words, and the small function of ours with its parameters; or why that is not known. */
const Threshold = z.union([
  z.strictObject({ deprived_when: Text, rule: z.string(), parameters: z.record(z.string(), Parameter) }),
  z.strictObject({ unknown: Text }),
]);

/** A code means the same subject in every standard (`YT2` is always health insurance); its threshold may differ. */
export const IndicatorCode = z.string().regex(/^[A-Z]{2}\d$/, 'YT2');
export type IndicatorCode = z.infer<typeof IndicatorCode>;

export const Indicator = z.strictObject({
  code: IndicatorCode,
  dimension: z.string(),
  name: Text,
  provision: ProvisionId,
  threshold: Threshold,
});
export type Indicator = z.infer<typeof Indicator>;

const minDeprived = dated(z.int().positive(), 'indicators');

export const Standard = z.strictObject({
  id: z.string().regex(/^P\d{4}$/, 'P2022'),
  name: Text,
  period: Text,
  from: PlainDate,
  to: PlainDate,
  basis: z.array(ProvisionId).min(1).describe('What puts it in force for these days'),
  provisions,
  lines: Lines,
  b1_cuts: Cuts,
  min_deprived: minDeprived.describe('As many deprivations make a household under the criterion poor'),
  points_per_indicator: Points.describe('B2 is this times the number of deprivations'),
  scoring: ProvisionId.describe('The forms B1 and B2, and what their scores stand for'),
  classes: z.strictObject({ poor: ProvisionId, near_poor: ProvisionId, average: ProvisionId, not_poor: ProvisionId }),
  dimensions: z.array(z.strictObject({ code: z.string(), name: Text })).min(1),
  indicators: z.array(Indicator).min(1).describe('In the order of the columns on paper'),
});
export type Standard = z.infer<typeof Standard>;

/** A province's own higher lines beside a national standard, whose indicators it shares. */
export const LocalStandard = z.strictObject({
  id: z.string().regex(/^[A-Z0-9-]+$/),
  base: z.string().describe('Id of the national standard'),
  province: z.string().describe('Code of the province'),
  name: Text,
  from: PlainDate,
  to: PlainDate.nullable(),
  provision: ProvisionId.describe('The resolution that sets it'),
  provisions,
  lines: z.strictObject({ poor_alone: Line.optional(), criterion: Line, average: Line.optional() }),
  b1_cuts: Cuts.optional(),
  min_deprived: minDeprived.optional(),
});
export type LocalStandard = z.infer<typeof LocalStandard>;

const Option = z.strictObject({
  code: z.string(),
  name: Text,
  points: z.record(z.string(), z.int()).nullable().describe('By column; null is unknown, never zero'),
  provision: ProvisionId.optional().describe('Where it is not that of its item'),
});
const Item = z.strictObject({
  code: z.string(),
  name: Text,
  kind: z.enum(['single', 'multiple']),
  provision: ProvisionId,
  options: z.array(Option).min(1),
});

/** A table of points of form B1. `empty` awaits the official annex, `sample` is for demonstrations alone. */
export const Instrument = z
  .strictObject({
    id: z.string().regex(/^[A-Z0-9-]+$/),
    standard: z.string(),
    form: z.literal('B1'),
    unit: z.literal('points'),
    name: Text,
    status: z.enum(['empty', 'complete', 'sample']),
    demo_only: z.boolean(),
    from: PlainDate,
    provisions,
    columns: z
      .array(
        z.strictObject({
          code: z.string(),
          name: Text,
          area: z.enum(['rural', 'urban']),
          region: z.string().nullable().describe('Region code of the areas; null is any'),
        }),
      )
      .min(1),
    items: z.array(Item).min(1),
  })
  .refine(({ status, demo_only }) => demo_only === (status === 'sample'), {
    path: ['demo_only'],
    message: 'true for a sample and only for it',
  });
export type Instrument = z.infer<typeof Instrument>;
