import type { Text } from '#kernel/text.ts';
import { Change } from '../contract.changes.ts';
import type { HouseholdChange } from '../contract.ts';
import { changeTexts } from '../rules.changes.ts';

type Say = (text: Text) => string;

/** The words of changes as the address has them: `other_out,unexplained`. A group is called by its first, of which the others are parts. */
export const changeWords = (changes: string, say: Say): string => say(changeTexts[Change.parse(changes.split(',')[0])].name);

/** What became of a household from one list to the next, each change once; its persons only where nothing else changed. */
export function headlines(changes: readonly HouseholdChange[]): HouseholdChange[] {
  const ofHousehold = changes.filter(({ change }) => change !== 'grown' && change !== 'shrunk');
  return [...new Map((ofHousehold.length > 0 ? ofHousehold : changes).map((one) => [`${one.period} ${one.change}`, one])).values()];
}
