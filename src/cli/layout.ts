/** Rows of text in columns, each as wide as its widest cell but the last. Two spaces between. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) row.slice(0, -1).forEach((cell, place) => (widths[place] = Math.max(widths[place] ?? 0, widthOf(cell))));
  return rows.map((row) => row.map((cell, place) => (place === row.length - 1 ? cell : cell + ' '.repeat(widths[place]! - widthOf(cell)))).join('  ').trimEnd()).join('\n');
}

/** Letters as one sees them: a decomposed letter counts once. */
const widthOf = (text: string): number => [...text.normalize('NFC')].length;
