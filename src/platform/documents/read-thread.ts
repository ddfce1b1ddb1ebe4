/** The worker thread in which a large file is unpacked and taken apart. It runs ahead of its reader by a few parcels, never by the whole file. */
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { Problem } from '#kernel/problem.ts';
import type { Opened, Order, Parcel, ThreadFault } from './read-aside.ts';
import { readWorkbook, type ReadSheet, type Row } from './read-workbook.ts';

/** Rows that are sent together, and parcels that may be on their way. */
const rowsTogether = 500;
const ahead = 4;

const port = parentPort!;
/** The reading that goes on, and how many of its parcels were not taken yet; an older one ends when it sees that it is not this. */
let current = 0;
let underway = 0;

const faultOf = (error: unknown): ThreadFault =>
  error instanceof Problem ? { code: error.code, details: error.details } : { code: null, message: error instanceof Error ? error.message : String(error) };

async function send(parcel: Parcel): Promise<void> {
  if (parcel.reading !== current) return;
  underway++;
  port.postMessage(parcel);
  while (underway >= ahead && parcel.reading === current) await once(port, 'message');
}

async function readRows(reading: number, sheet: ReadSheet): Promise<void> {
  let rows: Row[] = [];
  for await (const row of sheet.rows()) {
    if (reading !== current) return;
    rows.push(row);
    if (rows.length < rowsTogether) continue;
    await send({ reading, rows });
    rows = [];
  }
  await send({ reading, rows, end: true });
}

async function open(): Promise<void> {
  const { sheets, ...about } = await readWorkbook(workerData as Uint8Array);
  port.on('message', (order: Order) => {
    if ('taken' in order) {
      if (order.taken === current) underway--;
      return;
    }
    [current, underway] = [order.reading, 0];
    readRows(order.reading, sheets[order.sheet]!).catch((error: unknown) => port.postMessage({ reading: order.reading, rows: [], fault: faultOf(error) } satisfies Parcel));
  });
  port.postMessage({ ...about, sheets: sheets.map(({ name, hidden, hiddenRows }) => ({ name, hidden, hiddenRows })) } satisfies Opened);
}

open().catch((error: unknown) => port.postMessage({ fault: faultOf(error) }));
