import type { Walk } from '../../../tests/support/walk.ts';

const measures = ['households.poor', 'rate.poor'];

export const walk: Walk = {
  catalogue: { own: () => undefined, foreign: 'takes no object' },
  figures: { own: ({ commune, period }) => ({ area: commune, period, measures }), foreign: ({ commune, period }) => ({ area: commune, period, measures }) },
  mapped: { own: ({ commune, period }) => ({ area: commune, period, measures }), foreign: ({ commune, period }) => ({ area: commune, period, measures }) },
  series: { own: ({ commune }) => ({ area: commune, measures }), foreign: ({ commune }) => ({ area: commune, measures }) },
  explain: { own: ({ commune, period }) => ({ area: commune, period }), foreign: ({ commune, period }) => ({ area: commune, period }) },
  balances: { own: ({ commune, period }) => ({ area: commune, period }), foreign: ({ commune, period }) => ({ area: commune, period }) },
};
