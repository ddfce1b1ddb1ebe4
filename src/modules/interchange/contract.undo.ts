import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { procedure } from '#kernel/procedure.ts';
import { IntakeUndo } from '#modules/households/contract.undo.ts';
import { Import } from './contract.import.ts';

/** What undoing an import would do, and what was built on it since; figures were published in their own right, nothing rests on them. */
export const ImportUndo = IntakeUndo.extend({ figures: z.int().describe('Published figures that would count no longer') });
export type ImportUndo = z.infer<typeof ImportUndo>;

export const undoPlan = procedure({ permission: 'household.import', personal: true, method: 'GET', path: '/imports/{id}/undo', summary: 'What undoing an import would do, and what hinders it' })
  .input(z.object({ id: Id }))
  .output(ImportUndo);

export const undo = procedure({ permission: 'household.import', access: 'write', method: 'POST', path: '/imports/{id}/undo', summary: 'Undoes an import, whole, as long as nothing was built on it' })
  .input(z.object({ id: Id }))
  .output(Import);

export const cancel = procedure({ permission: 'household.import', access: 'write', method: 'POST', path: '/imports/{id}/cancel', summary: 'Stops an import that is being checked or loaded; nothing of it is written' })
  .input(z.object({ id: Id }))
  .output(Import);
