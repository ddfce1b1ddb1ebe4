/** The worker thread in which a large file is taken apart once it was inspected. It runs ahead of its reader by a few parcels, never by the whole file. */
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { Problem } from '#kernel/problem.ts';
import type { Order, Parcel, ThreadFault } from './read-aside.ts';
import { rowsOf, type Row } from './read-workbook.ts';

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

async function readRows(reading: number, sheetRows: AsyncGenerator<Row>): Promise<void> {
  let rows: Row[] = [];
  for await (const row of sheetRows) {
    if (reading !== current) return;
    rows.push(row);
    if (rows.length < rowsTogether) continue;
    await send({ reading, rows });
    rows = [];
  }
  await send({ reading, rows, end: true });
}

port.on('message', (order: Order) => {
  if ('taken' in order) {
    if (order.taken === current) underway--;
    return;
  }
  [current, underway] = [order.reading, 0];
  readRows(order.reading, rowsOf(workerData as Uint8Array, order, order.sheet)).catch((error: unknown) => port.postMessage({ reading: order.reading, rows: [], fault: faultOf(error) } satisfies Parcel));
});
