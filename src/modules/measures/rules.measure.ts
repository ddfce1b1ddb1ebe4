import type { Text } from '#kernel/text.ts';
import type { Change } from '#modules/households/contract.changes.ts';
import type { HouseholdPart } from '#modules/households/contract.parts.ts';
import type { HouseholdClass } from '#modules/standards/contract.ts';
import type { Measure, MeasureId } from './contract.ts';

/** How definitions call the households of each class. */
export const households: Readonly<Record<HouseholdClass, Text>> = {
  poor: { vi: 'hộ nghèo', en: 'poor households' },
  near_poor: { vi: 'hộ cận nghèo', en: 'near-poor households' },
  average: { vi: 'hộ có mức sống trung bình', en: 'households of average living standard' },
  not_poor: { vi: 'hộ không nghèo', en: 'households that are not poor' },
  insufficient: { vi: 'hộ chưa đủ căn cứ phân loại', en: 'households whose class cannot be settled' },
};

type Parts = Omit<Measure, 'id' | 'class' | 'indicator' | 'part' | 'changes' | 'of' | 'over'> & {
  id: string;
  class?: HouseholdClass;
  indicator?: string;
  part?: HouseholdPart;
  changes?: readonly Change[];
  of?: string;
  over?: string;
};

const id = (text: string): MeasureId => text as MeasureId;
/** A measure; what is not told of it does not apply. */
export const measure = ({ class: ofClass, indicator, part, changes, of, over, ...parts }: Parts): Measure => ({
  ...parts,
  id: id(parts.id),
  class: ofClass ?? null,
  indicator: indicator ?? null,
  part: part ?? null,
  changes: changes === undefined ? null : [...changes],
  of: of === undefined ? null : id(of),
  over: over === undefined ? null : id(over),
});
