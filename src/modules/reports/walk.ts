import type { Side, Walk } from '../../../tests/support/walk.ts';

const table = ({ commune, period }: Side) => ({ form: '1.1', area: commune, period });

export const walk: Walk = {
  forms: { own: () => undefined, foreign: 'takes no object' },
  report: { own: table, foreign: table },
};
