import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { Period } from '#kernel/period.ts';
import { procedure } from '#kernel/procedure.ts';
import { AreaRef } from '#modules/areas/contract.ts';
import { AbsenceAnswer } from '#modules/households/contract.absences.ts';
import { householdFile, markedFile, nameFile, reportFile, reportSet, unitFile } from './contract.files.ts';
import { Import, ImportKind } from './contract.import.ts';
import { arrange, convert } from './contract.layouts.ts';
import { FileDecision } from './contract.parts.ts';
import { cancel, undo, undoPlan } from './contract.undo.ts';

export { Import, ImportAbsence, ImportCheck, ImportDouble, ImportEntry, ImportKind, ImportMatch, ImportState } from './contract.import.ts';

const place = z.object({ area: AreaRef, period: Period });

export const list = procedure({ permission: 'household.import', method: 'GET', path: '/imports', summary: 'What was loaded for the area of the post, and one’s own imports that are under way, the newest first' })
  .output(z.array(Import));

export const start = procedure({ permission: 'household.import', access: 'write', method: 'POST', path: '/imports', summary: 'Reads and checks a file; nothing is loaded yet' })
  .input(place.extend({ kind: ImportKind, file: z.file().max(64 * 1024 * 1024), decision: FileDecision.optional().describe('Makes the stated class official where a row has no decision of its own; only for a list of households') }))
  .output(Import);

export const get = procedure({ permission: 'household.import', method: 'GET', path: '/imports/{id}', summary: 'How far an import is, and what its check found' })
  .input(z.object({ id: Id }))
  .output(Import);

export const answer = procedure({ permission: 'household.import', access: 'write', method: 'POST', path: '/imports/{id}/answer', summary: 'Says whether a household of the file is the one of the register that it may be' })
  .input(z.object({ id: Id, source: z.string().min(1), known: Id, answer: z.enum(['same', 'different']).nullable().describe('null leaves it to the comparison') }))
  .output(Import);

export const answerAbsent = procedure({ permission: 'household.import', access: 'write', method: 'POST', path: '/imports/{id}/absences', summary: 'Says what became of households that the file does not name, of one or of many alike; it is done when the file is loaded' })
  .input(z.object({ id: Id, households: z.array(Id).min(1).max(500), answer: AbsenceAnswer.nullable().describe('null asks later') }))
  .output(Import);

export const load = procedure({ permission: 'household.import', access: 'write', method: 'POST', path: '/imports/{id}/load', summary: 'Loads a checked file, whole or not at all' })
  .input(z.object({ id: Id }))
  .output(Import);

export const template = procedure({ permission: 'household.import', method: 'GET', path: '/import-template', summary: 'The commune workbook to fill in, for the standard of the period’s round' })
  .input(place)
  .output(z.file());

export { arrange, cancel, convert, householdFile, markedFile, nameFile, reportFile, reportSet, undo, undoPlan, unitFile };

export const interchangeContract = { list, start, get, answer, answerAbsent, arrange, convert, load, cancel, undoPlan, undo, template, reportFile, reportSet, householdFile, nameFile, unitFile, markedFile };
