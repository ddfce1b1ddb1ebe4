import { useTranslation } from 'react-i18next';
import { showNumber } from '#kernel/show.ts';
import { useLanguage } from '#web/i18n/language.ts';
import type { Standard } from '../../contract.packs.ts';
import type { lawTexts } from '../texts.law.ts';

type Threshold = Extract<Standard['indicators'][number]['threshold'], { rule: string }>;
export type ParameterValue = Threshold['parameters'][string][number];

type Kind = keyof (typeof lawTexts)['vi']['kind'];
type ParameterName = keyof (typeof lawTexts)['vi']['parameter'];

const units = ['years', 'percent', 'square_metres_per_person', 'structures'] as const;

/** The names of the codes that packs and facts use, and the values of parameters, in words. */
export function useLawWords(): { kind: (code: string) => string; parameter: (name: string) => string; value: (value: ParameterValue) => string } {
  const { t } = useTranslation('standards');
  const { language } = useLanguage();
  const kind = (code: string): string => t(`law.kind.${code as Kind}`);
  return {
    kind,
    parameter: (name) => t(`law.parameter.${name as ParameterName}`),
    value: ({ value, unit }) => {
      if (typeof value === 'boolean') return t(value ? 'law.unit.yes' : 'law.unit.no');
      if (typeof value === 'number') {
        const known = units.find((each) => each === unit);
        return unit === 'year_of_birth' ? String(value) : t(`law.unit.${known ?? 'plain'}`, { n: showNumber(value, language) });
      }
      return value
        .map((each) => (typeof each === 'string' ? kind(each) : t('law.band', { from: each.from_age, below: each.below_age, levels: each.levels.map(kind).join(', ') })))
        .join(typeof value[0] === 'string' ? ', ' : '; ');
    },
  };
}
