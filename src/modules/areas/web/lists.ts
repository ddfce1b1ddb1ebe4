import type { CheckedLine } from '../contract.lists.ts';
import type { AreaRef } from '../contract.ts';

/** What was chosen for lines that were not clear, by their numbers: an area, or null to leave the line out. */
export type Choices = ReadonlyMap<number, AreaRef | null>;

/** Lines that need no choice: they are clear, or say again what an earlier one said. */
export const isSettled = ({ state }: CheckedLine): boolean => state === 'found' || state === 'twice';

/** The areas that checked lines mean, each once, and how many lines are still open. */
export function meantBy(lines: readonly CheckedLine[], choices: Choices): { areas: AreaRef[]; open: number } {
  const found = lines.flatMap(({ line, state, areas }) => (state === 'found' ? [areas[0]!.id] : (choices.get(line) ?? [])));
  return { areas: [...new Set(found)], open: lines.filter((checked) => !isSettled(checked) && !choices.has(checked.line)).length };
}
