import { analysisTexts } from '#modules/analysis/web/texts.ts';
import { areasTexts } from '#modules/areas/web/texts.ts';
import { householdsTexts } from '#modules/households/web/texts.ts';
import { identityTexts } from '#modules/identity/web/texts.ts';
import { interchangeTexts } from '#modules/interchange/web/texts.ts';
import { measuresTexts } from '#modules/measures/web/texts.ts';
import { reportsTexts } from '#modules/reports/web/texts.ts';
import { roundsTexts } from '#modules/rounds/web/texts.ts';
import { standardsTexts } from '#modules/standards/web/texts.ts';
import { en } from './en.ts';
import { vi } from './vi.ts';

const modules = {
  areas: areasTexts,
  identity: identityTexts,
  standards: standardsTexts,
  rounds: roundsTexts,
  households: householdsTexts,
  measures: measuresTexts,
  reports: reportsTexts,
  analysis: analysisTexts,
  interchange: interchangeTexts,
} as const;

/** The texts of one language, by module. */
type Texts<Language extends 'vi' | 'en'> = { readonly [Name in keyof typeof modules]: (typeof modules)[Name][Language] };

const textsIn = <Language extends 'vi' | 'en'>(language: Language): Texts<Language> =>
  Object.fromEntries(Object.entries(modules).map(([name, texts]) => [name, texts[language]])) as Texts<Language>;

/** The texts of the shell and of every module; a module's texts are named after it: `t('areas:…')`. */
export const resources = {
  vi: { shell: vi, ...textsIn('vi') },
  en: { shell: en, ...textsIn('en') },
} as const;
