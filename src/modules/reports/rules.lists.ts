import { z } from 'zod';
import { Text } from '#kernel/text.ts';
import type { RosterHousehold, RosterMember } from '#modules/households/contract.roster.ts';
import { HouseholdClass } from '#modules/standards/contract.ts';
import { Provision } from '#modules/standards/contract.packs.ts';
import { FormId, FormSection, type ListColumn } from './contract.ts';

const Field = z.enum(['household_no', 'member_no', 'name', 'born_male', 'born_female', 'ethnicity', 'relation', 'new', 'again', 'still', 'merit', 'no_labour']);
type Field = z.infer<typeof Field>;

const Key = z.string().regex(/^[a-z_]+$/);
const Listed = z.strictObject({ key: Key, number: z.int().positive(), label: Text, field: Field });
/** A column of the paper of which nothing is on record yet; it stays empty and the notes say why. */
const Unrecorded = z.strictObject({ key: Key, number: z.int().positive(), label: Text, unrecorded: Text });
const Group = z.strictObject({ group: Text, columns: z.array(z.union([Listed, Unrecorded])).min(1) });

/** A list of households by name, as its file in packs/vn/report-forms declares it. */
export const ListForm = z.strictObject({
  form: FormId,
  title: Text,
  basis: Provision,
  section: FormSection.default('lists'),
  list: HouseholdClass.describe('Whose households it names'),
  columns: z.array(z.union([Listed, Unrecorded, Group])).min(1),
  notes: z.array(Text).default([]),
  signatures: z.array(Text).min(1).max(4),
});
export type ListForm = z.infer<typeof ListForm>;

type Leaf = (z.infer<typeof Listed> | z.infer<typeof Unrecorded>) & { groups: Text[] };

const leavesOf = ({ columns }: ListForm): Leaf[] =>
  columns.flatMap((head): Leaf[] => ('group' in head ? head.columns.map((column) => ({ ...column, groups: [head.group] })) : [{ ...head, groups: [] }]));

export const listColumnsOf = (form: ListForm): ListColumn[] =>
  leavesOf(form).map((leaf) => ({ key: leaf.key, number: leaf.number, label: leaf.label, groups: leaf.groups, unrecorded: 'unrecorded' in leaf ? leaf.unrecorded : null }));

const mark = (holds: boolean | null): string | null => (holds === null ? null : holds ? 'x' : '');

/** The text of a cell: null where it is not known, empty where there is nothing to say. Marks of the household stand in the line of its head. */
function textOf(field: Field, household: RosterHousehold, no: number, member: RosterMember, place: number): string | null {
  const isFirst = place === 0;
  const year = member.birth?.slice(0, 4) ?? null;
  const ofHousehold = (holds: boolean | null): string | null => (isFirst ? mark(holds) : '');
  const { standing } = household;
  if (field === 'household_no') return isFirst ? String(no) : '';
  if (field === 'member_no') return String(place + 1);
  if (field === 'name') return member.name;
  if (field === 'born_male') return member.sex === 'female' ? '' : member.sex === 'male' ? year : null;
  if (field === 'born_female') return member.sex === 'male' ? '' : member.sex === 'female' ? year : null;
  if (field === 'ethnicity') return member.ethnicity;
  if (field === 'relation') return member.relation;
  if (field === 'merit') return ofHousehold(household.merit);
  if (field === 'no_labour') return ofHousehold(household.noLabour);
  return ofHousehold(standing === null ? null : standing === field);
}

/** The lines of a household, one for each member, the head first; `no` is its number in the list. */
export function listRowsOf(form: ListForm, household: RosterHousehold, no: number): { cells: Record<string, string | null> }[] {
  const leaves = leavesOf(form);
  return household.members.map((member, place) => ({
    cells: Object.fromEntries(leaves.map((leaf) => [leaf.key, 'field' in leaf ? textOf(leaf.field, household, no, member, place) : null])),
  }));
}
