import type { Text } from '#kernel/text.ts';
import { FollowedClass, type Change } from '#modules/households/contract.changes.ts';
import { changeKinds, changeTexts, partsOfOther } from '#modules/households/rules.changes.ts';
import type { Measure } from './contract.ts';
import { households, measure } from './rules.measure.ts';

export type Grain = 'households' | 'persons';
export const grains: readonly Grain[] = ['households', 'persons'];

/** Ids of the measures of change: `opening.households.poor`, `change.persons.near_poor.other_in`. */
export const openingId = (grain: Grain, of: FollowedClass): string => `opening.${grain}.${of}`;
export const changeId = (grain: Grain, of: FollowedClass, kind: string): string => `change.${grain}.${of}.${kind}`;

/** All ways between classes, the unknown ones included, without the other rises and falls. */
const throughReview = (kinds: Readonly<Record<string, readonly Change[]>>): Change[] => Object.entries(kinds).flatMap(([kind, changes]) => (kind.startsWith('other_') ? [] : changes));

/** What is counted of a class: the groups of the tables, their sums, and the parts of the other rises and falls. */
export function kindsOf(of: FollowedClass): { kind: string; changes: readonly Change[] }[] {
  const { out, in: into } = changeKinds[of];
  return [
    ...Object.entries({ ...out, ...into }).map(([kind, changes]) => ({ kind, changes })),
    { kind: 'exits', changes: throughReview(out) },
    { kind: 'entries', changes: throughReview(into) },
    ...partsOfOther.map((change) => ({ kind: change, changes: [change] })),
  ];
}

/** Every class, change and group in which it is counted: what the summary by village is filled from. */
export const countedAs: readonly { class: FollowedClass; change: Change; kind: string }[] = FollowedClass.options.flatMap((of) =>
  kindsOf(of).flatMap(({ kind, changes }) => changes.map((change) => ({ class: of, change, kind }))),
);

const sums: Readonly<Record<string, Text>> = {
  exits: { vi: 'giảm qua rà soát', en: 'exits by review' },
  entries: { vi: 'tăng qua rà soát', en: 'entries by review' },
};

/** The measures of how households came into a class and out of it. */
export function ofChanges(of: FollowedClass): Measure[] {
  const who = households[of];
  return grains.flatMap((grain) => {
    const isPersons = grain === 'persons';
    const common = { class: of, kind: isPersons ? 'sum' : 'count', grain: isPersons ? 'person' : 'household', unit: isPersons ? 'person' : 'household' } as const;
    const number: Text = isPersons ? { vi: `Số nhân khẩu của ${who.vi}`, en: `Persons in ${who.en}` } : { vi: `Số ${who.vi}`, en: `Number of ${who.en}` };
    return [
      measure({
        ...common, id: openingId(grain, of), changes: [],
        name: { vi: `${number.vi} đầu kỳ`, en: `${number.en} at the start` },
        definition: {
          vi: `${number.vi} theo danh sách kỳ trước của những thôn nay thuộc địa bàn.`,
          en: `${number.en} by the list before, of the villages that now lie in the area.`,
        },
      }),
      ...kindsOf(of).map(({ kind, changes: all }) => {
        // A household that only grew or shrank is counted by its persons alone.
        const changes = isPersons ? all : all.filter((change) => change !== 'grown' && change !== 'shrunk');
        const name = sums[kind] ?? changeTexts[kind as Change].name;
        return measure({
          ...common, id: changeId(grain, of, kind), changes,
          name: { vi: `${number.vi}: ${name.vi}`, en: `${number.en}: ${name.en}` },
          definition: {
            vi: `${number.vi} có diễn biến “${changes.map((change) => changeTexts[change].name.vi).join('”, “')}” so với danh sách kỳ trước.`,
            en: `${number.en} that changed as “${changes.map((change) => changeTexts[change].name.en).join('”, “')}” since the list before.`,
          },
        });
      }),
    ];
  });
}

/** The helpers of the summary that tell whether the changes of a class are known. */
export const proofsOf = (of: string) => ({
  compared: `compared.${of}`,
  uncompared: `uncompared.${of}`,
  unsizedBefore: `unsized.opening.${of}`,
});

/** Where changes of unknown kind leave a measure open: those of which it might be one. Sums and other rises and falls are not left open. */
export function openedBy({ id, class: of, changes }: Measure): string | null {
  if (changes === null || of === null) return null;
  const { out, in: into } = changeKinds[FollowedClass.parse(of)];
  const kind = id.slice(id.lastIndexOf('.') + 1);
  const isOpen = (kinds: object): boolean => kind in kinds && !kind.startsWith('other_') && !kind.startsWith('unknown_');
  if (isOpen(into)) return changeId('households', FollowedClass.parse(of), 'unknown_in');
  return isOpen(out) ? changeId('households', FollowedClass.parse(of), 'unknown_out') : null;
}
