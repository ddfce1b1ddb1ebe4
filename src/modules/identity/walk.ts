import type { Walk } from '../../../tests/support/walk.ts';

export const walk: Walk = {
  session: { own: () => undefined, foreign: 'takes no object' },
  choosePost: { own: ({ post }) => ({ post }), foreign: ({ post }) => ({ post }) },
  demoAccounts: { own: () => undefined, foreign: 'takes no object' },
};
