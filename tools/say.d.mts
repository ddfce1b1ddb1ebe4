/** Tells the person at the terminal something in both languages, on stderr. */
export function say(vi: string, en: string): void;
