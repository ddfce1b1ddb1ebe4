import { readYaml } from '#platform/packs/read-pack.ts';
import { AggregateForm, CommuneForm } from './contract.parts.ts';
import { problem } from './problems.ts';
import type { z } from 'zod';

function readForm<Form extends z.ZodType>(schema: Form, file: string): z.infer<Form> {
  const parsed = schema.safeParse(readYaml(`vn/interchange/${file}`));
  if (!parsed.success) throw problem('import.form-invalid', { file, faults: parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ') });
  return parsed.data;
}

let commune: CommuneForm | undefined;
let aggregate: AggregateForm | undefined;

/** The form of the commune workbook, read once. */
export const communeForm = (): CommuneForm => (commune ??= readForm(CommuneForm, 'commune-workbook.yaml'));

/** The form of the table of figures by unit, read once. */
export const aggregateForm = (): AggregateForm => (aggregate ??= readForm(AggregateForm, 'aggregate-table.yaml'));
