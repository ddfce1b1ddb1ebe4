import type { Text } from '#kernel/text.ts';
import { FollowedClass } from '#modules/households/contract.changes.ts';
import { HouseholdClass } from '#modules/standards/contract.ts';
import type { Measure } from './contract.ts';
import { ofChanges } from './rules.flows.ts';
import { households, measure } from './rules.measure.ts';
import { noParts, ofParts, unclearOf, type PartNames } from './rules.parts.ts';

/** An indicator of any standard: a code means the same subject in all of them. */
export interface IndicatorName {
  code: string;
  name: Text;
}

/** The recognition of farming, forestry, fishing and salt-making households, which is another thing than the class `average`. */
const farmAverage: Text = {
  vi: 'hộ làm nông nghiệp, lâm nghiệp, ngư nghiệp, diêm nghiệp có mức sống trung bình',
  en: 'farming, forestry, fishing and salt-making households of average living standard',
};

/** The classes whose deprivations are counted: those whose households are reviewed with form B2. */
export const deprivedClasses = ['poor', 'near_poor'] as const satisfies readonly HouseholdClass[];

const both = (make: (language: 'vi' | 'en') => string): Text => ({ vi: make('vi'), en: make('en') });

const say = {
  count: { vi: 'Số', en: 'Number of' },
  persons: { vi: 'Số nhân khẩu của', en: 'Number of persons in' },
  rate: { vi: 'Tỷ lệ', en: 'Share of' },
} satisfies Record<string, Text>;

function ofClass(name: HouseholdClass): Measure[] {
  const who = households[name];
  const inRound = { vi: 'trong đợt rà soát, theo chuẩn chính thức của đợt', en: 'in the round, under its official standard' };
  return [
    measure({
      id: `households.${name}`, kind: 'count', grain: 'household', unit: 'household', class: name,
      name: both((language) => `${say.count[language]} ${who[language]}`),
      definition: both((language) => `${say.count[language]} ${who[language]} ${inRound[language]}.`),
    }),
    measure({
      id: `persons.${name}`, kind: 'sum', grain: 'person', unit: 'person', class: name,
      name: both((language) => `${say.persons[language]} ${who[language]}`),
      definition: both((language) => `${say.persons[language]} ${who[language]} ${inRound[language]}. ${language === 'vi' ? 'Chưa biết nếu còn hộ chưa rõ số nhân khẩu.' : 'Not known while the size of a household is not.'}`),
    }),
    measure({
      id: `unsized.${name}`, kind: 'count', grain: 'household', unit: 'household', class: name,
      name: both((language) => `${say.count[language]} ${who[language]} ${language === 'vi' ? 'chưa rõ số nhân khẩu' : 'of unknown size'}`),
      definition: both((language) => `${say.count[language]} ${who[language]} ${inRound[language]}, ${language === 'vi' ? 'mà danh sách không ghi số nhân khẩu.' : 'whose size the list does not tell.'}`),
    }),
  ];
}

function ofDeprivations(name: (typeof deprivedClasses)[number], indicators: readonly IndicatorName[]): Measure[] {
  const who = households[name];
  const common = { kind: 'count', grain: 'household', unit: 'household', class: name } as const;
  return [
    measure({
      id: `deprivations.${name}`, kind: 'sum', grain: 'household', unit: 'deprivation', class: name,
      name: both((language) => (language === 'vi' ? `Tổng số thiếu hụt của ${who.vi}` : `Deprivations of ${who.en}`)),
      definition: {
        vi: `Tổng số chỉ số thiếu hụt của ${who.vi}: một hộ thiếu hụt ba chỉ số được tính là ba.`,
        en: `Sum of the deprivations of ${who.en}: a household deprived in three indicators counts three.`,
      },
    }),
    ...indicators.flatMap(({ code, name: indicator }) => [
      measure({
        ...common, id: `deprived.${name}.${code}`, indicator: code,
        name: { vi: `Số ${who.vi} thiếu hụt: ${indicator.vi}`, en: `Number of ${who.en} deprived: ${indicator.en}` },
        definition: { vi: `Số ${who.vi} được xác định là thiếu hụt chỉ số “${indicator.vi}”.`, en: `Number of ${who.en} known to be deprived in “${indicator.en}”.` },
      }),
      measure({
        ...common, id: `unknown.${name}.${code}`, indicator: code,
        name: { vi: `Số ${who.vi} chưa rõ: ${indicator.vi}`, en: `Number of ${who.en} not known: ${indicator.en}` },
        definition: { vi: `Số ${who.vi} chưa rõ có thiếu hụt chỉ số “${indicator.vi}” hay không.`, en: `Number of ${who.en} of which it is not known whether they are deprived in “${indicator.en}”.` },
      }),
      measure({
        ...common, kind: 'rate', unit: 'hundredth_percent', id: `rate.deprived.${name}.${code}`, indicator: code, of: `deprived.${name}.${code}`, over: `households.${name}`,
        name: { vi: `Tỷ lệ ${who.vi} thiếu hụt: ${indicator.vi}`, en: `Share of ${who.en} deprived: ${indicator.en}` },
        definition: { vi: `Số ${who.vi} thiếu hụt chỉ số “${indicator.vi}” chia cho tổng số ${who.vi}.`, en: `Number of ${who.en} deprived in “${indicator.en}” over all ${who.en}.` },
      }),
    ]),
  ];
}

/** What is not counted from households: it is published by others, or not recorded yet. */
const elsewhere: readonly Measure[] = [
  measure({
    id: 'households.all', kind: 'statistic', grain: 'household', unit: 'household',
    name: { vi: 'Tổng số hộ dân cư', en: 'All households' },
    definition: { vi: 'Tổng số hộ dân cư của địa bàn, theo nguồn công bố. Không suy ngược từ tỷ lệ.', en: 'All households of the area, as published. Never worked back from a rate.' },
  }),
  measure({
    id: 'persons.all', kind: 'statistic', grain: 'person', unit: 'person',
    name: { vi: 'Tổng số nhân khẩu', en: 'All persons' },
    definition: { vi: 'Tổng số nhân khẩu của địa bàn, theo nguồn công bố. Không suy ngược từ tỷ lệ.', en: 'All persons of the area, as published. Never worked back from a rate.' },
  }),
  measure({
    id: 'households.farm_average', kind: 'count', grain: 'household', unit: 'household',
    name: both((language) => `${say.count[language]} ${farmAverage[language]}`),
    definition: { vi: `Số ${farmAverage.vi} được công nhận. Việc công nhận này khác với phân loại hộ.`, en: `Number of ${farmAverage.en} by recognition, which is another thing than a class.` },
  }),
  measure({
    id: 'persons.farm_average', kind: 'sum', grain: 'person', unit: 'person',
    name: both((language) => `${say.persons[language]} ${farmAverage[language]}`),
    definition: { vi: `Số nhân khẩu của ${farmAverage.vi} được công nhận.`, en: `Number of persons in ${farmAverage.en} by recognition.` },
  }),
];

const rateNames: Readonly<Record<string, { who: Text; class?: HouseholdClass }>> = {
  poor: { who: households.poor, class: 'poor' },
  near_poor: { who: households.near_poor, class: 'near_poor' },
  farm_average: { who: farmAverage },
};

const rates: readonly Measure[] = Object.entries(rateNames).flatMap(([name, { who, class: counted }]) => {
  const common = { kind: 'rate', unit: 'hundredth_percent', ...(counted && { class: counted }) } as const;
  return [
    measure({
      ...common, id: `rate.${name}`, grain: 'household', of: `households.${name}`, over: 'households.all',
      name: both((language) => `${say.rate[language]} ${who[language]}`),
      definition: { vi: `Số ${who.vi} chia cho tổng số hộ dân cư. Tỷ lệ đã công bố được giữ nguyên như công bố.`, en: `Number of ${who.en} over all households. A published rate stays as published.` },
    }),
    measure({
      ...common, id: `rate.persons.${name}`, grain: 'person', of: `persons.${name}`, over: 'persons.all',
      name: { vi: `Tỷ lệ nhân khẩu của ${who.vi}`, en: `Share of persons in ${who.en}` },
      definition: { vi: `Số nhân khẩu của ${who.vi} chia cho tổng số nhân khẩu. Tỷ lệ đã công bố được giữ nguyên như công bố.`, en: `Persons in ${who.en} over all persons. A published rate stays as published.` },
    }),
  ];
});

/** All measures, given the indicators of all standards and what households are told apart by. */
export function buildCatalogue(indicators: readonly IndicatorName[], parts: PartNames = noParts): Measure[] {
  return [
    ...elsewhere,
    ...HouseholdClass.options.flatMap(ofClass),
    ...deprivedClasses.flatMap((name) => ofDeprivations(name, indicators)),
    ...deprivedClasses.flatMap((name) => ofParts(name, parts)),
    ...FollowedClass.options.flatMap(ofChanges),
    ...rates,
  ];
}

/** Whether values of a measure may be added over areas: all but rates. */
export const isAdditive = ({ kind }: Measure): boolean => kind !== 'rate';

/** Whether a measure is counted from the households of a round; the others are known from publications alone. */
export const isCounted = (measure: Measure): boolean => (measure.kind === 'count' || measure.kind === 'sum') && measure.class !== null;

/** Ids of the measures that a set rests on: of rates their two counts, of persons the households whose size is not known, of parts those of unknown part. */
export function restsOn(measures: readonly Measure[], byId: ReadonlyMap<string, Measure>): Measure[] {
  const needed = new Map(measures.map((one) => [one.id, one]));
  const add = (name: string): void => {
    const found = byId.get(name);
    if (found) needed.set(found.id, found);
  };
  for (const { of, over } of measures) if (of !== null && over !== null) [of, over].forEach(add);
  for (const one of [...needed.values()]) {
    if (one.grain === 'person' && isCounted(one)) add(`unsized.${one.class}`);
    const unclear = unclearOf(one);
    if (unclear !== null) [unclear, `households.${one.class}`].forEach(add);
  }
  return [...needed.values()];
}
