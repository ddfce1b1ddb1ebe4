/** Writes official papers as PDF. The layout stands in official-paper.typ. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { breakable, cellsOfRow, layOutPage, margins, sheets, shownCell, type OfficialPaper } from './official-paper.ts';

const { resolve } = createRequire(import.meta.url);
/** Tinos has the measures of Times New Roman, and all letters of Vietnamese. */
const faces = ['400Regular/Tinos_400Regular', '400Regular_Italic/Tinos_400Regular_Italic', '700Bold/Tinos_700Bold', '700Bold_Italic/Tinos_700Bold_Italic'];

/** Papers in one PDF, each beginning on a sheet of its own, numbered through. The typesetter works without pause: `printPapers` keeps it off the main thread. */
export async function writePdf({ title, papers }: { title: string; papers: readonly OfficialPaper[] }): Promise<Uint8Array> {
  const fonts = await Promise.all(faces.map((face) => readFile(resolve(`@expo-google-fonts/tinos/${face}.ttf`))));
  const template = await readFile(new URL('./official-paper.typ', import.meta.url), 'utf8');
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }], inputs: { title, papers: JSON.stringify(papers.map(printed)) } });
  const compiled = compiler.compile({ mainFileContent: template });
  if (compiled.result === null) throw new Error(`The papers could not be set: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`);
  return new Uint8Array(compiler.pdf(compiled.result));
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
