import type { QueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import { currentLanguage } from '#web/i18n/language.ts';
import { inLanguage } from '../../rules.names.ts';

/** What the server answered, with the names of areas in the language of the screen. The server writes them in Vietnamese. */
export function inLanguageOfScreen<T>(answer: T): T {
  const language = currentLanguage();
  return language === 'vi' ? answer : inLanguage(answer, language);
}

/** Answers that are kept follow when the language changes, without being asked for again. */
export function followLanguage(queries: QueryClient): void {
  i18next.on('languageChanged', () => {
    for (const query of queries.getQueryCache().getAll()) {
      const { data, dataUpdatedAt: updatedAt } = query.state;
      const said = inLanguage<unknown>(data, currentLanguage());
      if (said !== data) queries.setQueryData(query.queryKey, said, { updatedAt });
    }
  });
}
