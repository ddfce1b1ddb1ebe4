import { z } from 'zod';
import { householdRule, ofHousehold, type Finding } from './rules.finding.ts';
import { answerOf, isOneOf } from './rules.known.ts';

/** The house is of one of the lower grades. */
export const houseGrade = householdRule('structures', { grades: z.array(z.string()) }, ({ grade }, { grades }) => ofHousehold(isOneOf(grade, grades)));

/** So many of walls, columns and roof are not durable. */
export const structuresNotDurable = householdRule('structures', { not_durable: z.int() }, ({ wallsDurable, columnsDurable, roofDurable }, { not_durable }) => {
  const structures = [wallsDurable, columnsDurable, roofDurable];
  const least = structures.filter((durable) => durable === false).length;
  const most = structures.filter((durable) => durable !== true).length;
  return ofHousehold(least >= not_durable ? 'yes' : most < not_durable ? 'no' : 'unknown');
});

/** The floor area for each person is below a limit. Areas are compared in whole hundredths of a square metre. */
export const floorAreaPerPerson = householdRule('space', { below: z.number() }, ({ floorArea, people }, { below }): Finding => {
  const isKnown = floorArea !== null && people !== null;
  return {
    answer: isKnown ? answerOf(Math.round(floorArea * 100) < Math.round(below * 100) * people) : 'unknown',
    rule: 'indicator.floor_area',
    inputs: isKnown ? { floor_area: floorArea, people, size_limit: below } : {},
  };
});
