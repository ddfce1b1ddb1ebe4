import type { Id } from '#kernel/ids.ts';
import { resting } from '../../../tests/support/imports.ts';
import type { Client } from '../../../tests/support/program.ts';
import type { Side, Walk } from '../../../tests/support/walk.ts';

const file = new File(['Chủ hộ;Tuổi chủ hộ;Nơi ở'], 'danh-sach.csv');
const goodFile = new File([`Chủ hộ;Quan hệ với chủ hộ;Thôn;Phân loại hộ;B1\nBùi Văn Nhập;Chủ hộ;Thôn Một;Hộ nghèo;120`], 'danh-sach-tot.csv');

/** An import of the caller's own that has come to rest: refused, since its list cannot be told. */
async function begin({ commune, period }: Side, client: Client): Promise<{ id: Id }> {
  const { id } = await client.interchange.start({ area: commune, period, kind: 'commune', file });
  await resting(client, id);
  return { id };
}

/** An import of the caller's own that was loaded. */
async function loaded({ commune, period }: Pick<Side, 'commune' | 'period'>, client: Client): Promise<{ id: Id }> {
  const { id } = await client.interchange.start({ area: commune, period, kind: 'commune', file: goodFile });
  await resting(client, id);
  await client.interchange.load({ id });
  await resting(client, id);
  return { id };
}

/** Until they are loaded imports belong to who began them: nobody finds another's. */
const arrangement = { sheet: 'CSV', list: 'skip', columns: [], classes: [] };

/** Loads a file into a side of the walk. */
export const loadInto = async (side: Pick<Side, 'commune' | 'period'>, client: Client): Promise<Id> => (await loaded(side, client)).id;

const table = ({ commune, period }: Side) => ({ form: '1.1', area: commune, period });
const names = ({ commune, period }: Side) => ({ form: '1.14', area: commune, period });
const place = ({ commune, period }: Side) => ({ area: commune, period });

export const walk: Walk = {
  list: { own: () => undefined, foreign: 'takes no object' },
  start: {
    own: ({ commune, period }) => ({ area: commune, period, kind: 'commune', file }),
    foreign: ({ commune, period }) => ({ area: commune, period, kind: 'commune', file }),
  },
  get: { own: begin, foreign: ({ import: id }) => ({ id }) },
  answer: {
    own: async (side, client) => ({ ...(await begin(side, client)), source: 'Dòng 2', known: side.household, answer: 'same' }),
    foreign: ({ import: id, household }) => ({ id, source: 'Dòng 2', known: household, answer: 'same' }),
  },
  answerAbsent: {
    own: async (side, client) => ({ ...(await begin(side, client)), households: [side.household], answer: { kind: 'left_out', note: null } }),
    foreign: ({ import: id, household }) => ({ id, households: [household], answer: { kind: 'left_out', note: null } }),
  },
  load: { own: begin, foreign: ({ import: id }) => ({ id }) },
  arrange: { own: async (side, client) => ({ ...(await begin(side, client)), ...arrangement }), foreign: ({ import: id }) => ({ id, ...arrangement }) },
  convert: { own: async (side, client) => ({ ...(await begin(side, client)), encoding: 'tcvn3' }), foreign: ({ import: id }) => ({ id, encoding: 'tcvn3' }) },
  cancel: { own: begin, foreign: ({ import: id }) => ({ id }) },
  undoPlan: { own: loaded, foreign: ({ loaded: id }) => ({ id }) },
  undo: { own: loaded, foreign: ({ loaded: id }) => ({ id }) },
  reportFile: { own: table, foreign: table },
  reportSet: { own: place, foreign: place },
  householdFile: { own: place, foreign: place },
  markedFile: { own: begin, foreign: ({ import: id }) => ({ id }) },
  nameFile: { own: names, foreign: names },
  unitFile: { own: place, foreign: place },
  template: { own: ({ commune, period }) => ({ area: commune, period }), foreign: ({ commune, period }) => ({ area: commune, period }) },
};
