/** The parts of a zip file, unpacked under a limit. What a zip says of its own sizes may be a lie, so bytes are counted as they come out. */
import { createInflateRaw } from 'node:zlib';
import { problem } from './problems.ts';

export interface ZipPart {
  name: string;
  /** 0 stored, 8 deflated. */
  method: number;
  packed: Uint8Array;
}

const endMark = 0x06054b50;
const partMark = 0x02014b50;
const megabyte = 1024 * 1024;

/** Bytes that are unpacked before somebody looks at them. */
const unpackedAtOnce = 256 * 1024;

const damaged = (reason: string) => problem('document.damaged', { reason });

/** The directory of a zip, in the order of the file. Refuses what is cut off; parts beyond 4 GB are not known. */
export function zipParts(bytes: Uint8Array): ZipPart[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== endMark) end--;
  if (end < 0) throw damaged('zip');
  const parts: ZipPart[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== partMark) throw damaged('zip');
    const nameLength = view.getUint16(at + 28, true);
    const start = view.getUint32(at + 42, true);
    if (start + 30 > bytes.length) throw damaged('zip');
    const from = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
    // A writer that streams leaves the size to the end; deflated data knows its own.
    const size = view.getUint32(at + 20, true) || bytes.length - from;
    parts.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      packed: bytes.subarray(from, from + size),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

/** Counts what comes out of all parts of one file, and refuses to go on beyond `most` bytes. */
export class UnpackLimit {
  private left: number;
  private readonly most: number;

  constructor(most: number) {
    this.left = most;
    this.most = most;
  }

  take(bytes: number): void {
    this.left -= bytes;
    if (this.left < 0) throw problem('document.unpacks-too-large', { most: Math.floor(this.most / megabyte) });
  }
}

/** The bytes of a part, chunk by chunk. */
export async function* unpack(part: ZipPart, limit: UnpackLimit): AsyncGenerator<Uint8Array> {
  if (part.method === 0) {
    limit.take(part.packed.length);
    yield part.packed;
    return;
  }
  if (part.method !== 8) throw damaged(part.name);
  const inflate = createInflateRaw({ chunkSize: unpackedAtOnce });
  inflate.end(part.packed);
  try {
    for await (const chunk of inflate as AsyncIterable<Uint8Array>) {
      limit.take(chunk.length);
      yield chunk;
    }
  } catch (error) {
    if (error instanceof Error && 'errno' in error) throw damaged(part.name);
    throw error;
  }
}

/** A whole part as text. */
export async function unpackText(part: ZipPart, limit: UnpackLimit): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of unpack(part, limit)) text += decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}
