/** Prints official papers as PDF. The layout stands in official-paper.typ. */
import { Worker } from 'node:worker_threads';
import { breakable, cellsOfRow, layOutPage, margins, sheets, shownCell, type OfficialPaper } from './official-paper.ts';
import type { PdfOrder } from './pdf-thread.ts';

let last: Promise<unknown> = Promise.resolve();

/** Papers in one PDF, each beginning on a sheet of its own, numbered through. One PDF is made at a time, so that many who ask do not take all processors. */
export function writePdf({ title, papers }: { title: string; papers: readonly OfficialPaper[] }): Promise<Uint8Array> {
  const order: PdfOrder = { title, papers: JSON.stringify(papers.map(printed)) };
  const made = last.then(() => makeInThread(order));
  last = made.catch(() => undefined);
  return made;
}

function makeInThread(order: PdfOrder): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./pdf-thread.ts', import.meta.url), { workerData: order });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The thread that makes a PDF ended without one')));
  });
}

/** A paper as official-paper.typ reads it. */
function printed(paper: OfficialPaper) {
  const { language, columns, head, rows } = paper;
  const { sheet, points, widths } = layOutPage(paper);
  return {
    ...paper,
    sheet: sheets[sheet],
    margins,
    points,
    widths,
    head: head.map((cells) => cells.map(({ text, across = 1, down = 1 }) => ({ text, across, down }))),
    numbers: columns.map(({ number }) => breakable(number)),
    rows: rows.map(({ strong = false, depth = 0 }, row) => ({
      strong,
      cells: cellsOfRow(paper, row).map(({ cell, column, down }) => ({ ...shownCell(cell, column, language), down, depth: column.kind === 'text' ? depth : 0 })),
    })),
  };
}
