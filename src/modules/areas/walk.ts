import type { Walk } from '../../../tests/support/walk.ts';

/** Areas are known to all: only adding villages is bound to the post. */
export const walk: Walk = {
  find: { own: () => ({ text: 'nga son' }), foreign: 'takes no object' },
  get: { own: ({ commune }) => ({ ref: commune }), foreign: ({ commune }) => ({ ref: commune }) },
  children: { own: ({ commune }) => ({ ref: commune }), foreign: ({ commune }) => ({ ref: commune }) },
  boundaries: { own: ({ commune }) => ({ ref: commune }), foreign: ({ commune }) => ({ ref: commune }) },
  epochs: { own: () => undefined, foreign: 'takes no object' },
  between: { own: ({ commune }) => ({ ref: commune, from: '2018-12-31', to: '2026-01-01' }), foreign: ({ commune }) => ({ ref: commune, from: '2018-12-31', to: '2026-01-01' }) },
  addVillages: { own: ({ commune }) => ({ ref: commune, names: ['Thôn Mới'] }), foreign: ({ commune }) => ({ ref: commune, names: ['Thôn Lạ'] }) },
};
