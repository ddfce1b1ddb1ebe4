import type { Walk } from '../../../tests/support/walk.ts';

export const walk: Walk = {
  list: { own: ({ commune }) => ({ area: commune }), foreign: ({ commune }) => ({ area: commune }) },
  open: {
    own: ({ commune }) => ({ area: commune, period: '2024', standards: ['P2022'], official: 'P2022' }),
    foreign: ({ commune }) => ({ area: commune, period: '2023', standards: ['P2022'], official: 'P2022' }),
  },
};
