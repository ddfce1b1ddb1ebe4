import { areasTexts } from '#modules/areas/web/texts.ts';
import { identityTexts } from '#modules/identity/web/texts.ts';
import { measuresTexts } from '#modules/measures/web/texts.ts';
import { reportsTexts } from '#modules/reports/web/texts.ts';
import { en } from './en.ts';
import { vi } from './vi.ts';

/** The texts of the shell and of every module; a module's texts are named after it: `t('areas:…')`. */
export const resources = {
  vi: { shell: vi, areas: areasTexts.vi, identity: identityTexts.vi, measures: measuresTexts.vi, reports: reportsTexts.vi },
  en: { shell: en, areas: areasTexts.en, identity: identityTexts.en, measures: measuresTexts.en, reports: reportsTexts.en },
} as const;
