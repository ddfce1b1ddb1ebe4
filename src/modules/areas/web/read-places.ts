import { streamXlsxRows } from 'hucre/xlsx';
import { listOf } from './places.ts';

/** A sheet of places is small; what is larger is another file. */
const [mostBytes, mostRows] = [5 * 1024 * 1024, 5000];

/** The list in a file: the first sheet of a workbook, or a text. Rejects where it is no such file, or too large for one. */
export async function readPlacesFile(file: File): Promise<string> {
  if (file.size > mostBytes) throw new Error('too large');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const isWorkbook = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const rows: (string | number | null)[][] = [];
  if (isWorkbook) {
    for await (const { values } of streamXlsxRows(bytes)) {
      if (rows.push(values.map((value) => (typeof value === 'number' ? value : value === null || value === undefined ? null : String(value)))) > mostRows) throw new Error('too many rows');
    }
  } else {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    rows.push(...text.split(/\r?\n/).map((line) => (/[;\t]/.test(line) ? line.split(/[;\t]/) : line.split(',')).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))));
  }
  const list = listOf(rows);
  if (list === '') throw new Error('no rows');
  return list;
}
