import type { Walk } from '../../../tests/support/walk.ts';

const unknown = '01890000-0000-7000-8000-000000000000';
const file = new File(['Chủ hộ'], 'danh-sach.csv');

/** Imports belong to who began them: nobody finds another's. */
export const walk: Walk = {
  list: { own: () => undefined, foreign: 'takes no object' },
  start: {
    own: ({ commune, period }) => ({ area: commune, period, kind: 'commune', file }),
    foreign: ({ commune, period }) => ({ area: commune, period, kind: 'commune', file }),
  },
  get: { own: () => ({ id: unknown }), foreign: () => ({ id: unknown }) },
  load: { own: () => ({ id: unknown }), foreign: () => ({ id: unknown }) },
  template: { own: ({ commune, period }) => ({ area: commune, period }), foreign: ({ commune, period }) => ({ area: commune, period }) },
};
