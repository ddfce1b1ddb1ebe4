/**
 * How a result is kept with a class: whole, but for its steps, which become lines of text. A row is so a third as large and is written three times as
 * fast; a step is `rule, outcome, citation, input=value …` with tabs between. A value begins with `'` where it is a text, else it is JSON.
 */
import { Classification, type Step } from '#modules/standards/contract.ts';

export type KeptResult = Omit<Classification, 'steps'> & { steps: string };

const plain = /^[^\t\n]*$/;

const written = (value: Step['inputs'][string]): string => (typeof value === 'string' && plain.test(value) ? `'${value}` : JSON.stringify(value));

function line({ rule, outcome, citation, inputs }: Step): string {
  let text = `${rule}\t${outcome}\t${citation}`;
  for (const name in inputs) text += `\t${name}=${written(inputs[name]!)}`;
  return text;
}

export const packResult = (result: Classification): KeptResult => ({ ...result, steps: result.steps.map(line).join('\n') });

function read(text: string): unknown {
  const [rule, outcome, citation, ...inputs] = text.split('\t');
  const values = inputs.map((input) => {
    const at = input.indexOf('=');
    const value = input.slice(at + 1);
    return [input.slice(0, at), value.startsWith("'") ? value.slice(1) : JSON.parse(value)];
  });
  return { rule, outcome, citation, inputs: Object.fromEntries(values) };
}

/** The result as it was; older rows have their steps unpacked. */
export function unpackResult(kept: unknown): Classification {
  const { steps, ...rest } = kept as { steps: unknown };
  return Classification.parse({ ...rest, steps: typeof steps !== 'string' ? steps : steps === '' ? [] : steps.split('\n').map(read) });
}
