import { z } from 'zod';

/** The two languages of the product, Vietnamese first. */
export const Language = z.enum(['vi', 'en']);
export type Language = z.infer<typeof Language>;

/** A sentence or name in both languages; neither may be empty. */
export const Text = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });
export type Text = z.infer<typeof Text>;

/** Names of the `{slots}` in a template, as a type: `Slots<'a {x} b {y}'>` is `'x' | 'y'`. */
export type Slots<T extends string> = T extends `${string}{${infer Slot}}${infer Rest}` ? Slot | Slots<Rest> : never;

/** Puts values into the `{slots}` of a template; a slot without a value stays visible, so that it is noticed. */
export function fill(template: string, values: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{(\w+)\}/g, (slot, name: string) => (name in values ? String(values[name]) : slot));
}
