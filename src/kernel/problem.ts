import { fill, type Language, type Slots, type Text } from './text.ts';

/** What a person is told when something cannot be done: what is wrong, where, and what to do about it. */
export interface ProblemSpec extends Text {
  /** HTTP status that a program sees. */
  status: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 503;
}

/** The one error class of the program. Anything else that is thrown is a fault of ours. */
export class Problem extends Error {
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly spec: ProblemSpec;

  constructor(code: string, spec: ProblemSpec, details: Readonly<Record<string, unknown>>) {
    super(`${code}: ${fill(spec.en, inLanguage(details, 'en'))}`);
    this.name = 'Problem';
    this.code = code;
    this.spec = spec;
    this.details = details;
  }

  sentence(language: Language): string {
    return fill(this.spec[language], inLanguage(this.details, language));
  }
}

/** Details that are texts, in one language. */
const inLanguage = (details: Readonly<Record<string, unknown>>, language: Language): Record<string, unknown> =>
  Object.fromEntries(Object.entries(details).map(([name, value]) => [name, value !== null && typeof value === 'object' && language in value ? (value as Text)[language] : value]));

/**
 * The problems of one module: a catalogue of sentences, and the function that makes a Problem of one.
 * Details are checked against the `{slots}` of the Vietnamese sentence.
 *
 *     export const problem = problems({ 'area.not-found': { status: 404, vi: 'Không có địa bàn {ref}…', en: '…' } });
 *     throw problem('area.not-found', { ref });
 */
export function problems<const Specs extends Record<string, ProblemSpec>>(specs: Specs) {
  type Details<Code extends keyof Specs> = Record<Slots<Specs[Code]['vi']>, string | number | Text>;
  const make = <Code extends keyof Specs & string>(code: Code, details: Details<Code>): Problem =>
    new Problem(code, specs[code]!, details);
  return Object.assign(make, { specs });
}
