import type { Walk } from '../../../tests/support/walk.ts';

export const walk: Walk = {
  list: { own: ({ commune, period }) => ({ area: commune, period }), foreign: ({ commune, period }) => ({ area: commune, period }) },
  parts: { own: () => undefined, foreign: 'takes no object' },
  get: { own: ({ household }) => ({ id: household }), foreign: ({ household }) => ({ id: household }) },
};
