import type { Text } from '#kernel/text.ts';
import type { HouseholdParts } from '#modules/households/contract.parts.ts';
import type { HouseholdClass } from '#modules/standards/contract.ts';
import type { Measure } from './contract.ts';
import { households, measure } from './rules.measure.ts';

/** By what the households of a class are told apart: from the packs, with the indicators that are asked of each child. */
export interface PartNames extends HouseholdParts {
  childIndicators: readonly { code: string; name: Text }[];
}

export const noParts: PartNames = { groups: [], ethnicities: [], causes: [], childIndicators: [] };

/** What of a household must be known for a measure of a part. */
const subjects: Readonly<Record<string, Text>> = {
  minority: { vi: 'là hộ dân tộc thiểu số hay không', en: 'whether it is of an ethnic minority' },
  no_labour: { vi: 'có khả năng lao động hay không', en: 'whether it has an able worker' },
  merit: { vi: 'có người có công hay không', en: 'whether it has a person of merit' },
  none: { vi: 'thuộc nhóm đối tượng nào hay không', en: 'whether it is in any group' },
  ethnicity: { vi: 'dân tộc của chủ hộ', en: 'the ethnic group of its head' },
  cause: { vi: 'nguyên nhân nghèo', en: 'its causes of poverty' },
  children: { vi: 'số trẻ em', en: 'the number of its children' },
};

/** Id of the number of households of a class of which that is not known. */
export const unclearId = (of: HouseholdClass, what: string): string => `unclear.${of}.${what}`;

/** Id of the number of households whose unknown part leaves a measure open; null for a measure of no part. */
export function unclearOf({ part, class: of, indicator }: Measure): string | null {
  if (part === null || of === null) return null;
  if (part.group !== undefined) return unclearId(of, part.group);
  if (part.ethnicity !== undefined) return unclearId(of, 'ethnicity');
  if (part.cause !== undefined) return unclearId(of, 'cause');
  return unclearId(of, indicator === null ? 'children' : `children.${indicator}`);
}

const inRound: Text = { vi: 'trong đợt rà soát', en: 'in the round' };

/** The measures of parts of a class: by group, ethnic group, cause and children, and of how many households each is not known. */
export function ofParts(of: HouseholdClass, { groups, ethnicities, causes, childIndicators }: PartNames): Measure[] {
  const who = households[of];
  const count = { kind: 'count', grain: 'household', unit: 'household', class: of } as const;
  const sum = { kind: 'sum', grain: 'person', unit: 'person', class: of } as const;
  const majority = ethnicities.filter((group) => group.majority).map(({ code }) => code);
  const named = (number: Text, what: Text, rule: Text): Pick<Measure, 'name' | 'definition'> => ({
    name: { vi: `${number.vi}: ${what.vi}`, en: `${number.en}: ${what.en}` },
    definition: { vi: `${number.vi} ${inRound.vi}: ${what.vi}. ${rule.vi}`, en: `${number.en} ${inRound.en}: ${what.en}. ${rule.en}` },
  });
  const number: Text = { vi: `Số ${who.vi}`, en: `Number of ${who.en}` };
  const persons: Text = { vi: `Số nhân khẩu của ${who.vi}`, en: `Number of persons in ${who.en}` };
  const children: Text = { vi: `Số trẻ em thuộc ${who.vi}`, en: `Number of children in ${who.en}` };
  const byFlag: Text = { vi: 'Một hộ có thể thuộc nhiều nhóm.', en: 'A household may be in several groups.' };
  const byHead: Text = { vi: 'Dân tộc của hộ là dân tộc của chủ hộ.', en: 'The ethnic group of a household is that of its head.' };
  const byCause: Text = { vi: 'Một hộ có thể có nhiều nguyên nhân; hộ không ghi nguyên nhân không được tính.', en: 'A household may have several causes; one without any is not counted.' };
  const byBirth: Text = { vi: 'Theo năm sinh ghi trên danh sách và ngày chốt của đợt.', en: 'By the births on the list and the day of the round.' };
  const unclear = (what: string, subject: Text): Measure =>
    measure({
      ...count, id: unclearId(of, what),
      name: { vi: `Số ${who.vi} chưa rõ ${subject.vi}`, en: `Number of ${who.en} of which is not known ${subject.en}` },
      definition: { vi: `Số ${who.vi} ${inRound.vi} mà danh sách không cho biết ${subject.vi}.`, en: `Number of ${who.en} ${inRound.en} of which the list does not tell ${subject.en}.` },
    });
  const unclears = ethnicities.length === 0 ? [] : Object.entries(subjects).map(([what, subject]) => unclear(what, subject));
  return [
    ...groups.flatMap(({ code, name }) => [
      measure({ ...count, id: `group.households.${of}.${code}`, part: { group: code }, ...named(number, name, byFlag) }),
      measure({ ...sum, id: `group.persons.${of}.${code}`, part: { group: code }, ...named(persons, name, byFlag) }),
    ]),
    ...(majority.length === 0
      ? []
      : [measure({ ...count, id: `ethnic.${of}.minority`, part: { ethnicity: `-${majority.join(',')}` }, ...named(number, { vi: 'các dân tộc thiểu số', en: 'ethnic minorities' }, byHead) })]),
    ...ethnicities.map(({ code, name }) => measure({ ...count, id: `ethnic.${of}.${code}`, part: { ethnicity: code }, ...named(number, name, byHead) })),
    ...causes.map(({ code, name }) => measure({ ...count, id: `cause.${of}.${code}`, part: { cause: code }, ...named(number, name, byCause) })),
    ...(childIndicators.length === 0 ? [] : [measure({ ...sum, id: `children.${of}`, part: { children: 'any' }, name: children, definition: { vi: `${children.vi} ${inRound.vi}. ${byBirth.vi}`, en: `${children.en} ${inRound.en}. ${byBirth.en}` } })]),
    ...childIndicators.flatMap(({ code, name }) => [
      measure({
        ...sum, id: `children.${of}.${code}`, indicator: code, part: { children: code },
        ...named(children, { vi: `thiếu hụt ${name.vi.toLowerCase()}`, en: `deprived in ${name.en.toLowerCase()}` }, { vi: 'Chỉ tính khi biết chắc từng trẻ.', en: 'Counted only where it is settled for each child.' }),
      }),
      unclear(`children.${code}`, { vi: `số trẻ em thiếu hụt ${name.vi.toLowerCase()}`, en: `the number of children deprived in ${name.en.toLowerCase()}` }),
    ]),
    ...unclears,
    ...(causes.length === 0
      ? []
      : [
          measure({
            ...count, id: `unmapped.${of}.cause`,
            name: { vi: `Số ${who.vi} có nguyên nhân ghi khác các nguyên nhân của biểu`, en: `Number of ${who.en} with a cause worded unlike those of the table` },
            definition: { vi: `Số ${who.vi} ${inRound.vi} có ít nhất một nguyên nhân không nhận ra; nguyên nhân đó được tính là khác.`, en: `Number of ${who.en} ${inRound.en} with a cause that is not recognised; it counts as another cause.` },
          }),
        ]),
  ];
}
