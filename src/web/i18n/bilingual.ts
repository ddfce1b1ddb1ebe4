/** Texts of a screen by key; keys may be grouped. Slots are written `{name}`. */
export interface Texts {
  readonly [key: string]: string | Texts;
}

/** The same keys with other words. */
export type SameKeys<T> = { readonly [Key in keyof T]: T[Key] extends string ? string : SameKeys<T[Key]> };

/** The texts of one module: a key that one language lacks does not compile. */
export const bilingual = <const T extends Texts>(texts: { vi: T; en: SameKeys<NoInfer<T>> }): { vi: T; en: SameKeys<T> } => texts;
