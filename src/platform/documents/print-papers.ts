/** Makes official papers into Word or PDF off the main thread, which meanwhile answers others. */
import { Worker } from 'node:worker_threads';
import type { OfficialPaper } from './official-paper.ts';

export interface PrintOrder {
  format: 'docx' | 'pdf';
  title: string;
  papers: readonly OfficialPaper[];
}

let last: Promise<unknown> = Promise.resolve();

/** The bytes of the file. One is made at a time, so that many who ask do not take all processors. */
export function printPapers(order: PrintOrder): Promise<Uint8Array> {
  const made = last.then(() => makeInThread(order));
  last = made.catch(() => undefined);
  return made;
}

function makeInThread(order: PrintOrder): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./print-thread.ts', import.meta.url), { workerData: order });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The thread that makes a file ended without one')));
  });
}
