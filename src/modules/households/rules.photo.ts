/**
 * Takes off a photograph all that a camera writes beside the picture: where and when it was taken, with what, a small copy of it. The picture itself
 * is not touched, so nothing is lost by it. How it is to be turned stays, since the picture would lie on its side without it.
 */

export interface Photo {
  type: 'image/jpeg' | 'image/png';
  /** Pixels, as stored: before it is turned. */
  width: number;
  height: number;
  bytes: Uint8Array<ArrayBuffer>;
}

/** A photograph without what stands beside the picture; null where the bytes are no whole JPEG or PNG. */
export function readPhoto(bytes: Uint8Array): Photo | null {
  try {
    return isPng(bytes) ? readPng(bytes) : readJpeg(bytes);
  } catch (error) {
    // Reading past the end: the file was cut off.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

// PNG: a signature, then chunks of length, name, data and a sum.

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const isPng = (bytes: Uint8Array): boolean => signature.every((byte, at) => bytes[at] === byte);
/** Chunks without which the picture would look different; all others are words about it. */
const ofPicture: readonly string[] = ['IHDR', 'PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'IDAT', 'IEND'];

function readPng(bytes: Uint8Array): Photo | null {
  const view = viewOf(bytes);
  const parts = [bytes.subarray(0, signature.length)];
  for (let at = signature.length; ; ) {
    const end = at + 12 + view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (end > bytes.length || (parts.length === 1 && name !== 'IHDR')) return null;
    if (ofPicture.includes(name)) parts.push(bytes.subarray(at, end));
    at = end;
    if (name === 'IEND') break;
  }
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  return width > 0 && height > 0 ? { type: 'image/png', width, height, bytes: joined(parts) } : null;
}

// JPEG: markers of two bytes, most with a length and data; after the start of a scan comes the picture until the next marker that is one.

const [start, end, startOfScan, comment] = [0xd8, 0xd9, 0xda, 0xfe];
const [firstApp, exif, adobe, lastApp] = [0xe0, 0xe1, 0xee, 0xef];
/** A frame tells the size of the picture. Three markers among its numbers are none: tables and a reserved one. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** What an application wrote, and comments. Adobe’s says how the colours are mixed and belongs to the picture. */
const isBeside = (marker: number): boolean => marker === comment || (marker >= firstApp && marker <= lastApp && marker !== adobe);

function readJpeg(bytes: Uint8Array): Photo | null {
  const view = viewOf(bytes);
  if (view.getUint16(0) !== (0xff00 | start)) return null;
  const parts: Uint8Array[] = [];
  let size: { width: number; height: number } | null = null;
  let turned: number | null = null;
  let at = 2;
  for (;;) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    // A marker may be filled up in front.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === end) break;
    let next = at + 2 + view.getUint16(at + 2);
    if (next > bytes.length) return null;
    if (isFrame(marker)) size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    if (marker === exif) turned ??= orientationOf(bytes.subarray(at + 4, next));
    if (marker === startOfScan) next = endOfScan(view, next);
    if (!isBeside(marker)) parts.push(bytes.subarray(at, next));
    at = next;
  }
  if (size === null || size.width === 0 || size.height === 0) return null;
  const opening = Uint8Array.from([0xff, start, ...(turned === null || turned === 1 ? [] : orientationAlone(turned))]);
  // Whatever a telephone hangs behind the end of the picture is left.
  return { type: 'image/jpeg', ...size, bytes: joined([opening, ...parts, Uint8Array.from([0xff, end])]) };
}

/** Where the picture of a scan ends: at the next marker, those that only begin it anew left out. */
function endOfScan(view: DataView, from: number): number {
  for (let at = from; ; at++) {
    if (view.getUint8(at) !== 0xff) continue;
    const marker = view.getUint8(at + 1);
    if (marker !== 0 && marker !== 0xff && !(marker >= 0xd0 && marker <= 0xd7)) return at;
  }
}

const exifName = [0x45, 0x78, 0x69, 0x66, 0, 0];
const orientationTag = 0x0112;

/** How a picture is to be turned, 1 to 8, as its EXIF tells; null where it does not. */
function orientationOf(data: Uint8Array): number | null {
  if (!exifName.every((byte, at) => data[at] === byte)) return null;
  const tiff = data.subarray(exifName.length);
  const view = viewOf(tiff);
  try {
    const isLittle = view.getUint16(0) === 0x4949;
    const directory = view.getUint32(4, isLittle);
    const entries = view.getUint16(directory, isLittle);
    for (let index = 0; index < entries; index++) {
      const entry = directory + 2 + index * 12;
      if (view.getUint16(entry, isLittle) !== orientationTag) continue;
      const value = view.getUint16(entry + 8, isLittle);
      return value >= 1 && value <= 8 ? value : null;
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return null;
}

/** An EXIF that tells nothing but how the picture is to be turned. */
function orientationAlone(value: number): number[] {
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, value, 0, 0, 0, 0, 0, 0];
  const length = 2 + exifName.length + tiff.length;
  return [0xff, exif, length >> 8, length & 0xff, ...exifName, ...tiff];
}
