/**
 * Makes `figures-*.woff`: the ten digits of Be Vietnam Pro, each on the same width. The typeface has no tabular figures of its own
 * (no `tnum`; its 1 is little more than half as wide as its 4), and columns of numbers must line up.
 *
 *     node src/web/fonts/make-figures.mjs
 *
 * The outlines are untouched and only moved to the middle of the common width. OFL-1.1, see LICENSE in @fontsource/be-vietnam-pro.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';

const source = join(dirname(createRequire(import.meta.url).resolve('@fontsource/be-vietnam-pro/package.json')), 'files');
const digits = [...'0123456789'].map((digit) => digit.codePointAt(0));
/** The common width by weight, in thousandths of the type size: that of the zero, a little tightened. */
const widths = { 400: 656, 500: 660, 600: 668 };

/** The tables of a WOFF 1.0 file by tag. */
function readWoff(file) {
  const bytes = readFileSync(file);
  const tables = {};
  for (let entry = 44; entry < 44 + bytes.readUInt16BE(12) * 20; entry += 20) {
    const [offset, packed, length] = [4, 8, 12].map((at) => bytes.readUInt32BE(entry + at));
    const data = bytes.subarray(offset, offset + packed);
    tables[bytes.toString('latin1', entry, entry + 4)] = packed < length ? inflateSync(data) : Buffer.from(data);
  }
  return tables;
}

/** Glyph of a character by the format 4 part of a cmap. */
function glyphOf(cmap, character) {
  const parts = Array.from({ length: cmap.readUInt16BE(2) }, (_, i) => cmap.readUInt32BE(8 + i * 8));
  const at = parts.find((offset) => cmap.readUInt16BE(offset) === 4);
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
function centred(outline, width) {
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
  const flags = [];
  while (flags.length < points) {
    const flag = outline[at++];
    flags.push(...Array(1 + (flag & 8 ? outline[at++] : 0)).fill(flag));
  }
  // The first x is a distance from zero, the others from the point before: moving the first moves all.
  const isShort = (flags[0] & 2) !== 0;
  if (isShort) {
    const x = (flags[0] & 16 ? 1 : -1) * outline[at] + shift;
    if (x < 0 !== !(flags[0] & 16) || Math.abs(x) > 255) throw new Error('first point does not fit one byte');
    moved[at] = Math.abs(x);
  } else if (flags[0] & 16) throw new Error('first point is at zero');
  else moved.writeInt16BE(outline.readInt16BE(at) + shift, at);
  return { outline: moved, left: left + shift };
}

const pad4 = (bytes) => Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
const u16 = (...values) => Buffer.from(values.flatMap((value) => [(value >> 8) & 255, value & 255]));

function sum32(bytes) {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}

/** A WOFF 1.0 file of tables; the sum over the whole file in `head` is left 0, which browsers accept. */
function writeWoff(tables) {
  const tags = Object.keys(tables).sort();
  const directory = [];
  const bodies = [];
  let offset = 44 + tags.length * 20;
  for (const tag of tags) {
    const packed = deflateSync(tables[tag], { level: 9 });
    const body = packed.length < tables[tag].length ? packed : tables[tag];
    const entry = Buffer.alloc(20);
    entry.write(tag, 'latin1');
    [offset, body.length, tables[tag].length, sum32(pad4(tables[tag]))].forEach((value, i) => entry.writeUInt32BE(value, 4 + i * 4));
    directory.push(entry);
    bodies.push(pad4(body));
    offset += pad4(body).length;
  }
  const head = Buffer.alloc(44);
  head.write('wOFF', 'latin1');
  head.writeUInt32BE(0x00010000, 4);
  head.writeUInt32BE(offset, 8);
  head.writeUInt16BE(tags.length, 12);
  head.writeUInt32BE(tags.reduce((size, tag) => size + pad4(tables[tag]).length, 12 + tags.length * 16), 16);
  head.writeUInt16BE(1, 20);
  return Buffer.concat([head, ...directory, ...bodies]);
}

function figures(weight) {
  const from = readWoff(join(source, `be-vietnam-pro-latin-${weight}-normal.woff`));
  const wide = from.head.readInt16BE(50) === 1;
  const start = (glyph) => (wide ? from.loca.readUInt32BE(glyph * 4) : from.loca.readUInt16BE(glyph * 2) * 2);
  const glyphs = digits.map((digit) => {
    const glyph = glyphOf(from.cmap, digit);
    return centred(from.glyf.subarray(start(glyph), start(glyph + 1)), widths[weight]);
  });

  const outlines = glyphs.map(({ outline }) => pad4(outline));
  const ends = outlines.reduce((places, outline) => [...places, places.at(-1) + outline.length / 2], [0]);
  const head = Buffer.from(from.head);
  head.writeInt16BE(0, 50);
  head.writeUInt32BE(0, 8);
  const hhea = Buffer.from(from.hhea);
  hhea.writeUInt16BE(11, 34);
  const maxp = Buffer.from(from.maxp);
  maxp.writeUInt16BE(11, 4);
  const name = Buffer.from('Be Vietnam Pro Figures', 'utf16le').swap16();
  return writeWoff({
    'OS/2': from['OS/2'],
    cmap: Buffer.concat([u16(0, 1, 3, 1, 0, 12), u16(4, 32, 0, 4, 4, 1, 0, 0x39, 0xffff, 0, 0x30, 0xffff, 1 - 0x30, 1, 0, 0)]),
    glyf: Buffer.concat(outlines),
    head,
    hhea,
    hmtx: Buffer.concat([u16(widths[weight], 0), ...glyphs.map(({ left }) => u16(widths[weight], left))]),
    loca: u16(0, ...ends),
    maxp,
    name: Buffer.concat([u16(0, 2, 30, 3, 1, 0x409, 1, name.length, 0, 3, 1, 0x409, 4, name.length, 0), name]),
    post: Buffer.concat([u16(3, 0), Buffer.alloc(28)]),
  });
}

for (const weight of Object.keys(widths)) writeFileSync(new URL(`figures-${weight}.woff`, import.meta.url), figures(Number(weight)));
