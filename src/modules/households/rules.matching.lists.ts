/** A list held against the register where no exact key speaks: whom it surely means, and whom an officer must be asked about. */
import { sortKey } from '#kernel/vietnamese.ts';
import type { NumberForm, Reason } from './contract.matching.ts';
import { findPairs } from './rules.matching.find.ts';
import type { Grouped, HouseholdMatch } from './rules.matching.households.ts';
import { nameShares, prepare, type Person } from './rules.matching.ts';
import { readName } from './rules.matching.names.ts';
import { reasonsOf } from './rules.matching.reasons.ts';

export interface Listed {
  village: string | null;
  members: readonly Person[];
}

export interface ListMatch {
  /** Place in the list, and in the register or, for `doubles`, of the other household of the list. */
  one: number;
  other: number;
  score: number;
  /** `same` only where neither side has another that is as sure. */
  verdict: 'same' | 'perhaps';
  reasons: Reason[];
}

/**
 * A list is compared while its officer waits: only two persons who, by what their own records say, are rather one than two bring their households
 * together. Of 300,000 made records with a known truth that leaves out no pair of one person; what it leaves out are 2 in 100 of the questions, all
 * of them about strangers.
 */
const leastBits = 0;

const groupedOf = (form: NumberForm) => ({ village, members }: Listed): Grouped => ({ villageId: sortKey(village ?? ''), communeId: '', members: members.map((member) => prepare(member, form)) });

function explain({ score, verdict, pairs }: HouseholdMatch, a: Listed, b: Listed, one: number, other: number): ListMatch {
  const first = pairs.find((pair) => a.members[pair.one]!.head && b.members[pair.other]!.head) ?? pairs[0]!;
  return { one, other, score, verdict: verdict === 'same' ? 'same' : 'perhaps', reasons: reasonsOf(first.comparison, a.members[first.one]!, b.members[first.other]!) };
}

/**
 * `list` and `register` are the households of one commune that exact keys left over; `all` are those by which the frequency of names is
 * counted. Each household of the list gets at most its best match; `doubles` are households of the list that are probably one.
 */
export function matchList(list: readonly Listed[], register: readonly Listed[], all: readonly Listed[], form: NumberForm): { matches: ListMatch[]; doubles: ListMatch[] } {
  const both = [...list, ...register];
  const shares = nameShares(all.flatMap(({ members }) => members.map(({ name }) => ({ name: readName(name) }))));
  const [found, doubles]: [ListMatch[], ListMatch[]] = [[], []];
  for (const pair of findPairs(both.map(groupedOf(form)), shares, { compared: 0, skipped: 0, done: 0 }, leastBits)) {
    if (pair === null || pair.match.verdict === 'different' || pair.one >= list.length) continue;
    const match = explain(pair.match, both[pair.one]!, both[pair.other]!, pair.one, pair.other);
    if (pair.other < list.length) doubles.push(match);
    else found.push({ ...match, other: pair.other - list.length });
  }
  const sure = found.filter(({ verdict }) => verdict === 'same');
  const isAlone = ({ one, other }: ListMatch): boolean => sure.filter((match) => match.one === one || match.other === other).length === 1;
  const judged = found.map((match): ListMatch => (match.verdict === 'same' && !isAlone(match) ? { ...match, verdict: 'perhaps' } : match));
  const best = new Map<number, ListMatch>();
  for (const match of judged.sort((a, b) => b.score - a.score)) if (!best.has(match.one)) best.set(match.one, match);
  return { matches: [...best.values()], doubles };
}
