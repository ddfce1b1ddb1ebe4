import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Period } from '#kernel/period.ts';
import type { Language } from '#kernel/text.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import type { StandardView } from '#modules/standards/contract.ts';
import type { Round } from '../../contract.ts';
import { roundsQuery, standardQuery } from '../queries.ts';

interface RoundsInView {
  /** Of every period, the newest first; undefined while they come. */
  rounds: readonly Round[] | undefined;
  /** Those of the period. */
  ofPeriod: readonly Round[];
  /** The official standard of the period, where its rounds agree on one. */
  standard: string | null;
}

/** The rounds that an area has, as its own, above it or below it. */
export function useRounds(area: AreaRef, period: Period): RoundsInView {
  const { data: rounds } = useQuery(roundsQuery(area));
  const ofPeriod = rounds?.filter((round) => round.period === period) ?? [];
  const [standard, ...others] = new Set(ofPeriod.map(officialStandard));
  return { rounds, ofPeriod, standard: standard === undefined || others.length > 0 ? null : standard };
}

export const officialStandard = ({ standards }: Pick<Round, 'standards'>): string => standards.find(({ official }) => official)!.id;

/** A standard with its indicators and provisions; undefined while it comes, or where there is none to ask for. */
export function useStandard(id: string | null): StandardView | undefined {
  return useQuery({ ...standardQuery(id ?? ''), enabled: id !== null }).data;
}

/** The document that a standard rests on, as officers call it: `QĐ 59/2015`. */
export function standardShortName({ standard, citations }: StandardView, language: Language): string {
  const document = citations[standard.basis[0]!]?.document;
  if (!document) return standard.id;
  const kind = language === 'vi' ? initials(document.kind.vi) : document.kind.en;
  return `${kind} ${document.number.split('/').slice(0, 2).join('/')}`;
}

const initials = (words: string): string =>
  words
    .split(' ')
    .map((word) => word[0]!.toUpperCase())
    .join('');

/** A round in words: `Đợt rà soát năm 2017`. */
export function useRoundName(): (round: Pick<Round, 'period'>) => string {
  const { t } = useTranslation('rounds');
  return ({ period }) => {
    const [year, month] = period.split('-') as [string, string | undefined];
    return month === undefined ? t('yearly', { year }) : t('monthly', { month: String(Number(month)), year });
  };
}
