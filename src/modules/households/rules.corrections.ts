import type { IdentityField } from './contract.corrections.ts';
import { Birth, MemberIntake, Sex } from './contract.intake.ts';

/** A member's values by the names of the fields that identify. */
export const valueOf = (member: MemberIntake, field: IdentityField): string | null => (field === 'id_number' ? member.idNumber : member[field]);

const schemas = {
  name: MemberIntake.shape.name,
  birth: Birth.nullable(),
  sex: Sex.nullable(),
  id_number: MemberIntake.shape.idNumber,
  ethnicity: MemberIntake.shape.ethnicity,
  relation: MemberIntake.shape.relation,
} as const;

/** Whether a value fits its field. Only the name may not be unknown. */
export const isFitting = (field: IdentityField, value: string | null): boolean => schemas[field].safeParse(value).success;

/** The member with one value corrected. */
export const corrected = <Member extends MemberIntake>(member: Member, field: IdentityField, value: string | null): Member => ({
  ...member,
  [field === 'id_number' ? 'idNumber' : field]: value,
});

export interface Request {
  askedBy: string | null;
  accepted: boolean | null;
  decidedBy: string | null;
  old: string | null;
}

/** Why a request cannot be decided by somebody: `again` is the same decision once more, which changes nothing. */
export function judge(request: Request, decider: string | null, accept: boolean, now: string | null): 'decide' | 'again' | 'own-request' | 'decided' | 'changed-since' {
  if (request.accepted !== null) return request.accepted === accept && request.decidedBy === decider ? 'again' : 'decided';
  if (request.askedBy === decider) return 'own-request';
  return accept && now !== request.old ? 'changed-since' : 'decide';
}
