import { plainDate } from '#kernel/plain-date.ts';
import type { HouseholdIntake, MemberIntake } from '#modules/households/contract.intake.ts';
import type { HouseholdClass } from '#modules/standards/contract.ts';
import { familyOf, muongInCamLong, namingIn, type CamLong } from './cam-long.ts';
import { hardCases2025 } from './cam-tan.hard-cases.ts';
import { household, linesOf, type Lines, type StandardOf } from './facts.ts';
import { causesOf, deprivationsOf, form, groupsOf } from './forms-2022.ts';
import { ageAt, newborn, type Register } from './people.ts';
import type { Place, VillageName } from './place.ts';
import { areaOn } from './published.ts';
import { seeded, type Random } from './random.ts';

const code = '15178';
const ends = { 2025: plainDate('2025-12-31'), 2026: plainDate('2026-12-31') };

/** Of what used to be the two other communes no plan names the villages. */
const muongElsewhere = 0.6;

/** Share of the households of a village that the running review has reached; a village with all of them is finished. */
const reached: Readonly<Record<string, number>> = {
  'Thôn Minh Long': 1,
  'Thôn Tân Long': 1,
  'Thôn Cao Long': 1,
  'Thôn Phi Long': 0.5,
  'Thôn Vân Ngọc': 0.2,
  'Thôn Long Tiến': 0,
};
const reachedElsewhere = 0.15;

const decisions: Readonly<Partial<Record<HouseholdClass, string>>> = {
  poor: '01/QĐ-UBND (mô phỏng)',
  near_poor: '02/QĐ-UBND (mô phỏng)',
  not_poor: '03/QĐ-UBND (mô phỏng)',
};

const lacked = ({ facts }: HouseholdIntake): Set<string> =>
  new Set(Object.entries(facts.indicators).flatMap(([indicator, answer]) => (answer === 'yes' ? [indicator] : [])));

/** The people of a household some years later: a few children more, a few of the very old gone. */
function later(register: Register, members: readonly MemberIntake[], since: number): MemberIntake[] {
  const { random, year } = register;
  const left = members.filter((one) => one.head || ageAt(one, year) < 84 || !random.chance(0.3));
  const mother = left.find(({ sex, relation, ...one }) => sex === 'female' && (relation === 'Vợ' || relation === 'Chủ hộ') && ageAt(one, year) <= 38);
  const father = left.find(({ sex, relation }) => sex === 'male' && (relation === 'Chủ hộ' || relation === 'Chồng'));
  if (!mother || !father || left.length >= 8 || !random.chance(0.12)) return left;
  const family = father.name.split(' ')[0]!;
  const youngest = Math.max(0, Math.min(year - since - 1, random.int(0, 2)));
  return [...left, newborn(register, namingIn(random, father.ethnicity === 'Kinh' ? 0 : 1), family, youngest)];
}

/** The household as a review of another year finds it, in a class. */
function reviewed(register: Register, lines: Lines, before: HouseholdIntake, stated: HouseholdClass): HouseholdIntake {
  const { random, year } = register;
  const { number, village, members, groups } = before;
  const deprived = deprivationsOf(random, stated, lines, members, year, lacked(before));
  const known = before.causes.length > 0 ? before.causes : causesOf(random, groups);
  const causes = stated === 'not_poor' ? [] : known;
  return household(number!, members, stated, form(random, number!, stated, lines, members, year, deprived), { village, groups, causes });
}

const decided = (one: HouseholdIntake, day: string): HouseholdIntake => ({ ...one, decision: { number: decisions[one.stated!]!, day: plainDate(day) } });

/** The full list of the end of 2025: what became of the poor of Cẩm Long, new households, those of the other communes, and hard cases. */
function list2025(register: Register, lines: Lines, camLong: CamLong): HouseholdIntake[] {
  const { random, year } = register;
  const continued = camLong.households.map((before) => {
    const members = later(register, before.members, 2022);
    const stated = random.weighted([['poor', 45], ['near_poor', 30], ['not_poor', 25]] as const);
    return reviewed(register, lines, { ...before, members, groups: { ...groupsOf(random, members, year), merit: before.groups.merit } }, stated);
  });
  let next = 1;
  const fresh = (village: VillageName, muong: number, stated: HouseholdClass): HouseholdIntake => {
    const members = familyOf(register, muong);
    const number = `CT-${String(next++).padStart(3, '0')}`;
    return reviewed(register, lines, household(number, members, stated, {}, { village, groups: groupsOf(random, members, year) }), stated);
  };
  const some = (count: number, village: () => VillageName, muong: number, stated: HouseholdClass): HouseholdIntake[] =>
    Array.from({ length: count }, () => fresh(village(), muong, stated));
  const anyVillage = (): string => random.pick(Object.keys(reached));
  return [
    ...continued,
    ...some(7, anyVillage, muongInCamLong, 'poor'),
    ...some(46, anyVillage, muongInCamLong, 'near_poor'),
    ...some(109, () => null, muongElsewhere, 'poor'),
    ...some(131, () => null, muongElsewhere, 'near_poor'),
  ].map((one) => decided(one, '2025-12-12'));
}

const changes2026: Readonly<Partial<Record<HouseholdClass, readonly (readonly [HouseholdClass, number])[]>>> = {
  poor: [['poor', 72], ['near_poor', 20], ['not_poor', 8]],
  near_poor: [['near_poor', 69], ['not_poor', 25], ['poor', 6]],
};
/** How many of those that had escaped by 2025 have slipped back, and how many are new, in the villages reached. */
const slippedBack = 3;
const newlyPoor = 3;
/** One household moved to another village, and one is on the list no more without a word why. */
const [movedFrom, movedTo, goneFrom] = ['Thôn Minh Long', 'Thôn Tân Long', 'Thôn Cao Long'];

/** What the running review of 2026 has so far. A few households left or came in the middle of the year, each with its decision. */
function list2026(register: Register, lines: Lines, before: readonly HouseholdIntake[]): HouseholdIntake[] {
  const { random } = register;
  const isReached = ({ village }: HouseholdIntake): boolean => random.chance(village === null ? reachedElsewhere : reached[village]!);
  const listed = before.filter(({ stated }) => stated === 'poor' || stated === 'near_poor').filter(isReached);
  const finished = (one: HouseholdIntake): boolean => one.village !== null && reached[one.village] === 1;
  const back = before.filter((one) => one.stated === 'not_poor' && finished(one)).slice(0, slippedBack);
  const next = listed.map((one) => reviewed(register, lines, one, random.weighted(changes2026[one.stated!]!)));
  const of = (village: VillageName): HouseholdIntake => next.find((one) => one.village === village)!;
  const [mover, gone] = [of(movedFrom), of(goneFrom)];
  const remaining = next.filter((one) => one !== gone).map((one) => (one === mover ? { ...one, village: movedTo } : one));
  const relapsed = back.map((one) => decided(reviewed(register, lines, one, 'poor'), '2026-07-24'));
  const fresh = Array.from({ length: newlyPoor }, (_, index) => {
    const members = familyOf(register, muongInCamLong);
    const village = random.pick(['Thôn Minh Long', 'Thôn Tân Long', 'Thôn Cao Long']);
    const empty = household(`CT-9${String(index + 1).padStart(2, '0')}`, members, 'poor', {}, { village, groups: groupsOf(random, members, 2026) });
    return decided(reviewed(register, lines, empty, 'poor'), '2026-08-21');
  });
  return [...remaining, ...relapsed, ...fresh];
}

function place(year: 2025 | 2026, households: HouseholdIntake[], rest: Pick<Place, 'title' | 'coverage' | 'simulatedNote'>): Place {
  const area = areaOn(code, ends[year]);
  return {
    key: `cam-tan-${year}`,
    series: 'cam-long',
    round: { year, asOf: ends[year], standardId: 'P2022', area, running: year === 2026 },
    communes: [{ area, households }],
    statistics: [],
    ...rest,
  };
}

const registerOf = (random: Random, year: number, { taken, serial }: CamLong): Register => ({ random, year, idShare: 0.75, taken, serial });

/** Cẩm Tân commune, which Cẩm Long went into on 01/07/2025: the list of the end of 2025, and the running review of 2026. All of it made up. */
export function camTan(standardOf: StandardOf, camLong: CamLong): Place[] {
  const standard = standardOf('P2022');
  const lines = { 2025: linesOf(standard, 'rural', ends[2025]), 2026: linesOf(standard, 'rural', ends[2026]) };
  const before = list2025(registerOf(seeded('cam-tan-2025'), 2025, camLong), lines[2025], camLong);
  const now = list2026(registerOf(seeded('cam-tan-2026'), 2026, camLong), lines[2026], before);
  const finished = Object.entries(reached).flatMap(([village, share]) => (share === 1 ? [village] : []));
  return [
    place(2025, [...before, ...hardCases2025(lines[2025])], {
      title: { vi: 'Xã Cẩm Tân, cuối năm 2025', en: 'Cẩm Tân commune, end of 2025' },
      coverage: [{ area: areaOn(code, ends[2025]), village: null, classes: ['poor', 'near_poor'], indicators: true }],
      simulatedNote: { vi: 'Mô phỏng: toàn bộ danh sách là giả định.', en: 'Simulated: the whole list is made up.' },
    }),
    place(2026, now, {
      title: { vi: 'Xã Cẩm Tân, năm 2026 (đang rà soát)', en: 'Cẩm Tân commune, 2026 (review under way)' },
      coverage: finished.map((village) => ({ area: areaOn(code, ends[2026]), village, classes: ['poor', 'near_poor'], indicators: true })),
      simulatedNote: {
        vi: 'Mô phỏng: toàn bộ danh sách là giả định; mới rà soát xong một số thôn.',
        en: 'Simulated: the whole list is made up; only some villages are finished.',
      },
    }),
  ];
}
