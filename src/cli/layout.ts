/** Rows of text in columns, each as wide as its widest cell, two spaces between. Columns from `figuresFrom` on stand to the right. */
export function columns(rows: readonly (readonly string[])[], figuresFrom = Infinity): string {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, place) => (widths[place] = Math.max(widths[place] ?? 0, widthOf(cell))));
  const pad = (cell: string, place: number): string => {
    const room = ' '.repeat(widths[place]! - widthOf(cell));
    return place < figuresFrom ? cell + room : room + cell;
  };
  return rows.map((row) => row.map(pad).join('  ').trimEnd()).join('\n');
}

/** Letters as one sees them: a decomposed letter counts once. */
const widthOf = (text: string): number => [...text.normalize('NFC')].length;
