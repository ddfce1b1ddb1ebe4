import type { Id } from '#kernel/ids.ts';
import type { Client } from '../../../tests/support/program.ts';
import type { Side, Walk } from '../../../tests/support/walk.ts';

const file = new File(['Chủ hộ'], 'danh-sach.csv');

/** An import of the caller's own. */
const begin = async ({ commune, period }: Side, client: Client): Promise<{ id: Id }> => ({ id: (await client.interchange.start({ area: commune, period, kind: 'commune', file })).id });

const table = ({ commune, period }: Side) => ({ form: '1.1', area: commune, period });
const names = ({ commune, period }: Side) => ({ form: '1.14', area: commune, period });
const place = ({ commune, period }: Side) => ({ area: commune, period });

/** Imports belong to who began them: nobody finds another's. */
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
  load: { own: begin, foreign: ({ import: id }) => ({ id }) },
  reportFile: { own: table, foreign: table },
  reportSet: { own: place, foreign: place },
  householdFile: { own: place, foreign: place },
  nameFile: { own: names, foreign: names },
  unitFile: { own: place, foreign: place },
  template: { own: ({ commune, period }) => ({ area: commune, period }), foreign: ({ commune, period }) => ({ area: commune, period }) },
};
