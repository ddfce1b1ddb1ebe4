/**
 * What must be known of an Excel workbook before its rows are read: that it unpacks to a bearable size, which sheets it has, and what the
 * reader of rows does not tell: hidden rows, and formulas that were saved without their value.
 */
import { problem } from './problems.ts';
import { UnpackLimit, unpack, unpackText, zipParts, type ZipPart } from './zip.ts';

export interface InspectedSheet {
  name: string;
  /** Place among all sheets of the file, from 0. */
  index: number;
  hidden: boolean;
  /** Numbers of the hidden rows, from 1. */
  hiddenRows: Set<number>;
  /** Row number to the columns (from 0) whose formula has no stored value. */
  emptyFormulas: Map<number, number[]>;
}

const sheetTag = /<(?:\w+:)?sheet\s([^>]*?)\/?>/g;
const relationTag = /<(?:\w+:)?Relationship\s([^>]*?)\/?>/g;
const hiddenRow = /<(?:\w+:)?row\s(?=[^>]*\bhidden="(?:1|true)")[^>]*\br="(\d+)"/g;
const emptyFormula = /<(?:\w+:)?c\s(?=[^>]*\br="([A-Z]+)(\d+)")[^>]*>\s*<(?:\w+:)?f\b(?:[^>]*\/>|[^>]*>[^<]*<\/(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*\/>|<(?:\w+:)?v><\/(?:\w+:)?v>)?\s*<\/(?:\w+:)?c>/g;
/** No row of a spreadsheet is longer than this many characters of XML; what is, is not looked into. */
const longestRow = 8 * 1024 * 1024;

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function attribute(attributes: string, name: string): string | undefined {
  const value = new RegExp(`(?:^|\\s)(?:\\w+:)?${name}="([^"]*)"`).exec(attributes)?.[1];
  return value?.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (all, hex?: string, decimal?: string, entity?: string) =>
    entity === undefined ? String.fromCodePoint(hex === undefined ? Number(decimal) : parseInt(hex, 16)) : (entities[entity] ?? all));
}

/** The column that letters stand for, from 0: `A` is 0, `AA` 26. */
const columnOf = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** Goes through a sheet without keeping it. Marks are ASCII, so the bytes need no decoding. */
async function scanSheet(part: ZipPart, limit: UnpackLimit, sheet: InspectedSheet): Promise<void> {
  let text = '';
  for await (const chunk of unpack(part, limit)) {
    text += Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1');
    const end = text.lastIndexOf('row>');
    if (end === -1) {
      if (text.length > longestRow) text = '';
      continue;
    }
    const whole = text.slice(0, end);
    text = text.slice(end);
    if (whole.includes('hidden=')) for (const [, row] of whole.matchAll(hiddenRow)) sheet.hiddenRows.add(Number(row));
    if (!/<(?:\w+:)?f[\s/>]/.test(whole)) continue;
    for (const [, letters, row] of whole.matchAll(emptyFormula)) {
      const columns = sheet.emptyFormulas.get(Number(row)) ?? [];
      sheet.emptyFormulas.set(Number(row), [...columns, columnOf(letters!)]);
    }
  }
}

/** Measures and inspects a workbook. `unpacked` is the most bytes that all its XML may come to. */
export async function inspectXlsx(bytes: Uint8Array, unpacked: number): Promise<{ sheets: InspectedSheet[]; macros: boolean }> {
  const parts = zipParts(bytes);
  const names = new Set(parts.map(({ name }) => name));
  refuseOthers(names);
  const limit = new UnpackLimit(unpacked);
  const workbook = parts.find(({ name }) => name === 'xl/workbook.xml');
  const relations = parts.find(({ name }) => name === 'xl/_rels/workbook.xml.rels');
  if (!workbook || !relations) throw problem('document.damaged', { reason: 'xl/workbook.xml' });

  const targets = new Map<string, string>();
  for (const [, attributes] of (await unpackText(relations, limit)).matchAll(relationTag)) {
    const target = attribute(attributes!, 'Target') ?? '';
    if (attribute(attributes!, 'Type')?.endsWith('/worksheet')) {
      targets.set(attribute(attributes!, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    }
  }
  const sheets = [...(await unpackText(workbook, limit)).matchAll(sheetTag)].map(([, attributes], index) => ({
    path: targets.get(attribute(attributes!, 'id') ?? ''),
    sheet: {
      name: attribute(attributes!, 'name') ?? '',
      index,
      hidden: attribute(attributes!, 'state') !== undefined && attribute(attributes!, 'state') !== 'visible',
      hiddenRows: new Set<number>(),
      emptyFormulas: new Map<number, number[]>(),
    } satisfies InspectedSheet,
  }));
  for (const part of parts) {
    if (part === workbook || part === relations || !/\.(xml|rels)$/i.test(part.name)) continue;
    const found = sheets.find(({ path }) => path === part.name);
    if (found) await scanSheet(part, limit, found.sheet);
    else for await (const _ of unpack(part, limit));
  }
  return { sheets: sheets.filter(({ path }) => path !== undefined && names.has(path)).map(({ sheet }) => sheet), macros: names.has('xl/vbaProject.bin') };
}

/** Other things that come in a zip, each by the name that a person knows it by. */
function refuseOthers(names: ReadonlySet<string>): void {
  const kinds = { 'word/document.xml': 'Word (.docx)', 'ppt/presentation.xml': 'PowerPoint (.pptx)', 'content.xml': 'OpenDocument (.ods, .odt)', 'xl/workbook.bin': 'Excel .xlsb' };
  for (const [name, kind] of Object.entries(kinds)) if (names.has(name)) throw problem('document.not-a-spreadsheet', { kind });
  if (!names.has('xl/workbook.xml')) throw problem('document.not-a-spreadsheet', { kind: 'ZIP' });
}
