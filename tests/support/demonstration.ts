/** A database with the demonstration, made once and copied for every browser test. The vitest global set-up of these. */
import type { TestProject } from 'vitest/node';
import { loadDemonstration } from '#app/demonstration.ts';
import { keptDatabase } from './kept-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the embedded database with the demonstration. */
    demonstration: string;
  }
}

/** What decides what the demonstration looks like. */
const sources = ['migrations', 'packs', 'demo', 'src/modules', 'src/platform', 'src/app'];

export default async function setup(project: TestProject): Promise<void> {
  project.provide('demonstration', await keptDatabase('demonstration', sources, (runtime) => loadDemonstration(runtime, () => {})));
}
