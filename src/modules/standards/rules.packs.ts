import { z } from 'zod';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Citation } from './contract.ts';
import { Instrument, LegalDocument, LocalStandard, Standard, type Provision } from './contract.packs.ts';
import { problem } from './problems.ts';
import { indicatorRules } from './rules.indicators.ts';
import { knownOn, valueOn } from './rules.values.ts';

/** The law on poverty standards as the packs hold it, read and checked. */
export interface Lawbook {
  documents: Readonly<Record<string, LegalDocument>>;
  standards: Readonly<Record<string, Standard>>;
  locals: Readonly<Record<string, LocalStandard>>;
  instruments: Readonly<Record<string, Instrument>>;
}

export type Documents = Lawbook['documents'];

/** Collects what is wrong with a file, so that its author is told everything at once. */
function refuseIf(file: string, faults: readonly (string | false)[]): void {
  const found = faults.filter((fault) => fault !== false);
  if (found.length > 0) throw problem('standard.pack-invalid', { file, faults: found.join('; ') });
}

function parseAs<Schema extends z.ZodType>(schema: Schema, content: unknown, file: string): z.infer<Schema> {
  const parsed = schema.safeParse(content);
  refuseIf(
    file,
    (parsed.error?.issues ?? []).flatMap((issue) => faultsOf(issue)),
  );
  return parsed.data!;
}

/** An issue in words; of the branches of a choice, the one that came furthest. */
function faultsOf(issue: z.core.$ZodIssue, at: readonly PropertyKey[] = []): string[] {
  const path = [...at, ...issue.path];
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [`${path.join('.')}: ${issue.message}`];
  const closest = issue.errors.toSorted(
    (one, other) => Math.max(...other.map(({ path }) => path.length)) - Math.max(...one.map(({ path }) => path.length)),
  )[0]!;
  return closest.flatMap((inner) => faultsOf(inner, path));
}

/** Every provision that is named anywhere in a pack, with the place. */
function namedProvisions(content: unknown, place = ''): { id: string; place: string }[] {
  if (content === null || typeof content !== 'object') return [];
  return Object.entries(content).flatMap(([key, value]) => {
    const here = place === '' ? key : `${place}.${key}`;
    if (key === 'provisions') return [];
    if (typeof value === 'string' && (key === 'provision' || key === 'scoring' || /^(classes|basis)\./.test(here)))
      return [{ id: value, place: here }];
    return namedProvisions(value, here);
  });
}

interface Pack {
  id: string;
  provisions: Readonly<Record<string, Provision>>;
}

function provisionFaults(pack: Pack, documents: Documents, mayBeMadeUp: boolean): (string | false)[] {
  const named = namedProvisions(pack);
  return [
    ...named.map(({ id, place }) => !(id in pack.provisions) && `${place}: no provision ${id}`),
    ...Object.entries(pack.provisions).flatMap(([id, { document, mark }]) => [
      !id.startsWith(`${pack.id}/`) && `provisions.${id}: must begin with ${pack.id}/`,
      document !== null && !(document in documents) && `provisions.${id}: no document ${document}`,
      mark === 'made_up' && !mayBeMadeUp && `provisions.${id}: only a sample may be made up`,
      !named.some((use) => use.id === id) && `provisions.${id}: nothing rests on it`,
    ]),
  ];
}

/** Values over time must be told in order; a second one of the same day would never be reached. */
function orderFaults(content: unknown, place = ''): (string | false)[] {
  if (content === null || typeof content !== 'object') return [];
  const days = Array.isArray(content) ? content.map((entry: unknown) => (entry as { from?: string } | null)?.from) : [];
  const isOrdered = days.every((day, index) => day === undefined || index === 0 || days[index - 1]! < day);
  return [
    !isOrdered && `${place}: values must be ordered by their first day`,
    ...Object.entries(content).flatMap(([key, value]) => orderFaults(value, `${place}.${key}`)),
  ];
}

const areas = ['rural', 'urban'] as const;

/** A line of income or a cut-off of points, for either kind of area. */
type Limits = Readonly<
  Record<'rural' | 'urban', readonly { value: number; from: PlainDate; provision: string }[] | { unknown: unknown }>
>;

/** Lines must rise from the poorest to the best off on the first day of the pack. */
function riseFaults(name: string, lines: readonly (Limits | undefined)[], on: PlainDate): (string | false)[] {
  return areas.map((area) => {
    const limits = lines.flatMap((line) => (line && knownOn(line[area], on)?.value) ?? []);
    return (
      limits.some((limit, index) => index > 0 && limit <= limits[index - 1]!) &&
      `${name}.${area}: each line must be above the one before it`
    );
  });
}

function indicatorFaults({ indicators, dimensions }: Standard): (string | false)[] {
  const codes = indicators.map(({ code }) => code);
  return indicators.flatMap(({ code, dimension, threshold }, index) => {
    const place = `indicators.${code}`;
    const common = [
      codes.indexOf(code) !== index && `${place}: told twice`,
      !dimensions.some((known) => known.code === dimension) && `${place}: no dimension ${dimension}`,
    ];
    if ('unknown' in threshold) return common;
    const rule = indicatorRules[threshold.rule];
    if (!rule) return [...common, `${place}: no rule ${threshold.rule}`];
    const first = Object.fromEntries(Object.entries(threshold.parameters).map(([name, values]) => [name, values[0]!.value]));
    const parsed = rule.parameters.safeParse(first);
    return [
      ...common,
      ...(parsed.error?.issues ?? []).map(({ path, message }) => `${place}.parameters.${path.join('.')}: ${message}`),
    ];
  });
}

export function parseDocuments(content: unknown, file: string): Documents {
  return parseAs(z.strictObject({ documents: z.record(z.string(), LegalDocument) }), content, file).documents;
}

/** A national standard; throws with everything that is wrong with it. */
export function parseStandard(content: unknown, file: string, documents: Documents): Standard {
  const standard = parseAs(Standard, content, file);
  const { lines, b1_cuts, from } = standard;
  refuseIf(file, [
    ...provisionFaults(standard, documents, false),
    ...orderFaults({
      lines,
      b1_cuts,
      indicators: standard.indicators.map(({ threshold }) => threshold),
      min: standard.min_deprived,
    }),
    ...riseFaults('lines', [lines.poor_alone, lines.criterion, lines.average], from),
    ...riseFaults('b1_cuts', [b1_cuts.poor_alone, b1_cuts.criterion], from),
    ...indicatorFaults(standard),
    standard.to < from && 'to: before from',
  ]);
  return standard;
}

/** A province's standard; its lines must not be lower than the national ones. */
export function parseLocalStandard(
  content: unknown,
  file: string,
  documents: Documents,
  standards: Lawbook['standards'],
): LocalStandard {
  const local = parseAs(LocalStandard, content, file);
  const base = standards[local.base];
  const isLower = (name: 'poor_alone' | 'criterion' | 'average', area: 'rural' | 'urban'): boolean => {
    const own = local.lines[name] && knownOn(local.lines[name][area], local.from);
    const national = base?.lines[name] && knownOn(base.lines[name][area], local.from);
    return !!own && !!national && own.value < national.value;
  };
  refuseIf(file, [
    !base && `base: no standard ${local.base}`,
    ...provisionFaults(local, documents, false),
    ...(['poor_alone', 'criterion', 'average'] as const).flatMap((name) =>
      areas.map((area) => isLower(name, area) && `lines.${name}.${area}: below the national line`),
    ),
    ...riseFaults('lines', [local.lines.poor_alone, local.lines.criterion, local.lines.average], local.from),
  ]);
  return local;
}

/** A table of points: an empty one has none, a complete one lacks none, and only a sample may have made-up ones. */
export function parseInstrument(
  content: unknown,
  file: string,
  documents: Documents,
  standards: Lawbook['standards'],
): Instrument {
  const instrument = parseAs(Instrument, content, file);
  const columns = instrument.columns.map(({ code }) => code);
  refuseIf(file, [
    !(instrument.standard in standards) && `standard: no standard ${instrument.standard}`,
    ...provisionFaults(instrument, documents, instrument.demo_only),
    ...instrument.items.flatMap(({ code, options }, index) => [
      instrument.items.findIndex((item) => item.code === code) !== index && `items.${code}: told twice`,
      ...options.flatMap((option) => {
        const place = `items.${code}.${option.code}`;
        if (option.points === null) return [instrument.status === 'complete' && `${place}: points missing in a complete table`];
        const given = Object.keys(option.points);
        return [
          instrument.status === 'empty' && `${place}: points in an empty table`,
          given.some((column) => !columns.includes(column)) && `${place}: points for a column that there is not`,
          columns.some((column) => !given.includes(column)) && `${place}: points missing for a column`,
        ];
      }),
    ]),
  ]);
  return instrument;
}

/** Every provision of a pack with the document that it stands in. */
export function citationsOf(documents: Documents, ...packs: readonly (Pack | null)[]): Record<string, Citation> {
  return Object.fromEntries(
    packs.flatMap((pack) =>
      Object.entries(pack?.provisions ?? {}).map(([id, provision]) => [
        id,
        { id, provision, document: provision.document === null ? null : documents[provision.document]! },
      ]),
    ),
  );
}

/** The number of deprivations from which a household under the criterion is poor, on a day. */
export const minDeprivedOn = ({ min_deprived }: Standard, on: PlainDate): number => valueOn(min_deprived, on).value;
