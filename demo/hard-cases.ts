import type { AreaKind } from '#modules/standards/contract.ts';
import type { HouseholdIntake } from '#modules/households/contract.intake.ts';
import { hardCasesOfCamTan, type HardCase } from './cam-tan.hard-cases.ts';
import { linesOf, type Lines, type StandardOf } from './facts.ts';
import type { Place } from './place.ts';
import { censusCommunes } from './published.ts';

export type { HardCase };

const lackedBy = ({ facts }: HouseholdIntake): number => Object.values(facts.indicators).filter((answer) => answer === 'yes').length;

/** What the households of 2016 can show, found among those of Hà Nam so that the published totals stay. */
const cases2016: readonly { kind: AreaKind; shows: HardCase['shows']; test(one: HouseholdIntake, lines: Lines): boolean }[] = [
  {
    kind: 'rural',
    shows: {
      vi: 'Nghèo theo cả hai cách: thu nhập từ chuẩn nghèo trở xuống và thiếu hụt từ ba chỉ số',
      en: 'Poor both ways: under the poverty line and with three deprivations or more',
    },
    test: (one, { poorAlone, minDeprived }) => one.facts.income! < poorAlone! && lackedBy(one) >= minDeprived,
  },
  {
    kind: 'rural',
    shows: {
      vi: 'Nghèo chỉ vì thiếu hụt: thu nhập trên chuẩn nghèo, không quá chuẩn cận nghèo',
      en: 'Poor by deprivations alone: an income between the two lines',
    },
    test: ({ stated, facts }, { poorAlone }) => stated === 'poor' && facts.income! > poorAlone!,
  },
  {
    kind: 'rural',
    shows: { vi: 'Nghèo chỉ vì thu nhập: không thiếu hụt chỉ số nào', en: 'Poor by income alone: no deprivation' },
    test: (one) => one.stated === 'poor' && lackedBy(one) === 0,
  },
  {
    kind: 'rural',
    shows: { vi: 'Thu nhập đúng bằng chuẩn nghèo', en: 'Income exactly at the poverty line' },
    test: ({ facts }, { poorAlone }) => facts.income === poorAlone,
  },
  {
    kind: 'rural',
    shows: { vi: 'Thu nhập đúng bằng chuẩn cận nghèo', en: 'Income exactly at the near-poverty line' },
    test: ({ stated, facts }, { criterion }) => stated === 'near_poor' && facts.income === criterion,
  },
  {
    kind: 'urban',
    shows: {
      vi: 'Nghèo theo chuẩn thành thị; ở nông thôn thì thu nhập này vượt chuẩn nghèo',
      en: 'Poor by the urban line; in the country this income is above the poverty line',
    },
    test: ({ stated, facts }, { poorAlone }) => stated === 'poor' && facts.income! > poorAlone! - 100_000 && facts.income! <= poorAlone!,
  },
];

/** The households that are good for showing what is hard, each in its place. */
export function hardCases(places: readonly Place[], standardOf: StandardOf): HardCase[] {
  const haNam = places.find(({ key }) => key === 'ha-nam-2015')!;
  const camTan = places.find(({ key }) => key === 'cam-tan-2025')!;
  const urban = new Set(censusCommunes('35').flatMap((commune) => (commune.urban ? [commune.code] : [])));
  const used = new Set<string>();
  const found = cases2016.map(({ kind, shows, test }): HardCase => {
    const lines = linesOf(standardOf('P2016'), kind, haNam.round.asOf);
    const households = haNam.communes.filter(({ area }) => urban.has(area.split('@')[0]!) === (kind === 'urban')).flatMap((commune) => commune.households);
    const number = households.find((one) => !used.has(one.number!) && test(one, lines))!.number!;
    used.add(number);
    return { place: haNam.key, number, shows, differs: false };
  });
  return [...found, ...hardCasesOfCamTan(linesOf(standardOf('P2022'), 'rural', camTan.round.asOf))];
}
