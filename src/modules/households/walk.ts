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
/** The heads of both households of a side. */
async function persons({ household, second, person }: Side, client: Client) {
  const { members } = await client.households.get({ id: second });
  return { one: { household, person }, other: { household: second, person: members.find(({ head }) => head)!.person } };
}

const birth = ({ household }: Pick<Side, 'household'>) => ({
  id: household,
  day,
  reason: 'Khai sinh',
  paper: null,
  act: { kind: 'birth' as const, child: { name: 'Bùi Thị Bé', relation: 'Con', sex: null, birth: null, ethnicity: null, idNumber: null } },
});
const place = ({ household }: Side) => ({ household, day, source: 'Rà soát viên', latitude: 20.2, longitude: 105.3, accuracy: 12, origin: 'device' as const });
/** One white point. */
const whitePng = Uint8Array.from(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTjWHwAAAABJRU5ErkJggg==', 'base64'));
const picture = ({ household }: Side) => ({ household, day, source: 'Rà soát viên', file: new File([whitePng], 'nha.png', { type: 'image/png' }) });
const causesThere = ({ household, period }: Side) => ({ household, period, revision: 1, indicator: null, causes: ['Thiếu vốn'], note: null, day, source: 'Rà soát viên' });
let noted = 0;
async function causes(side: Side, client: Client) {
  const { classes } = await client.households.get({ id: side.household });
  const { revision } = classes.find(({ current, official, period }) => current && official && period === side.period)!;
  return { ...causesThere(side), revision, note: `lần ${++noted}` };
}
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
  count: { own: ({ commune, period }) => ({ area: commune, period }), foreign: ({ commune, period }) => ({ area: commune, period }) },
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
  slip: { own: ({ household, period }) => ({ id: household, period }), foreign: ({ household, period }) => ({ id: household, period }) },
  addPlace: { own: place, foreign: place },
  addPhoto: { own: picture, foreign: picture },
  photo: {
    own: async (side, client) => ({ household: side.household, photo: (await client.households.addPhoto(picture(side))).id }),
    foreign: ({ household }) => ({ household, photo: household }),
  },
  // What is told anew must differ from what was told: a note of its own each time.
  recordCauses: { own: causes, foreign: causesThere },
  undoCauses: {
    own: async (side, client) => {
      const { household, period } = side;
      const { revision } = await client.households.recordCauses(await causes(side, client));
      return { household, period, revision };
    },
    foreign: ({ household, period }) => ({ household, period, revision: 1 }),
  },
  doubles: { own: ({ commune }) => ({ area: commune }), foreign: ({ commune }) => ({ area: commune }) },
  // A child who was born into the second household turns out to be the person of the first.
  settleDouble: {
    own: async ({ household, second, person }, client) => {
      await client.households.act(birth({ household: second }));
      const { members } = await client.households.get({ id: second });
      return { keep: { household, person }, end: { household: second, person: members.find(({ head, to }) => !head && to === null)!.person }, day, reason: 'Ghi trùng', headStaying: null };
    },
    foreign: ({ household, second, person }) => ({ keep: { household, person }, end: { household: second, person }, day, reason: 'Ghi trùng', headStaying: null }),
  },
  keepPersonsApart: { own: persons, foreign: ({ household, second, person }) => ({ one: { household, person }, other: { household: second, person } }) },
  reopenPersons: { own: persons, foreign: ({ household, second, person }) => ({ one: { household, person }, other: { household: second, person } }) },
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
