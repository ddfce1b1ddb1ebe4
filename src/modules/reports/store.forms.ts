import { readYamlFolder } from '#platform/packs/read-pack.ts';
import { problem } from './problems.ts';
import { faultsOf, Form } from './rules.forms.ts';

function readForms(): Map<string, Form> {
  const forms = [...readYamlFolder('vn/report-forms')].map(([file, content]) => {
    const parsed = Form.safeParse(content);
    const faults = parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    if (parsed.success && parsed.data.form !== file) faults.push(`form: ${parsed.data.form}`);
    if (parsed.success) faults.push(...faultsOf(parsed.data));
    if (faults.length > 0) throw problem('report.form-invalid', { file: `${file}.yaml`, faults: faults.join('; ') });
    return parsed.data!;
  });
  return new Map(forms.map((form) => [form.form, form]));
}

let read: Map<string, Form> | undefined;

/** The forms that are shipped, by their numbers, read once. Throws `report.form-invalid`, naming the file and what is wrong. */
export const shippedForms = (): ReadonlyMap<string, Form> => (read ??= readForms());
