import { z } from 'zod';
import { PlainDate } from '#kernel/plain-date.ts';
import { procedure } from '#kernel/procedure.ts';
import { Text } from '#kernel/text.ts';
import { Answer, Facts } from './contract.facts.ts';
import { IndicatorCode, LegalDocument, LocalStandard, Instrument, Provision, ProvisionId, Standard } from './contract.packs.ts';

/** `insufficient` is „chưa đủ căn cứ“: what is known does not settle the class, and nothing is guessed. */
export const HouseholdClass = z.enum(['poor', 'near_poor', 'average', 'not_poor', 'insufficient']);
export type HouseholdClass = z.infer<typeof HouseholdClass>;

/** Which line of income applies; unknown for the special zones until it is settled. */
export const AreaKind = z.enum(['rural', 'urban']);
export type AreaKind = z.infer<typeof AreaKind>;

/** Where the income lies. `above_criterion`: above it, and whether of average living standard cannot be told. */
export const IncomeBand = z.enum(['poor_alone', 'criterion', 'average', 'above', 'above_criterion']);
export type IncomeBand = z.infer<typeof IncomeBand>;

/** What told the income: the stated amount, or the B1 score that stands for it. */
export const IncomeRoute = z.enum(['stated_income', 'b1_answers', 'b1_copied']);
export type IncomeRoute = z.infer<typeof IncomeRoute>;

/** One step of the reasoning, as it is stored: no prose. `rules.explain.ts` puts it into words. */
export const Step = z.strictObject({
  rule: z.string(),
  outcome: z.string(),
  inputs: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string()), z.array(z.number())])),
  citation: ProvisionId,
});
export type Step = z.infer<typeof Step>;

/** What a reader must know beside the result, with the codes or ids that it is about. */
export const Note = z.strictObject({
  note: z.enum([
    'rests_on_unverified',
    'rests_on_made_up',
    'copied_sum',
    'unusable_sum',
    'contradiction',
    'no_threshold',
    'average_unknown',
  ]),
  subjects: z.array(z.string()),
});
export type Note = z.infer<typeof Note>;

/** What would have to be known for a class. */
export const Missing = z.strictObject({
  what: z.enum(['income', 'b1_table', 'b1_answers', 'b1_cut', 'region', 'area_kind', 'indicators', 'contradiction']),
  subjects: z.array(z.string()),
});
export type Missing = z.infer<typeof Missing>;

export const Classification = z.strictObject({
  standard: z.string(),
  class: HouseholdClass.describe('Under the national standard: the one that reports count'),
  income: z.strictObject({ route: IncomeRoute.nullable(), band: IncomeBand.nullable() }),
  b1: z.int().nullable().describe('Sum of form B1, where there is one; never added to B2'),
  deprivations: z.record(IndicatorCode, Answer).describe('In the order of the columns'),
  deprived: z.strictObject({ least: z.int(), most: z.int() }).describe('Number of deprivations; apart while some are unknown'),
  b2: z.int().nullable().describe('Sum of form B2, once the number of deprivations is settled'),
  b2Basis: z.enum(['indicators', 'copied']).nullable(),
  local: z
    .strictObject({ standard: z.string(), class: HouseholdClass, band: IncomeBand.nullable() })
    .nullable()
    .describe('Under the province’s own higher lines, where it has any'),
  notes: z.array(Note),
  missing: z.array(Missing),
  steps: z.array(Step),
});
export type Classification = z.infer<typeof Classification>;

/** A household to classify. The standard is that of the round; the day only tells ages and which dated value holds. */
export const ClassifyCase = z.strictObject({
  ref: z.string().max(200).optional().describe('Comes back with the answer'),
  standard: z.string().describe('P2016, P2022, P2027'),
  date: PlainDate.describe('Ngày chốt số liệu của đợt rà soát'),
  area: AreaKind.nullable().default(null).describe('Khu vực nông thôn (rural) hoặc thành thị (urban)'),
  region: z.string().nullable().default(null).describe('Mã vùng; chỉ bảng điểm B1 cần'),
  instrument: z.string().nullable().default(null).describe('Mã bảng điểm B1'),
  local: z.string().nullable().default(null).describe('Mã chuẩn nghèo của tỉnh'),
  facts: Facts,
});
export type ClassifyCase = z.infer<typeof ClassifyCase>;

export const Sentence = z.strictObject({ text: Text, citation: ProvisionId.nullable() });
export type Sentence = z.infer<typeof Sentence>;

/** A classification with its reasons in words. */
export const Explained = z.strictObject({
  ref: z.string().nullable(),
  result: Classification,
  reasons: z.array(Sentence).describe('The steps in words, each with its article'),
  notes: z.array(Text),
  missing: z.array(Text),
});
export type Explained = z.infer<typeof Explained>;

/** A provision with the document that it stands in. */
export const Citation = z.strictObject({ id: ProvisionId, provision: Provision, document: LegalDocument.nullable() });
export type Citation = z.infer<typeof Citation>;

export const StandardSummary = z.strictObject({
  id: z.string(),
  name: Text,
  period: Text,
  from: PlainDate,
  to: PlainDate,
  indicators: z.array(IndicatorCode),
});
export type StandardSummary = z.infer<typeof StandardSummary>;

/** All that a reader of law, or a form that classifies while one types, needs of a standard. */
export const StandardView = z.strictObject({
  standard: Standard,
  hash: z.string().describe('SHA-256 of the standard; a stored class names it'),
  citations: z.record(ProvisionId, Citation),
  instruments: z.array(Instrument),
  locals: z.array(LocalStandard),
});
export type StandardView = z.infer<typeof StandardView>;

export const list = procedure({
  permission: 'public',
  method: 'GET',
  path: '/standards',
  summary: 'The poverty standards, the newest first',
}).output(z.array(StandardSummary));

export const get = procedure({
  permission: 'public',
  method: 'GET',
  path: '/standards/{id}',
  summary: 'A standard with its lines, indicators and every provision it cites',
})
  .input(z.object({ id: z.string() }))
  .output(StandardView);

export const classify = procedure({
  permission: 'public',
  method: 'POST',
  path: '/standards/classify',
  summary: 'Classifies households and says why, in the same order; nothing is stored',
})
  .input(z.array(ClassifyCase).min(1).max(1000))
  .output(z.array(Explained));

export const standardsContract = { list, get, classify };
