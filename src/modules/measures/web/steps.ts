import type { LinkProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { showNumber, showRate } from '#kernel/show.ts';
import { changeTexts } from '#modules/households/rules.changes.ts';
import { useLanguage } from '#web/i18n/language.ts';
import { usePlace } from '#web/place.ts';
import type { ExplainedStep, Explanation } from '../contract.ts';
import { useHouseholdsLink } from './parts/households-link.ts';

/** In households, or in points of the rate. */
export type Shown = 'value' | 'points';

const ownWords = ['start', 'end', 'boundary', 'total', 'exits', 'entries', 'standard', 'other_in', 'other_out', 'unexplained'] as const;
type OwnWord = (typeof ownWords)[number];
const isOwnWord = (step: string): step is OwnWord => (ownWords as readonly string[]).includes(step);

const capital = (words: string): string => words[0]!.toLocaleUpperCase('vi') + words.slice(1);

/** What a part of a change is called. */
export function useStepNames(): (step: ExplainedStep) => string {
  const { t } = useTranslation('measures');
  const { say } = useLanguage();
  return ({ step }) => (isOwnWord(step) ? t(`changes.step.${step}`) : capital(say(changeTexts[step].name)));
}

/** Its number: a level as it is, a rise or fall with its sign. */
export function useStepValue(shown: Shown): (step: ExplainedStep) => string {
  const { t } = useTranslation('measures');
  const { language } = useLanguage();
  return (step) => {
    const value = step[shown];
    if (value === null) return '–';
    const isLevel = step.step === 'start' || step.step === 'end';
    const size = isLevel ? value : Math.abs(value);
    const sign = isLevel || value === 0 ? '' : value > 0 ? '+' : '−';
    return sign + (shown === 'value' ? showNumber(size, language) : t(isLevel ? 'changes.percentLevel' : 'changes.percent', { rate: showRate(size, language) }));
  };
}

/** The way to its households in the register; none where there are none. */
export function useStepLink({ area, period, since, class: of }: Explanation): (step: ExplainedStep) => Pick<LinkProps, 'to' | 'search'> | undefined {
  const link = useHouseholdsLink();
  const { map } = usePlace();
  return ({ step, value, changes }) => {
    if (value === 0) return undefined;
    if (changes.length > 0) return link({ area: area.id, period, map, change: changes, changeOf: of });
    if (step === 'end') return link({ area: area.id, period, map, class: of });
    return step === 'start' && since !== null ? link({ area: area.id, period: since, map, class: of }) : undefined;
  };
}
