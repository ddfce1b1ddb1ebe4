/**
 * The one way to write a value as JSON: keys in order, nothing that is undefined. Two packs that say the same give the same
 * text, whatever the order and layout of their files, and so the same hash.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return plain.test(value) ? `"${value}"` : JSON.stringify(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  let parts = '';
  for (const key of Object.keys(value).sort()) {
    const part = (value as Record<string, unknown>)[key];
    if (part !== undefined) parts += `${parts === '' ? '' : ','}${quoted(key)}${canonicalJson(part)}`;
  }
  return `{${parts}}`;
}

/** What stands in JSON as it is. */
const plain = /^[ !#-[\]-\ud7ff]*$/;

/** Keys are few and come again and again. */
const mostKeys = 10_000;
const known = new Map<string, string>();

function quoted(key: string): string {
  const before = known.get(key);
  if (before !== undefined) return before;
  const text = `${JSON.stringify(key)}:`;
  if (known.size < mostKeys) known.set(key, text);
  return text;
}
