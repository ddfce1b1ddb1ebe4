/** The worker thread in which papers are made into one file; what its libraries have learnt goes with it. */
import { parentPort, workerData } from 'node:worker_threads';
import type { PrintOrder } from './print-papers.ts';

const { format, ...order } = workerData as PrintOrder;
const bytes = format === 'pdf' ? await (await import('./write-pdf.ts')).writePdf(order) : await (await import('./write-docx.ts')).writeDocx(order);
parentPort!.postMessage(bytes);
