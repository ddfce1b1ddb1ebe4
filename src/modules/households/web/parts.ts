import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#web/i18n/language.ts';
import type { HouseholdGroup } from '../contract.parts.ts';
import { partsQuery } from './queries.ts';
import type { RegisterSearch } from './search.ts';

export interface Parts {
  /** Groups, children and causes, to choose one from. */
  traits: { value: string; name: string; search: Pick<RegisterSearch, 'group' | 'cause' | 'children'> }[];
  ethnicities: { code: string; name: string }[];
  /** The filters that are on, in words. */
  chipsOf: (search: RegisterSearch, indicatorName: (code: string) => string) => { off: readonly (keyof RegisterSearch)[]; words: string }[];
}

/** What households can be told apart by beside class and deprivation, for the menus and chips of the register. */
export function useParts(): Parts {
  const { t } = useTranslation('households');
  const { say } = useLanguage();
  const { groups, ethnicities: peoples, causes, hiddenCauses } = useQuery(partsQuery()).data ?? { groups: [], ethnicities: [], causes: [], wordings: [], hiddenCauses: [] };
  const causeWords = (code: string): string => t('filter.cause', { name: say(causes.find((cause) => cause.code === code)?.name ?? { vi: code, en: code }) });
  const groupWords = (code: HouseholdGroup): string => say(groups.find((group) => group.code === code)?.name ?? { vi: code, en: code });
  const majority = `-${peoples.filter((group) => group.majority).map(({ code }) => code).join(',')}`;
  const nameOf = (code: string): string => say(peoples.find((group) => group.code === code)?.name ?? { vi: code, en: code });

  function ethnicWords(filter: string): string {
    if (filter === majority) return t('filter.minorities');
    const names = filter.replace(/^-/, '').split(',').map(nameOf).join(', ');
    return t(filter.startsWith('-') ? 'filter.ethnicExcept' : 'filter.ethnicIs', { names });
  }

  return {
    traits: [
      ...groups.map(({ code, name }) => ({ value: `group ${code}`, name: say(name), search: { group: code } })),
      { value: 'children any', name: t('filter.childrenAny'), search: { children: 'any' as const } },
      ...causes.filter(({ code }) => !hiddenCauses.includes(code)).map(({ code }) => ({ value: `cause ${code}`, name: causeWords(code), search: { cause: code } })),
    ],
    ethnicities: [{ code: majority, name: t('filter.minorities') }, ...peoples.map(({ code }) => ({ code, name: nameOf(code) }))],
    chipsOf: ({ group, ethnicity, cause, children }, indicatorName) => [
      ...(group ? [{ off: ['group'] as const, words: groupWords(group) }] : []),
      ...(ethnicity ? [{ off: ['ethnicity'] as const, words: ethnicWords(ethnicity) }] : []),
      ...(cause ? [{ off: ['cause'] as const, words: causeWords(cause) }] : []),
      ...(children ? [{ off: ['children'] as const, words: children === 'any' ? t('filter.childrenAny') : t('filter.childrenIn', { name: indicatorName(children) }) }] : []),
    ],
  };
}
