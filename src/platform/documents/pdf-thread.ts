/** The worker thread in which one PDF is made: the typesetter works without pause, and what it has learnt goes with the thread. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** Inputs of official-paper.typ. */
export interface PdfOrder {
  title: string;
  /** As JSON. */
  papers: string;
}

const { resolve } = createRequire(import.meta.url);
/** Tinos has the measures of Times New Roman, and all letters of Vietnamese. */
const faces = ['400Regular/Tinos_400Regular', '400Regular_Italic/Tinos_400Regular_Italic', '700Bold/Tinos_700Bold', '700Bold_Italic/Tinos_700Bold_Italic'];
const fonts = await Promise.all(faces.map((face) => readFile(resolve(`@expo-google-fonts/tinos/${face}.ttf`))));
const template = await readFile(new URL('./official-paper.typ', import.meta.url), 'utf8');

const { title, papers } = workerData as PdfOrder;
const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }], inputs: { title, papers } });
const compiled = compiler.compile({ mainFileContent: template });
if (compiled.result === null) throw new Error(`The papers could not be set: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`);
const pdf = new Uint8Array(compiler.pdf(compiled.result));
parentPort!.postMessage(pdf, [pdf.buffer]);
