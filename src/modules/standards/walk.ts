import type { Walk } from '../../../tests/support/walk.ts';

/** The law is public, and the self-check stores nothing. */
export const walk: Walk = {
  list: { own: () => undefined, foreign: 'takes no object' },
  get: { own: () => ({ id: 'P2022' }), foreign: 'takes no object' },
  classify: { own: () => [{ standard: 'P2022', date: '2025-12-31', area: 'rural', facts: { income: 1_000_000 } }], foreign: 'takes no object' },
};
