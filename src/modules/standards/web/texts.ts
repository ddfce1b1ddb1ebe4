import { checkTexts } from './texts.check.ts';
import { lawTexts } from './texts.law.ts';

/** The texts of this module: `law` for the page of a standard, `check` for the self-check. */
export const standardsTexts = {
  vi: { law: lawTexts.vi, check: checkTexts.vi },
  en: { law: lawTexts.en, check: checkTexts.en },
} as const;
