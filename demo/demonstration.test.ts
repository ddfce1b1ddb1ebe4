import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fold } from '#kernel/vietnamese.ts';
import { HouseholdIntake, type MemberIntake } from '#modules/households/contract.intake.ts';
import type { AreaKind, Classification } from '#modules/standards/contract.ts';
import type { Standard } from '#modules/standards/contract.packs.ts';
import { classify } from '#modules/standards/rules.ts';
import { getStandard } from '#modules/standards/service.ts';
import { demonstration } from './demonstration.ts';
import { hardCases } from './hard-cases.ts';
import { ageAt, unrealProvince } from './people.ts';
import type { Place } from './place.ts';
import { censusCommunes } from './published.ts';

const views = new Map<string, Standard>();
const standardOf = (id: string): Standard => {
  if (!views.has(id)) views.set(id, getStandard(id).standard);
  return views.get(id)!;
};
const places = demonstration(standardOf);
const cases = hardCases(places, standardOf);
const urban = new Set(['35', '38'].flatMap(censusCommunes).flatMap((commune) => (commune.urban ? [commune.code] : [])));

const lists = places.flatMap((place) => place.communes.map((commune) => ({ place, ...commune })));
const households = lists.flatMap(({ place, area, households: list }) => list.map((household) => ({ place, area, household })));
const people = households.flatMap(({ place, household }) => household.members.map((member) => ({ place, household, member })));

function classified({ round }: Place, area: string, { facts }: HouseholdIntake): Classification {
  const isTown = round.standardId === 'P2016' && urban.has(area.split('@')[0]!);
  const kind: AreaKind = isTown ? 'urban' : 'rural';
  return classify(facts, standardOf(round.standardId), { date: round.asOf, area: kind, region: null, instrument: null, local: null, demonstration: false });
}

describe('the demonstration', () => {
  test('is the same each time', () => {
    const print = (made: Place[]): string => createHash('sha256').update(JSON.stringify(made)).digest('hex');
    expect(print(demonstration(standardOf))).toBe(print(places));
  });

  test('knows neither clock nor chance', () => {
    for (const file of readdirSync(new URL('.', import.meta.url)).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))) {
      expect(readFileSync(new URL(file, import.meta.url), 'utf8'), file).not.toMatch(/Math\.random|new Date|Date\.now|randomUUID/);
    }
  });

  test('is made of households as an intake wants them, each with one head', () => {
    for (const { household } of households) HouseholdIntake.parse(household);
    expect(households.filter(({ household: { members } }) => members.filter(({ head }) => head).length !== 1 || !members[0]!.head)).toEqual([]);
  });

  test('gives a household one number in its list, and keeps lists of a series apart by it', () => {
    for (const { households: list } of lists) expect(new Set(list.map(({ number }) => number)).size).toBe(list.length);
  });
});

describe('classes', () => {
  test('follow from the standard of the round, but for the hard cases that are to differ', () => {
    const differing = new Set(cases.filter(({ differs }) => differs).map(({ place, number }) => `${place} ${number}`));
    for (const { place, area, household } of households) {
      const { class: ours } = classified(place, area, household);
      const key = `${place.key} ${household.number}`;
      if (differing.has(key)) expect(ours, key).not.toBe(household.stated);
      else expect(ours, key).toBe(household.stated ?? 'insufficient');
    }
    expect(differing.size).toBe(2);
  });

  test('rest on facts that agree with each other, but for the one case that shows otherwise', () => {
    const contradicting = households.filter(({ place, area, household }) => classified(place, area, household).notes.some(({ note }) => note === 'contradiction'));
    const shown = cases.find(({ shows }) => shows.en === 'The copied B2 sum contradicts the indicators')!;
    expect(contradicting.map(({ household }) => household.number)).toEqual([shown.number]);
  });

  test('in Hà Nam come by both routes of 2016, mostly by income', () => {
    const bands = Object.groupBy(
      households.filter(({ place, household }) => place.key === 'ha-nam-2015' && household.stated === 'poor'),
      ({ place, area, household }) => classified(place, area, household).income.band ?? 'none',
    );
    expect(Object.keys(bands).sort()).toEqual(['criterion', 'poor_alone']);
    expect(bands.criterion!.length).toBeLessThan(bands.poor_alone!.length / 10);
  });

  test('of a fully answered form leave nothing open', () => {
    const { place, number } = cases.find(({ shows }) => shows.en.startsWith('A fully answered form'))!;
    const found = households.find((one) => one.place.key === place && one.household.number === number)!;
    const { class: ours, deprived, deprivations } = classified(found.place, found.area, found.household);
    expect(found.household.facts.indicators).toEqual({});
    expect(Object.values(deprivations)).not.toContain('unknown');
    expect([ours, deprived.least]).toEqual(['poor', 5]);
  });
});

describe('hard cases', () => {
  test('are in the lists, each another household', () => {
    const present = new Set(households.map(({ place, household }) => `${place.key} ${household.number}`));
    const keys = cases.map(({ place, number }) => `${place} ${number}`);
    expect(keys.filter((key) => !present.has(key))).toEqual([]);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('people', () => {
  test('bear ID numbers that no real person can have, and each another one', () => {
    const owners = new Map<string, string>();
    for (const { member } of people) {
      if (member.idNumber === null) continue;
      expect(member.idNumber).toMatch(new RegExp(`^${unrealProvince}\\d{9}$`));
      const owner = `${member.name} ${member.birth}`;
      expect(owners.get(member.idNumber) ?? owner).toBe(owner);
      owners.set(member.idNumber, owner);
    }
    expect(owners.size).toBeGreaterThan(1_000);
  });

  test('have well-formed names that fit their sex', () => {
    const shape = /^\p{Lu}\p{Ll}+( \p{Lu}\p{Ll}*){2,3}$/u;
    const fits = ({ name, sex }: MemberIntake): boolean =>
      shape.test(name) && name === name.normalize('NFC') && !(name.includes(' Văn ') && sex !== 'male') && !(name.includes(' Thị ') && sex === 'male');
    expect(people.filter(({ member }) => !fits(member)).map(({ member }) => member)).toEqual([]);
  });

  test('stand to each other as their relations say', () => {
    const sexOf: Record<string, string> = { Vợ: 'female', Mẹ: 'female', Chồng: 'male', Bố: 'male' };
    /** By how many years the head is older, at least and at most. */
    const olderBy: Record<string, [number, number]> = { 'Chủ hộ': [0, 0], Vợ: [-15, 25], Chồng: [-15, 25], Con: [17, 60], Cháu: [40, 90], Bố: [-45, -17], Mẹ: [-45, -17] };
    const fits = (head: MemberIntake, { relation, sex, birth }: MemberIntake): boolean => {
      const [least, most] = olderBy[relation!] ?? [1, 0];
      const years = birth === null ? least : ageAt(head, 2026) - ageAt({ birth }, 2026);
      return (sexOf[relation!] ?? sex) === sex && least <= years && years <= most;
    };
    expect(people.filter(({ household, member }) => !fits(household.members[0]!, member)).map(({ member }) => member)).toEqual([]);
  });

  test('cannot be taken for each other in one list', () => {
    for (const { households: list } of lists) {
      const names = list.flatMap(({ members }) => members.filter(({ birth }) => birth !== null).map(({ name, birth }) => `${fold(name)} ${birth!.slice(0, 4)}`));
      expect(new Set(names).size).toBe(names.length);
    }
  });

  test('of Cẩm Long are mostly Mường, as published', () => {
    const list = places.find(({ key }) => key === 'cam-long-2022')!.communes[0]!.households;
    const share = list.filter(({ members }) => members[0]!.ethnicity === 'Mường').length / list.length;
    expect(share).toBeGreaterThan(0.8);
    expect(share).toBeLessThan(0.9);
  });
});
