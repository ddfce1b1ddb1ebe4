import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { Facts, MemberFacts, type Answer } from '#modules/standards/contract.facts.ts';
import { findIndicator } from '#modules/standards/rules.indicators.ts';
import { packFacts } from '#modules/standards/rules.packed.ts';
import { getStandard } from '#modules/standards/service.ts';
import { emptyRegister, flags, householdsIn, idOf, recordBytes, registerWithin, withVillages, type PackedVillage, type Register } from './rules.register.ts';
import { changedStandard, direction, otherThresholds } from './rules.scenario.ts';
import { effectOn, judgeAnew, movesIn, transitionsBetween } from './rules.trial.ts';

const on = plainDate('2025-12-31');
const { standard } = getStandard('P2022');
const indicatorCount = standard.indicators.length;

interface Household {
  id: string;
  income: number | null;
  deprived: number;
  unknown: number;
  size: number;
  facts: Facts;
}
interface Village {
  id: string;
  households: Household[];
}

const member = fc
  .record({ birth: fc.option(fc.integer({ min: 1940, max: 2025 }).map(String)), healthInsurance: fc.option(fc.boolean()), allowanceAsElderlyOrDisabled: fc.option(fc.boolean()) })
  .map((told) => MemberFacts.parse(told));
const facts = fc
  .record({ members: fc.option(fc.array(member, { minLength: 1, maxLength: 6 })), floorArea: fc.option(fc.integer({ min: 0, max: 90 })), wallsDurable: fc.option(fc.boolean()), roofDurable: fc.option(fc.boolean()) })
  .map(({ members, ...house }) => Facts.parse({ members, house }));
const mask = fc.integer({ min: 0, max: 2 ** indicatorCount - 1 });
const household = fc.record({ id: fc.uuid(), income: fc.option(fc.integer({ min: 0, max: 9_000_000 })), deprived: mask, unknown: mask, size: fc.integer({ min: 0, max: 9 }), facts }).map((one) => ({ ...one, deprived: one.deprived & ~one.unknown }));
/** Villages of different ids, whose places on the map are not in the order in which they were found. */
const villages = fc.uniqueArray(fc.record({ id: fc.integer({ min: 0, max: 40 }).map((n) => `v${n}`), households: fc.uniqueArray(household, { minLength: 1, maxLength: 8, selector: ({ id }) => id }) }), { maxLength: 8, selector: ({ id }) => id });

const pathOf = (village: string): string => `${Number(village.slice(1)) % 4}.${village}`;

function packed({ id, households }: Village): PackedVillage {
  const records = new Uint8Array(recordBytes * households.length);
  const view = new DataView(records.buffer);
  households.forEach((one, place) => {
    const at = recordBytes * place;
    records.set(one.id.replaceAll('-', '').match(/../g)!.map((byte) => parseInt(byte, 16)), at);
    view.setFloat64(at + 16, one.income ?? NaN);
    view.setInt32(at + 24, one.deprived);
    view.setInt32(at + 28, one.unknown);
    view.setInt16(at + 32, one.size);
    view.setInt16(at + 38, flags.packed + flags.areaKind);
  });
  const told = households.map((one) => packFacts(one.facts));
  const all = new Uint8Array(told.reduce((sum, { length }) => sum + length, 0));
  told.reduce((at, one) => (all.set(one, at), at + one.length), 0);
  return { id, path: pathOf(id), records, facts: all };
}

function made<Result>(steps: Generator<void, Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

const byPath = (list: readonly Village[]): Village[] => list.toSorted((one, other) => (pathOf(one.id) < pathOf(other.id) ? -1 : 1));
const inOrder = (list: readonly Village[]): Household[] => byPath(list).flatMap(({ households }) => households.toSorted((one, other) => (one.id < other.id ? -1 : 1)));
const registerOf = (list: readonly Village[]): Register => made(withVillages(emptyRegister(), list.map(packed)));

/** The same rules with other thresholds: of the floor, of the age from which insurance counts, of the share of dependants. */
const tried = changedStandard(standard, {
  thresholds: [
    { indicator: 'NO2', parameter: 'below', value: 11 },
    { indicator: 'YT2', parameter: 'from_age', value: 30 },
    { indicator: 'VL2', parameter: 'share_above', value: 30 },
  ],
});
const others = otherThresholds(standard, tried, []);

/** What the register holds of each household, and what its facts say of the thresholds that are tried. */
function seen(register: Register): object[] {
  const judged = { ...register.columns, deprived: register.columns.deprived.slice(), unknown: register.columns.unknown.slice() };
  judgeAnew(judged, register.facts, others, on);
  return Array.from({ length: householdsIn(register) }, (_, row) => ({ id: idOf(register, row), income: register.columns.income[row], size: register.size[row], deprived: judged.deprived[row], unknown: judged.unknown[row] }));
}

/** The same, one by one. */
function expected({ id, income, size, deprived, unknown, facts: told }: Household): object {
  let [yes, unsure] = [deprived, unknown];
  for (const { indicator, bit } of others) {
    const answer: Answer = findIndicator(indicator, told, on)!.answer;
    if (answer === 'unknown') continue;
    unsure &= ~(1 << bit);
    yes = answer === 'yes' ? yes | (1 << bit) : yes & ~(1 << bit);
  }
  return { id, income: income ?? NaN, size, deprived: yes, unknown: unsure };
}

describe('a register in columns', () => {
  it('holds every household at its place, and judges changed thresholds of each as one by one', () => {
    expect(others.map(({ indicator }) => indicator.code)).toEqual(['VL2', 'YT2', 'NO2']);
    fc.assert(fc.property(villages, (list) => void expect(seen(registerOf(list))).toEqual(inOrder(list).map(expected))));
  });

  it('is the same whether villages came at once, one after another, or in place of what they were', () => {
    fc.assert(
      fc.property(villages, villages, (first, then) => {
        const left = first.filter(({ id }, place) => place % 2 === 0 || then.some((village) => village.id === id));
        const gone = new Set(first.filter((village) => !left.includes(village)).map(({ id }) => id));
        const after = [...left.filter(({ id }) => !then.some((village) => village.id === id)), ...then];
        expect(seen(made(withVillages(registerOf(first), then.map(packed), gone)))).toEqual(inOrder(after).map(expected));
      }),
    );
  });

  it('gives of a range of paths the households there and no others', () => {
    fc.assert(
      fc.property(villages, fc.integer({ min: 0, max: 3 }), (list, place) => {
        const part = registerWithin(registerOf(list), `${place}.`, `${place}/`);
        expect(seen(part)).toEqual(inOrder(list.filter(({ id }) => pathOf(id).startsWith(`${place}.`))).map(expected));
      }),
    );
  });
});

describe('households that change class', () => {
  const classes = ['poor', 'near_poor', 'average', 'not_poor', 'insufficient'] as const;
  it('are counted once: the units add up to the whole, and each move is that of one by one', () => {
    fc.assert(
      fc.property(villages, fc.infiniteStream(fc.nat(classes.length - 1)), (list, drawn) => {
        const register = registerOf(list);
        const [before, after] = [0, 1].map(() => Uint8Array.from({ length: householdsIn(register) }, () => drawn.next().value!)) as [Uint8Array, Uint8Array];
        const units = byPath(list).map(({ id }) => id).slice(1);
        const transitions = transitionsBetween(before, after, register, (village) => (units.includes(village) ? units.indexOf(village) : undefined), units.length);
        const moves = movesIn(transitions);
        const rows = Array.from(before, (from, row) => ({ from: classes[from]!, to: classes[after[row]!]!, persons: register.size[row]! }));
        for (const { from, to, households, persons } of moves) {
          const own = rows.filter((row) => row.from === from && row.to === to);
          expect([households, persons]).toEqual([own.length, own.reduce((sum, row) => sum + row.persons, 0)]);
        }
        expect(moves.reduce((sum, { households }) => sum + households, 0)).toBe(rows.length);
        const first = byPath(list)[0]?.households.length ?? 0;
        const worse = rows.slice(first).filter(({ from, to }) => direction(from, to) === 'worse').length;
        expect(units.reduce((sum, _, unit) => sum + effectOn(transitions, unit).worse, 0)).toBe(worse);
      }),
    );
  });
});
