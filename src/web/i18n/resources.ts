import { areasTexts } from '#modules/areas/web/texts.ts';
import { identityTexts } from '#modules/identity/web/texts.ts';
import { en } from './en.ts';
import { vi } from './vi.ts';

/** The texts of the shell and of every module; a module's texts are named after it: `t('areas:…')`. */
export const resources = {
  vi: { shell: vi, areas: areasTexts.vi, identity: identityTexts.vi },
  en: { shell: en, areas: areasTexts.en, identity: identityTexts.en },
} as const;
