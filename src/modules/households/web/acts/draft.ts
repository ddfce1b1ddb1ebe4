import type { Id } from '#kernel/ids.ts';
import { readPartOfDate } from '#kernel/plain-date.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import type { Act } from '../../contract.events.ts';
import type { MemberIntake, Sex } from '../../contract.intake.ts';
import type { HouseholdFile, HouseholdMember } from '../../contract.ts';

export type ActKind = Act['kind'];

/** A person of another household of the register. */
export interface Elsewhere {
  household: Id;
  head: string;
  person: Id;
  name: string;
}

export interface Newcomer {
  name: string;
  sex: Sex | null;
  birth: string;
  ethnicity: string;
  idNumber: string;
}

/** What the fields of a dialog hold, for all acts; each reads its own. */
export interface Draft {
  people: Id[];
  person: Id | null;
  head: Id | null;
  headStaying: Id | null;
  headStayingThere: Id | null;
  relations: Record<Id, string>;
  village: AreaRef | null;
  /** The name of the place, where it was found by searching. */
  villageName: string | null;
  number: string;
  into: { id: Id; head: string } | null;
  /** Somebody from elsewhere: of another household, or new to the register. */
  from: 'register' | 'outside';
  elsewhere: Elsewhere | null;
  newcomer: Newcomer;
  relation: string;
  home: 'here' | 'there' | 'new' | 'away';
  headOfCouple: 'person' | 'spouse';
  because: 'abroad' | 'died_out' | 'other';
}

export const emptyDraft: Draft = {
  people: [], person: null, head: null, headStaying: null, headStayingThere: null, relations: {}, village: null, villageName: null, number: '', into: null,
  from: 'outside', elsewhere: null, newcomer: { name: '', sex: null, birth: '', ethnicity: '', idNumber: '' }, relation: '', home: 'here', headOfCouple: 'person', because: 'abroad',
};

export const presentIn = ({ members }: Pick<HouseholdFile, 'members'>): HouseholdMember[] => members.filter(({ to }) => to === null);

const told = (text: string): string | null => text.trim() || null;

function intakeOf({ name, sex, birth, ethnicity, idNumber }: Newcomer, relation: string): Omit<MemberIntake, 'head'> | null {
  const born = readPartOfDate(birth);
  const isReadable = name.trim() !== '' && (birth.trim() === '' || born !== null) && /^(|\d{9}|\d{12})$/.test(idNumber);
  return isReadable ? { name: name.trim(), sex, birth: born, ethnicity: told(ethnicity), idNumber: idNumber || null, relation: told(relation) } : null;
}

/** Who leaves the household by the act, as far as the fields say: where the head is among them another must be named. */
export function leavingOf(kind: ActKind, { people, person, home, elsewhere }: Draft, household: Id): Id[] {
  if (kind === 'split') return people;
  if ((kind === 'death' || kind === 'leave') && person) return [person];
  if (kind !== 'marriage' || !person || home === 'here') return [];
  return home === 'new' && elsewhere?.household === household ? [person, elsewhere.person] : [person];
}

export function needsHead(kind: ActKind, draft: Draft, file: Pick<HouseholdFile, 'id' | 'members'>): boolean {
  const leaving = leavingOf(kind, draft, file.id);
  const present = presentIn(file);
  return present.some(({ person, head }) => head && leaving.includes(person)) && present.some(({ person }) => !leaving.includes(person));
}

/** The act that the fields tell; null while something is missing. */
export function actOf(kind: ActKind, draft: Draft, file: Pick<HouseholdFile, 'id' | 'members'>): Act | null {
  const { people, person, head, village, into, elsewhere, because } = draft;
  const headStaying = needsHead(kind, draft, file) ? draft.headStaying : null;
  if (needsHead(kind, draft, file) && headStaying === null) return null;
  const relations = Object.entries(draft.relations).flatMap(([one, relation]) => (relation.trim() === '' ? [] : [{ person: one as Id, relation: relation.trim() }]));
  const common = { headStaying, relations };
  const newcomer = intakeOf(draft.newcomer, draft.relation);
  const known = elsewhere && { household: elsewhere.household, person: elsewhere.person };
  const other = draft.from === 'register' ? known : newcomer;
  switch (kind) {
    case 'split':
      return people.length > 0 && head !== null && people.includes(head) && village ? { kind, people, head, village, number: told(draft.number), ...common } : null;
    case 'merge':
      return into && { kind, into: into.id, relations };
    case 'move':
    case 'place':
      return village && { kind, to: village };
    case 'birth':
      return newcomer && { kind, child: newcomer };
    case 'death':
    case 'leave':
      return person && { kind, person, ...common };
    case 'marriage': {
      if (!person || !other || (draft.home === 'new' && !village)) return null;
      const place = draft.home === 'new' && village ? { village, number: told(draft.number) } : null;
      return { kind, person, spouse: other, home: draft.home, place, head: draft.headOfCouple, headStaying, headStayingThere: draft.headStayingThere, relation: told(draft.relation) };
    }
    case 'head':
      return person && { kind, person, relations };
    case 'join':
      return other && { kind, who: other, relation: told(draft.relation), headStayingThere: draft.headStayingThere };
    case 'end':
      return { kind, because };
  }
}
