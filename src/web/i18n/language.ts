import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { Language, type Text } from '#kernel/text.ts';
import { resources } from './resources.ts';

const storageKey = 'chungtay.language';

/** Starts the texts in the language that this browser last used, Vietnamese at first. `<html lang>` follows. */
export async function startTexts(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language;
    localStorage.setItem(storageKey, language);
  });
  await i18next.use(initReactI18next).init({
    resources,
    lng: Language.catch('vi').parse(localStorage.getItem(storageKey)),
    defaultNS: 'shell',
    interpolation: { prefix: '{', suffix: '}', escapeValue: false },
  });
}

export const currentLanguage = (): Language => Language.catch('vi').parse(i18next.language);

/** The language of the screen, and the way to change it. */
export function useLanguage(): { language: Language; setLanguage: (language: Language) => void; say: (text: Text) => string } {
  const { i18n } = useTranslation();
  const language = Language.catch('vi').parse(i18n.language);
  return { language, setLanguage: (next) => void i18n.changeLanguage(next), say: (text) => text[language] };
}
