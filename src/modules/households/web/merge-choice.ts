import type { Id } from '#kernel/ids.ts';
import type { ComparedPair, ComparedPerson, MergeChoice, PersonField } from '../contract.matching.ts';

export type Side = 'one' | 'other';

/** What an officer has chosen on the page of a pair. */
export interface Picks {
  /** The household that stays. */
  keep: Side;
  number: Side;
  village: Side;
  /** Field by field, of persons whom both have; by member of the first household and field. */
  fields: Readonly<Record<string, Side>>;
  /** Members whom only the household that goes has, and who do not come along. */
  left: ReadonlySet<Id>;
  classes: Readonly<Record<string, Side>>;
}

/** A line of the comparison: a person whom both have, or one alone. */
export interface PersonLine {
  one: ComparedPerson | null;
  other: ComparedPerson | null;
  reasons: ComparedPair['persons'][number]['reasons'];
}

export const personFields = ['name', 'relation', 'sex', 'birth', 'ethnicity', 'idNumber'] as const satisfies readonly PersonField[];

export const fieldKey = (member: ComparedPerson, field: PersonField): string => `${member.id} ${field}`;

/** Begins with the older household; what it does not know comes from the other. */
export function startOf(pair: ComparedPair): Picks {
  const keep: Side = pair.one.enteredAt <= pair.other.enteredAt ? 'one' : 'other';
  return { keep, number: keep, village: keep, fields: {}, left: new Set(), classes: {} };
}

export function linesOf({ one, other, persons }: ComparedPair): PersonLine[] {
  const member = (list: readonly ComparedPerson[], id: Id): ComparedPerson => list.find((person) => person.id === id)!;
  const paired = persons.map((match) => ({ one: member(one.members, match.one), other: member(other.members, match.other), reasons: match.reasons }));
  const alone = (list: readonly ComparedPerson[], side: Side): ComparedPerson[] => list.filter(({ id }) => !persons.some((match) => match[side] === id));
  return [
    ...paired.sort((a, b) => one.members.indexOf(a.one) - one.members.indexOf(b.one)),
    ...alone(one.members, 'one').map((person) => ({ one: person, other: null, reasons: [] })),
    ...alone(other.members, 'other').map((person) => ({ one: null, other: person, reasons: [] })),
  ];
}

/** The side whose value of a field counts: the chosen one, else the household that stays, else who knows it. */
export function sideOf({ keep, fields }: Picks, { one, other }: PersonLine, field: PersonField): Side {
  if (!one || !other) return one ? 'one' : 'other';
  const stays = keep === 'one' ? one : other;
  return fields[fieldKey(one, field)] ?? (stays[field] === null ? (keep === 'one' ? 'other' : 'one') : keep);
}

/** The choice as the server takes it. */
export function choiceOf(pair: ComparedPair, picks: Picks): MergeChoice {
  const goes: Side = picks.keep === 'one' ? 'other' : 'one';
  const relative = (side: Side): 'keep' | 'other' => (side === picks.keep ? 'keep' : 'other');
  const rounds = pair.one.classes.filter(({ roundId }) => pair.other.classes.some((record) => record.roundId === roundId));
  return {
    keep: pair[picks.keep].id,
    other: pair[goes].id,
    fields: { number: relative(picks.number), village: relative(picks.village) },
    persons: linesOf(pair).map((line) => ({
      keep: line[picks.keep]?.id ?? null,
      other: line[goes]?.id ?? null,
      fromOther: line.one && line.other ? personFields.filter((field) => line.one![field] !== line.other![field] && sideOf(picks, line, field) === goes) : [],
      joins: !picks.left.has(line[goes]?.id as Id),
    })),
    classes: rounds.map(({ roundId }) => ({ roundId, take: relative(picks.classes[roundId] ?? picks.keep) })),
  };
}
