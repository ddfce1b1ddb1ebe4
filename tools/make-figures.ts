/**
 * Makes `src/web/fonts/figures-*.woff`: the ten digits of Be Vietnam Pro, each on the same width. The typeface has no tabular figures of its own
 * (no `tnum`; its 1 is little more than half as wide as its 4), and columns of numbers must line up.
 *
 *     node tools/make-figures.ts
 *
 * The outlines are untouched and only moved to the middle of the common width. OFL-1.1, see LICENSE in @fontsource/be-vietnam-pro.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';

const source = join(dirname(createRequire(import.meta.url).resolve('@fontsource/be-vietnam-pro/package.json')), 'files');
const digits = [...'0123456789'].map((digit) => digit.codePointAt(0)!);
/** The common width by weight, in thousandths of the type size: that of the zero, a little tightened. */
const widths: Readonly<Record<number, number>> = { 400: 656, 500: 660, 600: 668 };

type Tables = Record<string, Buffer>;

/** The tables of a WOFF 1.0 file by tag. */
function readWoff(file: string): Tables {
  const bytes = readFileSync(file);
  const tables: Tables = {};
  for (let entry = 44; entry < 44 + bytes.readUInt16BE(12) * 20; entry += 20) {
    const [offset, packed, length] = [4, 8, 12].map((at) => bytes.readUInt32BE(entry + at)) as [number, number, number];
    const data = bytes.subarray(offset, offset + packed);
    tables[bytes.toString('latin1', entry, entry + 4)] = packed < length ? inflateSync(data) : Buffer.from(data);
  }
  return tables;
}

/** A table that the typeface is known to have. */
function table(tables: Tables, tag: string): Buffer {
  const found = tables[tag];
  if (!found) throw new Error(`no table ${tag}`);
  return found;
}

/** Glyph of a character by the format 4 part of a cmap. */
function glyphOf(cmap: Buffer, character: number): number {
  const parts = Array.from({ length: cmap.readUInt16BE(2) }, (_, i) => cmap.readUInt32BE(8 + i * 8));
  const at = parts.find((offset) => cmap.readUInt16BE(offset) === 4)!;
  const twice = cmap.readUInt16BE(at + 6);
  for (let i = 0; i < twice; i += 2) {
    const [end, start] = [cmap.readUInt16BE(at + 14 + i), cmap.readUInt16BE(at + 16 + twice + i)];
    if (character > end || character < start) continue;
    const place = at + 16 + twice * 3 + i;
    const range = cmap.readUInt16BE(place);
    if (range === 0) return (character + cmap.readInt16BE(at + 16 + twice * 2 + i)) & 0xffff;
    return cmap.readUInt16BE(place + range + (character - start) * 2);
  }
  throw new Error(`no glyph for ${character}`);
}

/** The outline of a simple glyph moved so that its ink stands in the middle of `width`. */
function centred(outline: Buffer, width: number): { outline: Buffer; left: number } {
  const contours = outline.readInt16BE(0);
  if (contours < 1) throw new Error('not a simple glyph');
  const moved = Buffer.from(outline);
  const [left, right] = [outline.readInt16BE(2), outline.readInt16BE(6)];
  const shift = Math.round((width - (right - left)) / 2) - left;
  moved.writeInt16BE(left + shift, 2);
  moved.writeInt16BE(right + shift, 6);

  const points = outline.readUInt16BE(10 + (contours - 1) * 2) + 1;
  let at = 10 + contours * 2;
  at += 2 + outline.readUInt16BE(at);
  let first: number | undefined;
  for (let read = 0; read < points; ) {
    const flag = outline[at++]!;
    first ??= flag;
    read += 1 + (flag & 8 ? outline[at++]! : 0);
  }
  if (first === undefined) throw new Error('no points');
  // The first x is a distance from zero, the others from the point before: moving the first moves all.
  if (first & 2) {
    const x = (first & 16 ? 1 : -1) * outline[at]! + shift;
    if (x < 0 !== !(first & 16) || Math.abs(x) > 255) throw new Error('first point does not fit one byte');
    moved[at] = Math.abs(x);
  } else if (first & 16) throw new Error('first point is at zero');
  else moved.writeInt16BE(outline.readInt16BE(at) + shift, at);
  return { outline: moved, left: left + shift };
}

const pad4 = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
const u16 = (...values: number[]): Buffer => Buffer.from(values.flatMap((value) => [(value >> 8) & 255, value & 255]));

function sum32(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}

/** A WOFF 1.0 file of tables; the sum over the whole file in `head` is left 0, which browsers accept. */
function writeWoff(tables: Tables): Buffer {
  const tags = Object.keys(tables).sort();
  const directory: Buffer[] = [];
  const bodies: Buffer[] = [];
  let offset = 44 + tags.length * 20;
  for (const tag of tags) {
    const data = table(tables, tag);
    const packed = deflateSync(data, { level: 9 });
    const body = packed.length < data.length ? packed : data;
    const entry = Buffer.alloc(20);
    entry.write(tag, 'latin1');
    [offset, body.length, data.length, sum32(pad4(data))].forEach((value, i) => entry.writeUInt32BE(value, 4 + i * 4));
    directory.push(entry);
    bodies.push(pad4(body));
    offset += pad4(body).length;
  }
  const head = Buffer.alloc(44);
  head.write('wOFF', 'latin1');
  head.writeUInt32BE(0x00010000, 4);
  head.writeUInt32BE(offset, 8);
  head.writeUInt16BE(tags.length, 12);
  head.writeUInt32BE(tags.reduce((size, tag) => size + pad4(table(tables, tag)).length, 12 + tags.length * 16), 16);
  head.writeUInt16BE(1, 20);
  return Buffer.concat([head, ...directory, ...bodies]);
}

function figures(weight: number, width: number): Buffer {
  const from = readWoff(join(source, `be-vietnam-pro-latin-${weight}-normal.woff`));
  const copy = (tag: string): Buffer => Buffer.from(table(from, tag));
  const [cmap, glyf, loca] = [table(from, 'cmap'), table(from, 'glyf'), table(from, 'loca')];
  const wide = table(from, 'head').readInt16BE(50) === 1;
  const start = (glyph: number): number => (wide ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2);
  const glyphs = digits.map((digit) => {
    const glyph = glyphOf(cmap, digit);
    return centred(glyf.subarray(start(glyph), start(glyph + 1)), width);
  });

  const outlines = glyphs.map(({ outline }) => pad4(outline));
  const ends = outlines.reduce((places, outline) => [...places, places.at(-1)! + outline.length / 2], [0]);
  const head = copy('head');
  head.writeInt16BE(0, 50);
  head.writeUInt32BE(0, 8);
  const hhea = copy('hhea');
  hhea.writeUInt16BE(11, 34);
  const maxp = copy('maxp');
  maxp.writeUInt16BE(11, 4);
  const name = Buffer.from('Be Vietnam Pro Figures', 'utf16le').swap16();
  return writeWoff({
    'OS/2': copy('OS/2'),
    cmap: Buffer.concat([u16(0, 1, 3, 1, 0, 12), u16(4, 32, 0, 4, 4, 1, 0, 0x39, 0xffff, 0, 0x30, 0xffff, 1 - 0x30, 1, 0, 0)]),
    glyf: Buffer.concat(outlines),
    head,
    hhea,
    hmtx: Buffer.concat([u16(width, 0), ...glyphs.map(({ left }) => u16(width, left))]),
    loca: u16(0, ...ends),
    maxp,
    name: Buffer.concat([u16(0, 2, 30, 3, 1, 0x409, 1, name.length, 0, 3, 1, 0x409, 4, name.length, 0), name]),
    post: Buffer.concat([u16(3, 0), Buffer.alloc(28)]),
  });
}

for (const [weight, width] of Object.entries(widths)) {
  writeFileSync(new URL(`../src/web/fonts/figures-${weight}.woff`, import.meta.url), figures(Number(weight), width));
}
