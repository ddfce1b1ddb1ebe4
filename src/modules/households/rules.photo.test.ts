import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPhoto } from './rules.photo.ts';

const text = (words: string): number[] => [...words].map((letter) => letter.charCodeAt(0));
const segment = (marker: number, data: readonly number[]): number[] => [0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 0xff, ...data];

const frame = segment(0xc0, [8, 0, 30, 0, 40, 1, 1, 0x11, 0]);
const table = segment(0xdb, [0, ...Array<number>(64).fill(1)]);
const scan = [...segment(0xda, [1, 1, 0, 0, 63, 0]), 0x12, 0xff, 0x00, 0x34, 0xff, 0xd3, 0x56];
const jfif = segment(0xe0, [...text('JFIF'), 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
/** An EXIF of a telephone, little-endian: how it is turned, and where it was. */
const exif = (turned: number): number[] =>
  segment(0xe1, [...text('Exif'), 0, 0, ...text('II'), 42, 0, 8, 0, 0, 0, 2, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, turned, 0, 0, 0, 0x25, 0x88, 4, 0, 1, 0, 0, 0, 26, 0, 0, 0, 0, 0, 0, 0, ...text('GPS 20.1234')]);
const jpeg = (...parts: readonly number[][]): Uint8Array => Uint8Array.from([0xff, 0xd8, ...parts.flat(), 0xff, 0xd9]);
const bytesOf = (photo: ReturnType<typeof readPhoto>): number[] => [...photo!.bytes];
const told = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

const chunk = (name: string, data: readonly number[]): number[] => [0, 0, 0, data.length, ...text(name), ...data, 0, 0, 0, 0];
const png = (...chunks: readonly number[][]): Uint8Array => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...chunks.flat()]);
const header = chunk('IHDR', [0, 0, 0, 40, 0, 0, 0, 30, 8, 2, 0, 0, 0]);

describe('a JPEG', () => {
  it('keeps the picture, and nothing that was written beside it', () => {
    const bytes = jpeg(jfif, exif(1), segment(0xfe, text('Anh nha ong A')), table, frame, segment(0xed, text('Photoshop')), scan);
    const photo = readPhoto(Uint8Array.from([...bytes, ...text('hinh thu hai, GPS')]));
    expect(photo).toMatchObject({ type: 'image/jpeg', width: 40, height: 30 });
    expect(bytesOf(photo)).toEqual([...jpeg(table, frame, scan)]);
  });
  it('is turned as before, without the place', () => {
    const photo = readPhoto(jpeg(exif(6), table, frame, scan))!;
    expect(told(photo.bytes)).toContain('Exif');
    expect(told(photo.bytes)).not.toContain('GPS');
    expect(bytesOf(readPhoto(photo.bytes))).toEqual([...photo.bytes]);
  });
  it('in several scans is kept whole, with what colours it', () => {
    const adobe = segment(0xee, [...text('Adobe'), 0, 100, 0, 0, 0, 0, 1]);
    const bytes = jpeg(adobe, table, frame, scan, segment(0xc4, [0, 1]), scan);
    expect(bytesOf(readPhoto(bytes))).toEqual([...bytes]);
  });
});

describe('a PNG', () => {
  it('loses its words and what follows its end', () => {
    const photo = readPhoto(Uint8Array.from([...png(header, chunk('eXIf', text('GPS')), chunk('tEXt', text('noi chup')), chunk('IDAT', [1, 2, 3]), chunk('IEND', [])), 9, 9]));
    expect(photo).toMatchObject({ type: 'image/png', width: 40, height: 30 });
    expect(bytesOf(photo)).toEqual([...png(header, chunk('IDAT', [1, 2, 3]), chunk('IEND', []))]);
  });
});

describe('what is no whole picture', () => {
  it.each([['nothing', []], ['words', text('khong phai anh')], ['a GIF', text('GIF89a0000000000')], ['a JPEG without a size', [...jpeg(table, scan)]], ['a PNG without its end', [...png(header, chunk('IDAT', [1]))]]])('%s is refused', (_, bytes) =>
    expect(readPhoto(Uint8Array.from(bytes))).toBeNull(),
  );
  it('is refused wherever a picture is cut off', () => {
    const whole = jpeg(jfif, exif(6), table, frame, scan);
    for (let length = 0; length < whole.length; length++) expect(readPhoto(whole.subarray(0, length))).toBeNull();
  });
  it('never breaks the program', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void readPhoto(Uint8Array.from([0xff, 0xd8, ...bytes]))));
  });
});
