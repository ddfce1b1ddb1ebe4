import { readYamlFolder } from '#platform/packs/read-pack.ts';
import { problem } from './problems.ts';
import { faultsOf, Form } from './rules.forms.ts';
import { ListForm } from './rules.lists.ts';

interface Forms {
  tables: ReadonlyMap<string, Form>;
  lists: ReadonlyMap<string, ListForm>;
}

function readForms(): Forms {
  const [tables, lists] = [new Map<string, Form>(), new Map<string, ListForm>()];
  for (const [file, content] of readYamlFolder('vn/report-forms')) {
    const isList = typeof content === 'object' && content !== null && 'list' in content;
    const parsed = isList ? ListForm.safeParse(content) : Form.safeParse(content);
    const faults = parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    if (parsed.success && parsed.data.form !== file) faults.push(`form: ${parsed.data.form}`);
    if (parsed.success && !('list' in parsed.data)) faults.push(...faultsOf(parsed.data));
    if (faults.length > 0) throw problem('report.form-invalid', { file: `${file}.yaml`, faults: faults.join('; ') });
    const form = parsed.data!;
    if ('list' in form) lists.set(form.form, form);
    else tables.set(form.form, form);
  }
  return { tables, lists };
}

let read: Forms | undefined;

/** The forms that are shipped, tables and lists by their numbers, read once. Throws `report.form-invalid`, naming the file and what is wrong. */
export const shippedForms = (): Forms => (read ??= readForms());
