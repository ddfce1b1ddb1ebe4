import { fill, type Text } from '#kernel/text.ts';
import type { Citation, StandardView } from '../contract.ts';
import type { Mark, Standard } from '../contract.packs.ts';
import { lawTexts } from './texts.law.ts';

/** A value of a standard, or the place of one that is not known. */
export interface LawValue {
  name: Text;
  mark: Mark | 'missing';
  cited: Citation;
}

export type LineName = 'poor_alone' | 'criterion' | 'average';

/** From the lowest up. */
export const lineNames = ['poor_alone', 'criterion', 'average'] as const satisfies readonly LineName[];
export const areaKinds = ['rural', 'urban'] as const;

type Dated = readonly { provision: string }[] | { unknown: Text; provision: string };

const inBoth = (say: (texts: (typeof lawTexts)['vi' | 'en'], language: 'vi' | 'en') => string): Text => ({ vi: say(lawTexts.vi, 'vi'), en: say(lawTexts.en, 'en') });

/** Every amount, cut-off, number and threshold of a standard, each with how sure we are of it. */
export function lawValues({ standard, citations }: Pick<StandardView, 'standard' | 'citations'>): LawValue[] {
  const of = (name: Text, value: Dated): LawValue[] => {
    if ('unknown' in value) return [{ name, mark: 'missing', cited: citations[value.provision]! }];
    return value.map(({ provision }) => ({ name, mark: citations[provision]!.provision.mark, cited: citations[provision]! }));
  };
  const { lines, b1_cuts, min_deprived, points_per_indicator } = standard;
  return [
    ...lineNames.flatMap((name) => {
      const line = lines[name];
      return line ? areaKinds.flatMap((area) => of(inBoth((texts, language) => `${line.name[language]}, ${texts.lines[area].toLowerCase()}`), line[area])) : [];
    }),
    ...(['poor_alone', 'criterion'] as const).flatMap((name) => {
      const cut = b1_cuts[name];
      const line = lines[name]?.name;
      return cut && line ? areaKinds.flatMap((area) => of(inBoth((texts, language) => `${fill(texts.scores.cut, { line: line[language] })}, ${texts.lines[area].toLowerCase()}`), cut[area])) : [];
    }),
    ...of(inBoth((texts) => texts.scores.min), min_deprived),
    ...of(inBoth((texts) => texts.scores.perIndicator), points_per_indicator),
    ...standard.indicators.map(
      ({ code, name, provision, threshold }): LawValue => ({
        name: inBoth((_, language) => `${name[language]} (${code})`),
        mark: 'unknown' in threshold ? 'missing' : citations[provision]!.provision.mark,
        cited: citations[provision]!,
      }),
    ),
  ];
}

/** How an indicator of the older of two standards fares in the newer one. */
export type Fate = 'same' | 'changed' | 'unclear' | 'added' | 'dropped';

export interface IndicatorPair {
  code: string;
  older: Standard['indicators'][number] | undefined;
  newer: Standard['indicators'][number] | undefined;
  fate: Fate;
}

/** The indicators of two standards side by side, in the order of the newer, those dropped last. A code means the same subject in both. */
export function pairIndicators(older: Standard, newer: Standard): IndicatorPair[] {
  const codes = [...new Set([...newer.indicators, ...older.indicators].map(({ code }) => code))];
  return codes.map((code) => {
    const was = older.indicators.find((indicator) => indicator.code === code);
    const is = newer.indicators.find((indicator) => indicator.code === code);
    return { code, older: was, newer: is, fate: fateOf(was, is) };
  });
}

function fateOf(was: IndicatorPair['older'], is: IndicatorPair['newer']): Fate {
  if (!was) return 'added';
  if (!is) return 'dropped';
  if ('unknown' in was.threshold || 'unknown' in is.threshold) return 'unclear';
  return was.threshold.rule === is.threshold.rule && sameParameters(was.threshold.parameters, is.threshold.parameters) ? 'same' : 'changed';
}

/** The same values, whatever their first days and provisions. */
function sameParameters(a: Readonly<Record<string, readonly { value: unknown }[]>>, b: typeof a): boolean {
  const plain = (parameters: typeof a): string => JSON.stringify(Object.entries(parameters).map(([name, values]) => [name, values.map(({ value }) => value)]).sort());
  return plain(a) === plain(b);
}
