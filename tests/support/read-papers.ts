import { extractText, getDocumentProxy } from 'unpdf';
import { UnpackLimit, unpackText, zipParts } from '#platform/documents/zip.ts';

/** The texts of the pages of a PDF, their words apart by single spaces. */
export async function pdfPages(bytes: Uint8Array): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(bytes.slice()));
  return text.map((page) => page.replaceAll('\u200b', '').replace(/\s+/g, ' '));
}

/** A part of a Word document as XML. */
export async function docxPart(bytes: Uint8Array, name: string): Promise<string> {
  const part = zipParts(bytes).find((one) => one.name === name);
  if (!part) throw new Error(`the document has no ${name}`);
  return unpackText(part, new UnpackLimit(50_000_000));
}

/** The tables of a Word document: texts of the cells by row. */
export async function docxTables(bytes: Uint8Array): Promise<string[][][]> {
  const xml = await docxPart(bytes, 'word/document.xml');
  const inside = (text: string, tag: string): string[] => [...text.matchAll(new RegExp(`<w:${tag}[ >][\\s\\S]*?</w:${tag}>`, 'g'))].map(([found]) => found);
  const unescaped = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
  const textOf = (cell: string): string => unescaped([...cell.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('')).replaceAll('\u200b', '');
  return inside(xml, 'tbl').map((table) => inside(table, 'tr').map((row) => inside(row, 'tc').map(textOf)));
}
