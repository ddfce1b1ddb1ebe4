/** Opens a file to be read beside other work: a large one is taken apart by a thread of its own, while whoever reads makes something of the rows. */
import { Worker } from 'node:worker_threads';
import { problem } from './problems.ts';
import type { InspectedSheet } from './inspect-xlsx.ts';
import { inspectFile, opened, readWorkbook, type InspectedFile, type ReadWorkbook, type Row } from './read-workbook.ts';

/** What goes wrong in the thread: one of the problems of documents, or a fault of ours. */
export type ThreadFault = { code: string; details: Readonly<Record<string, unknown>> } | { code: null; message: string };

/** What the thread is told: to read a sheet from its beginning, or that a parcel of a reading was taken. */
export type Order = { reading: number; kind: InspectedFile['kind']; sheet: InspectedSheet } | { taken: number };

/** Rows of a reading, in their order. */
export interface Parcel {
  reading: number;
  rows: Row[];
  end?: true;
  fault?: ThreadFault;
}

/** A file that is open until it is closed. */
export type OpenWorkbook = ReadWorkbook & { close(): Promise<void> };

/** Smaller files are read before a thread has begun, in bytes. */
const worthAThread = 512 * 1024;

/** Opens a workbook or CSV under the usual limits. Throws what `readWorkbook` throws; so do the rows. One sheet is read at a time. */
export async function openAside(bytes: Uint8Array): Promise<OpenWorkbook> {
  return bytes.length < worthAThread ? { ...(await readWorkbook(bytes)), close: async () => {} } : openInThread(bytes);
}

const errorOf = (fault: ThreadFault): Error => (fault.code === null ? new Error(fault.message) : problem(fault.code as 'document.damaged', fault.details as { reason: string }));

async function openInThread(bytes: Uint8Array): Promise<OpenWorkbook> {
  const thread = new Worker(new URL('./read-thread.ts', import.meta.url), { workerData: bytes });
  const inbox: Inbox = { parcels: [], broken: null, wake: () => {} };
  thread.on('message', (parcel: Parcel) => {
    inbox.parcels.push(parcel);
    inbox.wake();
  });
  const breakOff = (error: Error): void => {
    inbox.broken ??= error;
    inbox.wake();
  };
  thread.on('error', (error) => breakOff(error as Error));
  // Nobody may wait for rows for ever, whatever ended the thread.
  thread.on('exit', (code) => breakOff(new Error(`The thread that reads the file ended with ${code}.`)));
  const close = async (): Promise<void> => void (await thread.terminate());
  try {
    // The file is looked through while the thread comes up.
    const file = await inspectFile(bytes);
    let readings = 0;
    return { ...opened(file, (sheet) => parcelsOf(thread, inbox, { reading: ++readings, kind: file.kind, sheet })), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What came from the thread and was not taken yet. */
interface Inbox {
  parcels: Parcel[];
  broken: Error | null;
  wake: () => void;
}

async function* parcelsOf(thread: Worker, inbox: Inbox, order: Exclude<Order, { taken: number }>): AsyncGenerator<Row> {
  inbox.parcels = [];
  thread.postMessage(order satisfies Order);
  for (;;) {
    if (inbox.broken) throw inbox.broken;
    const parcel = inbox.parcels.shift();
    if (!parcel) {
      await new Promise<void>((resolve) => (inbox.wake = resolve));
      continue;
    }
    // What is left of an earlier reading that was not read to its end.
    if (parcel.reading !== order.reading) continue;
    if (parcel.fault) throw errorOf(parcel.fault);
    thread.postMessage({ taken: order.reading } satisfies Order);
    yield* parcel.rows;
    if (parcel.end) return;
  }
}
