import type { Id } from '#kernel/ids.ts';
import type { Client } from '../../../tests/support/program.ts';
import type { Side, Walk } from '../../../tests/support/walk.ts';
import type { MergeChoice } from './contract.matching.ts';

const pair = ({ household, second }: Side): { one: Id; other: Id } => ({ one: household, other: second });

/** Both households of a side as two again, whoever merged them before. */
async function asTwo(side: Side, client: Client): Promise<void> {
  for (const { act, other, undone } of await client.households.merges({ area: side.commune })) if (!undone) await client.households.undoMerge({ act, household: other.id });
}

/** A merge as one would choose it: everybody of the first, nobody of the second. */
async function choice(side: Side, client: Client): Promise<MergeChoice> {
  await asTwo(side, client);
  const { one, other } = await client.households.comparePair(pair(side));
  return {
    keep: side.household,
    other: side.second,
    fields: { number: 'keep', village: 'keep' },
    persons: [...one.members.map(({ id }) => ({ keep: id, other: null, fromOther: [], joins: true })), ...other.members.map(({ id }) => ({ keep: null, other: id, fromOther: [], joins: false }))],
    classes: one.classes.map(({ roundId }) => ({ roundId, take: 'keep' })),
  };
}

const begin = async ({ commune }: Side, client: Client): Promise<{ id: Id }> => ({ id: (await client.households.findDuplicates({ area: commune })).id });

export const walk: Walk = {
  list: { own: ({ commune, period }) => ({ area: commune, period }), foreign: ({ commune, period }) => ({ area: commune, period }) },
  parts: { own: () => undefined, foreign: 'takes no object' },
  get: { own: ({ household }) => ({ id: household }), foreign: ({ household }) => ({ id: household }) },
  findDuplicates: { own: ({ commune }) => ({ area: commune }), foreign: ({ commune }) => ({ area: commune }) },
  duplicateSearch: { own: begin, foreign: ({ import: id }) => ({ id }) },
  duplicates: { own: ({ commune }) => ({ area: commune }), foreign: ({ commune }) => ({ area: commune }) },
  comparePair: { own: pair, foreign: pair },
  merge: {
    own: choice,
    foreign: ({ household, second }) => ({ keep: household, other: second, fields: { number: 'keep', village: 'keep' }, persons: [], classes: [] }),
  },
  merges: { own: ({ commune }) => ({ area: commune }), foreign: ({ commune }) => ({ area: commune }) },
  undoMerge: {
    own: async (side, client) => ({ act: (await client.households.merge(await choice(side, client))).act, household: side.second }),
    foreign: ({ household }) => ({ act: household, household }),
  },
  keepApart: {
    own: async (side, client) => {
      await asTwo(side, client);
      return pair(side);
    },
    foreign: pair,
  },
  reopenPair: { own: pair, foreign: pair },
};
