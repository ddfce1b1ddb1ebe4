import { cruise } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import { fileURLToPath } from 'node:url';
import type { Offence } from './offence.ts';

const settings = fileURLToPath(new URL('../../.dependency-cruiser.mjs', import.meta.url));

export async function importWallNames(): Promise<string[]> {
  const { ruleSet } = await extractOptions(settings);
  return ruleSet?.forbidden?.map(({ name }) => name ?? '') ?? [];
}

/** The walls of .dependency-cruiser.mjs that are broken by the imports of a house: the folder that holds src/ and demo/. */
export async function brokenImportWalls(house: string): Promise<Offence[]> {
  const { enhancedResolveOptions, ...options } = await extractOptions(settings);
  const { output } = await cruise(['src', 'demo'], { ...options, baseDir: house }, enhancedResolveOptions as never);
  if (typeof output === 'string') throw new Error('expected a result to read, not a text to print');
  const sentences = new Map(output.summary.ruleSetUsed?.forbidden?.map(({ name, comment }) => [name, comment]));
  return output.summary.violations.map(({ rule, from, to, cycle }) => ({
    wall: rule.name,
    where: [from, ...(cycle?.map(({ name }) => name) ?? [to])].join(' → '),
    sentence: sentences.get(rule.name) ?? '',
  }));
}
