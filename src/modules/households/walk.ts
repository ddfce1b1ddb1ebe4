import type { Id } from '#kernel/ids.ts';
import { plainDate } from '#kernel/plain-date.ts';
import type { Client } from '../../../tests/support/program.ts';
import type { Side, Walk } from '../../../tests/support/walk.ts';
import type { Month } from './contract.ledger.ts';
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

const day = plainDate('2026-01-05');
const birth = ({ household }: Side) => ({
  id: household,
  day,
  reason: 'Khai sinh',
  paper: null,
  act: { kind: 'birth' as const, child: { name: 'Bùi Thị Bé', relation: 'Con', sex: null, birth: null, ethnicity: null, idNumber: null } },
});
let missed = 0;

/** A household that waits for an answer: where none does, one that a list named and the next does not. */
async function oneAbsent({ commune, period }: Side, client: Client): Promise<Id> {
  const open = async (): Promise<Id | undefined> => (await client.households.absences({ area: commune })).absences[0]?.id;
  const found = await open();
  if (found) return found;
  const list = (name: string): File => new File([`Chủ hộ;Quan hệ với chủ hộ;Thôn;Phân loại hộ;B1\n${name};Chủ hộ;Thôn Một;Hộ nghèo;120`], 'danh-sach.csv');
  for (const file of [list(`Bùi Văn Vắng ${String.fromCharCode(65 + missed++)}`), list('Bùi Văn Nhập')]) {
    const { id } = await client.interchange.start({ area: commune, period, kind: 'commune', file });
    while ((await client.interchange.get({ id })).state === 'reading');
    await client.interchange.load({ id });
    while ((await client.interchange.get({ id })).state === 'loading');
  }
  return (await open())!;
}
const noAct = '01890000-0000-7000-8000-000000000000' as Id;

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
  act: { own: birth, foreign: birth },
  undo: {
    own: async (side, client) => ({ id: side.household, act: (await client.households.act(birth(side))).act, reason: 'Ghi nhầm' }),
    foreign: ({ household }) => ({ id: household, act: noAct, reason: 'Ghi nhầm' }),
  },
  find: { own: () => ({ text: 'bui van' }), foreign: () => ({ text: 'bui van' }) },
  waiting: { own: ({ commune }) => ({ area: commune }), foreign: ({ commune }) => ({ area: commune }) },
  // A request that is open is not asked again: each call asks for another name.
  ask: {
    own: async ({ household, person }, client) => {
      const { corrections } = await client.households.get({ id: household });
      const field = (['name', 'birth', 'ethnicity', 'relation', 'id_number'] as const).find((one) => !corrections.some(({ field: asked, accepted }) => asked === one && accepted === null))!;
      return { household, person, field, value: { name: 'Bùi Văn Khác', birth: '1980', ethnicity: 'Mường', relation: 'Ông', id_number: '999000000001' }[field], reason: 'CCCD', paper: null };
    },
    foreign: ({ household, person }) => ({ household, person, field: 'birth', value: '1980', reason: 'CCCD', paper: null }),
  },
  absences: { own: ({ commune }) => ({ area: commune }), foreign: ({ commune }) => ({ area: commune }) },
  answerAbsences: {
    own: async (side, client) => ({ ids: [await oneAbsent(side, client)], answer: { kind: 'left_out', note: null } }),
    foreign: ({ absence }) => ({ ids: [absence], answer: { kind: 'left_out', note: null } }),
  },
  corrections: { own: ({ commune }) => ({ area: commune }), foreign: ({ commune }) => ({ area: commune }) },
  decideCorrection: { own: ({ correction }) => ({ id: correction, accept: false, note: null }), foreign: ({ correction }) => ({ id: correction, accept: true, note: null }) },
  ledger: { own: ({ village }) => ({ village, month: '2026-01' as Month }), foreign: ({ village }) => ({ village, month: '2026-01' as Month }) },
  // A month is closed once: each call closes the next.
  closeLedger: {
    own: async ({ village }, client) => {
      const { months } = await client.households.ledger({ village, month: '2026-01' as Month });
      return { village, month: `2026-${String(Number(months[0]?.slice(5) ?? 0) + 1).padStart(2, '0')}` as Month };
    },
    foreign: ({ village }) => ({ village, month: '2026-01' as Month }),
  },
};
