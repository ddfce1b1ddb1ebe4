import { z } from 'zod';
import { indicatorRule, ofHousehold, type Finding } from './rules.finding.ts';
import { answerOf, isOneOf } from './rules.known.ts';

/** The house is of one of the lower grades. */
export const houseGrade = indicatorRule({ grades: z.array(z.string()) }, (facts, { grades }) =>
  ofHousehold(isOneOf(facts.house?.grade ?? null, grades)),
);

/** So many of walls, columns and roof are not durable. */
export const structuresNotDurable = indicatorRule({ not_durable: z.int() }, (facts, { not_durable }) => {
  const { wallsDurable = null, columnsDurable = null, roofDurable = null } = facts.house ?? {};
  const structures = [wallsDurable, columnsDurable, roofDurable];
  const least = structures.filter((durable) => durable === false).length;
  const most = structures.filter((durable) => durable !== true).length;
  return ofHousehold(least >= not_durable ? 'yes' : most < not_durable ? 'no' : 'unknown');
});

/** The floor area for each person is below a limit. Areas are compared in whole hundredths of a square metre. */
export const floorAreaPerPerson = indicatorRule({ below: z.number() }, (facts, { below }): Finding => {
  const floorArea = facts.house?.floorArea ?? null;
  const people = facts.people ?? facts.members?.length ?? null;
  const isKnown = floorArea !== null && people !== null;
  return {
    answer: isKnown ? answerOf(Math.round(floorArea * 100) < Math.round(below * 100) * people) : 'unknown',
    rule: 'indicator.floor_area',
    inputs: isKnown ? { floor_area: floorArea, people, size_limit: below } : {},
  };
});
