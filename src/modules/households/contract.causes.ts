import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { Period } from '#kernel/period.ts';
import { PlainDate } from '#kernel/plain-date.ts';
import { procedure } from '#kernel/procedure.ts';
import { IndicatorCode } from '#modules/standards/contract.packs.ts';
import { GivenCause } from './contract.parts.ts';

/** Causes of one thing, as far as the role may see them. */
export const CausesSeen = z.strictObject({
  causes: z.array(GivenCause),
  hiddenCauses: z.int().min(0).describe('Sensitive causes that the role may not see'),
  note: z.string().nullable().describe('Only for who may see sensitive causes'),
});
export type CausesSeen = z.infer<typeof CausesSeen>;

/** Why a household is deprived in an indicator. */
export const DeprivationCauses = CausesSeen.extend({ indicator: IndicatorCode });
export type DeprivationCauses = z.infer<typeof DeprivationCauses>;

/** Who told the causes of a record, where that was not the list. */
export const CausesTold = z.strictObject({
  day: PlainDate.describe('On which it was found so'),
  source: z.string().describe('Who found it, or the paper'),
  by: z.string().nullable(),
  at: z.iso.datetime(),
});
export type CausesTold = z.infer<typeof CausesTold>;

const which = { household: Id, period: Period, revision: z.int().min(1).describe('Of the official class that was seen: if it counts no more, nothing is written') };

// Who records causes sees all of them: what one cannot see one cannot put anew.
const recordCauses = procedure({ permission: 'household.sensitive', access: 'write', personal: true, method: 'POST', path: '/households/{household}/causes', summary: 'Records why a household is poor, or deprived in an indicator, in the place of what was told before, which stays on record' })
  .input(
    z.object({
      ...which,
      indicator: IndicatorCode.nullable().describe('None: the causes of poverty'),
      causes: z.array(z.string().trim().min(1).max(120)).max(12).describe('In the words of the official list or of the place; none where none is known'),
      note: z.string().trim().min(1).max(500).nullable(),
      day: PlainDate,
      source: z.string().trim().min(1).max(200).describe('Who found it, or the paper'),
    }),
  )
  .output(z.strictObject({ revision: z.int() }));

const undoCauses = procedure({ permission: 'household.sensitive', access: 'write', personal: true, method: 'POST', path: '/households/{household}/causes/undo', summary: 'Takes back the causes that were recorded last; those before count again' })
  .input(z.object(which))
  .output(z.strictObject({ revision: z.int() }));

export const causeProcedures = { recordCauses, undoCauses };
